// SPDX-License-Identifier: GPL-3.0-or-later
// What a kiosk must sign to show that it has its key: good for a minute, once. Kept in memory; the oldest gives way.
#pragma once

#include "base/secret.h"

struct nonces;

struct nonces *nonces_new(void);
void nonces_free(struct nonces *nonces);
void nonces_give(struct nonces *nonces, const char *kiosk_id, anban_ms now, char out[TOKEN_SIZE]);
// Whether it was given to that kiosk within the last minute; it is used up by asking.
bool nonces_take(struct nonces *nonces, const char *kiosk_id, const char *nonce, anban_ms now);
