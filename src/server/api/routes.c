// SPDX-License-Identifier: GPL-3.0-or-later
// The one table: method, path, who may, what it brings, where and by whom it is answered. docs/openapi.yaml says the
// same, and a test holds them against each other.
#include "protocol/limits.h"
#include "server/api/handlers.h"

#include <string.h>

#define KITCHEN_TOO (WHO_DESK | WHO_KITCHEN | WHO_ADMIN)
#define OFFICE (WHO_DESK | WHO_ADMIN)
#define CALLERS (OFFICE | WHO_KIOSK | WHO_FAMILY)
#define NOTHING BODY_NONE, 1024
#define JSON BODY_JSON, MOST_BODY_BYTES

const struct route routes[] = {
    {HTTP_GET, "/", WHO_ANYBODY, NOTHING, ON_LOOP, get_root},
    {HTTP_GET, "/healthz", WHO_ANYBODY, NOTHING, ON_LOOP, get_health},
    {HTTP_GET, "/metrics", WHO_ANYBODY, NOTHING, ON_LOOP, get_metrics},
    {HTTP_GET, "/desk", WHO_ANYBODY, NOTHING, ON_LOOP, get_page},
    {HTTP_GET, "/desk/{file}", WHO_ANYBODY, NOTHING, ON_LOOP, get_page},
    {HTTP_GET, "/family", WHO_ANYBODY, NOTHING, ON_LOOP, get_page},
    {HTTP_GET, "/family/{file}", WHO_ANYBODY, NOTHING, ON_LOOP, get_page},
    {HTTP_GET, "/visit", WHO_ANYBODY, NOTHING, ON_LOOP, get_page},
    {HTTP_GET, "/visit/{file}", WHO_ANYBODY, NOTHING, ON_LOOP, get_page},
    {HTTP_GET, "/shared/{file}", WHO_ANYBODY, NOTHING, ON_LOOP, get_page},
    {HTTP_POST, "/api/v1/session", WHO_ANYBODY, JSON, ON_LOOP, post_session},
    {HTTP_GET, "/api/v1/session", WHO_STAFF, NOTHING, ON_LOOP, get_session},
    {HTTP_DELETE, "/api/v1/session", WHO_STAFF, NOTHING, ON_LOOP, delete_session},
    {HTTP_GET, "/api/v1/desk/events", WHO_STAFF, NOTHING, ON_LOOP, get_desk_events},
    {HTTP_GET, "/api/v1/site", WHO_STAFF, NOTHING, ON_READER, get_site},
    {HTTP_PUT, "/api/v1/site", WHO_ADMIN, JSON, ON_LOOP, put_site},
    {HTTP_GET, "/api/v1/residents", KITCHEN_TOO, NOTHING, ON_READER, get_residents},
    {HTTP_PUT, "/api/v1/residents/{id}", OFFICE, JSON, ON_LOOP, put_resident},
    {HTTP_DELETE, "/api/v1/residents/{id}", OFFICE, NOTHING, ON_LOOP, delete_resident},
    {HTTP_GET, "/api/v1/family/members", OFFICE, NOTHING, ON_READER, get_family_members},
    {HTTP_PUT, "/api/v1/family/members/{id}", OFFICE, JSON, ON_LOOP, put_family_member},
    {HTTP_DELETE, "/api/v1/family/members/{id}", OFFICE, NOTHING, ON_LOOP, delete_family_member},
    {HTTP_POST, "/api/v1/family/members/{id}/link", OFFICE, NOTHING, ON_LOOP, post_family_link},
    {HTTP_DELETE, "/api/v1/family/members/{id}/link", OFFICE, NOTHING, ON_LOOP, delete_family_link},
    {HTTP_POST, "/api/v1/family/session", WHO_ANYBODY, JSON, ON_LOOP, post_family_session},
    {HTTP_GET, "/api/v1/family/session", WHO_FAMILY, NOTHING, ON_LOOP, get_family_session},
    {HTTP_DELETE, "/api/v1/family/session", WHO_FAMILY, NOTHING, ON_LOOP, delete_family_session},
    {HTTP_GET, "/api/v1/family/events", WHO_FAMILY, NOTHING, ON_LOOP, get_family_events},
    {HTTP_GET, "/api/v1/reach", WHO_STAFF, NOTHING, ON_LOOP, get_reach},
    {HTTP_GET, "/api/v1/calls", CALLERS, NOTHING, ON_LOOP, get_calls},
    {HTTP_POST, "/api/v1/calls", CALLERS, JSON, ON_LOOP, post_call},
    {HTTP_GET, "/api/v1/calls/ice", CALLERS, NOTHING, ON_LOOP, get_calls_ice},
    {HTTP_POST, "/api/v1/calls/{id}/signals", CALLERS, JSON, ON_LOOP, post_call_signal},
    {HTTP_GET, "/api/v1/call_log", OFFICE | WHO_FAMILY, NOTHING, ON_READER, get_call_log},
    {HTTP_GET, "/api/v1/call_log/missed", OFFICE, NOTHING, ON_READER, get_missed_calls},
    {HTTP_GET, "/api/v1/voice_messages", OFFICE | WHO_FAMILY, NOTHING, ON_READER, get_voice_messages},
    {HTTP_POST, "/api/v1/voice_messages", CALLERS, BODY_BYTES, MOST_VOICE_BYTES, ON_LOOP, post_voice_message},
    {HTTP_GET, "/api/v1/voice_messages/{id}", CALLERS, NOTHING, ON_READER, get_voice_message},
    {HTTP_POST, "/api/v1/voice_messages/{id}/heard", WHO_KIOSK | WHO_FAMILY, NOTHING, ON_LOOP,
     post_voice_message_heard},
    {HTTP_GET, "/api/v1/dishes", WHO_STAFF, NOTHING, ON_READER, get_dishes},
    {HTTP_PUT, "/api/v1/dishes/{id}", KITCHEN_TOO, JSON, ON_LOOP, put_dish},
    {HTTP_DELETE, "/api/v1/dishes/{id}", KITCHEN_TOO, NOTHING, ON_LOOP, delete_dish},
    {HTTP_GET, "/api/v1/menus", WHO_STAFF, NOTHING, ON_READER, get_menus},
    {HTTP_PUT, "/api/v1/menus/{date}/{meal}", KITCHEN_TOO, JSON, ON_LOOP, put_menu},
    {HTTP_GET, "/api/v1/orders", WHO_STAFF, NOTHING, ON_READER, get_orders},
    {HTTP_POST, "/api/v1/orders/{id}/decline", KITCHEN_TOO, NOTHING, ON_LOOP, post_order_decline},
    {HTTP_GET, "/api/v1/kitchen", WHO_STAFF, NOTHING, ON_READER, get_kitchen},
    {HTTP_GET, "/api/v1/services", OFFICE, NOTHING, ON_READER, get_services},
    {HTTP_PUT, "/api/v1/services/{id}", OFFICE, JSON, ON_LOOP, put_service},
    {HTTP_DELETE, "/api/v1/services/{id}", OFFICE, NOTHING, ON_LOOP, delete_service},
    {HTTP_GET, "/api/v1/days_off", OFFICE, NOTHING, ON_READER, get_days_off},
    {HTTP_PUT, "/api/v1/days_off/{date}", OFFICE, JSON, ON_LOOP, put_day_off},
    {HTTP_DELETE, "/api/v1/days_off/{date}", OFFICE, NOTHING, ON_LOOP, delete_day_off},
    {HTTP_GET, "/api/v1/bookings", OFFICE, NOTHING, ON_READER, get_bookings},
    {HTTP_POST, "/api/v1/bookings/{id}/steps", OFFICE, JSON, ON_LOOP, post_booking_step},
    {HTTP_GET, "/api/v1/bookings/{id}/helpers", OFFICE, NOTHING, ON_READER, get_booking_helpers},
    {HTTP_GET, "/api/v1/helpers", OFFICE, NOTHING, ON_READER, get_helpers},
    {HTTP_PUT, "/api/v1/helpers/{id}", OFFICE, JSON, ON_LOOP, put_helper},
    {HTTP_DELETE, "/api/v1/helpers/{id}", OFFICE, NOTHING, ON_LOOP, delete_helper},
    {HTTP_POST, "/api/v1/helpers/{id}/link", OFFICE, JSON, ON_LOOP, post_helper_link},
    {HTTP_POST, "/api/v1/visit/session", WHO_ANYBODY, JSON, ON_LOOP, post_visit_session},
    {HTTP_GET, "/api/v1/visit/day", WHO_HELPER, NOTHING, ON_READER, get_visit_day},
    {HTTP_POST, "/api/v1/visit/bookings/{id}/steps", WHO_HELPER, JSON, ON_LOOP, post_visit_step},
    {HTTP_POST, "/api/v1/visit/bookings/{id}/photo", WHO_HELPER, BODY_BYTES, MOST_UPLOAD_BYTES, ON_LOOP,
     post_visit_photo},
    {HTTP_POST, "/api/v1/messages", WHO_KIOSK | OFFICE, JSON, ON_LOOP, post_message},
    {HTTP_GET, "/api/v1/help", OFFICE, NOTHING, ON_READER, get_help},
    {HTTP_GET, "/api/v1/help_log", OFFICE, NOTHING, ON_READER, get_help_log},
    {HTTP_GET, "/api/v1/help_log/csv", OFFICE, NOTHING, ON_READER, get_help_csv},
    {HTTP_GET, "/api/v1/help/{id}", OFFICE, NOTHING, ON_READER, get_help_record},
    {HTTP_GET, "/api/v1/help/{id}/cap", OFFICE, NOTHING, ON_READER, get_help_cap},
    {HTTP_POST, "/api/v1/help/{id}/acknowledge", OFFICE, NOTHING, ON_LOOP, post_help_acknowledge},
    {HTTP_POST, "/api/v1/help/{id}/coming", OFFICE, NOTHING, ON_LOOP, post_help_coming},
    {HTTP_POST, "/api/v1/help/{id}/there", OFFICE, NOTHING, ON_LOOP, post_help_there},
    {HTTP_POST, "/api/v1/help/{id}/shown", OFFICE, NOTHING, ON_LOOP, post_help_shown},
    {HTTP_POST, "/api/v1/help/{id}/close", OFFICE, JSON, ON_LOOP, post_help_close},
    {HTTP_GET, "/api/v1/ways", OFFICE, NOTHING, ON_READER, get_ways},
    {HTTP_GET, "/api/v1/help_rules", OFFICE, NOTHING, ON_READER, get_help_rules},
    {HTTP_PUT, "/api/v1/help_rules", OFFICE, JSON, ON_LOOP, put_help_rules},
    {HTTP_GET, "/api/v1/on_call", OFFICE, NOTHING, ON_READER, get_on_call},
    {HTTP_PUT, "/api/v1/on_call", OFFICE, JSON, ON_LOOP, put_on_call},
    {HTTP_GET, "/api/v1/residents/{id}/help_card", OFFICE, NOTHING, ON_READER, get_help_card},
    {HTTP_PUT, "/api/v1/residents/{id}/help_card", OFFICE, JSON, ON_LOOP, put_help_card},
    {HTTP_POST, "/api/v1/media", KITCHEN_TOO, BODY_BYTES, MOST_UPLOAD_BYTES, ON_LOOP, post_media},
    {HTTP_GET, "/api/v1/media/{hash}", WHO_STAFF | WHO_KIOSK | WHO_FAMILY, NOTHING, ON_READER, get_media},
    {HTTP_POST, "/api/v1/imports/residents", OFFICE, BODY_BYTES, MOST_IMPORT_BYTES, ON_LOOP, post_import_residents},
    {HTTP_POST, "/api/v1/imports/menu", OFFICE, BODY_BYTES, MOST_IMPORT_BYTES, ON_LOOP, post_import_menu},
    {HTTP_POST, "/api/v1/imports/readings", OFFICE, BODY_BYTES, MOST_IMPORT_BYTES, ON_LOOP, post_import_readings},
    {HTTP_GET, "/api/v1/voices", OFFICE, NOTHING, ON_READER, get_voices},
    {HTTP_PUT, "/api/v1/voices/{id}", OFFICE, JSON, ON_LOOP, put_voice},
    {HTTP_DELETE, "/api/v1/voices/{id}", OFFICE, NOTHING, ON_LOOP, delete_voice},
    {HTTP_GET, "/api/v1/voices/{id}/script", OFFICE, NOTHING, ON_READER, get_voice_script},
    {HTTP_GET, "/api/v1/voices/{id}/pack", OFFICE | WHO_KIOSK, NOTHING, ON_READER, get_voice_pack},
    {HTTP_PUT, "/api/v1/voices/{id}/clips/{line}", OFFICE, BODY_BYTES, MOST_RECORDING_BYTES, ON_LOOP, put_clip},
    {HTTP_DELETE, "/api/v1/voices/{id}/clips/{line}", OFFICE, NOTHING, ON_LOOP, delete_clip},
    {HTTP_GET, "/api/v1/readings", OFFICE, NOTHING, ON_READER, get_readings},
    {HTTP_PUT, "/api/v1/readings/{word}", OFFICE, JSON, ON_LOOP, put_reading},
    {HTTP_DELETE, "/api/v1/readings/{word}", OFFICE, NOTHING, ON_LOOP, delete_reading},
    {HTTP_POST, "/api/v1/hear", OFFICE, JSON, ON_LOOP, post_hear},
    {HTTP_GET, "/api/v1/staff", WHO_ADMIN, NOTHING, ON_READER, get_staff},
    {HTTP_PUT, "/api/v1/staff/{id}", WHO_ADMIN, JSON, ON_LOOP, put_staff},
    {HTTP_DELETE, "/api/v1/staff/{id}", WHO_ADMIN, NOTHING, ON_LOOP, delete_staff},
    {HTTP_GET, "/api/v1/kiosks", WHO_STAFF, NOTHING, ON_LOOP, get_kiosks},
    {HTTP_POST, "/api/v1/kiosks/{id}/approve", OFFICE, JSON, ON_LOOP, post_kiosk_approve},
    {HTTP_POST, "/api/v1/kiosks/{id}/drill", OFFICE, NOTHING, ON_LOOP, post_kiosk_drill},
    {HTTP_DELETE, "/api/v1/kiosks/{id}", OFFICE, NOTHING, ON_LOOP, delete_kiosk},
    {HTTP_POST, "/api/v1/kiosk/enrol", WHO_ANYBODY, JSON, ON_LOOP, post_kiosk_enrol},
    {HTTP_POST, "/api/v1/kiosk/challenge", WHO_ANYBODY, JSON, ON_LOOP, post_kiosk_challenge},
    {HTTP_POST, "/api/v1/kiosk/token", WHO_ANYBODY, JSON, ON_LOOP, post_kiosk_token},
    {HTTP_GET, "/api/v1/kiosk/snapshot", WHO_KIOSK, NOTHING, ON_READER, get_kiosk_snapshot},
    {HTTP_GET, "/api/v1/kiosk/events", WHO_KIOSK, NOTHING, ON_LOOP, get_kiosk_events},
    {HTTP_PUT, "/api/v1/kiosk/people", WHO_KIOSK, JSON, ON_LOOP, put_kiosk_people},
    {HTTP_POST, "/api/v1/kiosk/heartbeat", WHO_KIOSK, JSON, ON_LOOP, post_kiosk_heartbeat},
};
const int route_count = sizeof routes / sizeof *routes;

