// SPDX-License-Identifier: GPL-3.0-or-later
// ESC/POS: what receipt printers understand, whatever wire they hang on. The picture goes as raster in bands, and after
// each the printer is asked how it is: a band is the most that is in doubt when paper ends.
#pragma once

#include "kiosk/print/driver.h"

#define ESCPOS_BAND 24 // rows

// `fd` does not block. It stays open.
enum print_outcome escpos_print(int fd, const struct bitmap *picture, bool *began, struct fault *fault);
