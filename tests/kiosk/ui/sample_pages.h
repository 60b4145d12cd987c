// SPDX-License-Identifier: GPL-3.0-or-later
// Pages as the screens write them, one for each kind of body and then some that are hard on the layout.
#pragma once

#include "kiosk/ui/page.h"

#define SAMPLE_PAGES 16

// Writes sample `which` in zh_CN or en. Returns its name.
const char *sample_page(int which, const char *locale, struct page *out);
