// SPDX-License-Identifier: GPL-3.0-or-later
// What the screens "done" and "home" say of each kind of wish; the screens themselves know none by name.
#pragma once

#include "kiosk/screens/sheet.h"
#include "kiosk/ui/paper.h"

struct wish_sentences {
  const char *telling, *telling_spoken; // it is noted, and who is being told of it
  const char *offline;                  // it is noted, and who gets it as soon as the line is back
  const char *slow;                     // their answer takes long
  const char *news, *news_spoken;       // something about it is to be read
};

struct wish_words {
  void (*sentences)(const struct lang *lang, struct wish_sentences *out);
  void (*granted)(struct sheet *sheet, const struct wish *wish); // the page, begun with wish_begin
  void (*refused)(struct sheet *sheet, const struct wish *wish); // paragraphs: what did not work, why, what to do
  void (*keys)(struct sheet *sheet, const struct wish *wish);    // NULL: none of its own
  // What stands in the middle of a slip, see slip.h; NULL: nothing is printed of it.
  void (*slip)(struct sheet *sheet, const struct message *message, struct paper_sheet *paper);
};

// By enum message_kind; NULL: it is never told. A file of its own (wish_words.c): a program may be linked with another.
extern const struct wish_words *const wish_words[];

// The page of "done".
void wish_begin(struct sheet *sheet, const char *icon, const char *title, const char *spoken);
