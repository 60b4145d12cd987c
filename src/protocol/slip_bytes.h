// SPDX-License-Identifier: GPL-3.0-or-later
// A cursor over the bytes of a slip's record, big-endian. Reading past the end, or writing past the room, is remembered
// in `broken` and does nothing else: whoever reads asks once, at the end.
#pragma once

#include "base/secret.h"

#include <stdint.h>

struct slip_writer {
  unsigned char *bytes;
  size_t size, room;
  bool broken;
};

void slip_put(struct slip_writer *out, const void *bytes, size_t size);
void slip_put_number(struct slip_writer *out, uint64_t number, int bytes);
void slip_put_uuid(struct slip_writer *out, const char *uuid);
void slip_put_text(struct slip_writer *out, const char *text); // at most 255 bytes, with their count

struct slip_reader {
  const unsigned char *bytes;
  size_t size, at;
  bool broken;
};

void slip_take(struct slip_reader *in, void *bytes, size_t size);
uint64_t slip_take_number(struct slip_reader *in, int bytes);
// What is not below `limit` is broken, and read as 0.
int slip_take_below(struct slip_reader *in, int limit);
void slip_take_uuid(struct slip_reader *in, char out[UUID_SIZE]);
// What is no UTF-8, or does not fit, is broken.
void slip_take_text(struct slip_reader *in, char *out, size_t size);
