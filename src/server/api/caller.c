// SPDX-License-Identifier: GPL-3.0-or-later
// Who asks: a kiosk by its token, staff, members of a family and helpers by the cookie of their session.
#include "base/memory.h"
#include "server/api/callers.h"
#include "server/api/signed_in.h"

#include <stdlib.h>
#include <string.h>

static bool is_secure(const struct reply *reply)
{
  return http_request_is_secure(reply->http) || strncmp(reply->api->settings.origin, "https://", 8) == 0;
}

static const char *cookie_name(const struct reply *reply, enum cookie cookie)
{
  static const char *const names[COOKIES][2] = {
      {"anban", "__Host-anban"}, {"anban_family", "__Host-anban_family"}, {"anban_visit", "__Host-anban_visit"}};
  return names[cookie][is_secure(reply)];
}

void caller_set_cookie(const struct reply *reply, enum cookie cookie, const char *token)
{
  char text[200];
  static const anban_ms most[COOKIES] = {SESSION_MOST_MS, FAMILY_MOST_MS, HELPER_MOST_MS};
  FORMAT_TEXT(text, "%s=%s; Path=/; HttpOnly; SameSite=Strict; Max-Age=%d%s", cookie_name(reply, cookie), token,
              token[0] ? (int)(most[cookie] / MS_SECOND) : 0, is_secure(reply) ? "; Secure" : "");
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
    return !request->caller.is_staff && !request->caller.is_family && !request->caller.is_helper;
  return strcmp(origin, own) == 0;
}

// A request whose asker is looked up.
struct finding {
  struct request *request;
  void (*then)(struct request *request);
  struct credential credentials[4]; // in the order in which they count
  int count;
  int64_t age; // of the callers when it was begun
  int found;   // which of the credentials was good; -1: none
  anban_ms seen_at;
  struct caller caller;
  bool is_read;
  struct fault fault;
};

static void add_kiosk(struct finding *finding)
{
  const char *header = http_request_header(finding->request->http, "Authorization");
  struct credential *credential = &finding->credentials[finding->count];
  credential->kind = CREDENTIAL_KIOSK;
  if (header && strncmp(header, "Bearer ", 7) == 0 && COPY_TEXT(credential->token, header + 7))
    finding->count++;
}

static void add_cookie(struct finding *finding, enum cookie cookie)
{
  struct credential *credential = &finding->credentials[finding->count];
  static const enum credential_kind kinds[COOKIES] = {CREDENTIAL_STAFF, CREDENTIAL_FAMILY, CREDENTIAL_HELPER};
  credential->kind = kinds[cookie];
  if (http_request_cookie(finding->request->http, cookie_name(&finding->request->reply, cookie), credential->token,
                          sizeof credential->token))
    finding->count++;
}

// A browser may hold both cookies: somebody of the staff has a mother here. The page says then as whom it asks, where
// the route is open to both.
static void add_person(struct finding *finding)
{
  if (finding->request->reply.route->who == WHO_HELPER) {
    add_cookie(finding, COOKIE_HELPER);
    return;
  }
  unsigned who = finding->request->reply.route->who;
  const char *as = http_request_query(finding->request->http, "as");
  bool asks_as_family = as && strcmp(as, "family") == 0;
  bool is_of_families = who & WHO_FAMILY;
  if (!is_of_families || (!asks_as_family && who & WHO_STAFF))
    add_cookie(finding, COOKIE_STAFF);
  if (is_of_families)
    add_cookie(finding, COOKIE_FAMILY);
}

static bool read_kiosk(struct db *db, const char *token, anban_ms now, struct caller *out)
{
  out->is_kiosk = kiosk_of_token(db, token, now, &out->kiosk);
  out->actor.kind = ACTOR_KIOSK;
  COPY_TEXT(out->actor.id, out->kiosk.id);
  return out->is_kiosk;
}

static bool read_staff(struct db *db, const char *token, anban_ms now, struct caller *out, anban_ms *seen_at)
{
  out->is_staff = session_staff(db, token, now, &out->staff, seen_at);
  out->actor.kind = ACTOR_STAFF;
  COPY_TEXT(out->actor.id, out->staff.id);
  COPY_TEXT(out->actor.name, out->staff.display_name);
  return out->is_staff;
}

static bool read_family(struct db *db, const char *token, anban_ms now, struct caller *out, anban_ms *seen_at)
{
  out->is_family = family_session_member(db, token, now, &out->family, seen_at);
  out->actor.kind = ACTOR_FAMILY;
  COPY_TEXT(out->actor.id, out->family.id);
  COPY_TEXT(out->actor.name, out->family.name);
  return out->is_family;
}

static bool read_helper(struct db *db, const char *token, anban_ms now, struct caller *out)
{
  out->is_helper = helper_session_day(db, token, now, &out->day);
  out->actor.kind = ACTOR_HELPER;
  COPY_TEXT(out->actor.id, out->day.helper_id);
  COPY_TEXT(out->actor.name, out->day.name);
  return out->is_helper;
}

