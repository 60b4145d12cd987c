// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/booking.h"

static const char *status_code_at(int status)
{
  static const char *const codes[BOOKING_STATUSES] = {
      [BOOKING_REQUESTED] = "requested", [BOOKING_ACCEPTED] = "accepted", [BOOKING_ON_THE_WAY] = "on_the_way",
      [BOOKING_BEGUN] = "begun",         [BOOKING_DONE] = "done",         [BOOKING_CONFIRMED] = "confirmed",
      [BOOKING_CANCELLED] = "cancelled", [BOOKING_DECLINED] = "declined", [BOOKING_MISSED] = "missed",
  };
  return codes[status];
}

const char *booking_status_code(enum booking_status status)
{
  return status_code_at((int)status);
}

bool booking_status_read(const struct json_at *at, enum booking_status *out, struct fault *fault)
{
  int index = 0;
  bool ok = json_get_code(at, status_code_at, BOOKING_STATUSES, &index, fault);
  *out = (enum booking_status)index;
  return ok;
}

static const char *face_code_at(int face)
{
  static const char *const codes[BOOKING_FACES] = {
      [FACE_NONE] = "", [FACE_GOOD] = "good", [FACE_SO_SO] = "so_so", [FACE_NOT_GOOD] = "not_good"};
  return codes[face];
}

const char *booking_face_code(enum booking_face face)
{
  return face_code_at((int)face);
}

bool booking_came_to_nothing(enum booking_status status)
{
  return status == BOOKING_CANCELLED || status == BOOKING_DECLINED || status == BOOKING_MISSED;
}

bool booking_is_over(enum booking_status status)
{
  return status == BOOKING_CONFIRMED || booking_came_to_nothing(status);
}

static bool wish_read(const struct json_at *at, struct booking *out, struct fault *fault)
{
  struct json_at id = json_member(at, "id");
  struct json_at resident = json_member(at, "resident_id");
  struct json_at service = json_member(at, "service_id");
  struct json_at time = json_member(at, "at");
  struct json_at note = json_member(at, "note");
  struct json_at made = json_member(at, "made_at");
  int64_t begins = 0, made_at = 0;
  bool ok = json_get_object(at, fault) && json_get_uuid(&id, out->id, fault) &&
            json_get_uuid(&resident, out->resident_id, fault) && json_get_uuid(&service, out->service_id, fault) &&
            json_get_time(&time, &begins, fault) && json_get_text(&note, out->note, sizeof out->note, fault) &&
            json_get_integer(&made, 0, INT64_MAX, &made_at, fault);
  out->at = begins;
  out->made_at = made_at;
  return ok;
}

static bool texts_read(const struct json_at *at, struct booking *out, struct fault *fault)
{
  struct json_at name = json_member(at, "name");
  struct json_at place = json_member(at, "place");
  struct json_at helper = json_member(at, "helper");
  struct json_at reason = json_member(at, "reason");
  struct json_at decided = json_member(at, "decided_by");
  struct json_at asked_by = json_member(at, "asked_by");
  struct json_at helper_id = json_member(at, "helper_id");
  struct json_at photo = json_member(at, "photo");
  return (!name.value || json_get_text(&name, out->name, sizeof out->name, fault)) &&
         (!place.value || json_get_text(&place, out->place, sizeof out->place, fault)) &&
         (!helper.value || json_get_text(&helper, out->helper, sizeof out->helper, fault)) &&
         (!asked_by.value || json_get_text(&asked_by, out->asked_by, sizeof out->asked_by, fault)) &&
         (!helper_id.value || json_get_uuid_or_empty(&helper_id, out->helper_id, fault)) &&
         (!photo.value || json_get_hash_or_empty(&photo, out->photo, fault)) &&
         (!reason.value || json_get_text(&reason, out->reason, sizeof out->reason, fault)) &&
         (!decided.value || json_get_text(&decided, out->decided_by, sizeof out->decided_by, fault));
}

// The server's to fill, so an elder's wish may leave them out.
static bool outcome_read(const struct json_at *at, struct booking *out, struct fault *fault)
{
  struct json_at minutes = json_member(at, "minutes");
  struct json_at status = json_member(at, "status");
  struct json_at face = json_member(at, "face");
  int face_index = 0;
  bool ok = (!minutes.value || json_get_int(&minutes, 0, MOST_SERVICE_MINUTES, &out->minutes, fault)) &&
            (!status.value || booking_status_read(&status, &out->status, fault)) &&
            (!face.value || json_get_code(&face, face_code_at, BOOKING_FACES, &face_index, fault));
  out->face = (enum booking_face)face_index;
  return ok && texts_read(at, out, fault);
}

bool booking_read_at(const struct json_at *at, struct booking *out, struct fault *fault)
{
  *out = (struct booking){0};
  return wish_read(at, out, fault) && outcome_read(at, out, fault);
}

json_t *booking_write(const struct booking *booking)
{
  json_t *json =
      json_pack("{s:s, s:s, s:s, s:I, s:s, s:I, s:s, s:i, s:s, s:s, s:s, s:s, s:s}", "id", booking->id, "resident_id",
                booking->resident_id, "service_id", booking->service_id, "at", (json_int_t)booking->at, "note",
                booking->note, "made_at", (json_int_t)booking->made_at, "name", booking->name, "minutes",
                booking->minutes, "place", booking->place, "status", booking_status_code(booking->status), "helper",
                booking->helper, "face", booking_face_code(booking->face), "reason", booking->reason);
  if (booking->asked_by[0])
    json_object_set_new(json, "asked_by", json_string(booking->asked_by));
  if (booking->helper_id[0])
    json_object_set_new(json, "helper_id", json_string(booking->helper_id));
  if (booking->photo[0])
    json_object_set_new(json, "photo", json_string(booking->photo));
  if (booking->decided_by[0])
    json_object_set_new(json, "decided_by", json_string(booking->decided_by));
  return json;
}
