// SPDX-License-Identifier: GPL-3.0-or-later
// In the call. Nothing is said over it: what is to be known stands there.
#include "kiosk/screens/each.h"

#include "kiosk/model/telephone/phone.h"
#include "kiosk/screens/call_words.h"
#include "kiosk/screens/help_words.h"

#include <string.h>

static void title_of(const struct sheet *sheet, char *out, size_t size)
{
  const struct lang *lang = sheet->lang;
  const struct phone *phone = &sheet->model->phone;
  char who[PAGE_TEXT];
  call_who(sheet, who, sizeof who);
  if (sheet->model->help.open)
    help_words_title(sheet, out, size);
  else if (phone->machine.state == CALL_MACHINE_CONNECTING)
    lang_fill(out, size, tr(lang, "I am connecting you with {who}"), "who", who, NULL);
  else if (phone->machine.state == CALL_MACHINE_RECONNECTING)
    text_copy(out, size, tr(lang, "The line is weak, please wait a moment"));
  else if (phone->curtain)
    text_copy(out, size, tr(lang, "The curtain is shut: nobody sees or hears you"));
  else
    text_copy(out, size, who);
}

static void faces(struct sheet *sheet)
{
  const struct call_machine *machine = &sheet->model->phone.machine;
  for (int i = 0; i < machine->call.member_count; i++) {
    const struct call_member *member = &machine->call.members[i];
    char name[ITEM_NAME];
    if (!member->device[0] || member->state == CALL_OVER || strcmp(member->device, machine->self) == 0)
      continue;
    FORMAT_TEXT(name, "video.%s", member->device);
    struct page_item *item = sheet_item(sheet, name, member->name, sheet_do(INTENT_NONE, 0, NULL));
    SHEET_SET(sheet, item->detail, member->relation);
    call_portrait(sheet, item, member->party.id);
  }
  struct page_item *own = sheet_item(sheet, "video.self", tr(sheet->lang, "You"), sheet_do(INTENT_NONE, 0, NULL));
  SHEET_SET(sheet, own->icon, sheet->model->phone.curtain ? "curtain" : "person");
}

static void keys(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  bool shut = sheet->model->phone.curtain;
  call_key(sheet, "curtain", shut ? tr(lang, "Open the curtain") : tr(lang, "Curtain"),
           shut ? "curtain_open" : "curtain", INTENT_CURTAIN);
  call_key(sheet, "quieter", tr(lang, "Softer"), "volume_down", INTENT_CALL_QUIETER);
  call_key(sheet, "louder", tr(lang, "Louder"), "volume_up", INTENT_CALL_LOUDER);
  if (sheet->model->help.open)
    call_key(sheet, "cancel_help", tr(lang, "I don't need help"), "cancel", INTENT_CANCEL_HELP);
  else
    call_key(sheet, "cant_hear", tr(lang, "I can't hear"), "ear", INTENT_CHECK);
  call_key(sheet, "hang_up", tr(lang, "Hang up"), "hang_up", INTENT_HANG_UP)->look = LOOK_WARNING;
}

void call_draw(struct sheet *sheet)
{
  char title[PAGE_TEXT];
  title_of(sheet, title, sizeof title);
  sheet_begin(sheet, "call", BODY_CALL, title, NULL);
  faces(sheet);
  keys(sheet);
}
