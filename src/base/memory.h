// SPDX-License-Identifier: GPL-3.0-or-later
// Memory that is there or ends the program with a sentence: nothing useful can be done for an elder
// by a kiosk that cannot get a few bytes, and the watchdog starts it again. Thread: any.
#pragma once

#include <stddef.h>

// Zeroed; the caller owns it and gives it back with free().
void *memory_new(size_t size);
void *memory_resize(void *old, size_t size);
char *memory_text(const char *text);
_Noreturn void memory_exhausted(void);
