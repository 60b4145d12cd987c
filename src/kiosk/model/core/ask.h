// SPDX-License-Identifier: GPL-3.0-or-later
// Asking the parts for something.
#pragma once

#include "kiosk/model/model.h"

// One more request of the kind, to be filled in.
struct request *ask(struct requests *out, enum request_kind kind);
void ask_new_id(const struct model *model, char out[UUID_SIZE]);
// Says what is shown, unless something else is more worth hearing now; false: later.
bool ask_speak(struct model *model, struct requests *out);
// Makes the settings in force heard: voice and language.
void ask_settings(const struct model *model, struct requests *out);
