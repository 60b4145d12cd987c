// SPDX-License-Identifier: GPL-3.0-or-later
// What a person means by touching something. `number` and `id` are said per kind.
#pragma once

#include "base/secret.h"

enum intent_kind {
  INTENT_NONE,
  INTENT_BEGIN,           // the resting screen was touched
  INTENT_CHOOSE_PERSON,   // id: resident
  INTENT_DIGIT,           // number: 0 to 9, -1 deletes
  INTENT_FIND_ROOM,       // whose number was typed
  INTENT_OPEN,            // number: enum screen
  INTENT_CHOOSE_DAY,      // number: days from today
  INTENT_CHOOSE_MEAL,     // number: enum meal
  INTENT_CHOOSE_DISH,     // id: dish; one of it, or none when it was chosen
  INTENT_ADD_DISH,        // id: dish in the basket; one more of it
  INTENT_REMOVE_DISH,     // id: dish; one less of it
  INTENT_ACCEPT_DIET,     // yes to the warning about the dish in hand
  INTENT_CHOOSE_DELIVERY, // number: enum delivery
  INTENT_CONFIRM,         // the order as it was read aloud
  INTENT_THE_USUAL,       // today's lunch as last time
  INTENT_RESUME,          // go on with the half-made order
  INTENT_ANOTHER,         // one more order for the meal of the order in hand
  INTENT_RETRY,           // write down again what could not be saved
  INTENT_SHOW_NEWS,       // what went otherwise while the person was away
  INTENT_SHOW_ORDER,      // id: order
  INTENT_CHANGE_ORDER,    // id: order
  INTENT_CANCEL_ORDER,    // id: order
  INTENT_CHOOSE_SERVICE,  // id: service
  INTENT_CHOOSE_TIME,     // id: service; number: minutes since 1970
  INTENT_BOOK,            // the service as it was read aloud
  INTENT_SHOW_BOOKING,    // id: booking
  INTENT_CANCEL_BOOKING,  // id: booking
  INTENT_SHOW_FACES,      // id: booking that is done
  INTENT_RATE,            // number: enum booking_face, of the booking in hand
  INTENT_SET,             // number: enum setting_step
  INTENT_TURN,            // number: the page of the items
  INTENT_REPEAT,          // say it again
  INTENT_BACK,
  INTENT_HOME,
  INTENT_LEAVE, // sign out
  INTENT_STAY,  // "I am still here"
  INTENT_HELP,  // the red key
  INTENT_CANCEL_HELP,
  INTENT_SPEAK,         // the key to speak to the kiosk
  INTENT_MEANT,         // yes, that was meant
  INTENT_NOT_MEANT,     // no
  INTENT_LESSON,        // number: enum word
  INTENT_LESSON_AGAIN,  // once more
  INTENT_FORGET_VOICE,  // what the person has taught
  INTENT_CALL,          // id: member of the family, or DESK_ID
  INTENT_CALL_AGAIN,    // who was called, or has called, last
  INTENT_ANSWER,        //
  INTENT_DECLINE,       // also "not now", before a call is answered by itself
  INTENT_HANG_UP,       //
  INTENT_CALL_LOUDER,   //
  INTENT_CALL_QUIETER,  //
  INTENT_CURTAIN,       // shuts camera and microphone, or opens them
  INTENT_CHECK,         // "I can't hear you"
  INTENT_CHECKED,       // back to the call
  INTENT_CALL_CLOSE,    // puts away the call that is over
  INTENT_LEAVE_MESSAGE, // to who did not answer
  INTENT_MESSAGE_BEGIN, // without waiting for the end of what is said
  INTENT_MESSAGE_END,   //
  INTENT_MESSAGE_DROP,  //
  INTENT_PLAY,          // id: a message
  INTENT_PLAY_END,      //
  INTENT_ANSWER_HOURS,  // number: enum answer_hours
  INTENTS
};

struct intent {
  enum intent_kind kind;
  int number;
  char id[UUID_SIZE];
};
