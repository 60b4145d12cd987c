// SPDX-License-Identifier: GPL-3.0-or-later
// An area says what happened and knows nobody who listens; who does stands in the tables of happenings.c, above all.
#pragma once

#include "kiosk/model/model.h"

enum happening {
  HAPPENED_SIGN_OF_LIFE,  // somebody is there
  HAPPENED_CARD,          // one was held to the reader
  HAPPENED_PERSON_CAME,   // model.person.id is signed in
  HAPPENED_PERSON_LEAVES, // and is known until all have heard of it; also when nobody was signed in
  HAPPENED_OPENED,        // a screen, by its key
  HAPPENED_TURNED_AWAY,   // from a page: back, or to the start
  HAPPENED_SPOKEN,        // the kiosk has said its sentence
  HAPPENED_SNAPSHOT,      // the community is known anew
  HAPPENED_LINE,          // has come or gone
  HAPPENED_HELP_PRESSED,  //
  HAPPENED_RINGS,         // somebody calls
  HAPPENINGS
};

void happen(struct model *model, enum happening what, struct requests *out);
// A touch, whatever comes of it; and one that is going to be acted on.
void happen_touch(struct model *model, enum intent_kind kind, struct requests *out);
void happen_act(struct model *model, enum intent_kind kind, struct requests *out);
