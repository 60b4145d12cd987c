// SPDX-License-Identifier: GPL-3.0-or-later
// Messages on their way: asked to be delivered, on the disk, answered.
#pragma once

#include "kiosk/model/model.h"

// Asks for a message to be delivered. Its id and time are filled in here.
void outbox_send(struct model *model, struct requests *out, struct message *message);
// The same, and the screen "done" tells from now on how it fares.
void outbox_wish(struct model *model, struct requests *out, struct message *message);
// What could not be written down, once more.
void outbox_retry(struct model *model, struct requests *out);
void outbox_saved(struct model *model, const struct message *message);
void outbox_not_saved(struct model *model, const struct message *message);
void outbox_answered(struct model *model, const struct answer *answer);
// The server, or at the start the disk, tells how a record stands.
void outbox_record(struct model *model, const struct record *record);

// The person signs out, perhaps by having walked away: what went otherwise and was not seen by anybody is kept for
// them.
void outbox_left(struct model *model);
// The oldest of what went otherwise than the person wished while they were not looking; NULL: nothing.
const struct wish *outbox_news(const struct model *model);
// It becomes model->done. False: there is none.
bool outbox_take_news(struct model *model);
