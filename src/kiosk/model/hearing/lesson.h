// SPDX-License-Identifier: GPL-3.0-or-later
// A person teaches the kiosk a word in the own voice, calmly, three times, best with somebody of the staff beside them.
#pragma once

#include "kiosk/model/hearing/word.h"
#include "kiosk/model/model.h"

#define LESSON_EXAMPLES 3

void lesson_begin(struct model *model, enum word word);
// Once more, after it had stopped asking.
void lesson_again(struct model *model);
// Something else comes, a touch or a call: nothing is learnt from that. What was asked for is asked for once more when
// the lesson is seen again.
void lesson_stop(struct model *model, struct requests *out);
// The kiosk has said its sentence: now it is the person's turn.
void lesson_spoken(struct model *model, struct requests *out);
void lesson_ear(struct model *model, enum ear ear);
void lesson_took(struct model *model, enum lesson_outcome outcome, int examples, int other);
// Forgets all that the person has taught.
void lesson_forget(struct model *model, struct requests *out);
bool lesson_is_known(const struct model *model, enum word word);
