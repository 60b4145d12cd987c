// SPDX-License-Identifier: GPL-3.0-or-later
// How the words are said that mean the same on every page.
#pragma once

#include "kiosk/lang/lang.h"
#include "kiosk/model/hearing/word.h"
#include "kiosk/screens/sheet.h"

// As a person says it, in the language; valid for ever.
const char *word_text(const struct lang *lang, enum word word);
// Offers on the page all that count there.
void word_offer(struct sheet *sheet);
