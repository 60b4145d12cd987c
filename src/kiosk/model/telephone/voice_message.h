// SPDX-License-Identifier: GPL-3.0-or-later
// Spoken messages: one is left to who does not answer, those of the family are heard.
#pragma once

#include "kiosk/model/core/intents.h"

// One is left to who was called last. First the person is told what to do; the recording begins when that has been
// said.
extern const struct intent_row voice_message_intents[];
void voice_message_drop(struct model *model, struct requests *out); // it is not wanted
// Something more important comes: what was said until now is sent, what has not begun is given up.
void voice_message_yield(struct model *model, struct requests *out);
void voice_message_stop(struct model *model, struct requests *out); // playing
// Whatever else is wanted, it is not to listen on.
void voice_message_touched(struct model *model, enum intent_kind kind, struct requests *out);

void voice_message_spoken(struct model *model, struct requests *out);
// Of the message `id`, which need not be the newest. 0: it could not be recorded.
void voice_message_recorded(struct model *model, const char *id, int milliseconds, struct requests *out);
void voice_message_played(struct model *model, const char *id, bool failed, struct requests *out);
// The message `id` that is on its way: the server has it, or it could not be kept.
void voice_message_moved(struct model *model, const char *id, enum leave_step step);
anban_ms voice_message_due(const struct model *model);
void voice_message_passed(struct model *model, struct requests *out);
// How long has been recorded, in seconds.
int voice_message_seconds(const struct model *model);
