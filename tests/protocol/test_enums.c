// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/event.h"
#include "protocol/message.h"
#include "protocol/signal.h"

#include "../cmocka_all.h"
#include "../support/enums.h"

#define PARTY(name) BY_NUMBER("party_kind", name, party_kind_code(name))
#define MEDIA(name) BY_NUMBER("call_media", name, call_media_code(name))
#define PURPOSE(name) BY_NUMBER("call_purpose", name, call_purpose_code(name))
#define REASON(name) BY_NUMBER("call_reason", name, call_reason_code(name))
#define MEAL(name) BY_NUMBER("meal", name, meal_code(name))
#define DELIVERY(name) BY_NUMBER("delivery", name, delivery_code(name))
#define DISH(name) BY_NUMBER("dish_kind", name, dish_kind_code(name))
#define STATUS(name) BY_NUMBER("order_status", name, order_status_code(name))
#define BOOKING(name) BY_NUMBER("booking_status", name, booking_status_code(name))
#define FACE(name) BY_NUMBER("booking_face", name, booking_face_code(name))
#define PLACE(name) BY_NUMBER("service_place", name, service_place_code(name))
#define HELP(name) BY_NUMBER("help_state", name, help_state_code(name))
#define STEP(name) BY_NUMBER("help_step_kind", name, help_step_kind_code(name))
#define ENDING(name) BY_NUMBER("help_ending", name, help_ending_code(name))
#define MARK(name, bit) BY_NUMBER("diet_mark", name, diet_mark_code(bit))
#define ALLERGEN(name, bit) BY_NUMBER("allergen", name, allergen_code(bit))
#define STATE(name) BY_WORD("call_state", name, call_state_code(name))
#define MESSAGE(name) BY_WORD("message_kind", name, message_kind_code(name))
#define REFUSAL(name) BY_WORD("refusal", name, refusal_code(name))
#define RECORD(name) BY_WORD("record_kind", name, record_code(name))
#define EVENT(name) BY_WORD("event_kind", name, event_kind_code(name))
#define SIGNAL(name) BY_WORD("signal_kind", name, signal_kind_code(name))

