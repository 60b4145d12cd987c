// SPDX-License-Identifier: GPL-3.0-or-later
// A helper's telephone: comes in by the link of a day, sees that day, says what happens, sends a picture.
#include "base/memory.h"
#include "server/api/handlers.h"
#include "server/api/limits.h"
#include "server/api/slow.h"
#include "server/model/bookings.h"
#include "server/model/helper_visits.h"
#include "server/model/media.h"
#include "server/picture/shrink.h"

#include <stdlib.h>

#define PHOTO_SIDE 960 // as large as a kiosk shows any

struct coming_in {
  char link[TOKEN_SIZE], device[PARAMETER_SIZE], token[TOKEN_SIZE];
};

static enum outcome come_in(struct db *db, struct change *change, struct fault *fault)
{
  const struct coming_in *coming = change->subject;
  struct helper_day day;
  enum helper_link link = helper_session_open(db, coming->link, coming->device, coming->token, change->now, &day);
  if (link == HELPER_LINK_GOOD) {
    change_answer_json(change, json_pack("{s:s, s:s}", "helper", day.name, "date", day.date));
    return OUTCOME_DONE;
  }
  change->status = 401;
  change->code = link == HELPER_LINK_TAKEN ? "taken" : "no_link";
  fault_set(fault, link == HELPER_LINK_TAKEN ? "This link was opened on another telephone. Please ask for a new one."
                                             : "This link is not good any more. Please ask for a new one.");
  return OUTCOME_WRONG;
}

static void give_cookie(struct change *change)
{
  const struct coming_in *coming = change->subject;
  if (change->outcome == OUTCOME_DONE)
    caller_set_cookie(&change->reply, COOKIE_HELPER, coming->token);
}

void post_visit_session(struct request *request)
{
  struct fault fault;
  struct coming_in *coming = memory_new(sizeof *coming);
  struct json_at at = json_root("session", request->body);
  struct json_at link = json_member(&at, "token"), device = json_member(&at, "device");
  if (!json_get_name(&link, coming->link, sizeof coming->link, &fault) ||
      !json_get_name(&device, coming->device, sizeof coming->device, &fault)) {
    answer_fault(&request->reply, 400, "wrong", fault.sentence);
    free(coming);
  } else if (!limits_opens_link(request)) {
    free(coming);
  } else {
    token_new(coming->token);
    struct change *change = change_new(request, come_in, coming);
    change->after = give_cookie;
    change_submit(change);
  }
}

void get_visit_day(struct request *request)
{
  answer_data(request, helper_day_write(request->db, &request->caller.day, request->now));
}

static enum outcome take_step(struct db *db, struct change *change, struct fault *fault)
{
  struct booking booking;
  return booking_step_take(db, change->subject, &change->actor, change->now, &booking, fault);
}

void post_visit_step(struct request *request)
{
  struct fault fault;
  struct booking_step *step = memory_new(sizeof *step);
  bool ok = booking_step_read(request->body, step, &fault);
  if (ok && COPY_TEXT(step->booking_id, request->parameters[0])) {
    struct change *change = change_new(request, take_step, step);
    change->spares_callers = true;
    change_submit(change);
    return;
  }
  free(step);
  answer_fault(&request->reply, 400, "wrong", ok ? "the id of a booking is expected in the address" : fault.sentence);
}

struct photo {
  struct request request; // the body is not kept
  struct buffer file, jpeg;
  enum shrink_end end;
  struct fault fault;
};

static void photo_free(void *ctx)
{
  struct photo *photo = ctx;
  buffer_free(&photo->file);
  buffer_free(&photo->jpeg);
  free(photo);
}

static enum outcome keep_photo(struct db *db, struct change *change, struct fault *fault)
{
  const struct photo *photo = change->subject;
  char hash[HASH_SIZE];
  enum outcome outcome = media_put(db, photo->jpeg.bytes, photo->jpeg.size, change->now, hash, fault);
  if (outcome == OUTCOME_DONE)
    outcome = booking_set_photo(db, photo->request.parameters[0], hash, &change->actor, change->now, fault);
  return outcome;
}

static void make_anew(void *ctx)
{
  struct photo *photo = ctx;
  photo->end = shrink(photo->request.api->settings.picture, PHOTO_SIDE, &photo->file, &photo->jpeg, &photo->fault);
}

static void made_anew(void *ctx)
{
  struct photo *photo = ctx;
  if (photo->end == SHRINK_DONE) {
    struct change *change = change_new(&photo->request, keep_photo, photo);
    change->release = photo_free;
    change->spares_callers = true;
    change_submit(change);
    return;
  }
  if (photo->end == SHRINK_REFUSED)
    answer_fault(&photo->request.reply, 422, "wrong", photo->fault.sentence);
  else
    answer_fault(&photo->request.reply, 503, "picture", photo->fault.sentence);
  photo_free(photo);
}

void post_visit_photo(struct request *request)
{
  size_t size;
  const char *bytes = http_request_body(request->http, &size);
  struct photo *photo = memory_new(sizeof *photo);
  photo->request = *request;
  buffer_add(&photo->file, bytes, size);
  if (slow_submit(request->api->studio, &(struct slow_job){.work = make_anew, .done = made_anew, .ctx = photo}))
    return;
  answer_fault(&request->reply, 503, "busy", "The server is busy at the moment. Please try again.");
  photo_free(photo);
}
