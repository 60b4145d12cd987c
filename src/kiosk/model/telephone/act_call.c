// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/telephone/act_call.h"

#include "kiosk/model/telephone/answering.h"
#include "kiosk/model/telephone/phone.h"
#include "kiosk/model/telephone/voice_message.h"

static void act_voice(struct model *model, const struct intent *intent, struct requests *out)
{
  switch (intent->kind) {
  case INTENT_LEAVE_MESSAGE:
    voice_message_leave(model, out);
    break;
  case INTENT_MESSAGE_BEGIN:
    voice_message_begin(model, out);
    break;
  case INTENT_MESSAGE_END:
    voice_message_end(model, out);
    break;
  case INTENT_MESSAGE_DROP:
    voice_message_drop(model, out);
    break;
  case INTENT_PLAY:
    voice_message_play(model, intent->id, out);
    break;
  default:
    voice_message_stop(model, out);
    break;
  }
}

void act_call(struct model *model, const struct intent *intent, struct requests *out)
{
  switch (intent->kind) {
  case INTENT_CALL:
    phone_call(model, intent->id, out);
    break;
  case INTENT_CALL_AGAIN:
    phone_call_again(model, out);
    break;
  case INTENT_ANSWER:
    phone_answer(model, false, out);
    break;
  case INTENT_DECLINE:
    phone_decline(model, out);
    break;
  case INTENT_HANG_UP:
    phone_hang_up(model, out);
    break;
  case INTENT_CALL_LOUDER:
  case INTENT_CALL_QUIETER:
    phone_volume(model, intent->kind == INTENT_CALL_LOUDER ? 1 : -1, out);
    break;
  case INTENT_CURTAIN:
    phone_curtain(model, out);
    break;
  case INTENT_CHECK:
    phone_check(model, out);
    break;
  case INTENT_CHECKED:
    phone_checked(model);
    break;
  case INTENT_CALL_CLOSE:
    phone_close(model, out);
    break;
  case INTENT_ANSWER_HOURS:
    if (intent->number >= 0 && intent->number < ANSWER_HOURS)
      answering_set(model, (enum answer_hours)intent->number, out);
    break;
  default:
    act_voice(model, intent, out);
    break;
  }
}
