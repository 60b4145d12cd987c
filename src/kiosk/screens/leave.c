// SPDX-License-Identifier: GPL-3.0-or-later
// A spoken message to who did not answer.
#include "kiosk/screens/each.h"

#include "kiosk/model/telephone/voice_message.h"
#include "kiosk/screens/call_words.h"

static struct page_item *key(struct sheet *sheet, const char *name, const char *label, const char *icon,
                             enum intent_kind kind)
{
  struct page_item *item = sheet_key(sheet, name, label, sheet_do(kind, 0, NULL));
  SHEET_SET(sheet, item->icon, icon);
  return item;
}

static void begin(struct sheet *sheet, const char *icon, const char *title, const char *spoken)
{
  char who[PAGE_TEXT], filled[PAGE_TEXT];
  call_who(sheet, who, sizeof who);
  SHEET_FILL(sheet, filled, title, "who", who, NULL);
  sheet_begin(sheet, "leave", BODY_WORDS, filled, spoken);
  SHEET_SET(sheet, sheet->page->icon, icon);
}

static void told(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  begin(sheet, "speak", tr(lang, "A message to {who}"), "");
  sheet_paragraph(sheet, tr(lang, "Speak as soon as I am silent. When you have said all, touch 'Done'."));
  key(sheet, "drop", tr(lang, "Rather not"), "cancel", INTENT_MESSAGE_DROP);
  key(sheet, "begin", tr(lang, "Speak now"), "speak", INTENT_MESSAGE_BEGIN)->look = LOOK_MAIN;
}

static void records(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  char number[16], text[PAGE_TEXT];
  begin(sheet, "speak", tr(lang, "Please speak, I am recording"), NULL);
  FORMAT_TEXT(number, "%d", voice_message_seconds(sheet->model));
  SHEET_FILL(sheet, text, tr(lang, "{number} of 60 seconds"), "number", number, NULL);
  sheet_item(sheet, "paragraph.1", text, sheet_do(INTENT_NONE, 0, NULL)); // nobody is to talk into it
  key(sheet, "drop", tr(lang, "Rather not"), "cancel", INTENT_MESSAGE_DROP);
  key(sheet, "done", tr(lang, "Done"), "check", INTENT_MESSAGE_END)->look = LOOK_MAIN;
}

static void good_key(struct sheet *sheet)
{
  key(sheet, "good", tr(sheet->lang, "Good"), "check", INTENT_CALL_CLOSE)->look = LOOK_MAIN;
}

static void left(struct sheet *sheet, bool sent)
{
  const struct lang *lang = sheet->lang;
  begin(sheet, sent ? "happy" : "send",
        sent ? tr(lang, "{who} has your message") : tr(lang, "I have your message for {who}"), NULL);
  sheet_paragraph(sheet, sent ? tr(lang, "It can be heard as soon as they look.")
                              : tr(lang, "It is on its way. Nothing of it gets lost."));
  good_key(sheet);
}

static void failed(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  begin(sheet, "warning", tr(lang, "I have heard nothing"), NULL);
  sheet_paragraph(sheet, tr(lang, "The message could not be recorded. Shall we try once more?"));
  key(sheet, "good", tr(lang, "Good"), "check", INTENT_CALL_CLOSE);
  key(sheet, "again", tr(lang, "Once more"), "speak", INTENT_LEAVE_MESSAGE)->look = LOOK_MAIN;
}

void leave_draw(struct sheet *sheet)
{
  switch (sheet->model->phone.message_out.step) {
  case LEAVE_TOLD:
    told(sheet);
    break;
  case LEAVE_RECORDS:
  case LEAVE_ENDS:
    records(sheet);
    break;
  case LEAVE_FAILED:
    failed(sheet);
    break;
  case LEAVE_NONE:
  case LEAVE_NOTED:
  case LEAVE_SENT:
    left(sheet, sheet->model->phone.message_out.step == LEAVE_SENT);
    break;
  }
}
