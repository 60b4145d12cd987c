// SPDX-License-Identifier: GPL-3.0-or-later
// espeak-ng's compiled phoneme data, as three files in memory. phontab: the number of tables, then each as count of
// phonemes, number of the table it is based on (from 1, 0 none), name[32], phonemes of 16 bytes. phonindex: programs of
// 16-bit words. phondata: version word, sample rate, envelopes and spectra, which programs point to.
#pragma once

#include "base/fault.h"
#include "base/file.h"

#include <stdint.h>

#define PHONEME_TABLES 150 // espeak-ng 1.51 keeps no more

struct phonemes {
  struct buffer tables, programs, sounds; // the three files; owned
  size_t table_at[PHONEME_TABLES];        // where each table begins in `tables`
  int table_count;
};

// After the buffers were read. False: not the data of the one version that is known here.
bool phonemes_open(struct phonemes *data, struct fault *fault);
void phonemes_close(struct phonemes *data);
// Begins a table; what follows goes into it.
bool phonemes_begin(struct phonemes *data, const char *name, const char *base, struct fault *fault);
bool phonemes_tone(struct phonemes *data, const char *name, const char *chao, struct fault *fault);
// The vowel `like` of the table `of`, `percent` as long.
bool phonemes_vowel(struct phonemes *data, const char *name, const char *of, const char *like, int percent,
                    struct fault *fault);
