// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk_haircut.h"

#include "base/text.h"
#include "haircut.h"

struct help haircut_known;

static void put(struct model *model, const struct record *record, struct requests *out)
{
  haircut_known = record->is.help;
}

// The hairdresser is taken away from what stood.
static bool taken_back(const struct model *model, const struct record *record, struct wish *news)
{
  news->kind = MESSAGE_HAIRCUT;
  news->reason = REFUSAL_BY_STAFF;
  COPY_TEXT(news->facts.decided_by, haircut_known.staff_name);
  return haircut_known.staff_name[0] && !record->is.help.staff_name[0];
}

static void sentences(const struct lang *lang, struct wish_sentences *out)
{
  *out = (struct wish_sentences){
      .telling = "I am telling the hairdresser.",
      .telling_spoken = "Noted. I am telling the hairdresser.",
      .offline = "The hairdresser gets it as soon as the line is back.",
      .slow = "The hairdresser takes a little longer to answer.",
      .news = "About your haircut",
      .news_spoken = "There is something about your haircut.",
  };
}

static void granted(struct sheet *sheet, const struct wish *wish)
{
  char text[PAGE_TEXT];
  wish_begin(sheet, "happy", "The hairdresser comes", NULL);
  SHEET_FILL(sheet, text, "{name} cuts your hair.", "name", wish->record.is.help.staff_name, NULL);
  sheet_paragraph(sheet, text);
}

static void refused(struct sheet *sheet, const struct wish *wish)
{
  char text[PAGE_TEXT];
  SHEET_FILL(sheet, text, "{name} can't come.", "name", wish->facts.decided_by, NULL);
  sheet_paragraph(sheet, text);
}

const struct wish_kind haircut_wish = {.told = true};
const struct record_area haircut_area = {.kept = true, .put = put, .taken_back = taken_back};
const struct wish_words haircut_words = {.sentences = sentences, .granted = granted, .refused = refused};
