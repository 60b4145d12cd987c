// SPDX-License-Identifier: GPL-3.0-or-later
// What speaking and listening weigh together in a process, with the kiosk's own parts: the voice that has spoken, the
// voices for templates, and as many templates as listening ever keeps.
#pragma once

#include <stdbool.h>

// In a process of its own, begun before anything else has been loaded.
bool weight_print(const char *voices);
