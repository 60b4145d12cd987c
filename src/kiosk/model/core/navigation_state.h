// SPDX-License-Identifier: GPL-3.0-or-later
// Where the person is, and how they came there.
#pragma once

#include "kiosk/model/core/screen.h"

#define PAGE_OF_CHOSEN (-1) // as the toolkit knows it: the page with the item that is chosen

// What went otherwise than the person wanted, said kindly on the screen it concerns.
enum notice {
  NOTICE_NONE,
  NOTICE_CARD_UNKNOWN,
  NOTICE_CARD_UNREAD, // what the reader typed was not whole
  NOTICE_ROOM_UNKNOWN,
  NOTICE_PIN_WRONG,    // try again
  NOTICE_PIN_PAUSED,   // too many tries: a minute's pause
  NOTICE_CUTOFF,       // the time for that meal has just passed
  NOTICE_MENU_CHANGED, // the kitchen has changed the menu: dishes left the basket
  NOTICE_BASKET_FULL,
  NOTICE_TAKEN_OUT,   // a dish that was chosen is so no more
  NOTICE_VOICE_LATER, // the message has not come to this kiosk yet
};

// What of a page's items the toolkit could show; items 0: not laid out yet.
struct shown {
  int page, pages, first_item, items;
};

struct navigation {
  enum screen trail[SCREENS]; // the way back; the last is where we are
  int depth;
  int page_of[SCREENS]; // which page of the items; PAGE_OF_CHOSEN until it has been laid out
  struct shown shown;
  enum notice notice;
  char item_in_hand[UUID_SIZE]; // what was touched here last, or what the screen is about; left behind on the way on
};
