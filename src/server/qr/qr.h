// SPDX-License-Identifier: GPL-3.0-or-later
// A text as a QR code to be shown and printed. Thread: any.
#pragma once

#include "base/text.h"

// Appends an SVG picture: black on white with the margin that readers need, no script and no style in it. false: the
// text is too long for a code (some 2000 bytes).
bool qr_svg(const char *text, struct buffer *out);
