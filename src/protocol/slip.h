// SPDX-License-Identifier: GPL-3.0-or-later
// A message on paper: a slip that a kiosk prints and the desk scans. The record is ours and fixed, big-endian:
//   version 1 · kind 1 · key 8 · number 2 · message id 16 · made at 6 (ms) · what its kind writes · signature 64
// and stands in the slip's QR code as digits behind a prefix by which a scan is known for one of ours. Thread: any.
#pragma once

#include "protocol/message.h"

#include <stddef.h>

#define SLIP_PREFIX "20260001"
#define MOST_SLIP_BYTES 512
#define SLIP_TEXT_SIZE (8 + 1258 + 1) // the prefix, the digits of MOST_SLIP_BYTES, the end
#define SLIP_KEY_BYTES 8
#define MOST_SLIP_NUMBER 9999

bool slip_carries(enum message_kind kind);

// `text`: what the code says. `number`: of the day at this kiosk, as it is said aloud. False: paper can't carry it.
bool slip_write(const struct message *message, int number, const struct device_key *key, char text[SLIP_TEXT_SIZE]);

enum slip_reading {
  SLIP_READ,
  SLIP_FOREIGN, // no slip of ours
  SLIP_TORN,    // not read whole, or misread
  SLIP_NEWER,   // of a later version
};

struct slip {
  struct message message;
  int number;
  unsigned char key[SLIP_KEY_BYTES]; // whose it says it is; believe nothing before slip_is_signed_by
  unsigned char record[MOST_SLIP_BYTES];
  size_t size; // of it, with the signature
};
enum slip_reading slip_read(const char *text, struct slip *out);
bool slip_is_of_key(const struct slip *slip, const char *public_key);
bool slip_is_signed_by(const struct slip *slip, const char *public_key);

// The message as paper carries it: without what the server fills in. False: paper doesn't.
bool slip_reduce(const struct message *message, struct message *out);

// What stands under the code to be typed when it can't be read: made of the message's id, the last character of the
// others, so that a slip of the finger is seen at once.
#define SLIP_WORD_SIZE 9
void slip_word(const char *message_id, char out[SLIP_WORD_SIZE]);
bool slip_word_is(const char *word);
