// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence as it is said: times, dates, money, telephone numbers, units become words. What is words already, or is
// not understood, stays as it is; nothing is ever lost. Pure; thread: any.
#pragma once

#include "voice/rewrite.h"

void normal_words(const char *text, const char *locale, struct rewrite *words);
