// SPDX-License-Identifier: GPL-3.0-or-later
// A message becomes a slip of paper: its number, its words, its code, its picture; and what the printer makes of it.
#pragma once

#include "kiosk/app/app.h"

enum prints slips_setting(const struct options *options);
// Requests of the model.
void slips_print(struct app *app, const struct request *request);
void slips_drop(struct app *app, const struct request *request);
// What the printer has told, before the model hears of it.
void slips_letter(struct app *app, const struct letter *letter);
// At the start: what is on paper already.
void slips_restore(struct app *app);
