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

void lane_init(struct lane *lane, struct session *session, const char *what, void (*done)(void *ctx), void *ctx)
{
  *lane = (struct lane){.session = session, .what = what, .exchange = {.done = done, .ctx = ctx}};
}

bool lane_is_free(const struct lane *lane, anban_ms now)
{
  return !lane->exchange.busy && now >= lane->retry.due;
}

void lane_begin(struct lane *lane, const struct exchange_request *request)
{
  exchange_begin(&lane->exchange, &lane->session->site, request);
}

void lane_free(struct lane *lane)
{
  if (lane->session)
    exchange_free(&lane->exchange, &lane->session->site);
}

static void pause_lane(struct retry *retry)
{
  uint32_t random;
  secret_random(&random, sizeof random);
  retry_failed(retry, clock_steady(), random);
}

void lane_trouble(struct lane *lane, const char *sentence)
{
  pause_lane(&lane->retry);
  if (strcmp(lane->trouble, sentence) != 0)
    log_warning("link", "%s waits: %s", lane->what, sentence);
  COPY_TEXT(lane->trouble, sentence);
}

static enum outcome judge(int status)
{
  if (status >= 200 && status < 300)
    return OUTCOME_GOOD;
  return status == 400 || status == 413 || status == 422 ? OUTCOME_REFUSED : OUTCOME_AGAIN;
}

enum outcome lane_outcome(struct lane *lane)
{
  struct session *session = lane->session;
  int status = lane->exchange.status;
  enum outcome outcome = judge(status);
  char sentence[64];
  FORMAT_TEXT(sentence, "the server answers %d", status);
  if (outcome == OUTCOME_GOOD) {
    retry_reset(&lane->retry);
    *lane->trouble = '\0';
  } else if (status == 401 && *session->token) {
    // A day is over, or the kiosk was revoked. The pause keeps a server that always says so from being asked at once.
    *session->token = '\0';
    retry_reset(&lane->retry);
    pause_lane(&session->access);
  } else {
    lane_trouble(lane, status ? sentence : lane->exchange.trouble);
  }
  return outcome;
}

anban_ms earlier(anban_ms one, anban_ms other)
{
  return one < 0 || (other >= 0 && other < one) ? other : one;
}
