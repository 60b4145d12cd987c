// SPDX-License-Identifier: GPL-3.0-or-later
// Files of pictures that come from outside, made small and harmless: JPEG or PNG in, JPEG out, upright, without a word
// of where and by whom it was taken. Its size in pixels is read from its head before any memory is given to it. Meant
// for a program of its own (anban-picture): what a decoder may do wrong happens to nobody else.
#pragma once

#include "base/fault.h"
#include "base/text.h"
#include "picture/codec/pixels.h"

#include <stdbool.h>

#define MOST_MEGAPIXELS 40 // more than telephones take; as bytes a tenth of a gigabyte

// Fills `out`; on a fault nothing is to be freed. A JPEG comes at a fraction of its size where that is still no smaller
// than `side`, which saves its decoder most of the work.
bool jpeg_read(const struct buffer *file, int side, struct pixels *out, struct fault *fault);
bool png_read(const struct buffer *file, struct pixels *out, struct fault *fault);
bool jpeg_write(const struct pixels *pixels, struct buffer *out, struct fault *fault);

// Whether a picture of this size is taken; else the fault says so.
bool codec_takes(size_t width, size_t height, struct fault *fault);
// Appends the JPEG, no side of it longer than `side`.
bool codec_shrink(const struct buffer *file, int side, struct buffer *out, struct fault *fault);
