// SPDX-License-Identifier: GPL-3.0-or-later
// Who asks: a kiosk by its token, staff and members of a family by the cookie of their session.
#include "server/api/request.h"
#include "server/api/signed_in.h"

#include <string.h>

static bool is_secure(const struct reply *reply)
{
  return http_request_is_secure(reply->http) || strncmp(reply->api->settings.origin, "https://", 8) == 0;
}

static const char *cookie_name(const struct reply *reply, enum cookie cookie)
{
  static const char *const names[2][2] = {{"anban", "__Host-anban"}, {"anban_family", "__Host-anban_family"}};
  return names[cookie][is_secure(reply)];
}

void caller_set_cookie(const struct reply *reply, enum cookie cookie, const char *token)
{
  char text[200];
  anban_ms most = cookie == COOKIE_STAFF ? SESSION_MOST_MS : FAMILY_MOST_MS;
  FORMAT_TEXT(text, "%s=%s; Path=/; HttpOnly; SameSite=Strict; Max-Age=%d%s", cookie_name(reply, cookie), token,
              token[0] ? (int)(most / MS_SECOND) : 0, is_secure(reply) ? "; Secure" : "");
  http_request_set_header(reply->http, "Set-Cookie", text);
}

void caller_own_origin(const struct reply *reply, char out[ORIGIN_SIZE])
{
  if (reply->api->settings.origin[0])
    text_copy(out, ORIGIN_SIZE, reply->api->settings.origin);
  else
    text_format(out, ORIGIN_SIZE, "%s://%s", is_secure(reply) ? "https" : "http",
                http_request_header(reply->http, "Host"));
}

// A page of another origin may make a browser send the cookie along, but not lie about where it comes from.
static bool comes_from_here(const struct request *request)
{
  char own[ORIGIN_SIZE];
  const char *origin = http_request_header(request->http, "Origin");
  const char *site = http_request_header(request->http, "Sec-Fetch-Site");
  caller_own_origin(&request->reply, own);
  if (site && strcmp(site, "same-origin") != 0)
    return false;
  if (!origin)
    return !request->is_staff && !request->is_family;
  return strcmp(origin, own) == 0;
}

static bool find_kiosk(struct request *request)
{
  const char *header = http_request_header(request->http, "Authorization");
  if (!header || strncmp(header, "Bearer ", 7) != 0 || !COPY_TEXT(request->token, header + 7))
    return false;
  if (!kiosk_of_token(request->api->parts.reader, request->token, request->now, &request->kiosk))
    return false;
  request->is_kiosk = true;
  request->actor.kind = ACTOR_KIOSK;
  COPY_TEXT(request->actor.id, request->kiosk.id);
  return true;
}

static bool find_staff(struct request *request)
{
  anban_ms seen_at;
  const char *cookie = cookie_name(&request->reply, COOKIE_STAFF);
  if (!http_request_cookie(request->http, cookie, request->token, sizeof request->token) ||
      !session_staff(request->api->parts.reader, request->token, request->now, &request->staff, &seen_at))
    return false;
  request->is_staff = true;
  signed_in_note(request->api, COOKIE_STAFF, request->token, seen_at, request->now);
  request->actor.kind = ACTOR_STAFF;
  COPY_TEXT(request->actor.id, request->staff.id);
  COPY_TEXT(request->actor.name, request->staff.display_name);
  return true;
}

static bool find_family(struct request *request)
{
  anban_ms seen_at;
  const char *cookie = cookie_name(&request->reply, COOKIE_FAMILY);
  if (!http_request_cookie(request->http, cookie, request->token, sizeof request->token) ||
      !family_session_member(request->api->parts.reader, request->token, request->now, &request->family, &seen_at))
    return false;
  request->is_family = true;
  signed_in_note(request->api, COOKIE_FAMILY, request->token, seen_at, request->now);
  request->actor.kind = ACTOR_FAMILY;
  COPY_TEXT(request->actor.id, request->family.id);
  COPY_TEXT(request->actor.name, request->family.name);
  return true;
}

// A browser may hold both cookies: somebody of the staff has a mother here. The page says then as whom it asks, where
// the route is open to both.
static void find_person(struct request *request)
{
  unsigned who = request->reply.route->who;
  const char *as = http_request_query(request->http, "as");
  bool asks_as_family = as && strcmp(as, "family") == 0;
  bool is_of_families = who & WHO_FAMILY;
  if (is_of_families && (asks_as_family || !(who & WHO_STAFF)))
    find_family(request);
  else if (!find_staff(request) && is_of_families)
    find_family(request);
}

bool caller_find(struct request *request)
{
  struct fault fault;
  if (!find_kiosk(request))
    find_person(request);
  if (db_fault_take(request->api->parts.reader, &fault)) {
    answer_fault(&request->reply, 503, "store", fault.sentence);
    return false;
  }
  if (http_request_method(request->http) != HTTP_GET && !comes_from_here(request)) {
    answer_fault(&request->reply, 403, "origin", "This request comes from a page of another server.");
    return false;
  }
  return true;
}

static unsigned role_of(const struct request *request)
{
  static const unsigned roles[STAFF_ROLES] = {WHO_DESK, WHO_KITCHEN, WHO_ADMIN};
  return (request->is_kiosk ? WHO_KIOSK : 0u) | (request->is_family ? WHO_FAMILY : 0u) |
         (request->is_staff ? roles[request->staff.role] : 0u);
}

bool caller_may(struct request *request, unsigned who)
{
  unsigned is = role_of(request);
  if (who == WHO_ANYBODY || (who & is))
    return true;
  if (is)
    answer_fault(&request->reply, 403, "forbidden",
                 request->is_kiosk    ? "This is not for kiosks."
                 : request->is_family ? "This is for staff."
                                      : "Your role does not allow this.");
  else if (who & WHO_FAMILY && !(who & WHO_STAFF))
    answer_fault(&request->reply, 401, "signed_out", "Please open your personal link again.");
  else if (who & WHO_STAFF)
    answer_fault(&request->reply, 401, "signed_out", "Please sign in.");
  else
    answer_fault(&request->reply, 401, "no_token", "The kiosk's token is not good any more; it asks for a new one.");
  return false;
}
