// SPDX-License-Identifier: GPL-3.0-or-later
// A person teaches the kiosk a word in the own voice, calmly, three times, best with somebody of the staff beside them.
#pragma once

#include "kiosk/model/core/intents.h"
#include "kiosk/model/hearing/word.h"

#define LESSON_EXAMPLES 3

extern const struct intent_row lesson_intents[];

// Something else comes, a touch or a call: nothing is learnt from that. What was asked for is asked for once more when
// the lesson is seen again.
void lesson_stop(struct model *model, struct requests *out);
void lesson_touched(struct model *model, enum intent_kind kind, struct requests *out);
void lesson_person_leaves(struct model *model, struct requests *out); // the person
// The kiosk has said its sentence: now it is the person's turn.
void lesson_spoken(struct model *model, struct requests *out);
void lesson_ear(struct model *model, enum ear ear, struct requests *out);
void lesson_took(struct model *model, enum lesson_outcome outcome, int examples, int other, struct requests *out);
bool lesson_is_known(const struct model *model, enum word word);
