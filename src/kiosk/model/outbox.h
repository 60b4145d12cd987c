// SPDX-License-Identifier: GPL-3.0-or-later
// Messages on their way: asked to be delivered, on the disk, answered.
#pragma once

#include "kiosk/model/core/intents.h"

extern const struct intent_row outbox_intents[];

// Asks for a message to be delivered. Its id and time are filled in here.
void outbox_send(struct model *model, struct requests *out, struct message *message);
// The same, and the screen "done" tells from now on how it fares.
void outbox_wish(struct model *model, struct requests *out, struct message *message);
void outbox_saved(struct model *model, const struct message *message);
void outbox_not_saved(struct model *model, const struct message *message);
void outbox_answered(struct model *model, const struct answer *answer, struct requests *out);
// The server, or at the start the disk, tells how a record stands.
void outbox_record(struct model *model, const struct record *record, struct requests *out);

// The person signs out, perhaps by having walked away: what went otherwise and was not seen by anybody is kept for
// them.
void outbox_person_leaves(struct model *model, struct requests *out);
// Somebody touches, and has seen what stands there.
void outbox_touched(struct model *model, enum intent_kind kind, struct requests *out);
// The line has come or gone: the patience for an answer begins anew.
void outbox_line(struct model *model, struct requests *out);
// How many wishes of the person are still on their way.
int outbox_waiting(const struct model *model);
// The oldest of what went otherwise than the person wished while they were not looking; NULL: nothing.
const struct wish *outbox_news(const struct model *model);
