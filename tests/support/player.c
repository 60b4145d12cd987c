// SPDX-License-Identifier: GPL-3.0-or-later
#include "player.h"

#include "base/text.h"

#include <string.h>

static void take_message(struct player *player, const struct message *message)
{
  if (player->message_count == PLAYER_MESSAGES) {
    player->message_count--;
    memmove(&player->messages[0], &player->messages[1], (PLAYER_MESSAGES - 1) * sizeof player->messages[0]);
  }
  player->messages[player->message_count++] = *message;
}

// A request about calls, in words.
static void note(struct player *player, const char *what, const char *detail)
{
  char told[sizeof player->did];
  COPY_TEXT(told, player->did);
  FORMAT_TEXT(player->did, "%s%s%s%s%s", told, *told ? "; " : "", what, *detail ? " " : "", detail);
}

static void take_call_request(struct player *player, const struct request *request)
{
  static const char *const acts[] = {"open", "answer", "way",    "renew",      "close", "close all",
                                     "set",  "check",  "record", "record end", "play",  "play end"};
  char number[12];
  FORMAT_TEXT(number, "%d", request->number);
  switch (request->kind) {
  case REQUEST_PEOPLE:
    note(player, "people", "");
    break;
  case REQUEST_RING:
    note(player, "ring", number);
    break;
  case REQUEST_LEND:
    note(player, "lend", number);
    break;
  case REQUEST_CALL:
    note(player, player->model.phone.request.resume ? "resume" : "call", "");
    break;
  case REQUEST_SIGNAL:
    note(player, "signal", signal_kind_code(request->call.signal));
    break;
  case REQUEST_MEDIA:
    note(player, "media", acts[request->call.act]);
    break;
  case REQUEST_SIGNALS:
    note(player, "signals", "");
    break;
  case REQUEST_VOICE_MESSAGE_SEND:
    note(player, "voice send", "");
    break;
  case REQUEST_VOICE_MESSAGE_DROP:
    note(player, "voice drop", "");
    break;
  case REQUEST_VOICE_MESSAGE_HEARD:
    note(player, "voice heard", "");
    break;
  case REQUEST_SPEAK:
  case REQUEST_HUSH:
  case REQUEST_CLICK:
  case REQUEST_DELIVER:
  case REQUEST_LOCALE:
  case REQUEST_VOICE:
  case REQUEST_KEEP:
  case REQUEST_HEAR:
  case REQUEST_DEAF:
  case REQUEST_ENROL:
  case REQUEST_FORGET_VOICE:
  case REQUESTS: // not about calls
    break;
  }
}

static void take_request(struct player *player, const struct request *request)
{
  switch (request->kind) {
  case REQUEST_SPEAK:
    player->spoken++;
    break;
  case REQUEST_HUSH:
    player->hushed++;
    break;
  case REQUEST_CLICK:
    player->clicked++;
    break;
  case REQUEST_DELIVER:
    take_message(player, &request->message);
    break;
  case REQUEST_LOCALE:
    COPY_TEXT(player->locale, request->locale);
    break;
  case REQUEST_VOICE:
    player->voice = request->voice;
    break;
  case REQUEST_KEEP:
    player->kept++;
    player->last_kept = request->keep;
    break;
  case REQUEST_HEAR:
    player->listening = true;
    break;
  case REQUEST_DEAF:
    player->listening = false;
    break;
  case REQUEST_ENROL:
    player->listening = true;
    player->word = request->number;
    break;
  case REQUEST_FORGET_VOICE:
    player->forgot++;
    break;
  case REQUEST_PEOPLE:
  case REQUEST_RING:
  case REQUEST_LEND:
  case REQUEST_CALL:
  case REQUEST_SIGNALS:
  case REQUEST_SIGNAL:
  case REQUEST_MEDIA:
  case REQUEST_VOICE_MESSAGE_SEND:
  case REQUEST_VOICE_MESSAGE_DROP:
  case REQUEST_VOICE_MESSAGE_HEARD:
    take_call_request(player, request);
    break;
  case REQUESTS:
    break;
  }
}

