// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/link/session.h"

#include "base/log.h"

#include <string.h>

void session_emit(struct session *session, struct link_event *event)
{
  event->at = clock_wall();
  session->emit(session->emit_ctx, event);
}

void session_set_line(struct session *session, enum link_line_state state, const char *code)
{
  if (session->told && session->line.state == state && strcmp(session->line.code, code) == 0)
    return;
  session->told = true;
  session->line.state = state;
  COPY_TEXT(session->line.code, code);
  struct link_event event = {.kind = LINK_LINE, .is.line = session->line};
  session_emit(session, &event);
}

void request_queue_init(struct request_queue *queue, struct session *session, const char *what, void (*done)(void *ctx),
                        void *ctx)
{
  *queue = (struct request_queue){.session = session, .what = what, .transfer = {.done = done, .ctx = ctx}};
}

bool request_queue_is_free(const struct request_queue *queue, anban_ms now)
{
  return !queue->transfer.busy && now >= queue->retry.due;
}

void request_queue_begin(struct request_queue *queue, const struct http_transfer_request *request)
{
  http_transfer_begin(&queue->transfer, &queue->session->site, request);
}

void request_queue_free(struct request_queue *queue)
{
  if (queue->session)
    http_transfer_free(&queue->transfer, &queue->session->site);
}

static void pause_queue(struct retry *retry)
{
  uint32_t random;
  secret_random(&random, sizeof random);
  retry_failed(retry, clock_steady(), random);
}

// Before the line has ever been up, the first try that fails says that it isn't; nothing is said before any.
static void tell_first_failure(struct session *session)
{
  if (!session->told)
    session_set_line(session, LINK_AWAY, "");
}

static void wait_longer(struct request_queue *queue, const char *sentence)
{
  pause_queue(&queue->retry);
  if (strcmp(queue->trouble, sentence) != 0)
    log_warning("link", "%s waits: %s", queue->what, sentence);
  COPY_TEXT(queue->trouble, sentence);
}

void request_queue_trouble(struct request_queue *queue, const char *sentence)
{
  tell_first_failure(queue->session);
  queue->retry.failures = queue->failures;
  wait_longer(queue, sentence);
  queue->failures = queue->retry.failures;
}

bool request_queue_is_refusal(const struct request_queue *queue)
{
  const struct http_transfer *transfer = &queue->transfer;
  const struct buffer *bytes = &transfer->answer;
  struct fault fault;
  json_t *json = transfer->is_ours ? json_parse(bytes->bytes ? bytes->bytes : "", bytes->size, &fault) : NULL;
  bool refusal = json_is_string(json_object_get(json_object_get(json, "error"), "code"));
  json_decref(json);
  return refusal;
}

// A page for people is a proxy's, whatever its status; a server of before 0.2 says nothing of who it is.
static enum outcome judge(const struct request_queue *queue)
{
  const struct http_transfer *transfer = &queue->transfer;
  int status = transfer->status;
  if (status >= 200 && status < 300)
    return transfer->is_ours || !transfer->is_text ? OUTCOME_GOOD : OUTCOME_AGAIN;
  bool refused = status == 400 || status == 413 || status == 422;
  return refused && request_queue_is_refusal(queue) ? OUTCOME_REFUSED : OUTCOME_AGAIN;
}

enum outcome request_queue_outcome(struct request_queue *queue)
{
  struct session *session = queue->session;
  int status = queue->transfer.status;
  enum outcome outcome = judge(queue);
  char sentence[64];
  FORMAT_TEXT(sentence, "%s answers %d", queue->transfer.is_ours ? "the server" : "somebody between", status);
  if (outcome == OUTCOME_GOOD) {
    queue->failures = queue->retry.failures;
    retry_reset(&queue->retry);
    *queue->trouble = '\0';
  } else if (status == 401 && *session->token) {
    // A day is over, or the kiosk was revoked. The pause keeps a server that always says so from being asked at once.
    *session->token = '\0';
    retry_reset(&queue->retry);
    pause_queue(&session->access);
  } else {
    if (status != 403 || !request_queue_is_refusal(queue)) // who is not let in has reached the server
      tell_first_failure(session);
    wait_longer(queue, status ? sentence : queue->transfer.trouble);
  }
  return outcome;
}

anban_ms earlier(anban_ms one, anban_ms other)
{
  return one < 0 || (other >= 0 && other < one) ? other : one;
}
