// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/telephone/voice_message.h"

#include "base/text.h"
#include "kiosk/model/core/ask.h"
#include "kiosk/model/telephone/family.h"
#include "kiosk/model/telephone/phone_step.h"

#include <string.h>

#define TOLD_FOR (15 * MS_SECOND) // when nothing could be said
#define LONGEST (MOST_VOICE_SECONDS * MS_SECOND)
#define ENDS_WITHIN (5 * MS_SECOND)           // the file is complete
#define PLAYED_FOR (LONGEST + 15 * MS_SECOND) // at most, for media that say nothing any more
#define LEAST_MS 700                          // less is a slip of the finger

static struct voice_message_out *out_of(struct model *model)
{
  return &model->phone.message_out;
}

static void go(struct model *model, enum leave_step step)
{
  out_of(model)->step = step;
  out_of(model)->since = model->phone.over_at = model->uptime;
  phone_tell(model);
  if (step == LEAVE_RECORDS || step == LEAVE_ENDS)
    model_say_nothing(model);
}

static void leave(struct model *model, const struct intent *intent, struct requests *out)
{
  struct phone *phone = &model->phone;
  if (call_machine_busy(&phone->machine) || phone->with.kind != PARTY_FAMILY)
    return;
  phone->message_out = (struct voice_message_out){.to = phone->with};
  ask_new_id(model, phone->message_out.id);
  COPY_TEXT(phone->message_out.resident_id, phone->resident_id);
  go(model, LEAVE_TOLD);
}

static void begin_recording(struct model *model, struct requests *out)
{
  if (out_of(model)->step != LEAVE_TOLD)
    return;
  go(model, LEAVE_RECORDS);
  phone_take_volume(model);
  phone_settle_devices(model, out);
  COPY_TEXT(phone_ask_media(out, MEDIA_RECORD)->call.device, out_of(model)->id);
}

static void end_recording(struct model *model, struct requests *out)
{
  if (out_of(model)->step != LEAVE_RECORDS)
    return;
  phone_ask_media(out, MEDIA_RECORD_END);
  go(model, LEAVE_ENDS);
}

void voice_message_drop(struct model *model, struct requests *out)
{
  enum leave_step step = out_of(model)->step;
  if (step == LEAVE_RECORDS)
    phone_ask_media(out, MEDIA_RECORD_END);
  if (step == LEAVE_RECORDS || step == LEAVE_ENDS)
    COPY_TEXT(ask(out, REQUEST_VOICE_MESSAGE_DROP)->id, out_of(model)->id);
  if (step == LEAVE_NONE)
    return;
  *out_of(model) = (struct voice_message_out){0};
  phone_settle_devices(model, out);
  model->phone.over_at = model->uptime;
  phone_tell(model);
}

void voice_message_yield(struct model *model, struct requests *out)
{
  if (out_of(model)->step == LEAVE_RECORDS)
    end_recording(model, out);
  else if (out_of(model)->step != LEAVE_ENDS)
    *out_of(model) = (struct voice_message_out){0};
}

static void is_recorded(struct model *model, int milliseconds, struct requests *out)
{
  if (milliseconds < LEAST_MS) {
    COPY_TEXT(ask(out, REQUEST_VOICE_MESSAGE_DROP)->id, out_of(model)->id);
    go(model, LEAVE_FAILED);
  } else {
    out_of(model)->seconds = (milliseconds + 500) / 1000;
    ask(out, REQUEST_VOICE_MESSAGE_SEND);
    go(model, LEAVE_NOTED);
  }
  phone_settle_devices(model, out);
}

void voice_message_recorded(struct model *model, const char *id, int milliseconds, struct requests *out)
{
  enum leave_step step = out_of(model)->step;
  if ((step == LEAVE_RECORDS || step == LEAVE_ENDS) && strcmp(out_of(model)->id, id) == 0)
    is_recorded(model, milliseconds, out);
}

void voice_message_moved(struct model *model, const char *id, enum leave_step step)
{
  if (out_of(model)->step == LEAVE_NOTED && strcmp(out_of(model)->id, id) == 0)
    go(model, step);
}

void voice_message_spoken(struct model *model, struct requests *out)
{
  if (model_screen(model) == SCREEN_LEAVE)
    begin_recording(model, out);
}

