// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/base64.h"

#include "base/memory.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

void base64_add(struct buffer *out, const void *bytes, size_t size)
{
  size_t room = sodium_base64_encoded_len(size, sodium_base64_VARIANT_ORIGINAL);
  char *text = memory_new(room);
  sodium_bin2base64(text, room, bytes, size, sodium_base64_VARIANT_ORIGINAL);
  buffer_add_text(out, text);
  free(text);
}

int base64_read(const char *text, unsigned char *out, size_t room)
{
  size_t size = 0;
  bool whole = sodium_base642bin(out, room, text, strlen(text), NULL, &size, NULL, sodium_base64_VARIANT_ORIGINAL) == 0;
  return whole ? (int)size : -1;
}

void hmac_sha256(const void *key, size_t key_size, const void *bytes, size_t size, unsigned char out[HMAC_SHA256_SIZE])
{
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, key, key_size);
  crypto_auth_hmacsha256_update(&state, bytes, size);
  crypto_auth_hmacsha256_final(&state, out);
}
