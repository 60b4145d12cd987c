// SPDX-License-Identifier: GPL-3.0-or-later
// Where Tab and arrows lead, for those who use a keyboard or a switch instead of a finger. Pure.
#pragma once

#include "kiosk/ui/tree.h"

// The key after (or, when `step` is -1, before) node `from` in reading order, round in a circle; from -1 the first.
// -1 when the page has no key.
int focus_next(const struct tree *tree, int from, int step);
// The nearest key in a direction: one of dx, dy is -1 or 1. `from` when there is none.
int focus_toward(const struct tree *tree, int from, int dx, int dy);
// Marks this node, and no other, as focused; -1: none.
void focus_set(struct tree *tree, int node);
