// SPDX-License-Identifier: GPL-3.0-or-later
// Between the two, on the calling thread, nothing of ours may ask for memory, give it back or lock: the test fails.
// The linker leads those calls here (--wrap, tests.cmake).
#pragma once

void callback_begin(void);
void callback_end(void);