anban_ms voice_message_due(const struct model *model)
{
  const struct voice_message_out *left = &model->phone.message_out;
  if (model->phone.playing[0])
    return model->phone.played_at + PLAYED_FOR;
  switch (left->step) {
  case LEAVE_TOLD:
    return left->since + TOLD_FOR;
  case LEAVE_RECORDS: // the seconds are seen to go
    return left->since + ((model->uptime - left->since) / MS_SECOND + 1) * MS_SECOND;
  case LEAVE_ENDS:
    return left->since + ENDS_WITHIN;
  case LEAVE_NONE:
  case LEAVE_FAILED:
  case LEAVE_NOTED:
  case LEAVE_SENT:
    break;
  }
  return -1;
}

void voice_message_passed(struct model *model, struct requests *out)
{
  const struct voice_message_out *left = out_of(model);
  if (model->phone.playing[0] && model->uptime >= model->phone.played_at + PLAYED_FOR)
    voice_message_stop(model, out);
  anban_ms gone = model->uptime - left->since;
  if (left->step == LEAVE_TOLD && gone >= TOLD_FOR)
    begin_recording(model, out);
  else if (left->step == LEAVE_RECORDS && gone >= LONGEST)
    end_recording(model, out);
  else if (left->step == LEAVE_ENDS && gone >= ENDS_WITHIN)
    is_recorded(model, 0, out);
}

int voice_message_seconds(const struct model *model)
{
  const struct voice_message_out *left = &model->phone.message_out;
  return left->step == LEAVE_RECORDS ? (int)((model->uptime - left->since) / MS_SECOND) : left->seconds;
}

static void play(struct model *model, const struct intent *intent, struct requests *out)
{
  const char *id = intent->id;
  const struct voice_message *voice = family_voice(model, id);
  bool plays = strcmp(model->phone.playing, id) == 0;
  if (!voice || plays || strcmp(voice->to.id, model->person.id) != 0 || call_machine_busy(&model->phone.machine))
    return;
  if (model->phone.playing[0])
    phone_ask_media(out, MEDIA_PLAY_END);
  COPY_TEXT(model->phone.playing, id);
  model->phone.played_at = model->uptime;
  phone_take_volume(model);
  phone_settle_devices(model, out);
  COPY_TEXT(phone_ask_media(out, MEDIA_PLAY)->call.device, id);
  model->navigation.notice = NOTICE_NONE;
  model_changed(model);
}

void voice_message_stop(struct model *model, struct requests *out)
{
  if (!model->phone.playing[0])
    return;
  model->phone.playing[0] = '\0';
  phone_ask_media(out, MEDIA_PLAY_END);
  phone_settle_devices(model, out);
  model_changed(model);
}

void voice_message_played(struct model *model, const char *id, bool failed, struct requests *out)
{
  struct phone *phone = &model->phone;
  if (!phone->playing[0] || strcmp(phone->playing, id) != 0)
    return;
  if (failed) {
    model->navigation.notice = NOTICE_VOICE_LATER;
    model_say(model);
  } else {
    family_heard(model, phone->playing);
    COPY_TEXT(ask(out, REQUEST_VOICE_MESSAGE_HEARD)->id, phone->playing);
  }
  phone->playing[0] = '\0';
  phone_settle_devices(model, out);
  model_changed(model);
}

void voice_message_touched(struct model *model, enum intent_kind kind, struct requests *out)
{
  if (kind != INTENT_PLAY && kind != INTENT_TURN)
    voice_message_stop(model, out);
}

static void begin(struct model *model, const struct intent *intent, struct requests *out)
{
  begin_recording(model, out);
}

static void end(struct model *model, const struct intent *intent, struct requests *out)
{
  end_recording(model, out);
}

static void drop(struct model *model, const struct intent *intent, struct requests *out)
{
  voice_message_drop(model, out);
}

static void stop(struct model *model, const struct intent *intent, struct requests *out)
{
  voice_message_stop(model, out);
}

const struct intent_row voice_message_intents[] = {
    {.kind = INTENT_LEAVE_MESSAGE, .act = leave},
    {.kind = INTENT_MESSAGE_BEGIN, .act = begin},
    {.kind = INTENT_MESSAGE_END, .act = end},
    {.kind = INTENT_MESSAGE_DROP, .act = drop},
    {.kind = INTENT_PLAY, .act = play},
    {.kind = INTENT_PLAY_END, .act = stop},
    {.kind = INTENT_NONE},
};
