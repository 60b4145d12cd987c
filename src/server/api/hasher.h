// SPDX-License-Identifier: GPL-3.0-or-later
// Passwords are slow on purpose, so one thread of its own works on them, and only a few may wait: sign-ins beyond that
// are sent away rather than taking the processor from everybody.
#pragma once

#include "base/secret.h"

#define PASSWORD_SIZE 128

enum hash_kind { HASH_CHECK, HASH_PASSWORD, HASH_PIN };

struct hash_job {
  enum hash_kind kind;
  char password[PASSWORD_SIZE];
  char hash[PASSWORD_HASH_SIZE]; // to check against, or the new one
  bool ok;                       // it matches, or is hashed
  void (*done)(const struct hash_job *job);
  void *ctx;
};

struct hasher;

// `wake` is called on the hasher's thread when hasher_deliver has something to do.
struct hasher *hasher_start(void (*wake)(void *ctx), void *wake_ctx, struct fault *fault);
// false: too many wait.
bool hasher_submit(struct hasher *hasher, const struct hash_job *job);
// Calls `done` of the finished ones, on this thread.
void hasher_deliver(struct hasher *hasher);
// Finishes and delivers what waits. NULL is fine.
void hasher_stop(struct hasher *hasher);
