// SPDX-License-Identifier: GPL-3.0-or-later
// When a call is answered by itself: at the bedside, from those the elder allows, in the hours the elder set, when the
// server says so too, after a countdown that is seen and heard; and at once when staff call after a press for help. On
// a shared kiosk nobody knows who stands there by then.
#pragma once

#include "kiosk/model/core/intents.h"

#define ANSWER_AFTER (10 * MS_SECOND)

// A call has begun to ring: whether and when.
void answering_begin(struct model *model);
// Seconds until then, at least 1; 0: it will not be.
int answering_seconds(const struct model *model);

enum answer_hours { HOURS_NEVER, HOURS_DAY, HOURS_MORNING, HOURS_AFTERNOON, HOURS_EVENING, ANSWER_HOURS };
// In minutes of the day.
void answering_hours(enum answer_hours hours, int *from, int *to);
// Which of them a resident has; ANSWER_HOURS: others, set at the desk.
enum answer_hours answering_hours_of(const struct resident *resident);
extern const struct intent_row answering_intents[];

// Its rows in wish_kinds.c and record_areas.c.
struct wish_kind;
struct record_area;
extern const struct wish_kind answer_hours_wish;
extern const struct record_area answer_hours_area;
