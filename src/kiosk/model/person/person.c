// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/person/person.h"

#include "base/text.h"
#include "kiosk/model/core/happen.h"
#include "kiosk/model/core/navigation.h"
#include "kiosk/model/person/pin.h"
#include "kiosk/model/person/settings.h"
#include "protocol/card.h"

#include <ctype.h>
#include <string.h>

static int bedside(const struct model *model, const struct resident **list)
{
  int count = 0;
  for (int i = 0; i < model->settings.bedside_count; i++) {
    const struct resident *resident = snapshot_resident(model->snapshot, model->settings.bedside[i]);
    if (resident)
      list[count++] = resident;
  }
  return count;
}

int person_tiles(const struct model *model, const struct resident *list[MOST_TILE_PEOPLE])
{
  if (!model->snapshot)
    return 0;
  int count = model->settings.kind == KIOSK_BEDSIDE ? bedside(model, list) : 0;
  if (count > 0 || model->snapshot->resident_count > MOST_TILE_PEOPLE)
    return count;
  for (int i = 0; i < model->snapshot->resident_count; i++)
    list[i] = &model->snapshot->residents[i];
  return model->snapshot->resident_count;
}

// Whether the digits of a room's name ("3号楼502室": 3502) end in the digits that were typed, from the start of a
// number: 502 and 3502 find it, 02 does not.
static bool room_is(const char *room, const char *typed)
{
  for (const char *at = room; *at; at++) {
    if (!isdigit((unsigned char)*at) || (at > room && isdigit((unsigned char)at[-1])))
      continue;
    size_t same = 0;
    const char *on = at;
    while (*on && typed[same]) {
      if (isdigit((unsigned char)*on) && *on != typed[same])
        break;
      same += isdigit((unsigned char)*on) ? 1 : 0;
      on++;
    }
    if (!typed[same] && !strpbrk(on, "0123456789"))
      return true;
  }
  return false;
}

int person_in_room(const struct model *model, const struct resident *list[MOST_TILE_PEOPLE])
{
  int count = 0;
  if (!model->snapshot || !model->person.keypad.digits[0])
    return 0;
  for (int i = 0; i < model->snapshot->resident_count && count < MOST_TILE_PEOPLE; i++) {
    if (room_is(model->snapshot->residents[i].room, model->person.keypad.digits))
      list[count++] = &model->snapshot->residents[i];
  }
  return count;
}

bool person_cards(const struct model *model)
{
  for (int i = 0; model->snapshot && i < model->snapshot->resident_count; i++) {
    if (model->snapshot->residents[i].card[0])
      return true;
  }
  return false;
}

static void sign_in(struct model *model, const struct resident *resident, struct requests *out)
{
  COPY_TEXT(model->person.id, resident->id);
  model->person.candidate[0] = '\0';
  memset(&model->person.keypad, 0, sizeof model->person.keypad);
  settings_for_person(model, resident, out);
  happen(model, HAPPENED_PERSON_CAME, out);
  navigation_begin(model, SCREEN_HOME);
}

static void choose(struct model *model, const struct resident *resident, struct requests *out)
{
  if (!resident->pin[0]) {
    sign_in(model, resident, out);
    return;
  }
  COPY_TEXT(model->person.candidate, resident->id);
  memset(&model->person.keypad, 0, sizeof model->person.keypad);
  navigation_open(model, SCREEN_PIN);
  if (pin_pause(model) > 0)
    model->navigation.notice = NOTICE_PIN_PAUSED;
}

static void begin(struct model *model, const struct intent *intent, struct requests *out)
{
  const struct resident *list[MOST_TILE_PEOPLE];
  navigation_open(model, SCREEN_WHO);
  if (model->settings.kind == KIOSK_BEDSIDE && person_tiles(model, list) == 1)
    choose(model, list[0], out);
}

static void choose_person(struct model *model, const struct intent *intent, struct requests *out)
{
  const struct resident *resident = snapshot_resident(model->snapshot, intent->id);
  if (resident)
    choose(model, resident, out);
}

