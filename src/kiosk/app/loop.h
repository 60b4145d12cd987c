// SPDX-License-Identifier: GPL-3.0-or-later
// The one loop: letters and touches to the model, its requests carried out, its page shown, sleep. Thread: main.
#pragma once

#include "kiosk/app/app.h"

void loop_run(struct app *app);

// Gives the model a report and carries out what it asks for.
void loop_report(struct app *app, const struct report *report);
// Hands a message that is on the disk to the link.
void loop_post(struct app *app, const struct message *message, const char *json);
// Notes a problem, or with "" its end, and lets the model and the desk know.
void loop_note(struct app *app, enum problem_place place, const char *sentence);
// Shows the page when the model has something new.
void loop_show(struct app *app);
