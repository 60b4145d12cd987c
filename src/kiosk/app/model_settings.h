// SPDX-License-Identifier: GPL-3.0-or-later
// How the model is set up: from the options, and from what was kept.
#pragma once

#include "kiosk/app/app.h"

struct model_settings model_settings_of(struct app *app);
