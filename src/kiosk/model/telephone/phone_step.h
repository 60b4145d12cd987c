// SPDX-License-Identifier: GPL-3.0-or-later
// Inside the telephone: one step of the call machine with what came along. Only phone*.c and voice.c include it.
#pragma once

#include "kiosk/model/telephone/phone.h"

// What the actions of a step may carry on; each NULL when it did not come.
struct phone_cargo {
  const struct signal *signal;
  const struct media_report *media;
};
void phone_step(struct model *model, struct call_machine_input *in, struct phone_cargo cargo, struct requests *out);
struct request *phone_ask_media(struct requests *out, enum media_act act);
// Something new is to be seen and said.
void phone_tell(struct model *model);
// The sound devices are the telephone's while somebody talks and while a message is recorded or heard: takes them or
// gives them back, as it now is.
void phone_settle_devices(struct model *model, struct requests *out);
// As loud as the person has it, but never so soft that nobody is heard.
void phone_take_volume(struct model *model);

#define VOLUME_LEAST 20
