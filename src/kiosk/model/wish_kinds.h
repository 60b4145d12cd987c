// SPDX-License-Identifier: GPL-3.0-or-later
// What the kiosk does with each kind of message and with each kind of record: the outbox itself knows none by name.
#pragma once

#include "kiosk/model/model.h"

struct wish_kind {
  bool told; // on the screen "done", and as news when it went otherwise while its person was not looking
  // What the message is about, as far as the kiosk knows it; NULL: its body.
  void (*about)(const struct model *model, const struct message *message, struct record *out);
  // How that stands after an answer that brings no record; NULL: the server will tell.
  void (*after)(const struct model *model, const struct message *message, const struct answer *answer,
                struct record *out);
  // It has come a step further; NULL: nobody but "done" has to know.
  void (*reached)(struct model *model, const char *message_id, enum progress progress);
  // It was on its way when the kiosk ended, and is again; NULL: nobody has to know.
  void (*found)(struct model *model, const struct message *message);
};

struct record_area {
  bool kept; // on the disk, to be known again after a start
  // Into its area of the model; NULL: there is none, the snapshot holds it.
  void (*put)(struct model *model, const struct record *record, struct requests *out);
  // Whether by this the staff take back what the model holds as granted; then the kind, the reason and the facts of
  // the news are filled in. NULL: they never do.
  bool (*taken_back)(const struct model *model, const struct record *record, struct wish *news);
};

// By enum message_kind and by enum record_kind. Files of their own (wish_kinds.c, record_areas.c): a program may be
// linked with others.
extern const struct wish_kind *const wish_kinds[];
extern const struct record_area *const record_areas[];
