// SPDX-License-Identifier: GPL-3.0-or-later
// A failure as one sentence for a person: what could not be done, with which thing, and why.
// Functions that can fail take a `struct fault *` last and return false (or NULL); the fault is then filled.
#pragma once

#include <stdbool.h>

struct fault {
  char sentence[400];
};

// Fills the fault and returns false, so that a function can end with `return fault_set(...)`.
bool fault_set(struct fault *fault, const char *format, ...) __attribute__((format(printf, 2, 3)));
