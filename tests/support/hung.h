// SPDX-License-Identifier: GPL-3.0-or-later
// A test waits for what happens, however slow the machine is: HUNG is how long until it is taken for something that
// never will. It measures nothing; latencies are ./bench's.
#pragma once

#include "base/clock.h"

#define HUNG (60 * MS_SECOND)
