// SPDX-License-Identifier: GPL-3.0-or-later
// The media of calls and the sound devices that are lent to them. Thread: main.
#pragma once

#include "kiosk/app/app.h"

void call_requests_lend(struct app *app, const struct request *request);
void call_requests_media(struct app *app, const struct request *request);
// The sound devices have been given away for this lending: what waited for them is done now.
void call_requests_released(struct app *app, unsigned lending);
// The servers for the media, from now on. Takes ownership.
void call_requests_ice(struct app *app, struct ice *ice);
