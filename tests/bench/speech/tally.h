// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of ./bench speech, from its trials.
#pragma once

#include "crew.h"

// Right, wrong and refused for each room, each dialect and each pace.
void tally_print(const struct crew *crew, enum lexicon_kind by, const char *title);
void tally_confusions(const struct crew *crew, enum lexicon_kind by);
void tally_sphinx(const struct crew *crew);
void tally_time(const struct crew *crew);
