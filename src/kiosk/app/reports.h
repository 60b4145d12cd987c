// SPDX-License-Identifier: GPL-3.0-or-later
// Parts tell in their own words; here these become letters to the main thread. Thread: the parts'.
#pragma once

#include "kiosk/app/app.h"

// Takes what the letter owns. One without a time has that of now.
void reports_send(struct app *app, struct letter *letter);
void letter_free(struct letter *letter);

void reports_of_began(void *ctx, uint64_t number); // by a voice with a loudspeaker of its own
void reports_of_speech(void *app, const struct speech_event *event);
void reports_of_listen(void *app, const struct listen_event *event);
void reports_of_sound(void *app, const struct sound_event *event);
void reports_of_call(void *app, struct call_event *event);
void reports_of_print(void *app, const struct print_event *event);
void reports_of_link(void *app, struct link_event *event);
