// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/model/wish_kinds.h"
#include "kiosk/screens/wish_words.h"

extern struct help haircut_known; // the area: the one haircut that this kiosk knows of; id empty: none

extern const struct wish_kind haircut_wish;
extern const struct record_area haircut_area;
extern const struct wish_words haircut_words;
