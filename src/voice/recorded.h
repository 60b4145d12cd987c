// SPDX-License-Identifier: GPL-3.0-or-later
// The voices that people have lent: says a sentence when one of them has recorded every part of it, and no other. A
// clip that is missing or damaged is told with every sentence, and those that need it are left to the engines after
// this one. Thread: one, but for recorded_renew.
//   FOLDER/LOCALE/ID/pack.json      as protocol/pack.h says
//   FOLDER/LOCALE/ID/HASH.opus      its clips
#pragma once

#include "voice/engine.h"

#include <stdatomic.h>

struct lent; // one voice

struct recorded {
  const char *folder; // outlives this; "": none
  int rate;           // Hz, of what comes out
  atomic_bool is_read;
  int count;
  struct lent *voices; // owned
  struct fault amiss;
};

struct engine recorded_engine(struct recorded *recorded);
// What is in the folder has changed: it is read again before the next sentence. Thread: any.
void recorded_renew(struct recorded *recorded);
