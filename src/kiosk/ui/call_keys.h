// SPDX-License-Identifier: GPL-3.0-or-later
// The keys below the pictures of a call: one row as long as the panel allows, the last key (hang up, answer) the
// widest, words below the signs where they can be read, signs alone where pictures would have no room.
#pragma once

#include "kiosk/ui/fit.h"

// What they leave above them, and then the keys themselves.
struct box call_keys_room(const struct layout *layout, struct box body);
void call_keys_put(const struct layout *layout, struct box body);
