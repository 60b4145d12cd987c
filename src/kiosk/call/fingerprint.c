// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/call/fingerprint.h"

#include <glib.h>
#include <string.h>

#define SHA256 32
#define BEGIN "-----BEGIN CERTIFICATE-----"
#define END "-----END CERTIFICATE-----"
#define NAMED "a=fingerprint:"

static bool digest_of(const char *certificate, guint8 out[SHA256])
{
  const char *from = strstr(certificate, BEGIN);
  const char *to = from ? strstr(from, END) : NULL;
  if (!to)
    return false;
  from += strlen(BEGIN);
  char *text = g_strndup(from, (gsize)(to - from));
  gsize size = 0;
  guchar *bytes = g_base64_decode(text, &size);
  GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
  gsize length = SHA256;
  g_checksum_update(sum, bytes, (gssize)size);
  g_checksum_get_digest(sum, out, &length);
  g_checksum_free(sum);
  g_free(bytes);
  g_free(text);
  return size > 0;
}

// "sha-256 AB:CD:…" up to the end of the line.
static bool line_is(const char *line, const guint8 digest[SHA256])
{
  char hex[SHA256 * 3 + 1];
  for (int i = 0; i < SHA256; i++)
    g_snprintf(hex + i * 3, 4, "%02X%s", digest[i], i + 1 < SHA256 ? ":" : "");
  static const char kind[] = "sha-256 ";
  if (g_ascii_strncasecmp(line, kind, strlen(kind)) != 0)
    return false;
  line += strlen(kind);
  return g_ascii_strncasecmp(line, hex, strlen(hex)) == 0 && strchr("\r\n", line[strlen(hex)]);
}

bool fingerprint_matches(const char *sdp, const char *certificate)
{
  guint8 digest[SHA256];
  if (!digest_of(certificate, digest))
    return false;
  int named = 0;
  for (const char *line = strstr(sdp, NAMED); line; line = strstr(line + 1, NAMED), named++)
    if (!line_is(line + strlen(NAMED), digest))
      return false;
  return named > 0;
}
