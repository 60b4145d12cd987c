// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with the telephone.
#include "base/text.h"
#include "kiosk/model/core/ask.h"
#include "kiosk/model/person/settings.h"
#include "kiosk/model/telephone/family.h"
#include "kiosk/model/telephone/phone_step.h"
#include "kiosk/model/telephone/voice_message.h"

#include <string.h>

#define VOLUME_STEP 20

static void act(struct model *model, enum call_machine_kind kind, struct requests *out)
{
  struct call_machine_input in = {.kind = kind};
  COPY_TEXT(in.call_id, model->phone.request.id);
  phone_step(model, &in, (struct phone_cargo){0}, out);
}

static void call(struct model *model, const struct party *to, struct requests *out)
{
  struct phone *phone = &model->phone;
  if (call_machine_busy(&phone->machine))
    return;
  phone->shown = phone->outgoing = true;
  phone->automatic = phone->curtain = false;
  phone->message_out = (struct voice_message_out){0};
  phone->with = *to;
  phone_take_volume(model);
  phone->request = (struct call_request){.from = {.kind = PARTY_RESIDENT}, .to = *to, .media = CALL_VIDEO};
  ask_new_id(model, phone->request.id);
  COPY_TEXT(phone->request.device, phone->device);
  COPY_TEXT(phone->request.from.id, phone->resident_id);
  act(model, ON_PERSON_CALL, out);
  if (model->line != LINE_STATE_UP)
    phone_took_call(model, NULL, CALL_UNREACHABLE, out);
}

static void begin(struct model *model, const struct intent *intent, struct requests *out)
{
  const char *member_id = intent->id;
  const struct family_member *member = family_member(model, member_id);
  bool is_desk = strcmp(member_id, DESK_ID) == 0;
  if (!is_desk && (!member || strcmp(member->resident_id, model->person.id) != 0))
    return;
  struct party to = {.kind = is_desk ? PARTY_STAFF : PARTY_FAMILY};
  COPY_TEXT(to.id, member_id);
  voice_message_stop(model, out);
  COPY_TEXT(model->phone.resident_id, model->person.id);
  call(model, &to, out);
}

static void call_again(struct model *model, const struct intent *intent, struct requests *out)
{
  struct party to = model->phone.with;
  if (to.kind == PARTY_FAMILY || party_is_desk(&to))
    call(model, &to, out);
}

void phone_answer(struct model *model, bool by_itself, struct requests *out)
{
  struct phone *phone = &model->phone;
  voice_message_stop(model, out);
  phone->automatic = by_itself;
  phone->answer_at = -1;
  phone_take_volume(model);
  act(model, ON_PERSON_ANSWER, out);
}

static void answer(struct model *model, const struct intent *intent, struct requests *out)
{
  phone_answer(model, false, out);
}

static void decline(struct model *model, const struct intent *intent, struct requests *out)
{
  act(model, ON_PERSON_DECLINE, out);
}

static void hang_up(struct model *model, const struct intent *intent, struct requests *out)
{
  act(model, ON_PERSON_HANG_UP, out);
}

void phone_close(struct model *model, struct requests *out)
{
  struct phone *phone = &model->phone;
  if (!phone->shown || call_machine_busy(&phone->machine))
    return;
  voice_message_drop(model, out);
  phone->shown = false;
  if (!model->person.id[0])
    settings_for_nobody(model, out);
  phone_tell(model);
}

static void close(struct model *model, const struct intent *intent, struct requests *out)
{
  phone_close(model, out);
}

static void set_volume(struct model *model, const struct intent *intent, struct requests *out)
{
  int step = intent->kind == INTENT_CALL_LOUDER ? 1 : -1;
  int volume = model->phone.volume + step * VOLUME_STEP;
  model->phone.volume = volume < VOLUME_LEAST ? VOLUME_LEAST : volume > 100 ? 100 : volume;
  phone_ask_media(out, MEDIA_SET);
  model_changed(model);
}

static void curtain(struct model *model, const struct intent *intent, struct requests *out)
{
  struct phone *phone = &model->phone;
  phone->curtain = !phone->curtain;
  phone_ask_media(out, MEDIA_SET);
  struct request *request = ask(out, REQUEST_SIGNAL);
  request->call.signal = SIGNAL_STATE;
  COPY_TEXT(request->call.call_id, phone->machine.call_id);
  model_changed(model);
}

static void check(struct model *model, const struct intent *intent, struct requests *out)
{
  model->phone.check = CHECK_RUNS;
  phone_ask_media(out, MEDIA_CHECK);
  model_changed(model);
}

static void checked(struct model *model, const struct intent *intent, struct requests *out)
{
  model->phone.check = CHECK_NONE;
  model_changed(model);
}

const struct intent_row phone_intents[] = {
    {.kind = INTENT_CALL, .act = begin},
    {.kind = INTENT_CALL_AGAIN, .act = call_again},
    {.kind = INTENT_ANSWER, .act = answer},
    {.kind = INTENT_DECLINE, .act = decline},
    {.kind = INTENT_HANG_UP, .act = hang_up},
    {.kind = INTENT_CALL_LOUDER, .act = set_volume},
    {.kind = INTENT_CALL_QUIETER, .act = set_volume},
    {.kind = INTENT_CURTAIN, .act = curtain},
    {.kind = INTENT_CHECK, .act = check},
    {.kind = INTENT_CHECKED, .act = checked},
    {.kind = INTENT_CALL_CLOSE, .act = close},
    {.kind = INTENT_NONE},
};
