// SPDX-License-Identifier: GPL-3.0-or-later
// From fingers to meaning, forgiving a trembling hand: the first finger on a key counts, the key acts when it is let go
// inside it, sliding off takes it back, a palm means nothing, and after a tap its place is deaf for a while so that a
// double tap is one. A thumb that rests beside the keys is in nobody's way, and what was lifted unseen is not for ever
// on the glass. A page that comes by itself is deaf at first: the finger is still on its way to the one before. The
// help key acts at once and is never deaf to a finger that reaches it. Pure; the time is passed in.
#pragma once

#include "base/clock.h"
#include "kiosk/ui/tree.h"

#define TOUCH_PALM 3 // so many contacts at once are no finger
#define TOUCH_MOST 10

struct contact {
  int64_t finger;
  anban_ms heard; // the screen told of it last
};

struct touch {
  int deaf_ms; // 0 to 2000
  int slop;    // px around a key that still count as the key
  struct contact contacts[TOUCH_MOST];
  int contact_count;
  bool palm;              // until all contacts are gone
  int64_t finger;         // the one that counts, while there is a target
  char target[ITEM_NAME]; // the key where it went down; empty: no finger counts
  struct box deaf_box;
  char deaf_name[ITEM_NAME];
  anban_ms deaf_until;
  anban_ms surprised_until;
};

// All return the node to act on, or -1. They set `pressed` of the nodes: what is to be redrawn shows there.
int touch_down(struct touch *touch, struct tree *tree, int64_t finger, int x, int y, anban_ms at);
int touch_move(struct touch *touch, struct tree *tree, int64_t finger, int x, int y, anban_ms at);
int touch_up(struct touch *touch, struct tree *tree, int64_t finger, int x, int y, anban_ms at);
// A key of the keyboard or a switch on a node: the same deafness.
int touch_press(struct touch *touch, const struct tree *tree, int node, anban_ms at);
// A page that nobody has asked for is to be seen from now on.
void touch_surprise(struct touch *touch, anban_ms at);
// All fingers are gone: the screen was unplugged, the window lost them.
void touch_forget(struct touch *touch, struct tree *tree);
