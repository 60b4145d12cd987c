// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/rate.h"

#include "base/memory.h"
#include "base/secret.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#define SLOTS 8192 // a power of two
#define NEAR 8     // slots that one name may stand in

struct slot {
  char who[17];    // of the name's hash
  int64_t free_at; // microseconds, steady: when its allowance is whole again
};

struct rate {
  int64_t interval, allowance; // microseconds
  char secret[TOKEN_SIZE];     // so that nobody can choose names that stand in another's slots
  struct slot slots[SLOTS];
};

struct rate *rate_new(int64_t interval_us, int burst)
{
  struct rate *rate = memory_new(sizeof *rate);
  token_new(rate->secret);
  rate->interval = interval_us;
  rate->allowance = interval_us * (burst - 1);
  return rate;
}

void rate_free(struct rate *rate)
{
  free(rate);
}

// The slot of `who`, or the quietest of those it may stand in, made its own with what was asked by whom it is taken
// from: else who asks under many names would be forgotten, and could begin anew.
static struct slot *slot_of(struct rate *rate, const char *who)
{
  char hash[HASH_SIZE], name[TOKEN_SIZE + 200];
  FORMAT_TEXT(name, "%s%s", rate->secret, who);
  secret_hash(name, strlen(name), hash);
  size_t first = strtoul((char[]){hash[60], hash[61], hash[62], hash[63], '\0'}, NULL, 16);
  hash[sizeof rate->slots->who - 1] = '\0';
  struct slot *quietest = &rate->slots[first % SLOTS];
  for (size_t i = 0; i < NEAR; i++) {
    struct slot *slot = &rate->slots[(first + i) % SLOTS];
    if (strcmp(slot->who, hash) == 0)
      return slot;
    if (slot->free_at < quietest->free_at)
      quietest = slot;
  }
  COPY_TEXT(quietest->who, hash);
  return quietest;
}

bool rate_take(struct rate *rate, const char *who, anban_ms now, anban_ms *wait)
{
  struct slot *slot = slot_of(rate, who);
  int64_t now_us = now * 1000;
  int64_t from = slot->free_at > now_us ? slot->free_at : now_us;
  int64_t excess = from - now_us - rate->allowance;
  *wait = excess > 0 ? (excess + 999) / 1000 : 0;
  if (excess > 0)
    return false;
  slot->free_at = from + rate->interval;
  return true;
}
