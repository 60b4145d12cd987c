// SPDX-License-Identifier: GPL-3.0-or-later
// A call that is over: why, kindly, and what can be done now.
#include "kiosk/screens/each.h"

#include "kiosk/screens/call_words.h"

static const char *why(const struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  switch (sheet->model->phone.machine.reason) {
  case CALL_DECLINED:
    return tr(lang, "{who} can't talk just now");
  case CALL_NO_ANSWER:
    return tr(lang, "{who} does not answer");
  case CALL_BUSY:
    return tr(lang, "{who} is talking to somebody else just now");
  case CALL_UNREACHABLE:
    return sheet->model->line == LINE_STATE_UP ? tr(lang, "{who} can't be reached just now")
                                               : tr(lang, "The line is down, I can't call {who}");
  case CALL_LOST:
    return tr(lang, "The line to {who} broke off");
  case CALL_FAILED:
    return tr(lang, "I could not connect you with {who}");
  case CALL_NOT_ALLOWED:
    return tr(lang, "I can't call {who}, please ask at the desk");
  case CALL_REASON_NONE:
  case CALL_HUNG_UP:
  case CALL_ANSWERED_ELSEWHERE:
  case CALL_CANCELLED:
  case CALL_JOINED_OVER:
  case CALL_REASONS:
    break;
  }
  return tr(lang, "The call with {who} is over");
}

static bool may_leave_message(const struct phone *phone)
{
  return phone->with.kind == PARTY_FAMILY && phone->resident_id[0] && phone->machine.reason != CALL_HUNG_UP &&
         phone->machine.reason != CALL_NOT_ALLOWED;
}

void call_over_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const struct phone *phone = &sheet->model->phone;
  char who[PAGE_TEXT], title[PAGE_TEXT];
  call_who(sheet, who, sizeof who);
  SHEET_FILL(sheet, title, why(sheet), "who", who, NULL);
  sheet_begin(sheet, "call_over", BODY_TILES, title, NULL);
  if (may_leave_message(phone)) {
    sheet_say(sheet, tr(lang, "You can leave a message: I keep it and bring it over."));
    call_tile(sheet, "leave_message", tr(lang, "Leave a message"), "speak", INTENT_LEAVE_MESSAGE)->look = LOOK_MAIN;
  }
  if (phone->with.kind == PARTY_FAMILY || party_is_desk(&phone->with))
    call_tile(sheet, "again", tr(lang, "Call again"), "phone", INTENT_CALL_AGAIN);
  call_tile(sheet, "good", tr(lang, "Good"), "check", INTENT_CALL_CLOSE);
}
