// SPDX-License-Identifier: GPL-3.0-or-later
// The frame of every page: its title, the state of the line, the help key at the upper right, and the keys that are the
// same everywhere (say it again, speak, back, home, turning) always in the same places.
#pragma once

#include "kiosk/ui/fit.h"

enum frame_kind {
  FRAME_WIDE,  // a rail on the right with one key below the other, "back" and "home" side by side
  FRAME_SHORT, // a low panel: a rail with two keys side by side, "back" and "speak" beside the title
  FRAME_TALL,  // standing: the keys in a bar at the foot
};

struct frame {
  enum frame_kind kind;
  struct box help;
  struct box repeat, speak, back, home, previous, next;
  struct box place; // "page 1 of 3"
  struct box sign;  // the state of the line as a mere sign; empty: it has a strip with words below the title
  struct box head;  // title and what stands below it
  struct box body;
  bool spare; // of room for the title: it is left away where it wants a third line
};

struct frame frame_plan(const struct layout *layout);
// Puts title and line; returns the box of the body.
struct box frame_head(const struct layout *layout, const struct frame *frame);
// Puts the keys, after the body: turning keys depend on how many pages it has.
void frame_keys(const struct layout *layout, const struct frame *frame);

// Whether the state of the line is to be told, and its node, on which the caller draws.
bool frame_shows_line(const struct layout *layout);
int frame_add_line(const struct layout *layout, struct box box, const struct tone *tone);
