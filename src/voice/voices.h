// SPDX-License-Identifier: GPL-3.0-or-later
// Every voice of this kiosk, put together in the order in which they are asked: recorded clips, the site's own engines,
// espeak-ng in the dialect, in Mandarin, with the system's data. Thread: one.
#pragma once

#include "voice/chain.h"
#include "voice/espeak.h"
#include "voice/programs.h"
#include "voice/recorded.h"

struct voices_settings {
  const char *data;     // the folder that holds espeak-ng-data/; "": the system's
  const char *packs;    // the folder of the recorded voices; "": none
  const char *readings; // the file of this site's readings; "": none
  const char *engines;  // the file of this site's own voices; "": none
  // A voice with a loudspeaker of its own has begun a sentence, on the thread that says it. NULL: only voices that give
  // samples are asked.
  void (*began)(void *ctx, uint64_t number);
  void *began_ctx;
};

struct voices {
  struct recorded recorded;
  struct programs programs;
  struct espeak espeak;
  struct chain chain;
};

// What the settings point to must outlive the voices.
struct voice voices_init(struct voices *voices, const struct voices_settings *settings);
// What is on the disk has changed: it is read again before the next sentence. Thread: any.
void voices_renew(struct voices *voices);
