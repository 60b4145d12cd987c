// SPDX-License-Identifier: GPL-3.0-or-later
// What a kiosk asks for itself: to be known, to be let in, to be noticed.
#include "base/log.h"
#include "base/memory.h"
#include "server/api/handlers.h"
#include "server/api/nonces.h"
#include "server/model/silence.h"

#include <stdlib.h>
#include <string.h>

static enum outcome refuse(struct change *change, int status, const char *code, struct fault *fault,
                           const char *sentence)
{
  change->status = status;
  change->code = code;
  fault_set(fault, "%s", sentence);
  return OUTCOME_CONFLICT;
}

static void answer_enrolled(struct change *change, const struct kiosk *kiosk)
{
  bool approved = kiosk->state == KIOSK_APPROVED;
  change->status = approved ? 200 : 202;
  change_answer_json(change, json_pack("{s:s, s:s, s:s*}", "kiosk_id", kiosk->id, "state",
                                       kiosk_state_code(kiosk->state), "code", approved ? NULL : kiosk->code));
}

static enum outcome enrol(struct db *db, struct change *change, struct fault *fault)
{
  const struct enrolment *enrolment = change->subject;
  const char *named = change->reply.api->settings.approve_serial;
  bool approve = named[0] && strcmp(named, enrolment->serial) == 0;
  struct kiosk kiosk, before = {0};
  bool was_known = kiosk_find(db, enrolment->serial, &before);
  switch (kiosk_enrol(db, enrolment, approve, change->now, &kiosk)) {
  case KIOSK_ENROLLED:
    break;
  case KIOSK_WAS_REVOKED:
    return refuse(change, 403, "revoked", fault, "This kiosk was taken out of service at the desk.");
  case KIOSK_OTHER_KEY:
    return refuse(change, 403, "other_key", fault, "The serial number of this kiosk belongs to another device key.");
  case KIOSK_TOO_MANY_PENDING:
    return refuse(change, 503, "busy", fault, "Too many kiosks wait for approval at the desk.");
  }
  if (!was_known || before.state != kiosk.state || strcmp(before.code, kiosk.code) != 0)
    kiosk_announce(db, kiosk.id, false, "[]", change->now);
  answer_enrolled(change, &kiosk);
  return OUTCOME_DONE;
}

void post_kiosk_enrol(struct request *request)
{
  struct fault fault;
  struct enrolment *enrolment = memory_new(sizeof *enrolment);
  if (!enrolment_read(request->body, enrolment, &fault)) {
    answer_fault(&request->reply, 400, "wrong", fault.sentence);
  } else if (!enrolment_is_signed(enrolment)) {
    answer_fault(&request->reply, 403, "signature", "The signature is not of the key that the kiosk sent.");
  } else {
    COPY_TEXT(enrolment->from, http_request_network(request->http));
    change_submit(change_new(request, enrol, enrolment));
    return;
  }
  free(enrolment);
}

void post_kiosk_challenge(struct request *request)
{
  char id[UUID_SIZE], nonce[TOKEN_SIZE];
  struct fault fault;
  struct json_at at = json_root("challenge", request->body);
  struct json_at id_at = json_member(&at, "kiosk_id");
  if (!json_get_object(&at, &fault) || !json_get_uuid(&id_at, id, &fault)) {
    answer_fault(&request->reply, 400, "wrong", fault.sentence);
    return;
  }
  nonces_give(request->api->nonces, id, request->reply.began, nonce);
  answer_json(&request->reply, 200, json_pack("{s:s}", "nonce", nonce));
}

struct admission {
  char kiosk_id[UUID_SIZE], nonce[TOKEN_SIZE], signature[SIGNATURE_SIZE];
  bool is_fresh; // the nonce was given to it a short while ago
};

// Says why not; NULL: let in.
static const char *objection(struct db *db, const struct admission *admission)
{
  char text[160];
  struct kiosk kiosk;
  if (!kiosk_get(db, admission->kiosk_id, &kiosk))
    return "There is no such kiosk; it must enrol first.";
  if (kiosk.state == KIOSK_PENDING)
    return "This kiosk waits for approval at the desk.";
  if (kiosk.state == KIOSK_REVOKED)
    return "This kiosk was taken out of service at the desk.";
  if (!admission->is_fresh)
    return "The challenge is over; please ask for a new one.";
  kiosk_token_text(admission->kiosk_id, admission->nonce, text, sizeof text);
  if (!device_signature_is(kiosk.public_key, text, admission->signature))
    return "The signature is not of the device key that this kiosk enrolled with.";
  return NULL;
}

