// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/callers.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define KEPT_MS MS_MINUTE
#define PLACES 4096 // a power of two; who comes to a place in use takes it

struct known {
  char hash[HASH_SIZE]; // of the token
  enum credential_kind kind;
  int64_t age;
  anban_ms kept_at; // wall: what is good until a time of day goes by it
  struct caller caller;
};

struct callers {
  struct known *places[PLACES]; // NULL: nobody yet
  int64_t age;
};

struct callers *callers_new(void)
{
  return memory_new(sizeof(struct callers));
}

void callers_free(struct callers *callers)
{
  for (int i = 0; callers && i < PLACES; i++)
    free(callers->places[i]);
  free(callers);
}

// By the hash of the token, which who guesses tokens can't steer.
static size_t place_of(const struct credential *credential, char hash[HASH_SIZE])
{
  secret_hash(credential->token, strlen(credential->token), hash);
  return strtoul((char[5]){hash[0], hash[1], hash[2], hash[3], '\0'}, NULL, 16) % PLACES;
}

static bool is_good(const struct callers *callers, const struct known *known, anban_ms now)
{
  return known->age == callers->age && now >= known->kept_at && now - known->kept_at < KEPT_MS;
}

const struct caller *callers_find(const struct callers *callers, const struct credential *credential, anban_ms now)
{
  char hash[HASH_SIZE];
  const struct known *known = callers->places[place_of(credential, hash)];
  if (!known || known->kind != credential->kind || strcmp(known->hash, hash) != 0 || !is_good(callers, known, now))
    return NULL;
  return &known->caller;
}

void callers_keep(struct callers *callers, const struct credential *credential, const struct caller *caller,
                  anban_ms now)
{
  char hash[HASH_SIZE];
  struct known **place = &callers->places[place_of(credential, hash)];
  if (!*place)
    *place = memory_new(sizeof **place);
  **place = (struct known){.kind = credential->kind, .age = callers->age, .kept_at = now, .caller = *caller};
  COPY_TEXT((*place)->hash, hash);
}

void callers_forget(struct callers *callers)
{
  callers->age++;
}

int64_t callers_age(const struct callers *callers)
{
  return callers->age;
}
