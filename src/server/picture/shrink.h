// SPDX-License-Identifier: GPL-3.0-or-later
// Has a picture from outside made anew by anban-picture: a program of its own with little memory and time, so that
// nothing that a file does to a decoder happens to the server. Takes some tenths of a second. Thread: any; blocks.
#pragma once

#include "base/fault.h"
#include "base/text.h"

#include <stdbool.h>

enum shrink_end {
  SHRINK_DONE,
  SHRINK_REFUSED, // the file's fault; the sentence says why
  SHRINK_FAILED,  // the server's
};

// Appends a JPEG, no side of it longer than `side` pixels. `program`: the path of anban-picture.
enum shrink_end shrink(const char *program, int side, const struct buffer *file, struct buffer *jpeg,
                       struct fault *fault);
