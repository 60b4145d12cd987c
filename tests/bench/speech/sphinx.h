// SPDX-License-Identifier: GPL-3.0-or-later
// pocketsphinx with its English model and a grammar of the commands: the other way to hear them without a model of
// one's own. Each command is spelt in the phones of the CMU dictionary.
#pragma once

#include "base/samples.h"

#include <stdbool.h>

bool sphinx_start(const char *const *phones, int count);
// The command it takes the utterance for; -1: none.
int sphinx_hear(const struct samples *heard);
void sphinx_stop(void);
