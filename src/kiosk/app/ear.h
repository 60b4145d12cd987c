// SPDX-License-Identifier: GPL-3.0-or-later
// Listening for the page in front of the person: the model's requests to the listener, its answers to the model.
// Thread: main, but for what is said otherwise.
#pragma once

#include "kiosk/app/app.h"

void ear_init(struct app *app); // before threads start
void ear_destroy(struct app *app);

void ear_hear(struct app *app);
void ear_enrol(struct app *app, int word); // enum word
void ear_deaf(struct app *app);
void ear_forget(struct app *app);
void ear_take(struct app *app, const struct listen_event *event);

// The sentence `number` begins to be heard, or is over: the kiosk does not listen to itself. Thread: whose says it.
void ear_mind(struct app *app, uint64_t number, bool begins);
