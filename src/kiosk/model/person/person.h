// SPDX-License-Identifier: GPL-3.0-or-later
// Who stands before the kiosk.
#pragma once

#include "kiosk/model/core/intents.h"

#define MOST_TILE_PEOPLE 24

// The people to be shown as tiles on "who" (none when there are too many: then a card or the room finds them).
int person_tiles(const struct model *model, const struct resident *list[MOST_TILE_PEOPLE]);
// Those who live in the room whose number was typed.
int person_in_room(const struct model *model, const struct resident *list[MOST_TILE_PEOPLE]);
// Whether any resident has a card.
bool person_cards(const struct model *model);

extern const struct intent_row person_intents[];
void person_card(struct model *model, const char *card, struct requests *out);
// Signs out: what is private is wiped.
void person_leave(struct model *model, struct requests *out);
// The desk may have taken the person off the list.
void person_check(struct model *model, struct requests *out);
