// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/telephone/phone.h"

#include "base/text.h"
#include "kiosk/model/core/ask.h"
#include "kiosk/model/core/happen.h"
#include "kiosk/model/person/settings.h"
#include "kiosk/model/telephone/answering.h"
#include "kiosk/model/telephone/phone_step.h"
#include "kiosk/model/telephone/voice_message.h"

#include <stdlib.h>
#include <string.h>

#define RING_AGAIN (4 * MS_SECOND)

void phone_init(struct model *model)
{
  COPY_TEXT(model->phone.device, model->settings.device);
  if (!model->phone.device[0])
    ask_new_id(model, model->phone.device);
  call_machine_init(&model->phone.machine, model->phone.device, true);
  model->phone.answer_at = -1;
}

void phone_free(struct model *model)
{
  free(model->phone.reached);
  free(model->phone.looked);
}

bool phone_talks(const struct model *model)
{
  enum call_machine_state state = model->phone.machine.state;
  return state >= CALL_MACHINE_CONNECTING && state <= CALL_MACHINE_RECONNECTING;
}

bool phone_holds(const struct model *model)
{
  enum leave_step step = model->phone.message_out.step;
  return call_machine_busy(&model->phone.machine) || (step >= LEAVE_TOLD && step <= LEAVE_ENDS) ||
         model->phone.playing[0];
}

enum screen phone_screen(const struct model *model)
{
  const struct phone *phone = &model->phone;
  if (!phone->shown)
    return SCREENS;
  if (phone->message_out.step != LEAVE_NONE && !call_machine_busy(&phone->machine))
    return SCREEN_LEAVE;
  switch (phone->machine.state) {
  case CALL_MACHINE_CALLING:
    return SCREEN_CALLING;
  case CALL_MACHINE_RINGING:
    return phone->answer_at >= 0 ? SCREEN_BY_ITSELF : SCREEN_RINGING;
  case CALL_MACHINE_CONNECTING:
  case CALL_MACHINE_TALKING:
  case CALL_MACHINE_RECONNECTING:
    return phone->check != CHECK_NONE ? SCREEN_CALL_CHECK : SCREEN_CALL;
  case CALL_MACHINE_OVER:
    return SCREEN_CALL_OVER;
  case CALL_MACHINE_IDLE:
  case CALL_MACHINE_STATES:
    break;
  }
  return SCREENS;
}

void phone_tell(struct model *model)
{
  model->navigation.shown = (struct shown){0};
  model_say(model);
}

struct request *phone_ask_media(struct requests *out, enum media_act act)
{
  struct request *request = ask(out, REQUEST_MEDIA);
  request->call.act = act;
  return request;
}

static bool wants_devices(const struct model *model)
{
  enum leave_step step = model->phone.message_out.step;
  return phone_talks(model) || step == LEAVE_RECORDS || step == LEAVE_ENDS || model->phone.playing[0];
}

void phone_settle_devices(struct model *model, struct requests *out)
{
  bool wanted = wants_devices(model);
  if (model->phone.lent == wanted)
    return;
  model->phone.lent = wanted;
  if (wanted)
    ask(out, REQUEST_HUSH);
  ask(out, REQUEST_LEND)->number = wanted;
  if (wanted)
    phone_ask_media(out, MEDIA_SET);
}

void phone_take_volume(struct model *model)
{
  int volume = model->person.chosen.voice.volume_percent;
  model->phone.volume = volume > VOLUME_LEAST ? volume : VOLUME_LEAST;
}

static struct phone_line *line_of(struct phone *phone, const char *device)
{
  for (int i = 0; i < CALL_MACHINE_PEERS; i++)
    if (strcmp(phone->lines[i].device, device) == 0)
      return &phone->lines[i];
  return NULL;
}

static void open_media(struct model *model, const char *device, struct requests *out)
{
  struct phone_line *line = line_of(&model->phone, device);
  if (!line)
    line = line_of(&model->phone, "");
  if (!line)
    return;
  COPY_TEXT(line->device, device);
  struct request *request = phone_ask_media(out, MEDIA_OPEN);
  COPY_TEXT(request->call.device, device);
  request->call.video = model->phone.machine.call.media == CALL_VIDEO;
}

static void close_media(struct model *model, const char *device, struct requests *out)
{
  struct phone_line *line = line_of(&model->phone, device);
  if (line)
    *line = (struct phone_line){0};
  COPY_TEXT(phone_ask_media(out, MEDIA_CLOSE)->call.device, device);
}

static void close_all(struct model *model, struct requests *out)
{
  memset(model->phone.lines, 0, sizeof model->phone.lines);
  phone_ask_media(out, MEDIA_CLOSE_ALL);
}

static void give(struct model *model, const struct signal *signal, struct requests *out)
{
  bool way = signal->kind == SIGNAL_CANDIDATE;
  struct request *request = phone_ask_media(out, way ? MEDIA_WAY : MEDIA_ANSWER);
  COPY_TEXT(request->call.device, signal->device);
  request->call.number = signal_number(signal, "offer");
  request->call.line = signal_number(signal, "sdpMLineIndex");
  request->call.text = signal_text(signal, way ? "candidate" : "sdp");
}

