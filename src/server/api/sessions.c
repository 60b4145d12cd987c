// SPDX-License-Identifier: GPL-3.0-or-later
// Staff sign in and out.
#include "base/log.h"
#include "base/memory.h"
#include "server/api/handlers.h"
#include "server/api/limits.h"
#include "server/api/slow.h"
#include "server/api/streams.h"

#include <stdlib.h>
#include <string.h>

// A hash that no password matches, so that an unknown name takes as long as a wrong password.
#define NOBODY_HASH "$argon2id$v=19$m=65536,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

struct sign_in {
  struct request request; // the body is not kept
  char name[NAME_SIZE];
  struct staff staff; // an empty id: nobody of that name
  char password[PASSWORD_SIZE], hash[PASSWORD_HASH_SIZE];
  bool is_read, matches;
  struct fault fault;
  char token[TOKEN_SIZE];
};

static enum outcome open_session(struct db *db, struct change *change, struct fault *fault)
{
  struct sign_in *sign_in = change->subject;
  session_open(db, sign_in->token, sign_in->staff.id, change->now);
  change_answer_json(change, json_pack("{s:o}", "staff", staff_write(&sign_in->staff)));
  return OUTCOME_DONE;
}

static void give_cookie(struct change *change)
{
  const struct sign_in *sign_in = change->subject;
  caller_set_cookie(&change->reply, COOKIE_STAFF, sign_in->token);
}

static void check(void *ctx)
{
  struct sign_in *sign_in = ctx;
  sign_in->matches = secret_password_matches(sign_in->hash, sign_in->password);
  explicit_bzero(sign_in->password, sizeof sign_in->password);
}

static void checked(void *ctx)
{
  struct sign_in *sign_in = ctx;
  if (!sign_in->matches || !sign_in->staff.id[0]) {
    log_info("api", "a sign-in from %s failed", http_request_peer(sign_in->request.http));
    answer_fault(&sign_in->request.reply, 401, "wrong_password", "The name or the password is not right.");
    free(sign_in);
    return;
  }
  token_new(sign_in->token);
  struct change *change = change_new(&sign_in->request, open_session, sign_in);
  change->after = give_cookie;
  change->spares_callers = true;
  change_submit(change);
}

static void read_staff(struct db *db, void *ctx)
{
  struct sign_in *sign_in = ctx;
  if (!staff_find(db, sign_in->name, &sign_in->staff, sign_in->hash))
    COPY_TEXT(sign_in->hash, NOBODY_HASH);
  sign_in->is_read = !db_fault_take(db, &sign_in->fault);
}

static void staff_read_in(void *ctx)
{
  struct sign_in *sign_in = ctx;
  const struct reply *reply = &sign_in->request.reply;
  if (!sign_in->is_read)
    answer_fault(reply, 503, "store", sign_in->fault.sentence);
  else if (slow_submit(reply->api->slow,
                       &(struct slow_job){
                           .work = check, .done = checked, .ctx = sign_in, .whose = http_request_network(reply->http)}))
    return;
  else
    answer_fault(reply, 503, "busy", "Many people sign in at the moment. Please try again.");
  free(sign_in);
}

static bool read_sign_in(const json_t *body, struct sign_in *out, struct fault *fault)
{
  struct json_at at = json_root("session", body);
  struct json_at name = json_member(&at, "name"), password = json_member(&at, "password");
  return json_get_object(&at, fault) && json_get_name(&name, out->name, sizeof out->name, fault) &&
         json_get_name(&password, out->password, sizeof out->password, fault);
}

void post_session(struct request *request)
{
  struct fault fault;
  struct sign_in *sign_in = memory_new(sizeof *sign_in);
  sign_in->request = *request;
  sign_in->request.body = NULL;
  if (!read_sign_in(request->body, sign_in, &fault)) {
    answer_fault(&request->reply, 400, "wrong", fault.sentence);
    free(sign_in);
  } else if (!limits_signs_in(request, sign_in->name)) {
    free(sign_in);
  } else if (!reader_submit(request->api->parts.small, &(struct read_job){read_staff, staff_read_in, sign_in})) {
    answer_fault(&request->reply, 503, "busy", "The server is busy at the moment. Please try again.");
    free(sign_in);
  }
}

void get_session(struct request *request)
{
  answer_json(&request->reply, 200,
              json_pack("{s:o, s:I}", "staff", staff_write(&request->caller.staff), "event",
                        (json_int_t)hub_newest(request->api->parts.hub, HUB_DESK)));
}

static enum outcome close_session(struct db *db, struct change *change, struct fault *fault)
{
  session_close(db, change->subject);
  return OUTCOME_DONE;
}

static void take_cookie(struct change *change)
{
  caller_set_cookie(&change->reply, COOKIE_STAFF, "");
  streams_close_of(change->reply.api, change->subject);
}

void delete_session(struct request *request)
{
  struct change *change = change_new(request, close_session, memory_text(request->caller.token));
  change->after = take_cookie;
  change_submit(change);
}
