// SPDX-License-Identifier: GPL-3.0-or-later
// What the server does with each kind of message.
#pragma once

#include "protocol/message.h"
#include "server/model/outcome.h"
#include "server/store/db.h"

struct message_handler {
  unsigned senders; // bits SENDER(enum actor_kind): who may send it
  // Does what the message wishes. `answer` is empty but for its id; a reason in it makes it a refusal. Nothing that
  // makes no sense comes here: what is wished is granted or refused.
  void (*take)(struct db *db, const struct message *message, const struct actor *who, anban_ms now,
               struct answer *answer);
};
#define SENDER(actor_kind) (1u << (actor_kind))

// By enum message_kind. A file of its own (message_kinds.c): a program may be linked with another one.
extern const struct message_handler *const message_handlers[];
