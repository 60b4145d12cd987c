// SPDX-License-Identifier: GPL-3.0-or-later
// The one door to the screens: the model in, what is to be seen and heard out. Thread: main.
#pragma once

#include "kiosk/lang/lang.h"
#include "kiosk/model/model.h"
#include "kiosk/ui/page.h"

// Writes the page of the screen the model is at. A page's actions are intents field by field: kind, number, id.
// Returns false when it is not the whole truth: a text was cut or a picture left out for want of room (a mistake of
// ours, for the log; the page is still good to show).
bool screens_page(const struct model *model, const struct lang *lang, struct page *page);