static void send(struct model *model, const struct call_machine_action *action, const struct media_report *media,
                 struct requests *out)
{
  struct request *request = ask(out, REQUEST_SIGNAL);
  request->call.signal = action->signal;
  request->call.number = action->offer;
  request->call.automatic = model->phone.automatic;
  COPY_TEXT(request->call.device, action->device);
  COPY_TEXT(request->call.call_id, model->phone.machine.call_id);
  if (!media)
    return;
  request->call.fresh = action->offer > 1;
  request->call.line = media->line;
  request->call.text = media->text;
}

// The server has forgotten the call: it is told how it stands, by the one who is still in it.
static void resume(struct model *model, struct requests *out)
{
  struct phone *phone = &model->phone;
  const struct call *call = &phone->machine.call;
  struct call_request *request = &phone->request;
  *request = (struct call_request){.from = {.kind = PARTY_RESIDENT},
                                   .to = phone->with,
                                   .media = call->media,
                                   .purpose = call->purpose,
                                   .resume = true,
                                   .answered_at = call->answered_at};
  COPY_TEXT(request->id, phone->machine.call_id);
  COPY_TEXT(request->device, phone->device);
  COPY_TEXT(request->from.id, phone->resident_id);
  request->member_count = call->member_count;
  memcpy(request->members, call->members, sizeof request->members);
  ask(out, REQUEST_CALL);
}

static void carry(struct model *model, const struct call_machine_action *action, struct phone_cargo cargo,
                  struct requests *out)
{
  switch (action->what) {
  case DO_POST:
    if (model->line == LINE_STATE_UP) // later it would ring at somebody's who is not waited for any more
      ask(out, REQUEST_CALL);
    break;
  case DO_RESUME:
    resume(model, out);
    break;
  case DO_FETCH:
    ask(out, REQUEST_SIGNALS);
    break;
  case DO_SEND:
    send(model, action, cargo.media, out);
    break;
  case DO_OPEN:
    open_media(model, action->device, out);
    break;
  case DO_GIVE:
    give(model, cargo.signal, out);
    break;
  case DO_RENEW:
    COPY_TEXT(phone_ask_media(out, MEDIA_RENEW)->call.device, action->device);
    break;
  case DO_CLOSE:
    close_media(model, action->device, out);
    break;
  case DO_CLOSE_ALL:
    close_all(model, out);
    break;
  case CALL_MACHINE_DOS:
    break;
  }
}

// A call that came to nothing here is put away at once; the list of calls keeps it.
static bool is_worth_a_word(const struct phone *phone)
{
  enum call_reason reason = phone->machine.reason;
  bool rang_only = !phone->outgoing && !phone->machine.talked;
  return !rang_only && reason != CALL_CANCELLED && reason != CALL_ANSWERED_ELSEWHERE && reason != CALL_JOINED_OVER;
}

// Its file is still on the way: what becomes of it is told of whom it is for, not of who rang meanwhile.
static void back_to_message(struct phone *phone)
{
  phone->with = phone->message_out.to;
  COPY_TEXT(phone->resident_id, phone->message_out.resident_id);
}

static void is_over(struct model *model, struct requests *out)
{
  struct phone *phone = &model->phone;
  phone->answer_at = -1;
  phone->check = CHECK_NONE;
  phone->over_at = model->uptime;
  phone->curtain = false;
  happen(model, HAPPENED_SIGN_OF_LIFE, out);
  voice_message_yield(model, out);
  if (phone->message_out.step == LEAVE_ENDS)
    back_to_message(phone);
  else if (!is_worth_a_word(phone))
    phone_close(model, out);
}

static void rings(struct model *model, struct requests *out)
{
  struct phone *phone = &model->phone;
  const struct call *call = &phone->machine.call;
  phone->shown = true;
  phone->outgoing = phone->automatic = false;
  phone->with = call->caller;
  COPY_TEXT(phone->resident_id, call->resident_id);
  phone->ring_at = model->uptime;
  phone->rings = 0;
  happen(model, HAPPENED_RINGS, out);
  voice_message_stop(model, out);
  voice_message_yield(model, out);
  const struct resident *resident = model->snapshot ? snapshot_resident(model->snapshot, phone->resident_id) : NULL;
  if (!model->person.id[0] && resident)
    settings_for_person(model, resident, out); // who is called hears it in their own words
  answering_begin(model);
}

static void changed(struct model *model, struct requests *out)
{
  phone_tell(model);
  switch (model->phone.machine.state) {
  case CALL_MACHINE_RINGING:
    rings(model, out);
    break;
  case CALL_MACHINE_CALLING:
    model->phone.ring_at = model->uptime + RING_AGAIN;
    model->phone.rings = 0;
    break;
  case CALL_MACHINE_TALKING:
    happen(model, HAPPENED_SIGN_OF_LIFE, out);
    break;
  case CALL_MACHINE_OVER:
    is_over(model, out);
    break;
  case CALL_MACHINE_IDLE:
  case CALL_MACHINE_CONNECTING:
  case CALL_MACHINE_RECONNECTING:
  case CALL_MACHINE_STATES:
    break;
  }
}

void phone_step(struct model *model, struct call_machine_input *in, struct phone_cargo cargo, struct requests *out)
{
  struct call_machine *machine = &model->phone.machine;
  struct call_machine_todo todo;
  enum call_machine_state before = machine->state;
  in->at = model->uptime;
  call_machine_take(machine, in, &todo);
  if (phone_talks(model)) // first: the media of the actions need them
    phone_settle_devices(model, out);
  for (int i = 0; i < todo.count; i++)
    carry(model, &todo.list[i], cargo, out);
  phone_settle_devices(model, out);
  if (machine->state != before)
    changed(model, out);
}