void player_report(struct player *player, struct report *report)
{
  report->at = player->now;
  model_take(&player->model, report, &player->asked);
  for (int i = 0; i < player->asked.count; i++)
    take_request(player, &player->asked.list[i]);
}

// Identities that are the same whenever a player starts anew.
static unsigned born;

static void count_id(char out[UUID_SIZE], anban_ms wall)
{
  text_format(out, UUID_SIZE, "%08x-%04x-7000-b000-%012x", (unsigned)((uint64_t)wall >> 16),
              (unsigned)((uint64_t)wall & 0xFFFF), ++born);
}

void player_start(struct player *player, const struct model_settings *settings)
{
  struct model_settings own = {.kind = KIOSK_SHARED, .media_folder = "media"};
  own.kept = setting_presets();
  if (settings)
    own = *settings;
  own.new_id = count_id;
  memset(player, 0, sizeof *player);
  born = 0;
  player->now = community_now();
  model_init(&player->model, &own, player->now);
}

void player_stop(struct player *player)
{
  model_free(&player->model);
}

void player_start_ready(struct player *player, int people)
{
  player_start(player, NULL);
  player_part(player, PART_EAR, true);
  player_line(player, LINE_STATE_UP, "");
  player_snapshot(player, community_new(people));
}

void player_do(struct player *player, enum intent_kind kind, int number, const char *id)
{
  struct report report = {.kind = REPORT_INTENT, .is.intent = {.kind = kind, .number = number}};
  COPY_TEXT(report.is.intent.id, id ? id : "");
  player_report(player, &report);
}

void player_open(struct player *player, enum screen screen)
{
  player_do(player, INTENT_OPEN, (int)screen, NULL);
}

void player_card(struct player *player, const char *card)
{
  struct report report = {.kind = REPORT_CARD};
  COPY_TEXT(report.text, card);
  player_report(player, &report);
}

void player_type(struct player *player, const char *digits)
{
  for (; *digits; digits++)
    player_do(player, INTENT_DIGIT, *digits - '0', NULL);
}

void player_line(struct player *player, enum line_state state, const char *code)
{
  struct report report = {.kind = REPORT_LINE, .is.line.state = state};
  COPY_TEXT(report.is.line.code, code);
  player_report(player, &report);
}

void player_snapshot(struct player *player, struct snapshot *snapshot)
{
  struct report report = {.kind = REPORT_SNAPSHOT, .is.snapshot = snapshot};
  player_report(player, &report);
}

void player_shown(struct player *player)
{
  uint64_t revision = 0;
  do { // as the kiosk's loop: being shown may change the page
    revision = player->model.revision;
    struct report report = {.kind = REPORT_SHOWN, .is.shown = {.page = 0, .pages = 1, .first_item = 0, .items = 6}};
    player_report(player, &report);
  } while (player->model.revision != revision);
}

void player_wait(struct player *player, anban_ms ms)
{
  anban_ms end = player->now + ms;
  while (player->now < end) {
    anban_ms wake = model_wake_at(&player->model);
    player->now = wake <= player->now ? player->now + 1 : wake < end ? wake : end;
    struct report report = {.kind = REPORT_TICK};
    player_report(player, &report);
  }
}

const struct message *player_last_message(const struct player *player)
{
  return player->message_count > 0 ? &player->messages[player->message_count - 1] : NULL;
}

static void report_message(struct player *player, enum report_kind kind)
{
  struct report report = {.kind = kind, .is.message = *player_last_message(player)};
  player_report(player, &report);
}

void player_saved(struct player *player)
{
  report_message(player, REPORT_SAVED);
}

void player_not_saved(struct player *player)
{
  report_message(player, REPORT_NOT_SAVED);
}

void player_answer(struct player *player, bool accepted, enum refusal reason, int number)
{
  const struct message *message = player_last_message(player);
  struct report report = {.kind = REPORT_ANSWER, .is.answer = {.accepted = accepted, .reason = reason}};
  COPY_TEXT(report.is.answer.id, message->id);
  bool is_order = message->kind == MESSAGE_ORDER_PLACE || message->kind == MESSAGE_ORDER_CHANGE;
  if (is_order && accepted) {
    report.is.answer.record = message->body;
    report.is.answer.record.is.order.status = ORDER_ACCEPTED;
    report.is.answer.record.is.order.number = number;
  }
  if (message->kind == MESSAGE_BOOKING_ASK && accepted)
    report.is.answer.record = message->body;
  player_report(player, &report);
}

