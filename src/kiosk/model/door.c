// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/door.h"

uint64_t door_from(enum screen screen)
{
  switch (screen) {
  case SCREEN_ROOM:
    return ON(SCREEN_WHO);
  case SCREEN_ROOM_PEOPLE:
    return ON(SCREEN_ROOM);
  case SCREEN_DAY:
    return ON(SCREEN_HOME) | ON(SCREEN_TODAY) | ON(SCREEN_DONE) | ON(SCREEN_ORDER);
  case SCREEN_TODAY:
  case SCREEN_SETTINGS:
    return ON(SCREEN_HOME) | ON(SCREEN_DONE);
  case SCREEN_FAMILY:
    return ON(SCREEN_HOME);
  case SCREEN_CALLS:
  case SCREEN_VOICES:
    return ON(SCREEN_HOME) | ON(SCREEN_FAMILY);
  case SCREEN_HOURS:
    return ON(SCREEN_FAMILY) | ON(SCREEN_CALLS);
  case SCREEN_BASKET:
    return ON(SCREEN_DISHES);
  case SCREEN_HOW:
    return ON(SCREEN_DISHES) | ON(SCREEN_BASKET) | ON(SCREEN_CONFIRM);
  case SCREEN_CONFIRM:
    return ON(SCREEN_DISHES) | ON(SCREEN_BASKET);
  case SCREEN_DISHES:
    return ON(SCREEN_CONFIRM) | ON(SCREEN_BASKET);
  case SCREEN_VOLUME:
  case SCREEN_RATE:
  case SCREEN_TEXT_SIZE:
  case SCREEN_THEME:
  case SCREEN_LANGUAGE:
  case SCREEN_WORDS:
    return ON(SCREEN_SETTINGS);
  default:
    return 0;
  }
}
