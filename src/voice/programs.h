// SPDX-License-Identifier: GPL-3.0-or-later
// The voices that a site has of its own, per locale: any program that reads a text and writes sound. From a file:
//   zh_CN  wav        espeak-ng -v cmn-latn-pinyin --stdout
//   zh_HK  pcm:16000  "/opt/my voices/speak" --slow {slowness}
//   en     speech-dispatcher  "English (America)"
// the locale, what the program writes (a WAV; raw samples, 16 bit, little-endian, mono, at a rate) and the program with
// its arguments. {rate}: words a minute; {slowness}: 1 at the usual rate, 2 when half as fast; {locale}. # begins a
// note. A program that fails is passed over; one that was too slow is left alone for a minute. speech-dispatcher speaks
// itself, with one of its voices.
#pragma once

#include "voice/dispatcher.h"
#include "voice/engine.h"

#include "base/clock.h"

#define PROGRAMS_MOST 16

struct program {
  char locale[24];
  bool dispatched;     // argv[0] is a voice of speech-dispatcher
  int pcm_rate;        // 0: it writes a WAV
  char *line;          // owned; argv points into it
  char *argv[32];      // ends in NULL
  anban_ms rest_until; // steady
  struct fault lately;
};

struct programs {
  const char *path;             // outlives this; "" or a file that isn't there: none
  int rate;                     // Hz, of what comes out
  struct dispatcher dispatcher; // without `began` it is passed over: who wants samples can't use it
  int count;
  struct program list[PROGRAMS_MOST];
};

struct engine programs_engine(struct programs *programs);
