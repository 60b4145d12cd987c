// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/screens/slip.h"

#include "base/memory.h"
#include "kiosk/lang/when.h"
#include "kiosk/screens/wish_words.h"

#include <stdlib.h>

void slip_line(struct paper_sheet *paper, enum paper_size size, bool bold, const char *text)
{
  if (!*text || paper->line_count == PAPER_LINES)
    return;
  struct paper_line *line = &paper->lines[paper->line_count++];
  *line = (struct paper_line){.size = size, .bold = bold};
  COPY_TEXT(line->text, text);
}

static void head(const struct sheet *sheet, const struct slip_facts *facts, struct paper_sheet *out)
{
  char number[32], text[PAGE_TEXT];
  if (facts->again)
    slip_line(out, PAPER_USUAL, true, tr(sheet->lang, "Printed again; the first one counts as this one"));
  if (sheet->model->snapshot)
    slip_line(out, PAPER_SMALL, false, sheet->model->snapshot->site.name);
  FORMAT_TEXT(number, "%d", facts->number);
  lang_fill(text, sizeof text, tr(sheet->lang, "No. {number}"), "number", number, NULL);
  slip_line(out, PAPER_HUGE, true, text);
}

static void when_made(const struct sheet *sheet, anban_ms made_at, struct paper_sheet *out)
{
  struct local_time local = model_local_at(sheet->model, made_at);
  char day[PAGE_TEXT], clock[PAGE_TEXT], text[PAGE_TEXT];
  when_day(sheet->lang, local.date, day, sizeof day);
  when_time_shown(sheet->lang, local.minute, clock, sizeof clock);
  lang_fill(text, sizeof text, tr(sheet->lang, "Asked for on {day}, {time}"), "day", day, "time", clock, NULL);
  slip_line(out, PAPER_SMALL, false, text);
}

// Four and four: that is how people read a word off.
static void word_line(const struct sheet *sheet, const char *word, struct paper_sheet *out)
{
  char parted[16], text[PAGE_TEXT];
  FORMAT_TEXT(parted, "%.4s %.4s", word, word + 4);
  lang_fill(text, sizeof text, tr(sheet->lang, "To be typed: {word}"), "word", parted, NULL);
  slip_line(out, PAPER_USUAL, true, text);
}

static void foot(const struct sheet *sheet, const struct message *message, const struct slip_facts *facts,
                 struct paper_sheet *out)
{
  char text[PAGE_TEXT];
  out->code_before = out->line_count;
  word_line(sheet, facts->word, out);
  slip_line(out, PAPER_LARGE, true, tr(sheet->lang, "Please give this paper to the desk"));
  if (sheet->model->snapshot && sheet->model->snapshot->site.phone[0]) {
    lang_fill(text, sizeof text, tr(sheet->lang, "Telephone of the desk: {phone}"), "phone",
              sheet->model->snapshot->site.phone, NULL);
    slip_line(out, PAPER_SMALL, false, text);
  }
  when_made(sheet, message->made_at, out);
}

bool slip_write_words(const struct model *model, const struct lang *lang, const struct message *message,
                      const struct slip_facts *facts, struct paper_sheet *out)
{
  const struct wish_words *words = wish_words[message->kind];
  if (!words || !words->slip)
    return false;
  struct page *page = memory_new(sizeof *page);
  struct sheet sheet = {.model = model, .lang = lang, .page = page, .whole = true};
  head(&sheet, facts, out);
  words->slip(&sheet, message, out);
  foot(&sheet, message, facts, out);
  free(page);
  return true;
}
