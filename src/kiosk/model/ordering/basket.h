// SPDX-License-Identifier: GPL-3.0-or-later
// The order that is being made: what is in it, what it costs, and how it is kept for a person who leaves.
#pragma once

#include "kiosk/model/model.h"

int basket_count_of(const struct model *model, const char *dish_id);
int basket_portions(const struct model *model);
int basket_total_fen(const struct model *model);
// Whether something was chosen and can still be ordered.
bool basket_waits(const struct model *model);

// The following change the model.
void basket_begin(struct model *model, const char *date, enum meal meal);
bool basket_add(struct model *model, const char *dish_id);    // false: it is full
void basket_remove(struct model *model, const char *dish_id); // one of it
void basket_take_out(struct model *model, const char *dish_id);
// Takes out what is no longer on the menu; whether there was such.
bool basket_prune(struct model *model);
// Fills in names, prices and the rest, as it is sent.
void basket_seal(struct model *model, struct order *out);
void basket_keep(struct model *model);    // for the person, who leaves
void basket_restore(struct model *model); // for the person, who has come