// A card that two people have is nobody's.
static const struct resident *with_card(const struct model *model, const char *card)
{
  const struct resident *found = NULL;
  for (int i = 0; i < model->snapshot->resident_count; i++) {
    if (!card_same(model->snapshot->residents[i].card, card))
      continue;
    if (found)
      return NULL;
    found = &model->snapshot->residents[i];
  }
  return found;
}

static void not_known(struct model *model, enum notice why)
{
  navigation_open(model, SCREEN_WHO);
  model->navigation.notice = why;
}

// What a card can't be read from changes nothing for who is signed in: it may have been their own.
static void card_unread(struct model *model)
{
  if (!model->person.id[0])
    not_known(model, NOTICE_CARD_UNREAD);
}

void person_card(struct model *model, const char *card, struct requests *out)
{
  const struct resident *resident = with_card(model, card);
  bool same = resident && strcmp(model->person.id, resident->id) == 0;
  if (!card[0])
    card_unread(model);
  if (!card[0] || same)
    return;
  if (model->person.id[0])
    person_leave(model, out);
  if (navigation_here(model) == SCREEN_REST)
    navigation_open(model, SCREEN_WHO);
  if (resident)
    choose(model, resident, out);
  else
    not_known(model, NOTICE_CARD_UNKNOWN);
}

static bool type(struct keypad *keypad, int digit, size_t room)
{
  size_t length = strlen(keypad->digits);
  if (digit < 0 ? length == 0 : length == room)
    return false;
  if (digit < 0)
    keypad->digits[length - 1] = '\0';
  else
    keypad->digits[length] = (char)('0' + digit % 10);
  return true;
}

static void digit(struct model *model, const struct intent *intent, struct requests *out)
{
  bool pin = navigation_here(model) == SCREEN_PIN;
  if ((pin && pin_pause(model) > 0) || !type(&model->person.keypad, intent->number, pin ? PIN_DIGITS : ROOM_DIGITS))
    return;
  model_changed(model);
  model->navigation.notice = NOTICE_NONE;
  if (!pin || strlen(model->person.keypad.digits) < PIN_DIGITS)
    return;
  const struct resident *resident = snapshot_resident(model->snapshot, model->person.candidate);
  if (!resident)
    navigation_back(model);
  else if (pin_is_right(model, resident))
    sign_in(model, resident, out);
}

static void find_room(struct model *model, const struct intent *intent, struct requests *out)
{
  const struct resident *list[MOST_TILE_PEOPLE];
  if (person_in_room(model, list) > 0) {
    navigation_open(model, SCREEN_ROOM_PEOPLE);
    return;
  }
  memset(&model->person.keypad, 0, sizeof model->person.keypad);
  model->navigation.notice = NOTICE_ROOM_UNKNOWN;
  model_say(model);
}

void person_leave(struct model *model, struct requests *out)
{
  happen(model, HAPPENED_PERSON_LEAVES, out);
  model->person.id[0] = model->person.candidate[0] = '\0';
  memset(&model->person.keypad, 0, sizeof model->person.keypad);
  settings_for_nobody(model, out);
  navigation_begin(model, SCREEN_REST);
  model_say_nothing(model);
}

void person_check(struct model *model, struct requests *out)
{
  bool asked = navigation_here(model) == SCREEN_PIN;
  if (model->person.id[0] && !model_person(model))
    person_leave(model, out);
  else if (asked && !snapshot_resident(model->snapshot, model->person.candidate))
    navigation_back(model);
}

const struct intent_row person_intents[] = {
    {.kind = INTENT_BEGIN, .act = begin},
    {.kind = INTENT_CHOOSE_PERSON, .act = choose_person},
    {.kind = INTENT_DIGIT, .act = digit},
    {.kind = INTENT_FIND_ROOM, .act = find_room},
    {.kind = INTENT_NONE},
};
