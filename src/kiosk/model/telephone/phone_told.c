// SPDX-License-Identifier: GPL-3.0-or-later
// What the server and the media tell of a call.
#include "base/text.h"
#include "kiosk/model/telephone/family.h"
#include "kiosk/model/telephone/people.h"
#include "kiosk/model/telephone/phone_step.h"
#include "kiosk/model/telephone/voice_message.h"

#include <string.h>

static void step(struct model *model, struct call_machine_input *in, struct requests *out)
{
  phone_step(model, in, (struct phone_cargo){0}, out);
}

void phone_took_call(struct model *model, const struct call *call, enum call_reason refused, struct requests *out)
{
  struct call_machine_input in = {.kind = call ? ON_SERVER_POSTED : ON_SERVER_REFUSED, .call = call, .reason = refused};
  step(model, &in, out);
}

// What ours was told of once more and will not have: it was ended while we were away.
static void resumed_alone(struct model *model, const struct report *report, struct requests *out)
{
  struct call ended = model->phone.machine.call;
  ended.state = CALL_OVER;
  ended.reason = report->is.placed.refused;
  struct call_machine_input in = {.kind = ON_SERVER_RESUMED,
                                  .call = report->is.placed.call ? report->is.placed.call : &ended};
  step(model, &in, out);
}

// An answer to a call that we have left meanwhile says nothing about the one that is on.
static void placed(struct model *model, const struct report *report, struct requests *out)
{
  if (strcmp(report->is.placed.id, model->phone.machine.call_id) != 0)
    return;
  if (report->is.placed.resumed)
    resumed_alone(model, report, out);
  else
    phone_took_call(model, report->is.placed.call, report->is.placed.refused, out);
}

static void resumed(struct model *model, const struct call *calls, int count, struct requests *out)
{
  struct call_machine_input in = {.kind = ON_SERVER_RESUMED};
  for (int i = 0; i < count; i++)
    if (strcmp(calls[i].id, model->phone.machine.call_id) == 0)
      in.call = &calls[i];
  step(model, &in, out);
}

void phone_line(struct model *model, struct requests *out)
{
  struct call_machine_input in = {.kind = ON_SERVER_AWAY};
  if (model->line != LINE_STATE_UP)
    step(model, &in, out);
}

static enum call_machine_kind kind_of(enum signal_kind kind)
{
  static const enum call_machine_kind kinds[SIGNAL_KINDS] = {[SIGNAL_RINGING] = ON_SIGNAL_RINGING,
                                                             [SIGNAL_ACCEPT] = ON_SIGNAL_ACCEPT,
                                                             [SIGNAL_DECLINE] = ON_SIGNAL_DECLINE,
                                                             [SIGNAL_JOIN] = ON_SIGNAL_JOIN,
                                                             [SIGNAL_OFFER] = ON_SIGNAL_OFFER,
                                                             [SIGNAL_ANSWER] = ON_SIGNAL_ANSWER,
                                                             [SIGNAL_CANDIDATE] = ON_SIGNAL_CANDIDATE,
                                                             [SIGNAL_RENEW] = ON_SIGNAL_RENEW,
                                                             [SIGNAL_STATE] = ON_SIGNAL_STATE,
                                                             [SIGNAL_BYE] = ON_SIGNAL_BYE,
                                                             [SIGNAL_RING] = ON_SIGNAL_RING,
                                                             [SIGNAL_UPDATE] = ON_SIGNAL_UPDATE,
                                                             [SIGNAL_GONE] = ON_SIGNAL_GONE,
                                                             [SIGNAL_BACK] = ON_SIGNAL_BACK,
                                                             [SIGNAL_OVER] = ON_SIGNAL_OVER};
  return kinds[kind];
}

static void note_state(struct phone *phone, const struct signal *signal)
{
  for (int i = 0; i < CALL_MACHINE_PEERS; i++)
    if (strcmp(phone->lines[i].device, signal->device) == 0)
      phone->lines[i].curtain = signal_flag(signal, "curtain");
}

// On a shared kiosk somebody else may stand here by now, before the server knows.
static bool rings_for_nobody_here(const struct model *model, const struct signal *signal)
{
  return signal->kind == SIGNAL_RING && signal->has_call && signal->call.resident_id[0] &&
         !people_has(model, signal->call.resident_id);
}

