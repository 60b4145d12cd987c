// SPDX-License-Identifier: GPL-3.0-or-later
// Base64 of RFC 4648 with padding, as mail and webhooks want it; and the keyed hash that goes with it. Thread: any.
#pragma once

#include "base/text.h"

#include <stddef.h>

void base64_add(struct buffer *out, const void *bytes, size_t size);
// Reads `text` whole. Returns how many bytes, -1 when it is none or has no room.
int base64_read(const char *text, unsigned char *out, size_t room);

#define HMAC_SHA256_SIZE 32
void hmac_sha256(const void *key, size_t key_size, const void *bytes, size_t size, unsigned char out[HMAC_SHA256_SIZE]);
