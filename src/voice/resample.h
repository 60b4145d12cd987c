// SPDX-License-Identifier: GPL-3.0-or-later
// Samples at another rate. Thread: any.
#pragma once

#include "base/samples.h"

// Takes `samples`, returns them or others in their place; its marks go along.
struct samples *resample(struct samples *samples, int rate);
