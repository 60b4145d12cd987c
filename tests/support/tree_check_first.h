// SPDX-License-Identifier: GPL-3.0-or-later
// What decides stands on the first page of every screen, on every panel and at every text size; and no sentence is
// parted by a turn of the page.
#pragma once

#include "base/text.h"
#include "kiosk/ui/page.h"
#include "kiosk/ui/tree.h"

// `tree`: the first page of `page`. Both return how many faults they wrote, as tree_check.
int tree_check_first(const struct tree *tree, const struct page *page, const char *where, struct buffer *out);
// `tree`: any page of BODY_WORDS.
int tree_check_sentences(const struct tree *tree, const struct page *page, const char *where, struct buffer *out);
