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
  struct parcel *first = outbox->first;
  outbox->first = first->next;
  free(first->json);
  free(first);
}

static bool take_answer(struct outbox *outbox, struct fault *fault)
{
  const struct buffer *bytes = &outbox->lane.exchange.answer;
  struct link_event event = {.kind = LINK_ANSWER};
  json_t *json = json_parse(bytes->bytes ? bytes->bytes : "", bytes->size, fault);
  bool ok = json && answer_read(json, &event.is.answer, fault);
  json_decref(json);
  if (ok && strcmp(event.is.answer.id, outbox->first->id) != 0)
    ok = fault_set(fault, "the server answered %s instead of %s", event.is.answer.id, outbox->first->id);
  if (ok)
    session_emit(outbox->lane.session, &event);
  return ok;
}

static void refuse(struct outbox *outbox)
{
  struct link_event event = {.kind = LINK_REFUSED};
  const struct exchange *exchange = &outbox->lane.exchange;
  COPY_TEXT(event.is.refused.id, outbox->first->id);
  FORMAT_TEXT(event.is.refused.sentence, "%d %s", exchange->status,
              exchange->answer.bytes ? exchange->answer.bytes : "");
  log_error("link", "the server refuses message %s: %d", outbox->first->id, exchange->status);
  session_emit(outbox->lane.session, &event);
}

static void done(void *ctx)
{
  struct outbox *outbox = ctx;
  struct fault fault;
  enum outcome outcome = lane_outcome(&outbox->lane);
  if (outcome == OUTCOME_AGAIN)
    return;
  if (outcome == OUTCOME_REFUSED) {
    refuse(outbox);
    retry_reset(&outbox->lane.retry);
  } else if (!take_answer(outbox, &fault)) {
    lane_trouble(&outbox->lane, fault.sentence);
    return;
  }
  drop_first(outbox);
}

void outbox_init(struct outbox *outbox, struct session *session, const char *what)
{
  *outbox = (struct outbox){0};
  lane_init(&outbox->lane, session, what, done, outbox);
}

void outbox_free(struct outbox *outbox)
{
  lane_free(&outbox->lane);
  while (outbox->first)
    drop_first(outbox);
}

void outbox_add(struct outbox *outbox, const char *id, char *json)
{
  struct parcel **end = &outbox->first;
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
  if (!outbox->lane.exchange.busy)
    retry_reset(&outbox->lane.retry);
}

anban_ms outbox_step(struct outbox *outbox, anban_ms now)
{
  const char *token = outbox->lane.session->token;
  if (!outbox->first || !*token || outbox->lane.exchange.busy)
    return -1;
  if (!lane_is_free(&outbox->lane, now))
    return outbox->lane.retry.due;
  struct exchange_request request = {
      .path = "/api/v1/messages", .json = outbox->first->json, .token = token, .longest = LONGEST, .most = MOST};
  lane_begin(&outbox->lane, &request);
  return -1;
}
