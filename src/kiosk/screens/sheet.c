// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/screens/sheet.h"

#include "base/text.h"
#include "kiosk/model/privacy.h"
#include "kiosk/screens/phrase.h"

#include <string.h>

#define SAID_BEFORE_LAYOUT 6
#define SENTENCE_END 8 // a space and a full stop in any language

// Latin sentences and labels begin with a capital; the phrases they are made of do not.
static void begin_large(char *text)
{
  if (*text >= 'a' && *text <= 'z')
    *text = (char)(*text - 'a' + 'A');
}

static bool append(char *to, size_t size, const char *text)
{
  size_t used = strlen(to);
  return text_copy(to + used, size - used, text);
}

// Whether the ear hears an end there: a mark of punctuation, Latin or Chinese.
static bool ends(const char *text)
{
  static const char *const marks[] = {".", "!", "?", "。", "！", "？", "”"};
  size_t length = strlen(text);
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
    size_t size = strlen(marks[i]);
    if (length >= size && strcmp(text + length - size, marks[i]) == 0)
      return true;
  }
  return false;
}

static void add_span(struct page *page, size_t from, const char *name)
{
  size_t to = strlen(page->spoken);
  if (page->span_count == PAGE_SPANS || to <= from)
    return;
  struct page_span *span = &page->spans[page->span_count++];
  *span = (struct page_span){.from = (int)from, .to = (int)to};
  COPY_TEXT(span->name, name);
}

// `name`: on what it can be read along.
static void say_of(struct sheet *sheet, const char *name, const char *sentence)
{
  char *spoken = sheet->page->spoken;
  if (!sentence[0])
    return;
  if (sheet->quiet) {
    sheet->kept = true;
    return;
  }
  bool latin = spoken[0] && (unsigned char)spoken[strlen(spoken) - 1] < 0x80;
  size_t begin = strlen(spoken) + (latin ? 1 : 0);
  const char *end = ends(sentence) ? "" : tr_as(sheet->lang, "end of a sentence", ".");
  if ((latin && !append(spoken, PAGE_SPOKEN, " ")) || !append(spoken, PAGE_SPOKEN, sentence) ||
      !append(spoken, PAGE_SPOKEN, end))
    sheet->whole = false;
  if (begin < strlen(spoken))
    begin_large(spoken + begin);
  add_span(sheet->page, begin, name);
}

void sheet_say(struct sheet *sheet, const char *sentence)
{
  say_of(sheet, "", sentence);
}

void sheet_begin(struct sheet *sheet, const char *name, enum page_body body, const char *title, const char *spoken)
{
  SHEET_SET(sheet, sheet->page->name, name);
  SHEET_SET(sheet, sheet->page->title, title);
  begin_large(sheet->page->title);
  sheet->page->body = body;
  say_of(sheet, PAGE_TITLE, spoken ? spoken : title);
  sheet->quiet = privacy_is_kept(sheet->model);
}

void sheet_begin_noticed(struct sheet *sheet, const char *name, enum page_body body, const char *title,
                         const char *spoken)
{
  const char *notice = phrase_notice(sheet);
  if (notice)
    say_of(sheet, PAGE_TITLE, notice);
  sheet_begin(sheet, name, body, title, spoken);
  if (notice)
    SHEET_SET(sheet, sheet->page->title, notice);
}

void sheet_retitle(struct sheet *sheet, const char *title)
{
  sheet->page->spoken[0] = '\0';
  sheet->page->span_count = 0;
  sheet->quiet = sheet->kept = false;
  SHEET_SET(sheet, sheet->page->title, title);
  say_of(sheet, PAGE_TITLE, title);
}

struct action sheet_do(enum intent_kind kind, int number, const char *id)
{
  struct action action = {.kind = (int)kind, .number = number};
  COPY_TEXT(action.id, id ? id : "");
  return action;
}

static struct page_item *fill(struct sheet *sheet, struct page_item *item, const char *name, const char *label,
                              struct action action)
{
  *item = (struct page_item){.action = action, .enabled = action.kind != INTENT_NONE};
  SHEET_SET(sheet, item->name, name);
  SHEET_SET(sheet, item->label, label);
  begin_large(item->label);
  return item;
}