static bool read_one(struct db *db, struct finding *finding, const struct credential *credential)
{
  struct caller *out = &finding->caller;
  anban_ms now = finding->request->now;
  *out = (struct caller){.is_kiosk = false};
  COPY_TEXT(out->token, credential->token);
  switch (credential->kind) {
  case CREDENTIAL_KIOSK:
    return read_kiosk(db, credential->token, now, out);
  case CREDENTIAL_STAFF:
    return read_staff(db, credential->token, now, out, &finding->seen_at);
  case CREDENTIAL_FAMILY:
    return read_family(db, credential->token, now, out, &finding->seen_at);
  case CREDENTIAL_HELPER:
    return read_helper(db, credential->token, now, out);
  }
  return false;
}

static void read_caller(struct db *db, void *ctx)
{
  struct finding *finding = ctx;
  finding->found = -1;
  for (int i = 0; finding->found < 0 && i < finding->count; i++)
    if (read_one(db, finding, &finding->credentials[i]))
      finding->found = i;
  finding->is_read = !db_fault_take(db, &finding->fault);
}

static void take_found(struct finding *finding)
{
  struct request *request = finding->request;
  const struct credential *credential = &finding->credentials[finding->found];
  request->caller = finding->caller;
  callers_keep(request->api->callers, credential, &request->caller, request->now);
  if (credential->kind == CREDENTIAL_STAFF || credential->kind == CREDENTIAL_FAMILY)
    signed_in_note(request->api, credential->kind == CREDENTIAL_STAFF ? COOKIE_STAFF : COOKIE_FAMILY, credential->token,
                   finding->seen_at, request->now);
}

// The request goes on, or is refused.
static void go_on(struct request *request, void (*then)(struct request *request))
{
  if (http_request_method(request->http) == HTTP_GET || comes_from_here(request)) {
    then(request);
    return;
  }
  answer_fault(&request->reply, 403, "origin", "This request comes from a page of another server.");
  request_free(request);
}

static void submit(struct finding *finding);

static void caller_read(void *ctx)
{
  struct finding *finding = ctx;
  struct request *request = finding->request;
  if (finding->age != callers_age(request->api->callers)) {
    submit(finding); // somebody may have been sent away meanwhile
    return;
  }
  if (!finding->is_read) {
    answer_fault(&request->reply, 503, "store", finding->fault.sentence);
    request_free(request);
  } else {
    if (finding->found >= 0)
      take_found(finding);
    go_on(request, finding->then);
  }
  free(finding);
}

static void submit(struct finding *finding)
{
  struct api *api = finding->request->api;
  struct read_job job = {read_caller, caller_read, finding};
  finding->age = callers_age(api->callers);
  if (reader_submit(api->parts.small, &job))
    return;
  answer_fault(&finding->request->reply, 503, "busy", "The server is busy at the moment. Please try again.");
  request_free(finding->request);
  free(finding);
}

// Whether memory was enough.
static bool is_known(struct finding *finding)
{
  struct request *request = finding->request;
  if (finding->count == 0)
    return true;
  const struct caller *known = callers_find(request->api->callers, &finding->credentials[0], request->now);
  if (!known)
    return false;
  request->caller = *known;
  return true;
}

void caller_find(struct request *request, void (*then)(struct request *request))
{
  struct finding *finding = memory_new(sizeof *finding);
  finding->request = request;
  finding->then = then;
  add_kiosk(finding);
  add_person(finding);
  if (is_known(finding)) {
    free(finding);
    go_on(request, then);
  } else {
    submit(finding);
  }
}

static unsigned role_of(const struct request *request)
{
  static const unsigned roles[STAFF_ROLES] = {WHO_DESK, WHO_KITCHEN, WHO_ADMIN};
  return (request->caller.is_kiosk ? WHO_KIOSK : 0u) | (request->caller.is_family ? WHO_FAMILY : 0u) |
         (request->caller.is_helper ? WHO_HELPER : 0u) |
         (request->caller.is_staff ? roles[request->caller.staff.role] : 0u);
}

bool caller_may(struct request *request, unsigned who)
{
  unsigned is = role_of(request);
  if (who == WHO_ANYBODY || (who & is))
    return true;
  if (is)
    answer_fault(&request->reply, 403, "forbidden",
                 request->caller.is_kiosk    ? "This is not for kiosks."
                 : request->caller.is_family ? "This is for staff."
                                             : "Your role does not allow this.");
  else if ((who & WHO_FAMILY && !(who & WHO_STAFF)) || who == WHO_HELPER)
    answer_fault(&request->reply, 401, "signed_out", "Please open your personal link again.");
  else if (who & WHO_STAFF)
    answer_fault(&request->reply, 401, "signed_out", "Please sign in.");
  else
    answer_fault(&request->reply, 401, "no_token", "The kiosk's token is not good any more; it asks for a new one.");
  return false;
}
