// SPDX-License-Identifier: GPL-3.0-or-later
// The family's faces, and the desk: one touch calls. Who can be reached now is bright, and it is said.
#include "kiosk/screens/each.h"

#include "kiosk/model/telephone/family.h"
#include "kiosk/screens/call_words.h"

// `who`: as it is said, "your daughter Li".
static struct page_item *face_tile(struct sheet *sheet, const char *id, const char *label, const char *who)
{
  const struct lang *lang = sheet->lang;
  bool reachable = family_reachable(sheet->model, id);
  char name[ITEM_NAME];
  FORMAT_TEXT(name, "member.%s", id);
  struct page_item *item = sheet_item(sheet, name, label, sheet_do(INTENT_CALL, 0, id));
  SHEET_SET(sheet, item->note, reachable ? tr(lang, "Can be reached now") : tr(lang, "Not there just now"));
  SHEET_FILL(sheet, item->spoken,
             reachable ? tr_as(lang, "spoken", "{who} can be reached now.")
                       : tr_as(lang, "spoken", "{who} is not there just now."),
             "who", who, NULL);
  item->look = reachable ? LOOK_MAIN : LOOK_PLAIN;
  return item;
}

static void member_tile(struct sheet *sheet, const struct family_member *member)
{
  char who[PAGE_TEXT];
  call_person(sheet->lang, member->relation, member->name, who, sizeof who);
  struct page_item *item = face_tile(sheet, member->id, member->name, who);
  call_portrait(sheet, item, member->id);
  SHEET_SET(sheet, item->detail, member->relation);
}

// After the family: who wants to ask something need not press for help.
static void desk_tile(struct sheet *sheet)
{
  const char *desk = tr(sheet->lang, "the desk");
  call_portrait(sheet, face_tile(sheet, DESK_ID, desk, desk), DESK_ID);
}

static void keys(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const struct voice_message *voices[MOST_VOICES];
  const struct call_record *calls[MOST_RECORDS];
  const char *person = sheet->model->person.id;
  if (family_voices(sheet->model, person, voices) > 0) {
    struct page_item *key =
        sheet_key(sheet, "voices", tr(lang, "Messages for you"), sheet_do(INTENT_OPEN, SCREEN_VOICES, NULL));
    SHEET_SET(sheet, key->icon, "voice");
  }
  if (family_calls(sheet->model, person, calls) > 0) {
    struct page_item *key =
        sheet_key(sheet, "calls", tr(lang, "Who has called"), sheet_do(INTENT_OPEN, SCREEN_CALLS, NULL));
    SHEET_SET(sheet, key->icon, "missed");
  } else {
    call_hours_key(sheet); // else it stands on the page of the calls
  }
}

static void call_desk_key(struct sheet *sheet)
{
  struct page_item *key =
      sheet_key(sheet, "call.desk", tr(sheet->lang, "Call the desk"), sheet_do(INTENT_CALL, 0, DESK_ID));
  SHEET_SET(sheet, key->icon, "phone");
  key->look = LOOK_MAIN;
}

void family_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const struct family_member *list[MOST_FAMILY];
  int count = family_of(sheet->model, sheet->model->person.id, list);
  if (count == 0) {
    sheet_begin(sheet, "family", BODY_WORDS, tr(lang, "Your family"), "");
    SHEET_SET(sheet, sheet->page->icon, "family");
    sheet_paragraph(sheet, tr(lang, "Nobody of your family is entered here yet. The desk does that gladly for you."));
    call_desk_key(sheet);
    return;
  }
  sheet_begin(sheet, "family", BODY_TILES, tr(lang, "Whom shall I call?"),
              tr(lang, "Whom shall I call? Touch a face."));
  for (int i = 0; i < count; i++)
    member_tile(sheet, list[i]);
  desk_tile(sheet);
  sheet_say_items(sheet);
  keys(sheet);
}
