// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/outbound/webhook_signature.h"

#include "base/base64.h"

#include <inttypes.h>

void webhook_sign(const void *secret, size_t secret_size, const char *id, int64_t seconds, const char *body,
                  char out[WEBHOOK_SIGNATURE_SIZE])
{
  struct buffer text = {0}, signature = {0};
  unsigned char hash[HMAC_SHA256_SIZE];
  buffer_printf(&text, "%s.%" PRId64 ".%s", id, seconds, body);
  hmac_sha256(secret, secret_size, text.bytes, text.size, hash);
  buffer_add_text(&signature, "v1,");
  base64_add(&signature, hash, sizeof hash);
  text_copy(out, WEBHOOK_SIGNATURE_SIZE, signature.bytes);
  buffer_free(&text);
  buffer_free(&signature);
}
