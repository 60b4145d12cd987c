// SPDX-License-Identifier: GPL-3.0-or-later
// Keys with an icon and a label.
#pragma once

#include "kiosk/ui/fit.h"

// How icon and label share a key's face.
enum key_face { FACE_STACKED, FACE_BESIDE, FACE_ICON };

// Whether the key's label can be read on this face at this size of key.
bool keys_face_fits(const struct layout *layout, const struct page_item *key, int width, int height,
                    enum key_face face);
int keys_put(const struct layout *layout, const struct page_item *key, struct box box, enum key_face face,
             const struct tone *tone);

// The page's large keys at the foot of a body: side by side or, when their labels are too long, one below the other.
// What they leave above them, and then the keys themselves: two steps, so that nodes stand in reading order.
struct box keys_foot_room(const struct layout *layout, struct box body);
void keys_foot_put(const struct layout *layout, struct box body);
// The same, always one below the other.
struct box keys_pile_room(const struct layout *layout, struct box body);
void keys_pile_put(const struct layout *layout, struct box body);