static enum outcome admit(struct db *db, struct change *change, struct fault *fault)
{
  const struct admission *admission = change->subject;
  char token[TOKEN_SIZE];
  const char *why_not = objection(db, admission);
  if (why_not) {
    log_info("api", "kiosk %s was not let in: %s", admission->kiosk_id, why_not);
    return refuse(change, 403, "not_let_in", fault, why_not);
  }
  token_new(token);
  kiosk_token_add(db, token, admission->kiosk_id, change->now);
  change_answer_json(change,
                     json_pack("{s:s, s:I}", "token", token, "expires_at", (json_int_t)(change->now + KIOSK_TOKEN_MS)));
  return OUTCOME_DONE;
}

static bool read_admission(const struct request *request, struct admission *out, struct fault *fault)
{
  struct json_at at = json_root("token", request->body);
  struct json_at id = json_member(&at, "kiosk_id"), nonce = json_member(&at, "nonce");
  struct json_at signature = json_member(&at, "signature");
  return json_get_object(&at, fault) && json_get_uuid(&id, out->kiosk_id, fault) &&
         json_get_name(&nonce, out->nonce, sizeof out->nonce, fault) &&
         json_get_name(&signature, out->signature, sizeof out->signature, fault);
}

void post_kiosk_token(struct request *request)
{
  struct fault fault;
  struct admission *admission = memory_new(sizeof *admission);
  if (!read_admission(request, admission, &fault)) {
    answer_fault(&request->reply, 400, "wrong", fault.sentence);
    free(admission);
    return;
  }
  admission->is_fresh = nonces_take(request->api->nonces, admission->kiosk_id, admission->nonce, request->reply.began);
  struct change *change = change_new(request, admit, admission);
  change->spares_callers = true;
  change_submit(change);
}

#define MOST_PROBLEMS 16

struct news {
  char kiosk_id[UUID_SIZE], version[VERSION_SIZE];
  anban_ms at;
  char *problems;
};

static bool write_news(struct db *db, void *ctx, struct fault *fault)
{
  const struct news *news = ctx;
  kiosk_heard(db, news->kiosk_id, news->version, news->at);
  kiosk_announce(db, news->kiosk_id, true, news->problems, news->at);
  silence_ends(db, news->kiosk_id);
  return true;
}

static void news_written(void *ctx, bool committed, const struct fault *fault)
{
  struct news *news = ctx;
  if (!committed)
    log_warning("api", "the desk does not hear of kiosk %s: %s", news->kiosk_id, fault->sentence);
  free(news->problems);
  free(news);
}

// It is answered now; that the desk hears of it may wait for the disk.
static void tell_desk(struct request *request, const char *version, const char *problems)
{
  static const struct fault busy = {"the writer is busy"};
  struct news *news = memory_new(sizeof *news);
  struct write_job job = {write_news, news_written, news};
  COPY_TEXT(news->kiosk_id, request->caller.kiosk.id);
  COPY_TEXT(news->version, version);
  news->at = request->now;
  news->problems = memory_text(problems);
  if (!writer_submit(request->api->parts.writer, &job))
    news_written(news, false, &busy);
}

static bool read_problems(const struct json_at *at, struct fault *fault)
{
  char sentence[sizeof fault->sentence];
  if (!json_get_array(at, MOST_PROBLEMS, fault))
    return false;
  for (size_t i = 0; i < json_array_size(at->value); i++) {
    struct json_at item = json_item(at, i);
    if (!json_get_text(&item, sentence, sizeof sentence, fault))
      return false;
  }
  return true;
}

void post_kiosk_heartbeat(struct request *request)
{
  char version[VERSION_SIZE];
  struct fault fault;
  struct json_at at = json_root("heartbeat", request->body);
  struct json_at version_at = json_member(&at, "version"), problems_at = json_member(&at, "problems");
  if (!json_get_object(&at, &fault) || !json_get_text(&version_at, version, sizeof version, &fault) ||
      !read_problems(&problems_at, &fault)) {
    answer_fault(&request->reply, 400, "wrong", fault.sentence);
    return;
  }
  char *problems = json_print(problems_at.value);
  if (presence_heard(request->api->presence, request->caller.kiosk.id, version, problems, request->now))
    tell_desk(request, version, problems);
  free(problems);
  answer_nothing(&request->reply);
}
