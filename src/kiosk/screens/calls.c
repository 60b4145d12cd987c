// SPDX-License-Identifier: GPL-3.0-or-later
// Who has called, and who has looked while a call was answered by itself. Read aloud.
#include "kiosk/screens/each.h"

#include "kiosk/lang/number.h"
#include "kiosk/model/telephone/family.h"
#include "kiosk/screens/call_words.h"

static void talked_for(struct sheet *sheet, const struct call_record *record, char *out, size_t size, bool spoken)
{
  char number[32];
  anban_ms minutes = (record->over_at - record->answered_at + MS_MINUTE / 2) / MS_MINUTE;
  int shown = minutes < 1 ? 1 : (int)minutes;
  FORMAT_TEXT(number, "%d", shown);
  if (spoken)
    number_quantity(sheet->lang, shown, number, sizeof number);
  lang_fill(out, size, tr(sheet->lang, "You talked for {number} min"), "number", number, NULL);
}

static void what_happened(struct sheet *sheet, const struct call_record *record, char *out, size_t size, bool spoken)
{
  const struct lang *lang = sheet->lang;
  if (record->auto_answered)
    text_copy(out, size, tr(lang, "Was answered by itself: they have looked"));
  else if (record->answered_at)
    talked_for(sheet, record, out, size, spoken);
  else if (record->from_resident)
    text_copy(out, size, tr(lang, "You called, nobody answered"));
  else if (record->reason == CALL_DECLINED)
    text_copy(out, size, tr(lang, "You did not want to talk then"));
  else
    text_copy(out, size, tr(lang, "Called, you were not there"));
}

static void record_row(struct sheet *sheet, const struct call_record *record, int number)
{
  char name[ITEM_NAME], who[PAGE_TEXT], when[PAGE_TEXT], state[PAGE_TEXT];
  bool staff = record->party.kind == PARTY_STAFF;
  bool known = staff || (record->party.kind == PARTY_FAMILY && family_member(sheet->model, record->party.id));
  bool missed = !record->answered_at && !record->from_resident && record->reason != CALL_DECLINED;
  FORMAT_TEXT(name, "call.%d", number);
  call_who_of(sheet, record->party.id, record->name, who, sizeof who);
  struct page_item *row =
      sheet_item(sheet, name, who, sheet_do(known ? INTENT_CALL : INTENT_NONE, 0, staff ? DESK_ID : record->party.id));
  call_when(sheet, record->made_at, row->detail, sizeof row->detail, false);
  call_when(sheet, record->made_at, when, sizeof when, true);
  what_happened(sheet, record, row->note, sizeof row->note, false);
  what_happened(sheet, record, state, sizeof state, true);
  SHEET_SET(sheet, row->icon, missed ? "missed" : record->auto_answered ? "video" : "phone");
  row->look = missed ? LOOK_WARNING : LOOK_PLAIN;
  SHEET_FILL(sheet, row->spoken, tr_as(sheet->lang, "spoken", "{who}, {when}. {state}."), "who", who, "when", when,
             "state", state, NULL);
}

void calls_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const struct call_record *list[MOST_RECORDS];
  int count = family_calls(sheet->model, sheet->model->person.id, list);
  sheet_begin(sheet, "calls", count > 0 ? BODY_ROWS : BODY_WORDS, tr(lang, "Who has called"),
              count > 0 ? tr(lang, "These are the last calls. Touch one to call back.") : "");
  for (int i = 0; i < count; i++)
    record_row(sheet, list[i], i + 1);
  call_hours_key(sheet);
  if (count > 0) {
    sheet_say_items(sheet);
    return;
  }
  SHEET_SET(sheet, sheet->page->icon, "phone");
  sheet_paragraph(sheet, tr(lang, "There have been no calls yet."));
}
