// SPDX-License-Identifier: GPL-3.0-or-later
// What is said to the server about calls: from the model's requests to JSON for the link. Thread: main.
#pragma once

#include "kiosk/app/app.h"

// A kiosk without a server says nothing.
void call_post_people(struct app *app, const struct request *request);
void call_post_call(struct app *app, const struct request *request);
void call_post_signals(struct app *app, const struct request *request);
void call_post_signal(struct app *app, const struct request *request);
void call_post_heard(struct app *app, const struct request *request);
