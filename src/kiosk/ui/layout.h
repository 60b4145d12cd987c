// SPDX-License-Identifier: GPL-3.0-or-later
// Puts a page on a panel: from what is to be said to where everything stands. Pure: no window, no fonts, only widths.
// What doesn't fit goes to a further page; only what can't be parted shrinks, never below the smallest size that an
// elder reads (numbers for sight and touch: capital I 4.8 mm, keys 16 mm, gaps 3 mm, help key 30 mm).
#pragma once

#include "kiosk/ui/lines.h"
#include "kiosk/ui/page.h"
#include "kiosk/ui/panel.h"
#include "kiosk/ui/tree.h"

void layout_page(const struct page *page, const struct panel *panel, const struct measure *measure, struct tree *out);
