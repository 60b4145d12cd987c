// SPDX-License-Identifier: GPL-3.0-or-later
// A text as a QR code to be shown and printed. Thread: any.
#pragma once

#include "base/bitmap.h"
#include "base/text.h"

#define QR_MARGIN 4 // modules, as ISO/IEC 18004 wants them

// Appends an SVG picture: black on white with the margin that readers need, no script and no style in it. false: the
// text is too long for a code (some 2000 bytes).
bool qr_svg(const char *text, struct buffer *out);

// The same of digits alone, as dots of a printer: `dots` for each module, its margin within. Level M, which a crease
// leaves readable. False: they are too many.
bool qr_of_digits(const char *digits, int dots, struct bitmap *out);
