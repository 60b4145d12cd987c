// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/app/reports.h"

#include "base/log.h"
#include "kiosk/app/ear.h"

#include <stdlib.h>

void reports_send(struct app *app, struct letter *letter)
{
  if (!letter->report.at)
    letter->report.at = clock_wall();
  if (!mailbox_send(&app->letters, letter))
    letter_free(letter);
}

void letter_free(struct letter *letter)
{
  if (letter->kind == LETTER_REPORT)
    report_free(&letter->report);
  free(letter->text);
  free(letter->ice);
}

static void send_part(struct app *app, enum kiosk_part part, bool works, const char *sentence)
{
  struct letter letter = {.report = {.kind = REPORT_PART, .is.part = {part, works}}};
  COPY_TEXT(letter.fault.sentence, sentence);
  reports_send(app, &letter);
}

static void send_heard(struct app *app, enum report_kind kind, uint64_t number)
{
  struct letter letter = {.report = {.kind = kind, .is.number = (int64_t)number}};
  reports_send(app, &letter);
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
  struct letter letter = {.kind = LETTER_HEARD, .heard = *event};
  reports_send(ctx, &letter);
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
    reports_send(ctx, &(struct letter){.report = {.kind = REPORT_HEADPHONES, .is.number = event->plugged}});
    break;
  case SOUND_RELEASED:
    reports_send(ctx, &(struct letter){.kind = LETTER_RELEASED, .released = (unsigned)event->number});
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
  reports_send(ctx, &letter);
}

void reports_of_print(void *ctx, const struct print_event *event)
{
  static const enum paper papers[PRINT_OUTCOMES] = {
      [PRINT_PRINTED] = PAPER_PRINTED,  [PRINT_SENT] = PAPER_SENT,     [PRINT_NO_PAPER] = PAPER_ENDED,
      [PRINT_COVER_OPEN] = PAPER_COVER, [PRINT_JAMMED] = PAPER_JAMMED, [PRINT_SILENT] = PAPER_SILENT,
      [PRINT_AWAY] = PAPER_AWAY,
  };
  struct letter letter = {.report.kind = REPORT_PAPER};
  letter.report.is.paper.paper = papers[event->outcome];
  COPY_TEXT(letter.report.is.paper.message_id, event->id);
  COPY_TEXT(letter.fault.sentence, event->sentence);
  reports_send(ctx, &letter);
}
