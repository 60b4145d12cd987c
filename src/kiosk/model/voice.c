// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/voice.h"

#include "base/text.h"
#include "kiosk/model/ask.h"
#include "kiosk/model/family.h"
#include "kiosk/model/phone_step.h"

#include <string.h>

#define TOLD_FOR (15 * MS_SECOND) // when nothing could be said
#define LONGEST (MOST_VOICE_SECONDS * MS_SECOND)
#define ENDS_WITHIN (5 * MS_SECOND)           // the file is complete
#define PLAYED_FOR (LONGEST + 15 * MS_SECOND) // at most, for media that say nothing any more
#define LEAST_MS 700                          // less is a slip of the finger

static struct leaving *leaving(struct model *model)
{
  return &model->phone.leaving;
}

static void go(struct model *model, enum leave_step step)
{
  leaving(model)->step = step;
  leaving(model)->since = model->phone.over_at = model->uptime;
  phone_tell(model);
  model->say_due = step != LEAVE_RECORDS && step != LEAVE_ENDS;
}

void voice_leave(struct model *model, struct requests *out)
{
  struct phone *phone = &model->phone;
  if (call_machine_busy(&phone->machine) || phone->with.kind != PARTY_FAMILY)
    return;
  phone->leaving = (struct leaving){.to = phone->with};
  ask_new_id(model, phone->leaving.id);
  COPY_TEXT(phone->leaving.resident_id, phone->resident_id);
  go(model, LEAVE_TOLD);
}

void voice_begin(struct model *model, struct requests *out)
{
  if (leaving(model)->step != LEAVE_TOLD)
    return;
  go(model, LEAVE_RECORDS);
  phone_take_volume(model);
  phone_settle_devices(model, out);
  COPY_TEXT(phone_ask_media(out, MEDIA_RECORD)->call.device, leaving(model)->id);
}

void voice_end(struct model *model, struct requests *out)
{
  if (leaving(model)->step != LEAVE_RECORDS)
    return;
  phone_ask_media(out, MEDIA_RECORD_END);
  go(model, LEAVE_ENDS);
}

void voice_drop(struct model *model, struct requests *out)
{
  enum leave_step step = leaving(model)->step;
  if (step == LEAVE_RECORDS)
    phone_ask_media(out, MEDIA_RECORD_END);
  if (step == LEAVE_RECORDS || step == LEAVE_ENDS)
    COPY_TEXT(ask(out, REQUEST_VOICE_DROP)->id, leaving(model)->id);
  if (step == LEAVE_NONE)
    return;
  *leaving(model) = (struct leaving){0};
  phone_settle_devices(model, out);
  model->phone.over_at = model->uptime;
  phone_tell(model);
}

void voice_yield(struct model *model, struct requests *out)
{
  if (leaving(model)->step == LEAVE_RECORDS)
    voice_end(model, out);
  else if (leaving(model)->step != LEAVE_ENDS)
    *leaving(model) = (struct leaving){0};
}

static void is_recorded(struct model *model, int milliseconds, struct requests *out)
{
  if (milliseconds < LEAST_MS) {
    COPY_TEXT(ask(out, REQUEST_VOICE_DROP)->id, leaving(model)->id);
    go(model, LEAVE_FAILED);
  } else {
    leaving(model)->seconds = (milliseconds + 500) / 1000;
    ask(out, REQUEST_VOICE_SEND);
    go(model, LEAVE_NOTED);
  }
  phone_settle_devices(model, out);
}

void voice_recorded(struct model *model, const char *id, int milliseconds, struct requests *out)
{
  enum leave_step step = leaving(model)->step;
  if ((step == LEAVE_RECORDS || step == LEAVE_ENDS) && strcmp(leaving(model)->id, id) == 0)
    is_recorded(model, milliseconds, out);
}

void voice_moved(struct model *model, const char *id, enum leave_step step)
{
  if (leaving(model)->step == LEAVE_NOTED && strcmp(leaving(model)->id, id) == 0)
    go(model, step);
}

void voice_spoken(struct model *model, struct requests *out)
{
  if (model_screen(model) == SCREEN_LEAVE)
    voice_begin(model, out);
}

anban_ms voice_due(const struct model *model)
{
  const struct leaving *left = &model->phone.leaving;
  if (model->phone.playing[0])
    return model->phone.played_at + PLAYED_FOR;
  switch (left->step) {
  case LEAVE_TOLD:
    return left->since + TOLD_FOR;
  case LEAVE_RECORDS: // the seconds are seen to go
    return left->since + ((model->uptime - left->since) / MS_SECOND + 1) * MS_SECOND;
  case LEAVE_ENDS:
    return left->since + ENDS_WITHIN;
  default:
    return -1;
  }
}

void voice_passed(struct model *model, struct requests *out)
{
  const struct leaving *left = leaving(model);
  if (model->phone.playing[0] && model->uptime >= model->phone.played_at + PLAYED_FOR)
    voice_stop(model, out);
  anban_ms gone = model->uptime - left->since;
  if (left->step == LEAVE_TOLD && gone >= TOLD_FOR)
    voice_begin(model, out);
  else if (left->step == LEAVE_RECORDS && gone >= LONGEST)
    voice_end(model, out);
  else if (left->step == LEAVE_ENDS && gone >= ENDS_WITHIN)
    is_recorded(model, 0, out);
}

int voice_seconds(const struct model *model)
{
  const struct leaving *left = &model->phone.leaving;
  return left->step == LEAVE_RECORDS ? (int)((model->uptime - left->since) / MS_SECOND) : left->seconds;
}

void voice_play(struct model *model, const char *id, struct requests *out)
{
  const struct voice_message *voice = family_voice(model, id);
  bool plays = strcmp(model->phone.playing, id) == 0;
  if (!voice || plays || strcmp(voice->to.id, model->person) != 0 || call_machine_busy(&model->phone.machine))
    return;
  if (model->phone.playing[0])
    phone_ask_media(out, MEDIA_PLAY_END);
  COPY_TEXT(model->phone.playing, id);
  model->phone.played_at = model->uptime;
  phone_take_volume(model);
  phone_settle_devices(model, out);
  COPY_TEXT(phone_ask_media(out, MEDIA_PLAY)->call.device, id);
  model->notice = NOTICE_NONE;
  model->revision++;
}

void voice_stop(struct model *model, struct requests *out)
{
  if (!model->phone.playing[0])
    return;
  model->phone.playing[0] = '\0';
  phone_ask_media(out, MEDIA_PLAY_END);
  phone_settle_devices(model, out);
  model->revision++;
}

void voice_played(struct model *model, const char *id, bool failed, struct requests *out)
{
  struct phone *phone = &model->phone;
  if (!phone->playing[0] || strcmp(phone->playing, id) != 0)
    return;
  if (failed) {
    model->notice = NOTICE_VOICE_LATER;
    model->say_due = true;
  } else {
    family_heard(model, phone->playing);
    COPY_TEXT(ask(out, REQUEST_VOICE_HEARD)->id, phone->playing);
  }
  phone->playing[0] = '\0';
  phone_settle_devices(model, out);
  model->revision++;
}
