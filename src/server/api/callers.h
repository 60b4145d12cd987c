// SPDX-License-Identifier: GPL-3.0-or-later
// Those who asked lately, in memory, so that who is known needs no disk to be let in: a call for help waits for none.
// All are forgotten when the data of people, sessions or kiosks may have changed, and each after a minute, so that what
// ends by time ends at most that much later. Thread: the loop's.
#pragma once

#include "server/api/request.h"

struct callers *callers_new(void);
void callers_free(struct callers *callers); // NULL is fine

// What a request says of who asks.
enum credential_kind { CREDENTIAL_KIOSK, CREDENTIAL_STAFF, CREDENTIAL_FAMILY, CREDENTIAL_HELPER };
struct credential {
  enum credential_kind kind;
  char token[TOKEN_SIZE];
};

// Who is known by it. NULL: nobody; they may be in the data.
const struct caller *callers_find(const struct callers *callers, const struct credential *credential, anban_ms now);
void callers_keep(struct callers *callers, const struct credential *credential, const struct caller *caller,
                  anban_ms now);
void callers_forget(struct callers *callers);
// Grows by each callers_forget: what was looked up before one is not to be believed after it.
int64_t callers_age(const struct callers *callers);
