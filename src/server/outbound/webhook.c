// SPDX-License-Identifier: GPL-3.0-or-later
// A program elsewhere that is told over HTTPS, by Standard Webhooks 1.0: the exact bytes that were signed, with an id
// that is the same when they come again.
#include "server/outbound/driver.h"
#include "server/outbound/outside.h"
#include "server/outbound/webhook_signature.h"

#include "base/base64.h"

#include <curl/curl.h>
#include <inttypes.h>
#include <string.h>

#define LEAST_SECRET 24 // bytes, as the standard wants it
#define MOST_SECRET 64
#define PREFIX "whsec_"
#define GONE 410

bool webhook_is_set(const struct outbound_settings *settings)
{
  return settings->webhook[0];
}

static int secret_of(const struct outbound_settings *settings, unsigned char out[MOST_SECRET])
{
  const char *text = settings->webhook_secret;
  if (strncmp(text, PREFIX, strlen(PREFIX)) != 0)
    return -1;
  return base64_read(text + strlen(PREFIX), out, MOST_SECRET);
}

bool webhook_check(const struct outbound_settings *settings, struct fault *fault)
{
  unsigned char secret[MOST_SECRET];
  bool is_near = settings->private_addresses && strncmp(settings->webhook, "http://", 7) == 0;
  if (!is_near && strncmp(settings->webhook, "https://", 8) != 0)
    return fault_set(fault, "[outbound] webhook: an address that begins with https:// is expected, not %s",
                     settings->webhook);
  if (secret_of(settings, secret) < LEAST_SECRET)
    return fault_set(fault, "[outbound] webhook_secret: " PREFIX " and the Base64 of %d to %d bytes are expected",
                     LEAST_SECRET, MOST_SECRET);
  return outside_start(fault);
}

static struct curl_slist *headers_of(const struct outbound_settings *settings, const struct outbound *work,
                                     anban_ms now)
{
  unsigned char secret[MOST_SECRET];
  char line[256], signature[WEBHOOK_SIGNATURE_SIZE];
  int64_t seconds = now / MS_SECOND;
  int size = secret_of(settings, secret);
  webhook_sign(secret, (size_t)size, work->id, seconds, work->body, signature);
  struct curl_slist *list = curl_slist_append(NULL, "Content-Type: application/json");
  list = curl_slist_append(list, "Expect:");
  FORMAT_TEXT(line, "webhook-id: %s", work->id);
  list = curl_slist_append(list, line);
  FORMAT_TEXT(line, "webhook-timestamp: %" PRId64, seconds);
  list = curl_slist_append(list, line);
  FORMAT_TEXT(line, "webhook-signature: %s", signature);
  return curl_slist_append(list, line);
}

static enum outbound_result result_of(CURL *curl, CURLcode code, struct fault *fault)
{
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  if (code != CURLE_OK) {
    fault_set(fault, "%s", curl_easy_strerror(code));
    return OUTBOUND_AGAIN;
  }
  if (status >= 200 && status < 300)
    return OUTBOUND_SENT;
  fault_set(fault, "the receiver answers %ld", status);
  return status == GONE ? OUTBOUND_NEVER : OUTBOUND_AGAIN;
}

enum outbound_result webhook_send(const struct outbound_settings *settings, const struct outbound *work,
                                  struct fault *fault)
{
  CURL *curl = outside_new(settings, settings->webhook);
  struct curl_slist *headers = headers_of(settings, work, clock_wall());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, settings->private_addresses ? "http,https" : "https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, work->body);
  curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, (long)strlen(work->body));
  enum outbound_result result = result_of(curl, curl_easy_perform(curl), fault);
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
  return result;
}
