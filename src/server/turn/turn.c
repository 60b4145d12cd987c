// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/turn/turn.h"

#include "base/text.h"

#include <inttypes.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <string.h>

// Fills the server's addresses from a list. false: too many, too long, or not of these schemes; `bad` is the one.
static bool read_urls(const char *list, const char *scheme, const char *other_scheme, struct ice_server *out,
                      char bad[ICE_URL_SIZE])
{
  while (*(list += strspn(list, ", "))) {
    size_t length = strcspn(list, ", ");
    text_format(bad, ICE_URL_SIZE, "%.*s", (int)length, list);
    bool fits = length < ICE_URL_SIZE && out->url_count < MOST_ICE_URLS;
    bool is_one = strncmp(list, scheme, strlen(scheme)) == 0 || strncmp(list, other_scheme, strlen(other_scheme)) == 0;
    if (!fits || !is_one)
      return false;
    text_copy(out->urls[out->url_count++], ICE_URL_SIZE, bad);
    list += length;
  }
  return true;
}

static bool read_relays(const struct turn_settings *settings, struct ice_server *out, char bad[ICE_URL_SIZE])
{
  return read_urls(settings->urls, "turn:", "turns:", out, bad);
}

static bool read_stuns(const struct turn_settings *settings, struct ice_server *out, char bad[ICE_URL_SIZE])
{
  return read_urls(settings->stun, "stun:", "stuns:", out, bad);
}

bool turn_check(const struct turn_settings *settings, struct fault *fault)
{
  struct ice_server relays = {0}, stuns = {0};
  char bad[ICE_URL_SIZE];
  if (!read_relays(settings, &relays, bad))
    return fault_set(fault,
                     "[turn] urls: at most %d addresses such as turn:HOST:3478 or turns:HOST:443 are expected,"
                     " not %s",
                     MOST_ICE_URLS, bad);
  if (!read_stuns(settings, &stuns, bad))
    return fault_set(fault, "[turn] stun: at most %d addresses such as stun:HOST:3478 are expected, not %s",
                     MOST_ICE_URLS, bad);
  if (relays.url_count > 0 && !settings->secret[0])
    return fault_set(fault, "[turn] secret: the static-auth-secret of the TURN server is expected");
  if (settings->relay_only && relays.url_count == 0)
    return fault_set(fault, "[turn] relay_only: without urls no call could come about");
  return true;
}

static void make_credential(const struct turn_settings *settings, const char *id, anban_ms now, struct ice_server *out)
{
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned size = 0;
  int64_t expiry = now / MS_SECOND + (int64_t)settings->ttl_minutes * 60;
  FORMAT_TEXT(out->username, "%" PRId64 ":%s", expiry, id);
  HMAC(EVP_sha1(), settings->secret, (int)strlen(settings->secret), (const unsigned char *)out->username,
       strlen(out->username), digest, &size);
  EVP_EncodeBlock((unsigned char *)out->credential, digest, (int)size); // 28 characters and the end
}

void turn_ice(const struct turn_settings *settings, const char *id, anban_ms now, struct ice *out)
{
  struct ice_server relays = {0}, stuns = {0};
  char bad[ICE_URL_SIZE];
  *out = (struct ice){.relay_only = settings->relay_only};
  if (read_stuns(settings, &stuns, bad) && stuns.url_count > 0)
    out->servers[out->count++] = stuns;
  if (!read_relays(settings, &relays, bad) || relays.url_count == 0)
    return;
  make_credential(settings, id, now, &relays);
  out->servers[out->count++] = relays;
}
