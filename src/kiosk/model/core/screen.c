// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/core/screen.h"

#define FROM(...) ((const enum screen[]){__VA_ARGS__, SCREENS})
#define TAKES(...) ((const enum intent_kind[]){__VA_ARGS__, INTENT_NONE})

static const struct screen_row rows[SCREENS] = {
#define SCREEN(NAME, DRAW, ...) [SCREEN_##NAME] = {__VA_ARGS__},
#include "kiosk/model/core/screens.def"
#undef SCREEN
};

const struct screen_row *screen_row(enum screen screen)
{
  return &rows[screen];
}

enum say_rank screen_rank(enum screen screen)
{
  static const enum say_rank ranks[SCREEN_KINDS] = {
      [KIND_PAGE] = SAY_PROMPT,       [KIND_REST] = SAY_PROMPT, [KIND_CLOSED] = SAY_PROMPT, [KIND_ASKS] = SAY_PROMPT,
      [KIND_REMINDER] = SAY_REMINDER, [KIND_CALL] = SAY_CALL,   [KIND_HELP] = SAY_HELP,
  };
  return ranks[rows[screen].kind];
}

bool screen_opens_from(enum screen screen, enum screen from)
{
  for (const enum screen *at = rows[screen].from; at && *at != SCREENS; at++)
    if (*at == from)
      return true;
  return false;
}

bool screen_takes(enum screen screen, enum intent_kind kind)
{
  for (const enum intent_kind *at = rows[screen].takes; at && *at != INTENT_NONE; at++)
    if (*at == kind)
      return true;
  return false;
}
