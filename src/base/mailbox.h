// SPDX-License-Identifier: GPL-3.0-or-later
// A queue of letters from many threads to one, or to several that take turns. A letter is a fixed-size struct copied in
// and out; what it points to changes owner with it.
#pragma once

#include "base/clock.h"

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

struct mailbox {
  pthread_mutex_t mutex;
  pthread_cond_t filled;
  char *letters; // ring of `room` letters, protected by mutex
  size_t letter_size;
  size_t room, first, count; // protected by mutex
  bool closed;               // protected by mutex
  void (*wake)(void *ctx);   // called on the sender's thread after a letter is in; may be NULL; set at init
  void *wake_ctx;
};

void mailbox_init(struct mailbox *box, size_t letter_size, void (*wake)(void *ctx), void *wake_ctx);
// Nobody may send any more. The letters left are dropped; take what they own with mailbox_take first.
void mailbox_destroy(struct mailbox *box);
// Thread: any. Grows without bound: senders are the kiosk's own parts. Returns false after mailbox_close; the letter
// then stays the sender's.
bool mailbox_send(struct mailbox *box, const void *letter);
// Thread: the owner's. Returns at once; false when there is no letter.
bool mailbox_take(struct mailbox *box, void *letter);
// Thread: the owner's. Waits for a letter until `deadline` (clock_steady; -1 for ever) or until the box is closed and
// empty.
bool mailbox_wait(struct mailbox *box, void *letter, anban_ms deadline);
// Late letters are refused; a waiter wakes.
void mailbox_close(struct mailbox *box);
