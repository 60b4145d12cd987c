// SPDX-License-Identifier: GPL-3.0-or-later
// What is done when something is meant: every area has a table of its own, and act.c finds the row.
#pragma once

#include "kiosk/model/model.h"

struct intent_row {
  enum intent_kind kind;
  void (*act)(struct model *model, const struct intent *intent, struct requests *out);
  unsigned kinds; // of screens that take it, beside the screens that name it (screens.def)
  bool (*may)(const struct model *model, const struct intent *intent); // NULL: whenever the screen takes it
};
// A table ends with a row of INTENT_NONE.

#define OF_KIND(kind) (1u << (kind))
#define ANYWHERE (OF_KIND(SCREEN_KINDS) - 1)
#define OPEN_KINDS (ANYWHERE & ~OF_KIND(KIND_CLOSED) & ~OF_KIND(KIND_CALL))
// What is asked has keys of its own for yes and no.
#define FREE_KINDS (OPEN_KINDS & ~OF_KIND(KIND_ASKS))
