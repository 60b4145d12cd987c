// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/slip.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// None is mistaken for another.
static const char letters[] = "ACDEFHJKLMNPQRTUVWXY34679";
#define LETTERS 25
#define MADE (SLIP_WORD_SIZE - 2) // all but the last, which is made of them

// Each place counts otherwise, and none shares a factor with 25: one wrong letter is noticed, and two neighbours that
// were exchanged.
static const int weights[MADE] = {1, 2, 3, 4, 6, 7, 8};

static int last_of(const char *word)
{
  int sum = 0;
  for (int i = 0; i < MADE; i++) {
    const char *letter = strchr(letters, word[i]);
    if (!word[i] || !letter)
      return -1;
    sum += weights[i] * (int)(letter - letters);
  }
  return sum % LETTERS;
}

void slip_word(const char *message_id, char out[SLIP_WORD_SIZE])
{
  char hash[HASH_SIZE], head[16] = "";
  secret_hash(message_id, strlen(message_id), hash);
  memcpy(head, hash, sizeof head - 1);
  uint64_t number = strtoull(head, NULL, 16);
  for (int i = 0; i < MADE; i++, number /= LETTERS)
    out[i] = letters[number % LETTERS];
  out[MADE] = '\0';
  out[MADE] = letters[last_of(out)];
  out[MADE + 1] = '\0';
}

bool slip_word_is(const char *word)
{
  return strlen(word) == SLIP_WORD_SIZE - 1 && last_of(word) >= 0 && word[MADE] == letters[last_of(word)];
}
