// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/link/beat.h"

#include "base/memory.h"

#include <stdlib.h>

#define LONGEST (8 * MS_SECOND)
#define MOST 4096

static void done(void *ctx)
{
  struct beat *beat = ctx;
  if (lane_outcome(&beat->lane) == OUTCOME_GOOD && !beat->news)
    beat->lane.retry.due = clock_steady() + MS_MINUTE;
}

void beat_init(struct beat *beat, struct session *session)
{
  *beat = (struct beat){.problems = memory_text("[]")};
  lane_init(&beat->lane, session, "the heartbeat", done, beat);
}

void beat_free(struct beat *beat)
{
  lane_free(&beat->lane);
  free(beat->problems);
  beat->problems = NULL;
}

void beat_set_problems(struct beat *beat, char *problems)
{
  free(beat->problems);
  beat->problems = problems;
  beat->news = true;
  retry_reset(&beat->lane.retry);
}

anban_ms beat_step(struct beat *beat, anban_ms now)
{
  struct session *session = beat->lane.session;
  if (!*session->token || beat->lane.exchange.busy)
    return -1;
  if (!lane_is_free(&beat->lane, now))
    return beat->lane.retry.due;
  struct buffer json = {0};
  beat->news = false;
  buffer_printf(&json, "{\"version\":\"%s\",\"problems\":%s}", session->version, beat->problems);
  struct exchange_request request = {
      .path = "/api/v1/kiosk/heartbeat", .json = json.bytes, .token = session->token, .longest = LONGEST, .most = MOST};
  lane_begin(&beat->lane, &request);
  buffer_free(&json);
  return -1;
}
