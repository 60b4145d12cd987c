// SPDX-License-Identifier: GPL-3.0-or-later
// What is said to the server about calls: from the model's requests to JSON for the link. Thread: main.
#pragma once

#include "kiosk/app/app.h"

// REQUEST_PEOPLE, REQUEST_CALL, REQUEST_SIGNALS, REQUEST_SIGNAL, REQUEST_VOICE_MESSAGE_HEARD.
void call_post(struct app *app, const struct request *request);
