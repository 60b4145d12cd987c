// SPDX-License-Identifier: GPL-3.0-or-later
// How the kinds of messages are written down: one table for kiosk and server.
#pragma once

#include "protocol/message.h"

struct message_shape {
  const char *code;
  enum record_kind record; // what it is about
  // The body, into and from a record of that kind; NULL: it is the record, whole.
  bool (*read)(const struct json_at *at, struct record *out, struct fault *fault);
  json_t *(*write)(const struct record *record);
  bool urgent;
};

// By enum message_kind. A file of its own (message_kinds.c): a program may be linked with another one.
extern const struct message_shape *const message_shapes[];
extern const int message_shape_count;
