// SPDX-License-Identifier: GPL-3.0-or-later
// Messages that the family has left: a touch plays one, another touch stops it.
#include "kiosk/screens/each.h"

#include "kiosk/model/telephone/family.h"
#include "kiosk/screens/call_words.h"

#include <string.h>

static void voice_row(struct sheet *sheet, const struct voice_message *voice)
{
  const struct lang *lang = sheet->lang;
  char name[ITEM_NAME], who[PAGE_TEXT], when[PAGE_TEXT];
  bool plays = strcmp(sheet->model->phone.playing, voice->id) == 0;
  FORMAT_TEXT(name, "voice.%s", voice->id);
  call_who_of(sheet, voice->from.id, tr(lang, "Somebody"), who, sizeof who);
  struct page_item *row = sheet_item(sheet, name, who, sheet_do(plays ? INTENT_PLAY_END : INTENT_PLAY, 0, voice->id));
  call_when(sheet, voice->made_at, row->detail, sizeof row->detail, false);
  call_when(sheet, voice->made_at, when, sizeof when, true);
  SHEET_SET(sheet, row->note,
            plays             ? tr(lang, "Is being played")
            : voice->heard_at ? tr(lang, "You have heard it")
                              : tr(lang, "New"));
  SHEET_SET(sheet, row->icon, plays ? "volume_up" : "play");
  row->look = plays ? LOOK_CHOSEN : voice->heard_at ? LOOK_DONE : LOOK_MAIN;
  SHEET_FILL(sheet, row->spoken, tr_as(lang, "spoken", "{who}, {when}. {state}."), "who", who, "when", when, "state",
             row->note, NULL);
}

void voices_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const struct voice_message *list[MOST_VOICES];
  int count = family_voices(sheet->model, sheet->model->person.id, list);
  sheet_begin_noticed(sheet, "voices", count > 0 ? BODY_ROWS : BODY_WORDS, tr(lang, "Messages for you"),
                      count > 0 ? tr(lang, "Here are the messages for you. Touch one to hear it.") : "");
  for (int i = 0; i < count; i++)
    voice_row(sheet, list[i]);
  if (count == 0) {
    SHEET_SET(sheet, sheet->page->icon, "voice");
    sheet_paragraph(sheet, tr(lang, "There is no message for you just now."));
    return;
  }
  sheet_say_items(sheet);
  if (!sheet->model->phone.playing[0])
    return;
  struct page_item *key = sheet_key(sheet, "stop", tr(lang, "Stop"), sheet_do(INTENT_PLAY_END, 0, NULL));
  SHEET_SET(sheet, key->icon, "stop");
  key->look = LOOK_MAIN;
}
