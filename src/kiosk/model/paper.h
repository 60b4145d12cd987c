// SPDX-License-Identifier: GPL-3.0-or-later
// Slips: when a wish goes on paper because the line does not carry it, and how that paper fares.
#pragma once

#include "kiosk/model/core/intents.h"

extern const struct intent_row paper_intents[];

// Whether this kiosk prints what this message says.
bool paper_is_for(const struct model *model, enum message_kind kind);
// Whether the person may ask for the paper of the wish that "done" tells about: once more, or where it is printed on
// request.
bool paper_may_ask(const struct model *model);

// The uptime at which the next one is due; -1: none. Then those that are due are asked for.
anban_ms paper_due(const struct model *model);
void paper_passed(struct model *model, struct requests *out);
// What the printer, or at the start the disk, tells of the slip of a message.
void paper_fares(struct model *model, const char *message_id, enum paper paper);
// The server has the message: what is not on paper yet needs none.
void paper_answered(struct model *model, const struct outbox_message *item, struct requests *out);
