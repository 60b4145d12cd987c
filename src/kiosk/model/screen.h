// SPDX-License-Identifier: GPL-3.0-or-later
// The screens by name. What each shows is in kiosk/screens, one file per screen.
#pragma once

enum screen {
  SCREEN_REST,        // the big clock
  SCREEN_SETUP,       // the desk has not approved this kiosk: its code
  SCREEN_EMPTY,       // nothing is known of the community yet
  SCREEN_WHO,         // who are you
  SCREEN_ROOM,        // the room's number on a keypad, where there are too many people for tiles
  SCREEN_ROOM_PEOPLE, // who lives there
  SCREEN_PIN,         // four digits
  SCREEN_HOME,        //
  SCREEN_DAY,         // for which day
  SCREEN_MEAL,        // breakfast, lunch, supper
  SCREEN_DISHES,      //
  SCREEN_BASKET,      // what was chosen; a touch takes one away
  SCREEN_DIET,        // the dish in hand does not suit the person
  SCREEN_HOW,         // eat in, pick up, deliver
  SCREEN_CONFIRM,     // read aloud before it is ordered
  SCREEN_DONE,        // how the last wish fares
  SCREEN_TODAY,       // my orders
  SCREEN_ORDER,       // one of them
  SCREEN_CANCEL,      // really cancel it?
  SCREEN_SETTINGS,    //
  SCREEN_VOLUME,      //
  SCREEN_RATE,        //
  SCREEN_TEXT_SIZE,   //
  SCREEN_THEME,       //
  SCREEN_LANGUAGE,    //
  SCREEN_WORDS,       // what can be said, to be taught in the own voice
  SCREEN_LESSON,      // one of them
  SCREEN_HEARD,       // was that meant?
  SCREEN_OFFER,       // shall I call somebody?
  SCREEN_FAMILY,      // their faces
  SCREEN_CALLS,       // who has called and looked
  SCREEN_VOICES,      // messages that were left
  SCREEN_HOURS,       // when a call may be answered by itself
  SCREEN_CALLING,     // it rings at theirs
  SCREEN_RINGING,     // it rings here
  SCREEN_BY_ITSELF,   // it will be answered by itself: the countdown
  SCREEN_CALL,        // in the call
  SCREEN_CALL_CHECK,  // "I can't hear you"
  SCREEN_CALL_OVER,   // and why
  SCREEN_LEAVE,       // a message is being left
  SCREEN_HELP,        // the ladder of a call for help
  SCREEN_STILL_THERE, // nothing was touched for a while
  SCREENS
};
