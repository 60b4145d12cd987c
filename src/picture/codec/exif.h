// SPDX-License-Identifier: GPL-3.0-or-later
// The one thing that is wanted of what a camera writes into its pictures: how it was held.
#pragma once

#include <stddef.h>

// Of an APP1 segment's bytes. 1 to 8; 1, upright, where it says nothing or what can't be.
int exif_orientation(const unsigned char *bytes, size_t size);
