// SPDX-License-Identifier: GPL-3.0-or-later
// Letters: Noto Sans CJK with the glyph forms of the locale, and for each character it lacks another installed font
// that has it. Thread: the main one.
#pragma once

#include "base/fault.h"
#include "kiosk/ui/lines.h"
#include "kiosk/ui/tree.h"

#include <SDL.h>

struct fonts;

// When Noto Sans CJK is missing, `fault` tells so and what stands in; otherwise its sentence is empty. Without any font
// all text is blank: icons, colours and voice still lead. NULL and the fault when the font library does not start.
struct fonts *fonts_open(struct fault *fault);
void fonts_close(struct fonts *fonts); // NULL is fine

// From now on with the glyph forms of this locale.
void fonts_set_locale(struct fonts *fonts, const char *locale);
// Valid until fonts_close; follows the locale.
struct measure fonts_measure(struct fonts *fonts);

#define FONT_BASELINE_PERCENT 125 // of the size: where the baseline of a drawn line is, from its top
// The line as a surface with alpha. The caller frees it. NULL when there is no memory.
SDL_Surface *fonts_draw(struct fonts *fonts, const char *text, int em, bool bold, struct colour ink);
