// SPDX-License-Identifier: GPL-3.0-or-later
// A page while it is being written, and the few ways to put things on it.
#pragma once

#include "base/text.h"
#include "kiosk/lang/lang.h"
#include "kiosk/model/model.h"
#include "kiosk/ui/page.h"

struct sheet {
  const struct model *model;
  const struct lang *lang;
  struct page *page;
  bool whole; // nothing was cut or left out
  bool quiet; // what comes is private, and not to be said here
  bool kept;  // something was not said for that
};

#define SENTENCE (PAGE_TEXT * 2)

// The page's name, title and the first sentence said; `spoken` NULL: the title. On a screen that is private these are
// for all ears, and what comes after them is said only where nobody else hears it or when the person wishes so.
void sheet_begin(struct sheet *sheet, const char *name, enum page_body body, const char *title, const char *spoken);
// The same where something may have gone otherwise than the person wanted: then that stands in the title and is said
// first.
void sheet_begin_noticed(struct sheet *sheet, const char *name, enum page_body body, const char *title,
                         const char *spoken);
// Says and shows something more urgent in the title's place; the rest of the page stays to be seen.
void sheet_retitle(struct sheet *sheet, const char *title);
// One more sentence to be said.
void sheet_say(struct sheet *sheet, const char *sentence);

struct action sheet_do(enum intent_kind kind, int number, const char *id); // `id` may be NULL
// One more item, one more large key. What has no action is not a key. Never NULL: past the room of a page the last
// is overwritten and the sheet is not whole.
struct page_item *sheet_item(struct sheet *sheet, const char *name, const char *label, struct action action);
struct page_item *sheet_key(struct sheet *sheet, const char *name, const char *label, struct action action);
// A paragraph that is said too.
struct page_item *sheet_paragraph(struct sheet *sheet, const char *text);
// One that the ear wants in other words.
struct page_item *sheet_paragraph_as(struct sheet *sheet, const char *text, const char *spoken);

// Copies into a field of the page and notes when it was cut.
#define SHEET_SET(sheet, field, text)                                                                                  \
  do {                                                                                                                 \
    if (!COPY_TEXT(field, text))                                                                                       \
      (sheet)->whole = false;                                                                                          \
  } while (0)

// The same with a pattern and its values, as lang_fill.
#define SHEET_FILL(sheet, field, ...)                                                                                  \
  do {                                                                                                                 \
    if (!lang_fill(field, sizeof(field), __VA_ARGS__))                                                                 \
      (sheet)->whole = false;                                                                                          \
  } while (0)

// The file of a picture by its hash, and what stands there while there is none.
void sheet_picture(struct sheet *sheet, struct page_item *item, const char *hash, const char *icon);

// Says what the items to be seen are: their spoken texts, one after the other.
void sheet_say_items(struct sheet *sheet);
// What has no spoken text yet gets the one that is written on it.
void sheet_end(struct sheet *sheet);
