// SPDX-License-Identifier: GPL-3.0-or-later
// What the two files of scripts share.
#pragma once

#include "server/model/script.h"

// A line more, unless its text is there already or empty; its id is made here.
void script_add(struct script *script, const struct line *line);
// That of the locale, or of the language that a dialect belongs to; NULL: there is none.
const struct script *scripts_catalogue(const struct scripts *scripts, const char *locale);