void player_refuse(struct player *player, enum refusal reason, struct facts facts)
{
  struct report report = {.kind = REPORT_ANSWER, .is.answer = {.reason = reason, .facts = facts}};
  COPY_TEXT(report.is.answer.id, player_last_message(player)->id);
  player_report(player, &report);
}

void player_help_state(struct player *player, enum help_state state, const char *staff)
{
  struct report report = {.kind = REPORT_RECORD,
                          .is.standing = {.kind = RECORD_HELP, .is.help = player->model.help.help}};
  report.is.standing.is.help.state = state;
  COPY_TEXT(report.is.standing.is.help.staff_name, staff);
  player_report(player, &report);
}

struct help player_help_of_server(const struct player *player)
{
  struct help help = player->model.help.help;
  if (player->model.help.told)
    return help;
  help.step_count = 0;
  help.presses = 1;
  struct help_step pressed = {.kind = HELP_STEP_PRESSED, .at = player->model.help.pressed_at};
  COPY_TEXT(pressed.press, help.id);
  help_steps_add(help.steps, &help.step_count, &pressed);
  player_help_step(&help, HELP_STEP_RECEIVED, "server", "", player->now);
  return help;
}

void player_help_step(struct help *help, enum help_step_kind kind, const char *way, const char *who, anban_ms at)
{
  struct help_step step = {.kind = kind, .at = at};
  COPY_TEXT(step.way, way);
  COPY_TEXT(step.who, who);
  help_steps_add(help->steps, &help->step_count, &step);
}

void player_help(struct player *player, const struct help *help)
{
  struct report report = {.kind = REPORT_RECORD, .is.standing = {.kind = RECORD_HELP, .is.help = *help}};
  player_report(player, &report);
}

void player_part(struct player *player, enum kiosk_part part, bool works)
{
  struct report report = {.kind = REPORT_PART, .is.part = {part, works}};
  player_report(player, &report);
}

void player_ear(struct player *player, enum ear ear)
{
  struct report report = {.kind = REPORT_EAR, .is.ear = ear};
  player->listening = player->listening && ear == EAR_OPEN;
  player_report(player, &report);
}

void player_hushed(struct player *player)
{
  struct report report = {.kind = REPORT_SPEECH_ENDED};
  player_report(player, &report);
}

void player_said(struct player *player)
{
  player_shown(player);
  player_hushed(player);
}

void player_headphones(struct player *player, bool plugged)
{
  struct report report = {.kind = REPORT_HEADPHONES, .is.number = plugged};
  player_report(player, &report);
}

void player_hears(struct player *player, struct intent intent, const char *words)
{
  struct report report = {.kind = REPORT_HEARD, .is.intent = intent};
  COPY_TEXT(report.text, words);
  player->listening = false;
  player_report(player, &report);
}

void player_learns(struct player *player, enum lesson_outcome outcome, int examples, int other)
{
  struct report report = {.kind = REPORT_LESSON, .is.lesson = {outcome, examples, other}};
  player->listening = false;
  player_report(player, &report);
}

void player_sign_in(struct player *player, int person)
{
  player_do(player, INTENT_BEGIN, 0, NULL);
  player_do(player, INTENT_CHOOSE_PERSON, 0, community_person_id(person));
  if (person == PERSON_PIN)
    player_type(player, COMMUNITY_PIN);
}

void player_choose_lunch(struct player *player)
{
  player_open(player, SCREEN_DAY);
  player_do(player, INTENT_CHOOSE_DAY, 0, NULL);
  player_do(player, INTENT_CHOOSE_MEAL, MEAL_LUNCH, NULL);
  player_do(player, INTENT_CHOOSE_DISH, 0, community_dish_id(DISH_LUNCH_SET));
  player_open(player, SCREEN_HOW);
  player_do(player, INTENT_CHOOSE_DELIVERY, DELIVERY_EAT_IN, NULL);
}
