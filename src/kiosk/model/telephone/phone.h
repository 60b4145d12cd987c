// SPDX-License-Identifier: GPL-3.0-or-later
// The kiosk's telephone: the machine of its call, wired to the server, to the media, to the screens and to who may
// speak.
#pragma once

#include "kiosk/model/core/intents.h"

void phone_init(struct model *model);
void phone_free(struct model *model);

// Which screen lies over the others; SCREENS: none.
enum screen phone_screen(const struct model *model);
// People talk, or are about to: sound is the call's, nothing else is said, nothing may lie over it.
bool phone_talks(const struct model *model);
// Somebody calls, is called, talks, or leaves a message: nobody is signed out.
bool phone_holds(const struct model *model);

// What a person does.
extern const struct intent_row phone_intents[];
void phone_answer(struct model *model, bool by_itself, struct requests *out);
void phone_close(struct model *model, struct requests *out); // puts a call away that is over

// What server and media tell: REPORT_REACH and all after it.
void phone_report(struct model *model, const struct report *report, struct requests *out);
void phone_took_call(struct model *model, const struct call *call, enum call_reason refused, struct requests *out);
void phone_line(struct model *model, struct requests *out); // has come or gone

void phone_passed(struct model *model, struct requests *out); // time has passed
anban_ms phone_due(const struct model *model);                // the uptime of the next; -1: never
