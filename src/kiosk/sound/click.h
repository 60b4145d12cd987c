// SPDX-License-Identifier: GPL-3.0-or-later
// The sound of a key: a short wooden knock, so that a finger knows it was felt.
#pragma once

#include "base/samples.h"

struct samples *click_new(int rate);
