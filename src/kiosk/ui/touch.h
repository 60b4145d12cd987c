// SPDX-License-Identifier: GPL-3.0-or-later
// From fingers to meaning, forgiving a trembling hand: the first finger on a key counts, the key acts when it is let go
// inside it, sliding off takes it back, a palm means nothing, and after a tap its place is deaf for a while, all other
// keys for half of that, so that a double tap is one. A thumb that rests beside the keys is in nobody's way, and what
// was lifted unseen is not for ever on the glass. A page is deaf at first: a finger that comes down then was meant for
// the one before. The help key acts at once and is never deaf to a finger that reaches it. Pure; the time is passed in:
// that of the touch, however late it is looked at.
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
  int deaf_ms; // of a page that was shown, of a key that acted; 0 to 2000
  int slop;    // px around a key that still count as the key
  struct contact contacts[TOUCH_MOST];
  int contact_count;
  bool palm;                  // until all contacts are gone
  int64_t finger;             // the one that counts, while there is a target
  char target[ITEM_NAME];     // the key where it went down; empty: no finger counts
  char acted_name[ITEM_NAME]; // the key that acted last; empty: none has
  struct box acted_box;
  anban_ms acted_at;
  anban_ms page_deaf_until;
};

// All return the node to act on, or -1. They set `pressed` of the nodes: what is to be redrawn shows there.
int touch_down(struct touch *touch, struct tree *tree, int64_t finger, int x, int y, anban_ms at);
int touch_move(struct touch *touch, struct tree *tree, int64_t finger, int x, int y, anban_ms at);
int touch_up(struct touch *touch, struct tree *tree, int64_t finger, int x, int y, anban_ms at);
// A key of the keyboard or a switch on a node: the same deafness.
int touch_press(struct touch *touch, const struct tree *tree, int node, anban_ms at);
// Another page is to be seen from now on; `asked`: a touch has brought it, it does not come by itself.
void touch_show(struct touch *touch, bool asked, anban_ms at);
// From then on no key is deaf.
anban_ms touch_ready_at(const struct touch *touch);
// All fingers are gone: the screen was unplugged, the window lost them.
void touch_forget(struct touch *touch, struct tree *tree);
