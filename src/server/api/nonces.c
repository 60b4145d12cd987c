// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/nonces.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#define MOST_NONCES 4096

struct nonce {
  char text[TOKEN_SIZE];
  char kiosk_id[UUID_SIZE];
  anban_ms given_at; // steady
};

struct nonces {
  struct nonce ring[MOST_NONCES];
  size_t next;
};

struct nonces *nonces_new(void)
{
  return memory_new(sizeof(struct nonces));
}

void nonces_free(struct nonces *nonces)
{
  free(nonces);
}

void nonces_give(struct nonces *nonces, const char *kiosk_id, anban_ms now, char out[TOKEN_SIZE])
{
  struct nonce *nonce = &nonces->ring[nonces->next++ % MOST_NONCES];
  token_new(nonce->text);
  COPY_TEXT(nonce->kiosk_id, kiosk_id);
  nonce->given_at = now;
  memcpy(out, nonce->text, TOKEN_SIZE);
}

bool nonces_take(struct nonces *nonces, const char *kiosk_id, const char *nonce, anban_ms now)
{
  for (size_t i = 0; i < MOST_NONCES; i++) {
    struct nonce *given = &nonces->ring[i];
    if (!given->text[0] || strcmp(given->kiosk_id, kiosk_id) != 0 || !secret_same(given->text, nonce))
      continue;
    given->text[0] = '\0';
    return now - given->given_at < MS_MINUTE;
  }
  return false;
}
