// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/app/reports.h"

#include "base/log.h"
#include "base/memory.h"
#include "kiosk/app/ear.h"

#include <stdlib.h>

static void send(struct app *app, struct letter *letter)
{
  if (!letter->report.at)
    letter->report.at = clock_wall();
  if (mailbox_send(&app->letters, letter))
    return;
  report_free(&letter->report);
  free(letter->text);
  free(letter->ice);
}

static void send_part(struct app *app, enum kiosk_part part, bool works, const char *sentence)
{
  struct letter letter = {.report = {.kind = REPORT_PART, .is.part = {part, works}}};
  COPY_TEXT(letter.fault.sentence, sentence);
  send(app, &letter);
}

static void send_heard(struct app *app, enum report_kind kind, uint64_t number)
{
  struct letter letter = {.report = {.kind = kind, .is.number = (int64_t)number}};
  send(app, &letter);
}

// Only the newest is of interest, and a mailbox would keep them all.
static void send_position(struct app *app, uint64_t number, int from)
{
  atomic_store(&app->heard, number << 32 | (uint32_t)from);
  ui_wake(app->ui);
}

void reports_of_began(void *ctx, uint64_t number)
{
  ear_mind(ctx, number, true);
  send_heard(ctx, REPORT_SPEECH_BEGAN, number);
}

static void send_ended(struct app *app, uint64_t number)
{
  if (atomic_load(&app->heard) >> 32 == number)
    send_position(app, number, -1);
  send_heard(app, REPORT_SPEECH_ENDED, number);
}

void reports_of_speech(void *ctx, const struct speech_event *event)
{
  switch (event->kind) {
  case SPEECH_WORKS:
  case SPEECH_BROKEN:
    send_part(ctx, PART_SPEECH, event->kind == SPEECH_WORKS, event->sentence);
    break;
  case SPEECH_SILENT:
    ear_mind(ctx, event->number, false);
    send_heard(ctx, REPORT_SPEECH_ENDED, event->number);
    break;
  }
}

void reports_of_listen(void *ctx, const struct listen_event *event)
{
  struct letter letter = {.report = {.kind = REPORT_EAR}, .heard = *event};
  send(ctx, &letter);
}

void reports_of_sound(void *ctx, const struct sound_event *event)
{
  switch (event->kind) {
  case SOUND_WORKS:
  case SOUND_BROKEN:
    send_part(ctx, PART_SOUND, event->kind == SOUND_WORKS, event->sentence);
    break;
  case SOUND_EAR_WORKS:
  case SOUND_EAR_BROKEN:
    send_part(ctx, PART_EAR, event->kind == SOUND_EAR_WORKS, event->sentence);
    break;
  case SOUND_HEADPHONES:
    send(ctx, &(struct letter){.report = {.kind = REPORT_HEADPHONES, .is.number = event->plugged}});
    break;
  case SOUND_RELEASED:
    send(ctx, &(struct letter){.report = {.kind = REPORT_TICK}, .released = (unsigned)event->number});
    break;
  case SOUND_AT:
    send_position(ctx, event->number, event->from);
    break;
  case SOUND_BEGAN:
    ear_mind(ctx, event->number, true);
    send_heard(ctx, REPORT_SPEECH_BEGAN, event->number);
    break;
  case SOUND_ENDED:
    ear_mind(ctx, event->number, false);
    send_ended(ctx, event->number);
    break;
  }
}

// Between calls nobody knows; what was missing in the last one is still the desk's to mend.
static void tell_devices(struct app *app, const struct call_event *event)
{
  if (event->devices.loudspeaker != CALL_DEVICE_CLOSED)
    send_part(app, PART_CALL, !*event->sentence, event->sentence);
}

static enum media_news news_of(enum call_event_kind kind)
{
  static const enum media_news news[] = {
      [CALL_OFFER] = MEDIA_OFFERS,    [CALL_CANDIDATE] = MEDIA_HAS_WAY, [CALL_CONNECTED] = MEDIA_CONNECTED,
      [CALL_SILENT] = MEDIA_SILENT,   [CALL_BACK] = MEDIA_BACK,         [CALL_PICTURES] = MEDIA_PICTURES,
      [CALL_ENDED] = MEDIA_FAILED,    [CALL_DEVICES] = MEDIA_DEVICES,   [CALL_LEVELS] = MEDIA_PICTURES,
      [CALL_CHECKED] = MEDIA_CHECKED, [CALL_RECORDED] = MEDIA_RECORDED, [CALL_PLAYED] = MEDIA_PLAYED};
  return news[kind];
}

static enum finding finding_of(enum call_finding finding)
{
  static const enum finding findings[] = {[CALL_GOOD] = FINDING_GOOD,
                                          [CALL_MISSING] = FINDING_MISSING,
                                          [CALL_NO_SIGNAL] = FINDING_NO_SIGNAL,
                                          [CALL_FAINT] = FINDING_FAINT,
                                          [CALL_OFF] = FINDING_OFF};
  return findings[finding];
}

static struct call_findings findings_of(const struct call_checked *checked)
{
  return (struct call_findings){finding_of(checked->microphone), finding_of(checked->loudspeaker),
                                finding_of(checked->camera), finding_of(checked->remote)};
}

