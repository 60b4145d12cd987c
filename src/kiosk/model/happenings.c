// SPDX-License-Identifier: GPL-3.0-or-later
// Who listens to what happens, each in its order.
#include "kiosk/model/core/happen.h"
#include "kiosk/model/hearing/hearing.h"
#include "kiosk/model/hearing/lesson.h"
#include "kiosk/model/help_call.h"
#include "kiosk/model/idle.h"
#include "kiosk/model/ordering/ordering.h"
#include "kiosk/model/ordering/orders.h"
#include "kiosk/model/outbox.h"
#include "kiosk/model/person/person.h"
#include "kiosk/model/telephone/family.h"
#include "kiosk/model/telephone/phone.h"
#include "kiosk/model/telephone/voice_message.h"
#include "kiosk/model/visiting/bookings.h"
#include "kiosk/model/visiting/visiting.h"

#define MOST_LISTENERS 6

typedef void listener(struct model *model, struct requests *out);
typedef void touch_listener(struct model *model, enum intent_kind kind, struct requests *out);

static listener *const listeners[HAPPENINGS][MOST_LISTENERS] = {
    [HAPPENED_SIGN_OF_LIFE] = {idle_touched},
    [HAPPENED_CARD] = {hearing_end, lesson_stop, idle_touched}, // what comes may be a page that asks for a PIN
    [HAPPENED_PERSON_CAME] = {ordering_person_came},
    [HAPPENED_PERSON_LEAVES] = {ordering_person_leaves, visiting_person_leaves, outbox_person_leaves,
                                idle_person_leaves, hearing_end, lesson_person_leaves},
    [HAPPENED_OPENED] = {family_opened},
    [HAPPENED_TURNED_AWAY] = {ordering_turned_away},
    [HAPPENED_SPOKEN] = {hearing_spoken, lesson_spoken, voice_message_spoken},
    [HAPPENED_SNAPSHOT] = {orders_from_snapshot, bookings_from_snapshot, person_check, ordering_check, visiting_check,
                           help_call_snapshot},
    [HAPPENED_LINE] = {outbox_line, help_call_line, phone_line},
    [HAPPENED_HELP_PRESSED] = {voice_message_yield},
    [HAPPENED_RINGS] = {hearing_end, lesson_stop, idle_rings},
};

static touch_listener *const on_touch[] = {outbox_touched, voice_message_touched};
static touch_listener *const on_act[] = {hearing_touched, lesson_touched};

void happen(struct model *model, enum happening what, struct requests *out)
{
  for (int i = 0; i < MOST_LISTENERS && listeners[what][i]; i++)
    listeners[what][i](model, out);
}

void happen_touch(struct model *model, enum intent_kind kind, struct requests *out)
{
  happen(model, HAPPENED_SIGN_OF_LIFE, out);
  for (size_t i = 0; i < sizeof on_touch / sizeof *on_touch; i++)
    on_touch[i](model, kind, out);
}

void happen_act(struct model *model, enum intent_kind kind, struct requests *out)
{
  for (size_t i = 0; i < sizeof on_act / sizeof *on_act; i++)
    on_act[i](model, kind, out);
}
