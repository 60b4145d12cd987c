// SPDX-License-Identifier: GPL-3.0-or-later
// What the link tells becomes letters. Thread: the link's.
#include "kiosk/app/reports.h"

#include "base/memory.h"

typedef void write_letter(struct letter *letter, const struct link_event *event);

static enum line_state line_of(enum link_line_state state)
{
  return state == LINK_UP ? LINE_STATE_UP : state == LINK_AWAY ? LINE_STATE_AWAY : LINE_STATE_NOT_APPROVED;
}

static void write_line(struct letter *letter, const struct link_event *event)
{
  letter->report.kind = REPORT_LINE;
  letter->report.is.line.state = line_of(event->is.line.state);
  COPY_TEXT(letter->report.is.line.code, event->is.line.code);
}

static void write_server_time(struct letter *letter, const struct link_event *event)
{
  letter->report.kind = REPORT_SERVER_TIME;
  letter->report.is.number = event->is.ahead;
}

static void write_snapshot(struct letter *letter, const struct link_event *event)
{
  letter->report.kind = REPORT_SNAPSHOT;
  letter->report.is.snapshot = event->is.snapshot.read;
  letter->text = event->is.snapshot.text;
}

static void write_record(struct letter *letter, const struct link_event *event)
{
  letter->report.kind = REPORT_RECORD;
  letter->report.is.standing = event->is.standing;
}

static void write_answer(struct letter *letter, const struct link_event *event)
{
  letter->report.kind = REPORT_ANSWER;
  letter->report.is.answer = event->is.answer;
}

// The person hears that it was not taken; staff find the reason in the store and in the log.
static void write_refused(struct letter *letter, const struct link_event *event)
{
  letter->report.kind = REPORT_ANSWER;
  letter->report.is.answer = (struct answer){0};
  COPY_TEXT(letter->report.is.answer.id, event->is.refused.id);
  letter->text = memory_text(event->is.refused.sentence);
}

static void write_picture(struct letter *letter, const struct link_event *event)
{
  letter->report.kind = REPORT_PICTURE;
  COPY_TEXT(letter->report.text, event->is.hash);
}

static void write_reach(struct letter *letter, const struct link_event *event)
{
  letter->report.kind = REPORT_REACH;
  letter->report.is.reach.list = event->is.reach.list;
  letter->report.is.reach.count = event->is.reach.count;
}

static void write_call(struct letter *letter, const struct link_event *event)
{
  struct report *report = &letter->report;
  report->kind = REPORT_CALL;
  report->is.placed.call = event->is.call.call;
  report->is.placed.refused = event->is.call.refused;
  report->is.placed.resumed = event->is.call.resumed;
  COPY_TEXT(report->is.placed.id, event->is.call.id);
}

static void write_resumed(struct letter *letter, const struct link_event *event)
{
  letter->report.kind = REPORT_RESUMED;
  letter->report.is.calls.list = event->is.resumed.list;
  letter->report.is.calls.count = event->is.resumed.count;
}

static void write_signal(struct letter *letter, const struct link_event *event)
{
  letter->report.kind = REPORT_SIGNAL;
  letter->report.is.signal = event->is.signal;
}

static void write_ice(struct letter *letter, const struct link_event *event)
{
  letter->kind = LETTER_ICE;
  letter->ice = event->is.ice;
}

static void write_call_log(struct letter *letter, const struct link_event *event)
{
  letter->report.kind = REPORT_CALL_LOG;
  letter->report.is.record = event->is.record;
}

static void write_voice_message(struct letter *letter, const struct link_event *event)
{
  letter->report.kind = REPORT_VOICE_MESSAGE;
  letter->report.is.voice = event->is.voice_message;
}

static void write_voice_message_sent(struct letter *letter, const struct link_event *event)
{
  letter->report.kind = REPORT_VOICE_MESSAGE_SENT;
  COPY_TEXT(letter->report.text, event->is.id);
}

static write_letter *writer_of(enum link_event_kind kind)
{
  switch (kind) {
  case LINK_LINE:
    return write_line;
  case LINK_SERVER_TIME:
    return write_server_time;
  case LINK_SNAPSHOT:
    return write_snapshot;
  case LINK_RECORD:
    return write_record;
  case LINK_ANSWER:
    return write_answer;
  case LINK_REFUSED:
    return write_refused;
  case LINK_PICTURE:
    return write_picture;
  case LINK_REACH:
    return write_reach;
  case LINK_CALL:
    return write_call;
  case LINK_RESUMED:
    return write_resumed;
  case LINK_SIGNAL:
    return write_signal;
  case LINK_ICE:
    return write_ice;
  case LINK_CALL_LOG:
    return write_call_log;
  case LINK_VOICE_MESSAGE:
    return write_voice_message;
  case LINK_VOICE_MESSAGE_SENT:
    return write_voice_message_sent;
  case LINK_VOICES:
    return NULL; // told to the voices themselves
  }
  return NULL;
}

void reports_of_link(void *ctx, struct link_event *event)
{
  struct app *app = ctx;
  struct letter letter = {.report.at = event->at};
  write_letter *write = writer_of(event->kind);
  if (!write) {
    voices_renew(&app->voices);
    maker_renew(&app->maker);
    return;
  }
  write(&letter, event);
  reports_send(app, &letter);
}
