// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/link/heartbeat.h"

#include "base/memory.h"

#include <stdlib.h>

#define LONGEST (8 * MS_SECOND)
#define MOST 4096

static void done(void *ctx)
{
  struct heartbeat *heartbeat = ctx;
  if (request_queue_outcome(&heartbeat->queue) == OUTCOME_GOOD && !heartbeat->news)
    heartbeat->queue.retry.due = clock_steady() + MS_MINUTE;
}

void heartbeat_init(struct heartbeat *heartbeat, struct session *session)
{
  *heartbeat = (struct heartbeat){.problems = memory_text("[]")};
  request_queue_init(&heartbeat->queue, session, "the heartbeat", done, heartbeat);
}

void heartbeat_free(struct heartbeat *heartbeat)
{
  request_queue_free(&heartbeat->queue);
  free(heartbeat->problems);
  heartbeat->problems = NULL;
}

void heartbeat_set_problems(struct heartbeat *heartbeat, char *problems)
{
  free(heartbeat->problems);
  heartbeat->problems = problems;
  heartbeat->news = true;
  retry_reset(&heartbeat->queue.retry);
}

anban_ms heartbeat_step(struct heartbeat *heartbeat, anban_ms now)
{
  struct session *session = heartbeat->queue.session;
  if (!*session->token || heartbeat->queue.transfer.busy)
    return -1;
  if (!request_queue_is_free(&heartbeat->queue, now))
    return heartbeat->queue.retry.due;
  struct buffer json = {0};
  heartbeat->news = false;
  buffer_printf(&json, "{\"version\":\"%s\",\"problems\":%s}", session->version, heartbeat->problems);
  struct http_transfer_request request = {
      .path = "/api/v1/kiosk/heartbeat", .json = json.bytes, .token = session->token, .longest = LONGEST, .most = MOST};
  request_queue_begin(&heartbeat->queue, &request);
  buffer_free(&json);
  return -1;
}