// The next free place of a list, or its last when there is none.
static struct page_item *next(struct sheet *sheet, struct page_item *list, int *count, int most)
{
  if (*count < most)
    return &list[(*count)++];
  sheet->whole = false;
  return &list[most - 1];
}

struct page_item *sheet_item(struct sheet *sheet, const char *name, const char *label, struct action action)
{
  struct page *page = sheet->page;
  return fill(sheet, next(sheet, page->items, &page->item_count, PAGE_ITEMS), name, label, action);
}

struct page_item *sheet_key(struct sheet *sheet, const char *name, const char *label, struct action action)
{
  struct page *page = sheet->page;
  return fill(sheet, next(sheet, page->keys, &page->key_count, PAGE_KEYS), name, label, action);
}

struct page_item *sheet_paragraph_as(struct sheet *sheet, const char *text, const char *spoken)
{
  char name[ITEM_NAME];
  FORMAT_TEXT(name, "paragraph.%d", sheet->page->item_count + 1);
  say_of(sheet, name, spoken);
  struct page_item *item = sheet_item(sheet, name, text, sheet_do(INTENT_NONE, 0, NULL));
  SHEET_SET(sheet, item->spoken, spoken);
  return item;
}

struct page_item *sheet_paragraph(struct sheet *sheet, const char *text)
{
  return sheet_paragraph_as(sheet, text, text);
}

void sheet_picture(struct sheet *sheet, struct page_item *item, const char *hash, const char *icon)
{
  if (hash[0])
    FORMAT_TEXT(item->picture, "%s/%s", sheet->model->settings.media_folder, hash);
  SHEET_SET(sheet, item->icon, icon);
}

static void add_part(struct sheet *sheet, struct page_item *item, const char *part)
{
  if (!part[0])
    return;
  const char *comma = item->spoken[0] ? tr_as(sheet->lang, "between things", ", ") : "";
  if (!append(item->spoken, sizeof item->spoken, comma) || !append(item->spoken, sizeof item->spoken, part))
    sheet->whole = false;
}

// What is written on it, unless the screen had better words for the ear.
static void complete_spoken(struct sheet *sheet, struct page_item *item)
{
  if (item->spoken[0])
    return;
  add_part(sheet, item, item->label);
  add_part(sheet, item, item->detail);
  add_part(sheet, item, item->note);
  add_part(sheet, item, item->value);
}

void sheet_say_items(struct sheet *sheet)
{
  const struct shown *shown = &sheet->model->navigation.shown;
  struct page *page = sheet->page;
  int first = shown->items > 0 ? shown->first_item : 0;
  int end = first + (shown->items > 0 ? shown->items : SAID_BEFORE_LAYOUT);
  for (int i = first; i < end && i < page->item_count; i++) {
    complete_spoken(sheet, &page->items[i]);
    if (strlen(page->spoken) + strlen(page->items[i].spoken) + SENTENCE_END >= PAGE_SPOKEN)
      return; // nobody listens for longer; the rest can be seen
    say_of(sheet, page->items[i].name, page->items[i].spoken);
  }
}

// The key that says it again says it now.
static void offer_aloud(struct sheet *sheet)
{
  char text[SENTENCE];
  sheet->quiet = false;
  SHEET_SET(sheet, sheet->page->repeat.label, tr(sheet->lang, "Read it to me"));
  SHEET_FILL(sheet, text, tr(sheet->lang, "This is for you alone. Touch '{key}' and I say it aloud."), "key",
             sheet->page->repeat.label, NULL);
  sheet_say(sheet, text);
}

void sheet_end(struct sheet *sheet)
{
  struct page *page = sheet->page;
  if (sheet->kept)
    offer_aloud(sheet);
  struct page_item *const frame[] = {&page->help,  &page->back,     &page->home, &page->repeat,
                                     &page->speak, &page->previous, &page->next};
  for (int i = 0; i < page->item_count; i++)
    complete_spoken(sheet, &page->items[i]);
  for (int i = 0; i < page->key_count; i++)
    complete_spoken(sheet, &page->keys[i]);
  for (size_t i = 0; i < sizeof frame / sizeof *frame; i++)
    complete_spoken(sheet, frame[i]);
}
