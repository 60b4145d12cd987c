// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/link/access.h"

#include "base/log.h"

#include <stdlib.h>
#include <string.h>

#define LONGEST (8 * MS_SECOND)
#define MOST 4096
#define ASK_STAFF_EVERY (5 * MS_SECOND)

static void begin(struct access *access, const char *path, json_t *body)
{
  char *json = json_print(body);
  struct http_transfer_request request = {.path = path, .json = json, .longest = LONGEST, .most = MOST};
  request_queue_begin(&access->queue, &request);
  free(json);
  json_decref(body);
}

static void begin_enrol(struct access *access)
{
  struct session *session = access->queue.session;
  const struct identity *identity = session->identity;
  char signature[SIGNATURE_SIZE];
  json_int_t made_at = clock_wall();
  identity_sign_enrolment(identity, made_at, signature);
  begin(access, "/api/v1/kiosk/enrol",
        json_pack("{ss ss ss sI ss}", "serial", identity->serial, "public_key", identity->key.public_key, "version",
                  session->version, "made_at", made_at, "signature", signature));
}

static void begin_token(struct access *access)
{
  struct session *session = access->queue.session;
  char signature[SIGNATURE_SIZE];
  identity_sign_challenge(session->identity, session->kiosk_id, access->nonce, signature);
  begin(access, "/api/v1/kiosk/token",
        json_pack("{ss ss ss}", "kiosk_id", session->kiosk_id, "nonce", access->nonce, "signature", signature));
}

anban_ms access_step(struct access *access, anban_ms now)
{
  struct session *session = access->queue.session;
  if (*session->token || access->queue.transfer.busy)
    return -1;
  anban_ms due = access->queue.retry.due > session->access.due ? access->queue.retry.due : session->access.due;
  if (now < due)
    return due;
  if (access->step == ACCESS_ENROL)
    begin_enrol(access);
  else if (access->step == ACCESS_CHALLENGE)
    begin(access, "/api/v1/kiosk/challenge", json_pack("{ss}", "kiosk_id", session->kiosk_id));
  else
    begin_token(access);
  return -1;
}

static bool take_enrolled(struct access *access, const struct json_at *root, struct fault *fault)
{
  struct session *session = access->queue.session;
  struct json_at id = json_member(root, "kiosk_id"), code = json_member(root, "code");
  char number[16];
  if (!json_get_uuid(&id, session->kiosk_id, fault))
    return false;
  if (access->queue.transfer.status == 200) {
    access->step = ACCESS_CHALLENGE;
    return true;
  }
  if (!json_get_name(&code, number, sizeof number, fault))
    return false;
  session_set_line(session, LINK_NOT_APPROVED, number);
  access->queue.retry.due = clock_steady() + ASK_STAFF_EVERY;
  return true;
}

static bool take_nonce(struct access *access, const struct json_at *root, struct fault *fault)
{
  struct json_at nonce = json_member(root, "nonce");
  access->step = ACCESS_TOKEN;
  return json_get_name(&nonce, access->nonce, sizeof access->nonce, fault);
}

static bool take_token(struct access *access, const struct json_at *root, struct fault *fault)
{
  struct session *session = access->queue.session;
  struct json_at token = json_member(root, "token");
  access->step = ACCESS_ENROL; // the next time from the start
  if (!json_get_name(&token, session->token, sizeof session->token, fault))
    return false;
  log_info("link", "kiosk %s (%s) has its token for the day", session->kiosk_id, session->identity->serial);
  return true;
}

static bool take(struct access *access, struct fault *fault)
{
  const struct buffer *answer = &access->queue.transfer.answer;
  json_t *json = json_parse(answer->bytes ? answer->bytes : "", answer->size, fault);
  if (!json)
    return false;
  struct json_at root = json_root("answer", json);
  bool ok = access->step == ACCESS_ENROL       ? take_enrolled(access, &root, fault)
            : access->step == ACCESS_CHALLENGE ? take_nonce(access, &root, fault)
                                               : take_token(access, &root, fault);
  json_decref(json);
  return ok;
}

static void done(void *ctx)
{
  struct access *access = ctx;
  struct fault fault;
  enum outcome outcome = request_queue_outcome(&access->queue);
  if (outcome == OUTCOME_GOOD) {
    if (!take(access, &fault))
      request_queue_trouble(&access->queue, fault.sentence);
    return;
  }
  if (outcome == OUTCOME_REFUSED)
    log_error("link", "the server refuses this kiosk's enrolment: %.200s", access->queue.transfer.answer.bytes);
  bool unwelcome = access->queue.transfer.status == 403 && request_queue_is_refusal(&access->queue);
  session_set_line(access->queue.session, unwelcome ? LINK_NOT_APPROVED : LINK_AWAY, "");
  access->step = ACCESS_ENROL;
}

void access_init(struct access *access, struct session *session)
{
  *access = (struct access){0};
  request_queue_init(&access->queue, session, "the kiosk's enrolment", done, access);
}

void access_free(struct access *access)
{
  request_queue_free(&access->queue);
}
