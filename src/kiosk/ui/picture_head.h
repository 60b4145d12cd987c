// SPDX-License-Identifier: GPL-3.0-or-later
// How large a picture is, by the first bytes of its file: some kilobytes can stand for a gigabyte of pixels, and no
// decoder asks before it takes the memory.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#define MOST_PICTURE_PIXELS (8 << 20)

// Of a PNG, JPEG or WebP. false: it is none of these, or ends before it says so.
bool picture_head(const unsigned char *bytes, size_t size, int *width, int *height);
// Whether the file is a picture of at most MOST_PICTURE_PIXELS.
bool picture_head_fits(const char *path);
