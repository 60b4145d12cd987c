// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/service.h"

static const char *place_code_at(int place)
{
  static const char *const codes[SERVICE_PLACES] = {
      [SERVICE_AT_HOME] = "home", [SERVICE_AT_CENTRE] = "centre", [SERVICE_BY_TELEPHONE] = "telephone"};
  return codes[place];
}

const char *service_place_code(enum service_place place)
{
  return place_code_at((int)place);
}

bool service_place_read(const struct json_at *at, enum service_place *out, struct fault *fault)
{
  int index = 0;
  bool ok = json_get_code(at, place_code_at, SERVICE_PLACES, &index, fault);
  *out = (enum service_place)index;
  return ok;
}

static bool free_read(const struct json_at *at, struct service *out, struct fault *fault)
{
  bool ok = json_get_array(at, MOST_FREE_TIMES, fault);
  for (size_t i = 0; ok && i < json_array_size(at->value); i++) {
    struct json_at item = json_item(at, i);
    int64_t time = 0;
    ok = json_get_time(&item, &time, fault);
    out->free[out->free_count++] = time;
  }
  return ok;
}

bool service_read_at(const struct json_at *at, struct service *out, struct fault *fault)
{
  *out = (struct service){0};
  struct json_at id = json_member(at, "id");
  struct json_at code = json_member(at, "code");
  struct json_at name = json_member(at, "name");
  struct json_at about = json_member(at, "about");
  struct json_at price = json_member(at, "price");
  struct json_at minutes = json_member(at, "minutes");
  struct json_at place = json_member(at, "place");
  struct json_at is_private = json_member(at, "private");
  struct json_at cancel = json_member(at, "cancel_minutes");
  struct json_at free_times = json_member(at, "free");
  return json_get_object(at, fault) && json_get_uuid(&id, out->id, fault) &&
         json_get_name(&code, out->code, sizeof out->code, fault) &&
         json_get_name(&name, out->name, sizeof out->name, fault) &&
         json_get_text(&about, out->about, sizeof out->about, fault) &&
         json_get_text(&price, out->price, sizeof out->price, fault) &&
         json_get_int(&minutes, 1, MOST_SERVICE_MINUTES, &out->minutes, fault) &&
         service_place_read(&place, &out->place, fault) && json_get_flag(&is_private, &out->is_private, fault) &&
         json_get_int(&cancel, 0, MOST_NOTICE_MINUTES, &out->cancel_minutes, fault) &&
         free_read(&free_times, out, fault);
}

json_t *service_write(const struct service *service)
{
  json_t *times = json_array();
  for (int i = 0; i < service->free_count; i++)
    json_array_append_new(times, json_integer((json_int_t)service->free[i]));
  return json_pack("{s:s, s:s, s:s, s:s, s:s, s:i, s:s, s:b, s:i, s:o}", "id", service->id, "code", service->code,
                   "name", service->name, "about", service->about, "price", service->price, "minutes", service->minutes,
                   "place", service_place_code(service->place), "private", service->is_private, "cancel_minutes",
                   service->cancel_minutes, "free", times);
}
