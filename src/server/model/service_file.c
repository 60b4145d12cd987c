// SPDX-License-Identifier: GPL-3.0-or-later
// How a kind of service is written down for the desk.
#include "server/model/services.h"

#define MOST_CAPACITY 200

static bool hours_read(const struct json_at *at, struct service_hours *out, struct fault *fault)
{
  struct json_at weekday = json_member(at, "weekday");
  struct json_at from = json_member(at, "from");
  struct json_at to = json_member(at, "to");
  if (!json_get_object(at, fault) || !json_get_int(&weekday, 0, 6, &out->weekday, fault) ||
      !json_get_int(&from, 0, 1439, &out->from_minute, fault) || !json_get_int(&to, 1, 1440, &out->to_minute, fault))
    return false;
  return out->from_minute < out->to_minute || json_fault(&to, fault, "a minute after `from`");
}

static bool all_hours_read(const struct json_at *at, struct service_file *out, struct fault *fault)
{
  bool ok = json_get_array(at, MOST_SERVICE_HOURS, fault);
  for (size_t i = 0; ok && i < json_array_size(at->value); i++) {
    struct json_at item = json_item(at, i);
    ok = hours_read(&item, &out->hours[out->hours_count++], fault);
  }
  return ok;
}

bool service_file_read(const json_t *json, struct service_file *out, struct fault *fault)
{
  *out = (struct service_file){0};
  struct json_at at = json_root("service", json);
  struct json_at capacity = json_member(&at, "capacity");
  struct json_at lead = json_member(&at, "lead_minutes");
  struct json_at on_offer = json_member(&at, "on_offer");
  struct json_at hours = json_member(&at, "hours");
  return service_read_at(&at, &out->service, fault) &&
         json_get_int(&capacity, 1, MOST_CAPACITY, &out->capacity, fault) &&
         json_get_int(&lead, 0, MOST_NOTICE_MINUTES, &out->lead_minutes, fault) &&
         json_get_flag(&on_offer, &out->on_offer, fault) && all_hours_read(&hours, out, fault);
}

json_t *service_file_write(const struct service_file *file)
{
  json_t *json = service_write(&file->service);
  json_t *hours = json_array();
  for (int i = 0; i < file->hours_count; i++) {
    const struct service_hours *one = &file->hours[i];
    json_array_append_new(
        hours, json_pack("{s:i, s:i, s:i}", "weekday", one->weekday, "from", one->from_minute, "to", one->to_minute));
  }
  json_object_set_new(json, "capacity", json_integer(file->capacity));
  json_object_set_new(json, "lead_minutes", json_integer(file->lead_minutes));
  json_object_set_new(json, "on_offer", json_boolean(file->on_offer));
  json_object_set_new(json, "hours", hours);
  return json;
}
