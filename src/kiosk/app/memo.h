// SPDX-License-Identifier: GPL-3.0-or-later
// Spoken messages as files: the one that is being left (DATA/messages/out), those that are heard (DATA/messages/in).
// What is on the disk is the link's to send (kiosk/link/memos.h). Thread: main.
#pragma once

#include "kiosk/app/app.h"

// Of the message `id`, which the model may have forgotten by then.
void memo_record(struct app *app, const char *id);
void memo_drop(const struct app *app, const char *id);
void memo_play(struct app *app, const char *id);
void memo_send(struct app *app); // phone.leaving of the model
