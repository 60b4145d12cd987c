// SPDX-License-Identifier: GPL-3.0-or-later
// speech-dispatcher, for a site whose computer speaks through it already. It has the loudspeaker itself: nothing comes
// back but word that a sentence has begun and is over, so that no character is marked and the loudness is its own.
// Blocks until the sentence is over. Its callbacks know no owner: one in a process. Thread: one.
#pragma once

#include "voice/engine.h"

struct dispatcher {
  void *connection;                          // NULL: none
  void (*began)(void *ctx, uint64_t number); // the sentence can be heard; on the thread that says it
  void *began_ctx;
};

// `voice` is a name that `spd-say -L` has; with another the daemon speaks as it usually does.
enum verdict dispatcher_say(struct dispatcher *dispatcher, const char *voice, const struct task *task,
                            struct fault *fault);
void dispatcher_close(struct dispatcher *dispatcher);