static void numbers_and_words_are_as_they_are_in_the_field(void **state)
{
  const struct enum_row rows[] = {
      PARTY(PARTY_RESIDENT),
      PARTY(PARTY_FAMILY),
      PARTY(PARTY_STAFF),
      PARTY(PARTY_KIOSK),
      MEDIA(CALL_VIDEO),
      MEDIA(CALL_AUDIO),
      PURPOSE(CALL_TALK),
      PURPOSE(CALL_HELP),
      REASON(CALL_REASON_NONE),
      REASON(CALL_HUNG_UP),
      REASON(CALL_DECLINED),
      REASON(CALL_NO_ANSWER),
      REASON(CALL_BUSY),
      REASON(CALL_UNREACHABLE),
      REASON(CALL_ANSWERED_ELSEWHERE),
      REASON(CALL_LOST),
      REASON(CALL_FAILED),
      REASON(CALL_NOT_ALLOWED),
      REASON(CALL_CANCELLED),
      REASON(CALL_JOINED_OVER),
      MEAL(MEAL_BREAKFAST),
      MEAL(MEAL_LUNCH),
      MEAL(MEAL_SUPPER),
      DELIVERY(DELIVERY_EAT_IN),
      DELIVERY(DELIVERY_PICK_UP),
      DELIVERY(DELIVERY_DELIVER),
      DISH(DISH_SET),
      DISH(DISH_SINGLE),
      STATUS(ORDER_REQUESTED),
      STATUS(ORDER_ACCEPTED),
      STATUS(ORDER_CANCELLED),
      STATUS(ORDER_DECLINED),
      BOOKING(BOOKING_REQUESTED),
      BOOKING(BOOKING_ACCEPTED),
      BOOKING(BOOKING_ON_THE_WAY),
      BOOKING(BOOKING_BEGUN),
      BOOKING(BOOKING_DONE),
      BOOKING(BOOKING_CONFIRMED),
      BOOKING(BOOKING_CANCELLED),
      BOOKING(BOOKING_DECLINED),
      BOOKING(BOOKING_MISSED),
      FACE(FACE_NONE),
      FACE(FACE_GOOD),
      FACE(FACE_SO_SO),
      FACE(FACE_NOT_GOOD),
      PLACE(SERVICE_AT_HOME),
      PLACE(SERVICE_AT_CENTRE),
      PLACE(SERVICE_BY_TELEPHONE),
      HELP(HELP_RAISED),
      HELP(HELP_ACKNOWLEDGED),
      HELP(HELP_CANCELLED),
      HELP(HELP_CLOSED),
      MARK(DIET_SOFT, 0),
      MARK(DIET_LOW_SALT, 1),
      MARK(DIET_SUGAR_FREE, 2),
      MARK(DIET_HALAL, 3),
      MARK(DIET_VEGETARIAN, 4),
      ALLERGEN(ALLERGEN_PEANUT, 0),
      ALLERGEN(ALLERGEN_NUT, 1),
      ALLERGEN(ALLERGEN_FISH, 2),
      ALLERGEN(ALLERGEN_SHELLFISH, 3),
      ALLERGEN(ALLERGEN_EGG, 4),
      ALLERGEN(ALLERGEN_MILK, 5),
      ALLERGEN(ALLERGEN_SOY, 6),
      ALLERGEN(ALLERGEN_WHEAT, 7),
      ALLERGEN(ALLERGEN_SESAME, 8),
      STATE(CALL_RINGING),
      STATE(CALL_TALKING),
      STATE(CALL_OVER),
      MESSAGE(MESSAGE_ORDER_PLACE),
      MESSAGE(MESSAGE_ORDER_CHANGE),
      MESSAGE(MESSAGE_ORDER_CANCEL),
      MESSAGE(MESSAGE_HELP_RAISE),
      MESSAGE(MESSAGE_HELP_CANCEL),
      MESSAGE(MESSAGE_ANSWER_HOURS),
      MESSAGE(MESSAGE_BOOKING_ASK),
      MESSAGE(MESSAGE_BOOKING_CANCEL),
      MESSAGE(MESSAGE_BOOKING_RATE),
      REFUSAL(REFUSAL_NONE),
      REFUSAL(REFUSAL_CUTOFF),
      REFUSAL(REFUSAL_NOT_ON_MENU),
      REFUSAL(REFUSAL_UNKNOWN_RESIDENT),
      REFUSAL(REFUSAL_UNKNOWN_ORDER),
      REFUSAL(REFUSAL_DIET),
      REFUSAL(REFUSAL_WITHDRAWN),
      REFUSAL(REFUSAL_BY_STAFF),
      REFUSAL(REFUSAL_NOT_OFFERED),
      REFUSAL(REFUSAL_TIME_TAKEN),
      REFUSAL(REFUSAL_UNKNOWN_BOOKING),
      REFUSAL(REFUSAL_NO_HELPER),
      REFUSAL(REFUSAL_CLOSED),
      REFUSAL(REFUSAL_ILL),
      REFUSAL(REFUSAL_NOBODY_THERE),
      RECORD(RECORD_ORDER),
      RECORD(RECORD_HELP),
      RECORD(RECORD_AUTO_ANSWER),
      RECORD(RECORD_BOOKING),
      EVENT(EVENT_HELLO),
      EVENT(EVENT_CATALOGUE_CHANGED),
      EVENT(EVENT_KIOSK),
      EVENT(EVENT_CALL),
      EVENT(EVENT_REACH),
      EVENT(EVENT_CALL_LOG),
      EVENT(EVENT_VOICE_MESSAGE),
      SIGNAL(SIGNAL_RINGING),
      SIGNAL(SIGNAL_ACCEPT),
      SIGNAL(SIGNAL_DECLINE),
      SIGNAL(SIGNAL_JOIN),
      SIGNAL(SIGNAL_OFFER),
      SIGNAL(SIGNAL_ANSWER),
      SIGNAL(SIGNAL_CANDIDATE),
      SIGNAL(SIGNAL_RENEW),
      SIGNAL(SIGNAL_STATE),
      SIGNAL(SIGNAL_BYE),
      SIGNAL(SIGNAL_RING),
      SIGNAL(SIGNAL_UPDATE),
      SIGNAL(SIGNAL_GONE),
      SIGNAL(SIGNAL_BACK),
      SIGNAL(SIGNAL_OVER),
      STEP(HELP_STEP_PRESSED),
      STEP(HELP_STEP_TELLING),
      STEP(HELP_STEP_SENT),
      STEP(HELP_STEP_FAILED),
      STEP(HELP_STEP_RECEIVED),
      STEP(HELP_STEP_TAKEN),
      STEP(HELP_STEP_COMING),
      STEP(HELP_STEP_THERE),
      STEP(HELP_STEP_DECIDE),
      STEP(HELP_STEP_CLOSED),
      STEP(HELP_STEP_CANCELLED),
      ENDING(HELP_END_UNSAID),
      ENDING(HELP_END_HELPED),
      ENDING(HELP_END_MISTAKE),
      ENDING(HELP_END_AMBULANCE),
      ENDING(HELP_END_FAMILY),
      ENDING(HELP_END_NOBODY),
      ENDING(HELP_END_OTHER),
  };
  enums_hold(rows, sizeof rows / sizeof *rows);
  // A new one has a row here and in the sample.
  assert_int_equal(sizeof rows / sizeof *rows, PARTY_KINDS + CALL_MEDIAS + CALL_PURPOSES + CALL_REASONS + MEALS +
                                                   DELIVERIES + DISH_KINDS + ORDER_STATUSES + BOOKING_STATUSES +
                                                   BOOKING_FACES + SERVICE_PLACES + HELP_STATES + HELP_STEP_KINDS +
                                                   HELP_ENDINGS + DIET_MARKS + ALLERGENS + CALL_STATES + MESSAGE_KINDS +
                                                   REFUSALS + RECORD_KINDS - 1 + EVENT_KINDS + SIGNAL_KINDS);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(numbers_and_words_are_as_they_are_in_the_field)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
