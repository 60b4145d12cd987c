// SPDX-License-Identifier: GPL-3.0-or-later
// What the kiosk keeps on its disk: messages that the server has not answered yet, the community as it was last known,
// settings. Every function that writes returns after the bytes are on the disk (synchronous=FULL), or with a fault that
// names the file and the reason (a full disk is one). Texts are UTF-8 and mean nothing to the store.
// Thread: one, the main thread's.
#pragma once

#include "base/clock.h"
#include "base/fault.h"
#include "base/text.h"

#include <stdbool.h>

struct database;

struct store {
  struct database *db; // NULL: not open; every call is then a fault
  char path[512];
};

enum store_state {
  STORE_READY,
  STORE_RENEWED, // the old file was damaged: it stands aside under a name the fault says, what could be read of the
                 // messages has been taken over, the rest begins anew
  STORE_CLOSED,  // nothing can be kept; the fault says why. A file of a newer kiosk, or of another program, stays as it
                 // is: messages that wait in it are not lost, and their kiosk finds them again
};

// FOLDER/kiosk.db, made when it is missing. Nobody else can open it meanwhile. `now` names a file set aside.
enum store_state store_open(struct store *store, const char *folder, anban_ms now, struct fault *fault);
void store_close(struct store *store); // also of one that never opened

// A row's id and text, valid during the call. The callee must not write to the store.
typedef void store_row(void *ctx, const char *id, const char *text);

// Messages in the order they were made. Adding an id that stands already changes nothing.
bool store_add_message(struct store *store, const char *id, const char *text, struct fault *fault);
bool store_remove_message(struct store *store, const char *id, struct fault *fault);
bool store_each_message(struct store *store, store_row *each, void *ctx, struct fault *fault);
// Takes a message out of the queue for ever but keeps it with the reason, for the technician.
bool store_refuse_message(struct store *store, const char *id, const char *reason, struct fault *fault);

// A snapshot replaces the one before and the records that it holds.
bool store_put_snapshot(struct store *store, const char *text, struct fault *fault);
bool store_get_snapshot(struct store *store, struct buffer *out, struct fault *fault); // nothing added when none

// How an order, or whatever else was wished, stands.
struct store_record {
  const char *kind, *id, *text;
  bool until_snapshot; // the next snapshot holds it and takes its place
};
bool store_put_record(struct store *store, const struct store_record *record, struct fault *fault); // by kind and id
bool store_each_record(struct store *store, const char *kind, store_row *each, void *ctx, struct fault *fault);

// The number of a message's slip: the next of the day, and ever after the same. `oldest`: days before it are forgotten.
// Where nothing can be kept it is 0, and the slip goes without one.
bool store_slip_number(struct store *store, const char *id, const char *day, const char *oldest, int *number,
                       struct fault *fault);
bool store_slip_out(struct store *store, const char *id, struct fault *fault);              // it is on paper
bool store_each_slip(struct store *store, store_row *each, void *ctx, struct fault *fault); // of those that are

bool store_put_settings(struct store *store, const char *text, struct fault *fault);
bool store_get_settings(struct store *store, struct buffer *out, struct fault *fault); // nothing added when none
