// SPDX-License-Identifier: GPL-3.0-or-later
// It rings, here or at theirs: a face and the keys to answer and to decline, which are the largest.
#include "kiosk/screens/each.h"

#include "kiosk/lang/number.h"
#include "kiosk/model/telephone/answering.h"
#include "kiosk/screens/call_words.h"

// On a kiosk of several people: for whom it is. "" when there is but one.
static const char *for_whom(const struct sheet *sheet)
{
  const struct model *model = sheet->model;
  const struct resident *resident =
      model->snapshot ? snapshot_resident(model->snapshot, model->phone.resident_id) : NULL;
  return model->phone.people_count > 1 && resident ? resident->name : "";
}

void calling_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  char who[PAGE_TEXT], title[PAGE_TEXT];
  bool rings = sheet->model->phone.machine.rings_there;
  call_who(sheet, who, sizeof who);
  SHEET_FILL(sheet, title, rings ? tr(lang, "It rings at {who}'s") : tr(lang, "I am calling {who}"), "who", who, NULL);
  sheet_begin(sheet, "calling", BODY_CALL, title, NULL);
  sheet_say(sheet, tr(lang, "Please wait a moment."));
  call_face(sheet);
  call_key(sheet, "hang_up", tr(lang, "Hang up"), "hang_up", INTENT_HANG_UP)->look = LOOK_WARNING;
}

// They stand where they stand on every kiosk, also when it answers by itself.
static void keys(struct sheet *sheet)
{
  call_key(sheet, "decline", tr(sheet->lang, "Not now"), "hang_up", INTENT_DECLINE)->look = LOOK_WARNING;
  call_key(sheet, "answer", tr(sheet->lang, "Answer"), "phone", INTENT_ANSWER)->look = LOOK_MAIN;
}

void ringing_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  char who[PAGE_TEXT], title[PAGE_TEXT];
  const char *whom = for_whom(sheet);
  call_who(sheet, who, sizeof who);
  SHEET_FILL(sheet, title, *whom ? tr(lang, "{who} is calling {person}") : tr(lang, "{who} is calling"), "who", who,
             "person", whom, NULL);
  sheet_begin(sheet, "ringing", BODY_CALL, title, NULL);
  sheet_say(sheet, tr(lang, "Touch 'Answer' to talk."));
  call_face(sheet);
  keys(sheet);
}

void by_itself_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  char who[PAGE_TEXT], number[16], title[PAGE_TEXT], spoken[SENTENCE];
  FORMAT_TEXT(number, "%d", answering_seconds(sheet->model));
  call_who(sheet, who, sizeof who);
  SHEET_FILL(sheet, title, tr(lang, "{who} is calling: I answer in {number} s"), "who", who, "number", number, NULL);
  number_quantity(lang, answering_seconds(sheet->model), number, sizeof number);
  SHEET_FILL(
      sheet, spoken,
      tr_as(lang, "spoken",
            "{who} is calling. In {number} seconds I answer by myself, then you can be seen and heard. If you do "
            "not want that, touch 'Not now'."),
      "who", who, "number", number, NULL);
  sheet_begin(sheet, "by_itself", BODY_CALL, title, spoken);
  call_face(sheet);
  keys(sheet);
}