static void take_signal(struct model *model, const struct signal *signal, struct requests *out)
{
  bool kiosk = signal->from.kind == PARTY_RESIDENT || signal->from.kind == PARTY_KIOSK;
  struct call_machine_input in = {.kind = kind_of(signal->kind),
                                  .call = signal->has_call ? &signal->call : NULL,
                                  .seq = signal->seq,
                                  .kiosk = kiosk,
                                  .offer = signal_number(signal, "offer"),
                                  .reason = signal->has_call ? signal->call.reason : CALL_REASON_NONE};
  COPY_TEXT(in.call_id, signal->call_id);
  COPY_TEXT(in.device, signal->device);
  if (signal->kind == SIGNAL_OVER)
    in.reason = signal_reason(signal);
  if (rings_for_nobody_here(model, signal))
    return;
  if (signal->kind == SIGNAL_RING)
    model->phone.may_auto = signal_flag(signal, "auto");
  if (signal->kind == SIGNAL_STATE)
    note_state(&model->phone, signal);
  phone_step(model, &in, (struct phone_cargo){.signal = signal}, out);
  model_changed(model);
}

static void devices(struct model *model, const struct media_report *media)
{
  model->phone.no_camera = media->no_camera;
  model->phone.no_microphone = media->no_microphone;
}

static void checked(struct model *model, const struct media_report *media)
{
  if (model->phone.check != CHECK_RUNS)
    return;
  model->phone.check = CHECK_DONE;
  model->phone.findings = media->findings;
}

static enum call_machine_kind call_machine_kind_of_media(enum media_news news)
{
  switch (news) {
  case MEDIA_OFFERS:
    return ON_MEDIA_OFFER;
  case MEDIA_HAS_WAY:
    return ON_MEDIA_CANDIDATE;
  case MEDIA_CONNECTED:
    return ON_MEDIA_CONNECTED;
  case MEDIA_SILENT:
    return ON_MEDIA_SILENT;
  case MEDIA_BACK:
    return ON_MEDIA_BACK;
  case MEDIA_FAILED:
    return ON_MEDIA_FAILED;
  case MEDIA_DEVICES:
  case MEDIA_CHECKED:
  case MEDIA_RECORDED:
  case MEDIA_PLAYED:
  case MEDIA_PICTURES:
    break;
  }
  return CALL_MACHINE_KINDS;
}

static void take_media(struct model *model, const struct media_report *media, struct requests *out)
{
  struct call_machine_input in = {.kind = call_machine_kind_of_media(media->news), .final = media->final};
  COPY_TEXT(in.device, media->device);
  if (media->news == MEDIA_DEVICES)
    devices(model, media);
  else if (media->news == MEDIA_CHECKED)
    checked(model, media);
  else if (media->news == MEDIA_RECORDED)
    voice_message_recorded(model, media->device, media->milliseconds, out);
  else if (media->news == MEDIA_PLAYED)
    voice_message_played(model, media->device, media->final, out);
  if (in.kind != CALL_MACHINE_KINDS)
    phone_step(model, &in, (struct phone_cargo){.media = media}, out);
  model_changed(model);
}

void phone_report(struct model *model, const struct report *report, struct requests *out)
{
  switch (report->kind) {
  case REPORT_REACH:
    family_reach(model, report->is.reach.list, report->is.reach.count);
    break;
  case REPORT_CALL:
    placed(model, report, out);
    break;
  case REPORT_RESUMED:
    resumed(model, report->is.calls.list, report->is.calls.count, out);
    break;
  case REPORT_SIGNAL:
    take_signal(model, report->is.signal, out);
    break;
  case REPORT_CALL_LOG:
    family_log(model, &report->is.record);
    break;
  case REPORT_VOICE_MESSAGE:
    family_put_voice(model, &report->is.voice);
    break;
  case REPORT_VOICE_MESSAGE_SENT:
  case REPORT_VOICE_MESSAGE_LOST:
    voice_message_moved(model, report->text, report->kind == REPORT_VOICE_MESSAGE_SENT ? LEAVE_SENT : LEAVE_FAILED);
    break;
  case REPORT_MEDIA:
    take_media(model, &report->is.media, out);
    break;
  case REPORT_INTENT:
  case REPORT_SHOWN:
  case REPORT_TICK:
  case REPORT_CARD:
  case REPORT_LINE:
  case REPORT_SERVER_TIME:
  case REPORT_SNAPSHOT:
  case REPORT_RECORD:
  case REPORT_SAVED:
  case REPORT_NOT_SAVED:
  case REPORT_ANSWER:
  case REPORT_PICTURE:
  case REPORT_SPEECH_BEGAN:
  case REPORT_SPEECH_ENDED:
  case REPORT_EAR:
  case REPORT_HEARD:
  case REPORT_LESSON:
  case REPORT_HEADPHONES:
  case REPORT_PART:
  case REPORT_PAPER:
  case REPORTS: // others take these
    break;
  }
}
