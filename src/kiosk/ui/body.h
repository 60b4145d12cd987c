// SPDX-License-Identifier: GPL-3.0-or-later
// The bodies of a page, each laid into the box that the frame leaves it. They set the tree's page, pages, first_item
// and items. The large keys (page->keys) stand below them; those of a keypad and a call it puts itself.
#pragma once

#include "kiosk/ui/fit.h"

void body_rest(const struct layout *layout, struct box body);
void body_tiles(const struct layout *layout, struct box body);
void body_rows(const struct layout *layout, struct box body);
void body_words(const struct layout *layout, struct box body);
void body_keypad(const struct layout *layout, struct box body);
void body_call(const struct layout *layout, struct box body);
// Whether there is room for what stands above the digits.
bool body_keypad_says_all(const struct layout *layout, struct box body);
