// SPDX-License-Identifier: GPL-3.0-or-later
// The ring of a call: two soft strokes, low enough for ears of eighty.
#pragma once

#include "base/samples.h"

#include <stdbool.h>

// `here`: it rings here; else as it is heard of the other end, softer.
struct samples *bell_new(int rate, bool here);
