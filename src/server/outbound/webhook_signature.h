// SPDX-License-Identifier: GPL-3.0-or-later
// How a webhook is signed. Pure.
#pragma once

#include <stddef.h>
#include <stdint.h>

#define WEBHOOK_SIGNATURE_SIZE 64
// "v1," and the Base64 of HMAC-SHA256 over "ID.SECONDS.BODY".
void webhook_sign(const void *secret, size_t secret_size, const char *id, int64_t seconds, const char *body,
                  char out[WEBHOOK_SIGNATURE_SIZE]);
