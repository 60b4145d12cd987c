// SPDX-License-Identifier: GPL-3.0-or-later
// How a booking, and the messages about one, are written down.
#include "protocol/message_shape.h"

static bool read_record(const struct json_at *at, struct record *out, struct fault *fault)
{
  return booking_read_at(at, &out->is.booking, fault);
}

static json_t *write_record(const struct record *record)
{
  return booking_write(&record->is.booking);
}

static const char *id_of(const struct record *record)
{
  return record->is.booking.id;
}

static const char *resident_of(const struct record *record)
{
  return record->is.booking.resident_id;
}

const struct record_shape booking_record = {.code = "booking",
                                            .read = read_record,
                                            .write = write_record,
                                            .id = id_of,
                                            .resident_id = resident_of,
                                            .in_snapshot = true};

static bool read_id(const struct json_at *at, struct record *out, struct fault *fault)
{
  struct json_at id = json_member(at, "booking_id");
  return json_get_object(at, fault) && json_get_uuid(&id, out->is.booking.id, fault);
}

static json_t *write_id(const struct record *record)
{
  return json_pack("{s:s}", "booking_id", record->is.booking.id);
}

static const char *said_face_at(int index)
{
  return booking_face_code((enum booking_face)(index + FACE_GOOD));
}

static bool read_face(const struct json_at *at, struct record *out, struct fault *fault)
{
  struct json_at face = json_member(at, "face");
  int index = 0;
  if (!read_id(at, out, fault) || !json_get_code(&face, said_face_at, BOOKING_FACES - FACE_GOOD, &index, fault))
    return false;
  out->is.booking.face = (enum booking_face)(index + FACE_GOOD);
  return true;
}

static json_t *write_face(const struct record *record)
{
  return json_pack("{s:s, s:s}", "booking_id", record->is.booking.id, "face",
                   booking_face_code(record->is.booking.face));
}

const struct message_shape booking_ask_message = {.code = "booking.ask", .record = RECORD_BOOKING};
const struct message_shape booking_cancel_message = {
    .code = "booking.cancel", .record = RECORD_BOOKING, .read = read_id, .write = write_id};
const struct message_shape booking_rate_message = {
    .code = "booking.rate", .record = RECORD_BOOKING, .read = read_face, .write = write_face};
