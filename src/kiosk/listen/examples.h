// SPDX-License-Identifier: GPL-3.0-or-later
// The examples a person has given of what they say: for each text one file in FOLDER/PERSON/, readable by the kiosk
// only. It holds the powers of utterance.h, never sound. A damaged file is named and set aside. Thread: listen's.
#pragma once

#include "base/fault.h"
#include "kiosk/listen/utterance.h"

#include <stdbool.h>

#define EXAMPLES_MOST 5 // of a text; a sixth takes the place of the oldest

// Oldest first; the caller frees each. Returns how many; the fault is empty unless a file was damaged.
int examples_read(const char *folder, const char *person, const char *text, struct utterance *out[EXAMPLES_MOST],
                  struct fault *fault);
// Returns how many there are then; 0 and a fault when it can't be kept.
int examples_add(const char *folder, const char *person, const char *text, const struct utterance *example,
                 struct fault *fault);
bool examples_forget(const char *folder, const char *person, struct fault *fault);
