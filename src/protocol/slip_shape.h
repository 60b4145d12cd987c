// SPDX-License-Identifier: GPL-3.0-or-later
// How the kinds of messages are written on paper: one table for kiosk and server.
#pragma once

#include "protocol/message.h"
#include "protocol/slip_bytes.h"

struct slip_shape {
  int code; // on paper, for ever
  void (*write)(struct slip_writer *out, const struct message *message);
  void (*read)(struct slip_reader *in, struct message *message); // id, kind and time are there already
};

// By enum message_kind; NULL, or beyond the end: no paper carries it. A file of its own (slip_kinds.c).
extern const struct slip_shape *const slip_shapes[];
extern const int slip_shape_count;

// order_slip.c
extern const struct slip_shape order_place_slip, order_change_slip, order_cancel_slip;
