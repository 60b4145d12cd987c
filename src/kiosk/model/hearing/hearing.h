// SPDX-License-Identifier: GPL-3.0-or-later
// What a person says to the kiosk: from the press of "speak" to the act that was meant. A try is one ear that opens and
// what came of it; what was understood is asked back before it is done, but for the call for help.
#pragma once

#include "kiosk/model/core/intents.h"

extern const struct intent_row hearing_intents[];

// There is nothing more to hear.
void hearing_end(struct model *model, struct requests *out);
// A touch ends a try to hear: who touches has found another way.
void hearing_touched(struct model *model, enum intent_kind kind, struct requests *out);
// What the ear says of the try.
void hearing_ear(struct model *model, enum ear ear, struct requests *out);
// One of the commands: what it means and how it is said.
void hearing_heard(struct model *model, const struct report *report, struct requests *out);
// The kiosk has said its sentence: now it is the person's turn again.
void hearing_spoken(struct model *model, struct requests *out);
// It lies over the page and asks.
bool hearing_asks(const struct model *model);
