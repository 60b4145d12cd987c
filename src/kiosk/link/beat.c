// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/link/beat.h"

#include "base/memory.h"

#include <stdlib.h>

#define LONGEST (8 * MS_SECOND)
#define MOST 4096

static void done(void *ctx)
{
  struct beat *beat = ctx;
  if (request_queue_outcome(&beat->queue) == OUTCOME_GOOD && !beat->news)
    beat->queue.retry.due = clock_steady() + MS_MINUTE;
}

void beat_init(struct beat *beat, struct session *session)
{
  *beat = (struct beat){.problems = memory_text("[]")};
  request_queue_init(&beat->queue, session, "the heartbeat", done, beat);
}

void beat_free(struct beat *beat)
{
  request_queue_free(&beat->queue);
  free(beat->problems);
  beat->problems = NULL;
}

void beat_set_problems(struct beat *beat, char *problems)
{
  free(beat->problems);
  beat->problems = problems;
  beat->news = true;
  retry_reset(&beat->queue.retry);
}

anban_ms beat_step(struct beat *beat, anban_ms now)
{
  struct session *session = beat->queue.session;
  if (!*session->token || beat->queue.transfer.busy)
    return -1;
  if (!request_queue_is_free(&beat->queue, now))
    return beat->queue.retry.due;
  struct buffer json = {0};
  beat->news = false;
  buffer_printf(&json, "{\"version\":\"%s\",\"problems\":%s}", session->version, beat->problems);
  struct http_transfer_request request = {
      .path = "/api/v1/kiosk/heartbeat", .json = json.bytes, .token = session->token, .longest = LONGEST, .most = MOST};
  request_queue_begin(&beat->queue, &request);
  buffer_free(&json);
  return -1;
}
