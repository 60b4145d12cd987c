// SPDX-License-Identifier: GPL-3.0-or-later
// Sends what waits to leave this server: each way out has a thread of its own, so that none waits for another, nor the
// loop or the writer for any. A message is taken from the data when it is due, sent, and settled in the data; a server
// that ends in between sends it again with the same id. Thread: the loop's, but for sender_committed.
#pragma once

#include "server/outbound/driver.h"
#include "server/store/writer.h"

struct sender;

#define MOST_WAYS 8

struct sender_ears {
  void (*wake)(void *ctx); // on a way's thread: sender_tick has something to do
  void *ctx;
  // On the writer's thread, in the transaction that writes down what came of a message. May be NULL.
  void (*settled)(struct db *db, const struct outbound *work, enum outbound_state state, anban_ms now);
};

// The drivers whose settings are set. NULL and a fault when a thread can't start.
struct sender *sender_start(const struct outbound_driver *drivers, int count, const struct outbound_settings *settings,
                            const struct sender_ears *ears, struct fault *fault);
// Tells the data which ways there are; inside a transaction, at a start.
void sender_begin(const struct outbound_driver *drivers, int count, const struct outbound_settings *settings,
                  struct db *db, anban_ms now);
// Thread: the writer's, after each commit; and once before it starts.
void sender_committed(struct sender *sender, struct db *db);
// To be called once a second, when woken and when the writer has delivered.
void sender_tick(struct sender *sender, struct writer *writer, anban_ms wall, anban_ms steady);
// What came of all since the start, a way a line, as Prometheus text.
void sender_print(const struct sender *sender, struct buffer *out);
// Waits for what is being sent; to be called before the writer is stopped. NULL is fine.
void sender_stop(struct sender *sender);
void sender_free(struct sender *sender); // stopped before, and the writer too; NULL is fine
