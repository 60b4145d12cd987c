// SPDX-License-Identifier: GPL-3.0-or-later
// Messages on their way: asked to be delivered, on the disk, answered.
#pragma once

#include "kiosk/model/model.h"

// Asks for a message to be delivered. Its id and time are filled in here.
void outbox_send(struct model *model, struct requests *out, struct message *message);
void outbox_saved(struct model *model, const struct message *message);
void outbox_not_saved(struct model *model, const struct message *message);
void outbox_answered(struct model *model, const struct answer *answer);
// The server tells how an order stands.
void outbox_order(struct model *model, const struct order *order);

// The person signs out, perhaps by having walked away: what went otherwise and was not seen by anybody is kept for
// them.
void outbox_person_leaves(struct model *model, struct requests *out);
// Somebody touches, and has seen what stands there.
void outbox_touched(struct model *model, enum intent_kind kind, struct requests *out);
// The line has come or gone: the patience for an answer begins anew.
void outbox_line(struct model *model, struct requests *out);
// Whether something went otherwise than the person wished while they were not looking.
bool outbox_has_news(const struct model *model);
// The oldest of it becomes model->done.
void outbox_take_news(struct model *model);
