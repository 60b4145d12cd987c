// SPDX-License-Identifier: GPL-3.0-or-later
// The glass: how many pixels, how big they are, how far away the eyes are.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct panel {
  int width, height; // px
  double mm_wide, mm_high;
  int viewing_mm; // from the eyes to the screen
};

// Of the direction in which pixels are denser, so that a least size is one both ways (7-inch panels have oblong
// pixels).
double panel_px_per_mm(const struct panel *panel);
// Millimetres as pixels, rounded up: a size stated in millimetres is a least size.
int panel_px(const struct panel *panel, double mm);

// The size of the picture area in mm, from the detailed timing of an EDID (VESA E-EDID 1.4, 3.10.2), or, when that says
// nothing, from its centimetres. False when the bytes are no EDID or name no size (a projector).
bool panel_edid_size(const uint8_t *bytes, size_t size, int *mm_wide, int *mm_high);
// The same from the first connected screen below `folder` (/sys/class/drm).
bool panel_connected_size(const char *folder, int *mm_wide, int *mm_high);
