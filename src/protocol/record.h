// SPDX-License-Identifier: GPL-3.0-or-later
// What a wish is about: an order, a call for help, a setting. Kiosk and server know them by one table, so that what
// carries, announces and keeps records need not know which kinds there are.
#pragma once

#include "protocol/auto_answer.h"
#include "protocol/booking.h"
#include "protocol/help.h"
#include "protocol/order.h"

enum record_kind {
  RECORD_NONE,        // there is none
  RECORD_ORDER,       // "order"
  RECORD_HELP,        // "help"
  RECORD_AUTO_ANSWER, // "answer_hours"
  RECORD_BOOKING,     // "booking"
  RECORD_KINDS
};

struct record {
  enum record_kind kind;
  union {
    struct order order;
    struct help help;
    struct auto_answer auto_answer;
    struct booking booking;
  } is;
};

// How one kind is written down, and what of it whoever carries it has to know.
struct record_shape {
  const char *code; // its member in an answer, its kind of event, its name on a kiosk's disk
  bool (*read)(const struct json_at *at, struct record *out, struct fault *fault);
  json_t *(*write)(const struct record *record);
  const char *(*id)(const struct record *record);
  const char *(*resident_id)(const struct record *record); // whose it is; empty: nobody's
  const char *(*kiosk_id)(const struct record *record);    // the only kiosk that it concerns; NULL: all
  bool in_snapshot;                                        // a snapshot holds all that are open
};

// By enum record_kind, the first NULL. A file of its own (record_kinds.c): a program may be linked with another one.
extern const struct record_shape *const record_shapes[];
extern const int record_shape_count;

const char *record_code(enum record_kind kind);
enum record_kind record_kind_of(const char *code); // RECORD_NONE when none
bool record_read_at(const struct json_at *at, enum record_kind kind, struct record *out, struct fault *fault);
bool record_read(const json_t *json, enum record_kind kind, struct record *out, struct fault *fault);
json_t *record_write(const struct record *record);
// "" of RECORD_NONE.
const char *record_id(const struct record *record);
const char *record_resident_id(const struct record *record);
const char *record_kiosk_id(const struct record *record); // "": it concerns all
// Whether both are the same thing, however it stands.
bool record_is(const struct record *left, const struct record *right);
