// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/link/outbox.h"

#include "base/log.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define LONGEST (8 * MS_SECOND)
#define MOST 65536

static void drop_first(struct outbox *outbox)
{
  struct outbox_item *first = outbox->first;
  outbox->first = first->next;
  free(first->json);
  free(first);
}

static bool take_answer(struct outbox *outbox, struct fault *fault)
{
  const struct buffer *bytes = &outbox->queue.transfer.answer;
  struct link_event event = {.kind = LINK_ANSWER};
  json_t *json = json_parse(bytes->bytes ? bytes->bytes : "", bytes->size, fault);
  bool ok = json && answer_read(json, &event.is.answer, fault);
  json_decref(json);
  if (ok && strcmp(event.is.answer.id, outbox->first->id) != 0)
    ok = fault_set(fault, "the server answered %s instead of %s", event.is.answer.id, outbox->first->id);
  if (ok && outbox->insists && !event.is.answer.accepted)
    ok = fault_set(fault, "the server does not take %s", outbox->first->id);
  if (ok)
    session_emit(outbox->queue.session, &event);
  return ok;
}

static void refuse(struct outbox *outbox)
{
  struct link_event event = {.kind = LINK_REFUSED};
  const struct http_transfer *transfer = &outbox->queue.transfer;
  COPY_TEXT(event.is.refused.id, outbox->first->id);
  FORMAT_TEXT(event.is.refused.sentence, "%d %s", transfer->status,
              transfer->answer.bytes ? transfer->answer.bytes : "");
  log_error("link", "the server refuses message %s: %d", outbox->first->id, transfer->status);
  session_emit(outbox->queue.session, &event);
}

// Nobody but a person ends a call for help. What comes after it is not held up: it goes to the end.
static void insist(struct outbox *outbox)
{
  struct outbox_item **end = &outbox->first, *first = outbox->first;
  outbox->first = first->next;
  first->next = NULL;
  while (*end)
    end = &(*end)->next;
  *end = first;
}

static void done(void *ctx)
{
  struct outbox *outbox = ctx;
  struct fault fault;
  enum outcome outcome = request_queue_outcome(&outbox->queue);
  if (outcome == OUTCOME_AGAIN)
    return;
  if (outcome == OUTCOME_REFUSED && outbox->insists) {
    insist(outbox);
    return;
  }
  if (outcome == OUTCOME_REFUSED) {
    refuse(outbox);
    retry_reset(&outbox->queue.retry);
  } else if (!take_answer(outbox, &fault)) {
    request_queue_trouble(&outbox->queue, fault.sentence);
    return;
  }
  drop_first(outbox);
}

void outbox_init(struct outbox *outbox, struct session *session, const char *what, bool insists)
{
  *outbox = (struct outbox){.insists = insists};
  request_queue_init(&outbox->queue, session, what, done, outbox);
}

void outbox_free(struct outbox *outbox)
{
  request_queue_free(&outbox->queue);
  while (outbox->first)
    drop_first(outbox);
}

void outbox_add(struct outbox *outbox, const char *id, char *json)
{
  struct outbox_item **end = &outbox->first;
  while (*end && strcmp((*end)->id, id) != 0)
    end = &(*end)->next;
  if (*end) {
    free(json);
    return;
  }
  *end = memory_new(sizeof **end);
  COPY_TEXT((*end)->id, id);
  (*end)->json = json;
  // Somebody stands in front of the kiosk: it is worth a try now.
  if (!outbox->queue.transfer.busy)
    retry_reset(&outbox->queue.retry);
}

anban_ms outbox_step(struct outbox *outbox, anban_ms now)
{
  const char *token = outbox->queue.session->token;
  if (!outbox->first || !*token || outbox->queue.transfer.busy)
    return -1;
  if (!request_queue_is_free(&outbox->queue, now))
    return outbox->queue.retry.due;
  struct http_transfer_request request = {
      .path = "/api/v1/messages", .json = outbox->first->json, .token = token, .longest = LONGEST, .most = MOST};
  request_queue_begin(&outbox->queue, &request);
  return -1;
}
