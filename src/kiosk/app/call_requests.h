// SPDX-License-Identifier: GPL-3.0-or-later
// Carries out what the model asks for calls and spoken messages. Thread: main.
#pragma once

#include "kiosk/app/app.h"

void call_requests(struct app *app, const struct request *request);
// The sound devices have been given away for this lending: what waited for them is done now.
void call_requests_released(struct app *app, unsigned lending);
// The servers for the media, from now on. Takes ownership.
void call_requests_ice(struct app *app, struct ice *ice);
