// SPDX-License-Identifier: GPL-3.0-or-later
// Surnames that are read otherwise than their character mostly is (assets/dialects/names.txt). Pure; thread: any.
#pragma once

#include "protocol/reading.h"

// How a name is said: the surname's reading, and "*" for each character of the given name. False: its surname is read
// as ever, or it is no name in Chinese characters.
bool surname_read(const char *name, struct reading *reading);
