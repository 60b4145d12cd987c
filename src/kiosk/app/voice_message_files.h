// SPDX-License-Identifier: GPL-3.0-or-later
// Spoken messages as files: the one that is being left (DATA/messages/out), those that are heard (DATA/messages/in).
// What is on the disk is the link's to send (kiosk/link/voice_messages.h). Thread: main.
#pragma once

#include "kiosk/app/app.h"

// Of the message `id`, which the model may have forgotten by then.
void voice_message_files_record(struct app *app, const char *id);
void voice_message_files_drop(const struct app *app, const char *id);
void voice_message_files_play(struct app *app, const char *id);
void voice_message_files_send(struct app *app); // phone.message_out of the model