static bool is_final(const struct call_event *event)
{
  return event->kind == CALL_ENDED ? event->failure == CALL_FORGED : event->kind == CALL_PLAYED && *event->sentence;
}

void reports_of_call(void *ctx, struct call_event *event)
{
  struct letter letter = {.report = {.kind = REPORT_MEDIA}};
  if (event->kind == CALL_DEVICES)
    tell_devices(ctx, event);
  if (event->kind == CALL_ENDED || event->kind == CALL_RECORDED || event->kind == CALL_PLAYED)
    log_info("call", "%s", *event->sentence ? event->sentence : "is over");
  if (event->kind == CALL_LEVELS) // nobody is shown them yet
    return;
  letter.report.is.media = (struct media_report){.news = news_of(event->kind),
                                                 .round = event->round,
                                                 .line = event->line,
                                                 .milliseconds = event->milliseconds,
                                                 .final = is_final(event),
                                                 .no_camera = event->devices.camera == CALL_DEVICE_MISSING,
                                                 .no_microphone = event->devices.microphone == CALL_DEVICE_MISSING,
                                                 .findings = findings_of(&event->checked),
                                                 .text = event->text};
  COPY_TEXT(letter.report.is.media.device, event->peer);
  send(ctx, &letter);
}

static enum line_state line_of(enum link_line_state state)
{
  return state == LINK_UP ? LINE_STATE_UP : state == LINK_AWAY ? LINE_STATE_AWAY : LINE_STATE_NOT_APPROVED;
}

static void write_line(struct letter *letter, const struct link_line *line)
{
  letter->report.kind = REPORT_LINE;
  letter->report.is.line.state = line_of(line->state);
  COPY_TEXT(letter->report.is.line.code, line->code);
}

// The person hears that it was not taken; staff find the reason in the store and in the log.
static void write_refused(struct letter *letter, const struct link_event *event)
{
  letter->report.kind = REPORT_ANSWER;
  letter->report.is.answer = (struct answer){0};
  COPY_TEXT(letter->report.is.answer.id, event->is.refused.id);
  letter->text = memory_text(event->is.refused.sentence);
}

// What it brings of calls and spoken messages; false: it is about something else.
static bool write_call_news(struct letter *letter, const struct link_event *event)
{
  struct report *report = &letter->report;
  switch (event->kind) {
  case LINK_REACH:
    report->kind = REPORT_REACH;
    report->is.reach.list = event->is.reach.list;
    report->is.reach.count = event->is.reach.count;
    break;
  case LINK_CALL:
    report->kind = REPORT_CALL;
    report->is.placed.call = event->is.call.call;
    report->is.placed.refused = event->is.call.refused;
    report->is.placed.resumed = event->is.call.resumed;
    COPY_TEXT(report->is.placed.id, event->is.call.id);
    break;
  case LINK_RESUMED:
    report->kind = REPORT_RESUMED;
    report->is.calls.list = event->is.resumed.list;
    report->is.calls.count = event->is.resumed.count;
    break;
  case LINK_SIGNAL:
    report->kind = REPORT_SIGNAL;
    report->is.signal = event->is.signal;
    break;
  case LINK_ICE:
    report->kind = REPORT_TICK;
    letter->ice = event->is.ice;
    break;
  case LINK_CALL_LOG:
    report->kind = REPORT_CALL_LOG;
    report->is.record = event->is.record;
    break;
  case LINK_VOICE_MESSAGE:
    report->kind = REPORT_VOICE_MESSAGE;
    report->is.voice = event->is.voice_message;
    break;
  case LINK_VOICE_MESSAGE_SENT:
    report->kind = REPORT_VOICE_MESSAGE_SENT;
    COPY_TEXT(report->text, event->is.id);
    break;
  default:
    return false;
  }
  return true;
}

static void write_news(struct letter *letter, const struct link_event *event)
{
  struct report *report = &letter->report;
  if (write_call_news(letter, event))
    return;
  switch (event->kind) {
  case LINK_LINE:
    write_line(letter, &event->is.line);
    break;
  case LINK_SERVER_TIME:
    report->kind = REPORT_SERVER_TIME;
    report->is.number = event->is.ahead;
    break;
  case LINK_SNAPSHOT:
    report->kind = REPORT_SNAPSHOT;
    report->is.snapshot = event->is.snapshot.read;
    letter->text = event->is.snapshot.text;
    break;
  case LINK_RECORD:
    report->kind = REPORT_RECORD;
    report->is.standing = event->is.standing;
    break;
  case LINK_ANSWER:
    report->kind = REPORT_ANSWER;
    report->is.answer = event->is.answer;
    break;
  case LINK_REFUSED:
    write_refused(letter, event);
    break;
  default: // LINK_VOICES is told to the voices themselves
    break;
  case LINK_PICTURE:
    report->kind = REPORT_PICTURE;
    COPY_TEXT(report->text, event->is.hash);
    break;
  }
}

void reports_of_link(void *ctx, struct link_event *event)
{
  struct app *app = ctx;
  struct letter letter = {.report.at = event->at};
  if (event->kind == LINK_VOICES) {
    voices_renew(&app->voices);
    maker_renew(&app->maker);
    return;
  }
  write_news(&letter, event);
  send(app, &letter);
}
