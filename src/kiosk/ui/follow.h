// SPDX-License-Identifier: GPL-3.0-or-later
// Reading along: where on the page the character stands that is being said. What is said and what is written differ
// (a time in digits, a price, words for the ear only), so the two are held beside each other and only what both have,
// in the same order, is marked. Pure; thread: the main one.
#pragma once

#include "kiosk/ui/lines.h"
#include "kiosk/ui/tree.h"

// `at`: a byte of tree->spoken; -1 or one that is not written anywhere: a box without width.
struct said follow_said(const struct tree *tree, const struct measure *measure, int at);