static bool part_matches(const char *pattern, size_t pattern_size, const char *part, size_t size,
                         char parameters[ROUTE_PARAMETERS][PARAMETER_SIZE], int *used)
{
  if (pattern[0] != '{' || pattern_size == 0)
    return pattern_size == size && memcmp(pattern, part, size) == 0;
  return size > 0 && text_format(parameters[(*used)++], PARAMETER_SIZE, "%.*s", (int)size, part);
}

static bool path_matches(const char *pattern, const char *path, char parameters[ROUTE_PARAMETERS][PARAMETER_SIZE])
{
  int used = 0;
  for (;;) {
    size_t pattern_size = strcspn(pattern, "/"), size = strcspn(path, "/");
    if (!part_matches(pattern, pattern_size, path, size, parameters, &used))
      return false;
    pattern += pattern_size;
    path += size;
    if (!*pattern || !*path)
      return *pattern == *path;
    pattern++;
    path++;
  }
}

const struct route *route_find(enum http_method method, const char *path,
                               char parameters[ROUTE_PARAMETERS][PARAMETER_SIZE], bool *other_method)
{
  *other_method = false;
  for (int i = 0; i < route_count; i++) {
    if (!path_matches(routes[i].path, path, parameters))
      continue;
    if (routes[i].method == method)
      return &routes[i];
    *other_method = true;
  }
  return NULL;
}
