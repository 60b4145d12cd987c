// SPDX-License-Identifier: GPL-3.0-or-later
// Carries out what the model asks of the parts. Thread: main.
#pragma once

#include "kiosk/app/app.h"

void requests_carry_out(struct app *app, const struct requests *requests);
