// SPDX-License-Identifier: GPL-3.0-or-later
// Messages of elders: any number of deliveries, one effect, one answer. Thread: the db's.
#pragma once

#include "protocol/message.h"
#include "server/model/outcome.h"
#include "server/store/db.h"

// Does what the message wishes and appends its answer (one line of JSON, the shape of struct answer) to `answer`; a
// message that was taken before gets the answer it got then, word for word, whoever brings it. OUTCOME_CONFLICT: its id
// was taken before with another content. OUTCOME_WRONG: who asks can't wish this.
enum outcome message_take(struct db *db, const struct message *message, const struct actor *who, anban_ms now,
                          struct buffer *answer, struct fault *fault);

// How long answers are kept: much longer than any kiosk keeps trying.
#define MESSAGES_KEPT_MS (90 * MS_DAY)
// Forgets the answers given before `before`, at most `most`. Returns how many.
int messages_prune(struct db *db, anban_ms before, int most);
