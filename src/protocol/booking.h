// SPDX-License-Identifier: GPL-3.0-or-later
// A visit or service that an elder has asked for, from the wish to the elder's word on how it was.
#pragma once

#include "protocol/service.h"

struct record_shape;
struct message_shape;

// In the order of its life; the last three end it with a reason.
enum booking_status {
  BOOKING_REQUESTED = 0,  // the desk has it
  BOOKING_ACCEPTED = 1,   // by whom and for when
  BOOKING_ON_THE_WAY = 2, //
  BOOKING_BEGUN = 3,      //
  BOOKING_DONE = 4,       //
  BOOKING_CONFIRMED = 5,  // and the elder has said how it was
  BOOKING_CANCELLED = 6,  // by the elder
  BOOKING_DECLINED = 7,   // by staff
  BOOKING_MISSED = 8,     // nobody was there
  BOOKING_STATUSES
};
const char *booking_status_code(enum booking_status status); // "requested" "accepted" "on_the_way" …

// How it was, as the elder says. Silence is no answer.
enum booking_face { FACE_NONE = 0, FACE_GOOD = 1, FACE_SO_SO = 2, FACE_NOT_GOOD = 3, BOOKING_FACES };
const char *booking_face_code(enum booking_face face); // "" "good" "so_so" "not_good"

struct booking {
  char id[UUID_SIZE]; // made where the wish was first written down
  char resident_id[UUID_SIZE];
  char service_id[UUID_SIZE];
  anban_ms at;              // when it begins: the time that was asked for, then the promised one
  char note[TEXT_SIZE];     // what the elder or who telephoned wants to be known; may be empty
  anban_ms made_at;         // wall time of the wish
  char asked_by[NAME_SIZE]; // who asked in the elder's place: "女儿 李芳"; empty: the elder
  // From here on filled by the server.
  char name[NAME_SIZE];  // of the service, as it was when it was asked for
  int minutes;           // how long it takes
  char place[ROOM_SIZE]; // where, when it comes to the home
  enum booking_status status;
  char helper[NAME_SIZE];    // who comes; empty: nobody yet
  char helper_id[UUID_SIZE]; // empty: nobody, or somebody who is not among the helpers
  char photo[HASH_SIZE];     // taken when it was done; empty: none
  enum booking_face face;
  char reason[KIND_SIZE];     // of one that came to nothing: a code of enum refusal; else empty
  char decided_by[NAME_SIZE]; // of one that staff declined
};

bool booking_is_over(enum booking_status status); // nothing more is done about it
bool booking_came_to_nothing(enum booking_status status);
bool booking_read_at(const struct json_at *at, struct booking *out, struct fault *fault);
bool booking_status_read(const struct json_at *at, enum booking_status *out, struct fault *fault);
json_t *booking_write(const struct booking *booking);

// Its rows in record_kinds.c and message_kinds.c.
extern const struct record_shape booking_record;
extern const struct message_shape booking_ask_message, booking_cancel_message, booking_rate_message;
