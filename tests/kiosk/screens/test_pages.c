// SPDX-License-Identifier: GPL-3.0-or-later
// Every sample state in every language: the page is whole, in the right tongue, says what it is, and no key is dead.
#include "kiosk/model/visiting/visiting.h"
#include "kiosk/screens/screens.h"

#include "../../cmocka_all.h"
#include "sample_states.h"

#include "base/text.h"

#include <ctype.h>
#include <string.h>

static struct lang lang;
static struct player player;
static struct page page;

static int start(void **state)
{
  struct fault fault = {""};
  if (lang_start(&lang, "locales", &fault))
    return 0;
  print_error("%s\n", fault.sentence);
  return 1;
}

static int stop(void **state)
{
  lang_stop(&lang);
  return 0;
}

static void go(int state, const char *locale)
{
  struct kept_settings set = setting_presets();
  COPY_TEXT(set.locale, locale);
  set.text_percent = 100;
  lang_choose(&lang, locale);
  sample_state_play(state, &set, &player);
  if (!screens_page(&player.model, &lang, &page))
    fail_msg("%s [%s]: a text was cut", sample_state_name(state), locale);
}

static void for_each(void (*check)(int state))
{
  for (int i = 0; i < LOCALES; i++) {
    for (int state = 0; state < sample_state_count(); state++) {
      go(state, locale_code(i));
      check(state);
      player_stop(&player);
    }
  }
}

static void check_text(int state, const char *item, const char *text)
{
  if (strpbrk(text, "{}"))
    fail_msg("%s [%s] %s: a place was left empty: %s", sample_state_name(state), page.locale, item, text);
  if (!text_is_utf8(text, strlen(text)))
    fail_msg("%s [%s] %s: not UTF-8", sample_state_name(state), page.locale, item);
}

// A Chinese page with a Latin word on it was not translated. The name of the English language is not to be.
static void check_tongue(int state, const char *item, const char *text)
{
  bool chinese = strcmp(page.locale, "en") != 0;
  for (const char *at = text; chinese && *at; at++) {
    if (isalpha((unsigned char)*at) && strcmp(text, "English") != 0)
      fail_msg("%s [%s] %s: not translated: %s", sample_state_name(state), page.locale, item, text);
  }
}

// A voice reads 12:30 and 7.50 as two numbers, × not at all, a telephone as millions.
static void check_ear(int state, const char *item, const char *spoken)
{
  int digits = 0;
  for (const char *at = spoken; *at; at++) {
    digits = isdigit((unsigned char)*at) ? digits + 1 : 0;
    bool broken = digits > 0 && (at[1] == ':' || at[1] == '.' || at[1] == '-') && isdigit((unsigned char)at[2]);
    if (broken || digits > 3)
      fail_msg("%s [%s] %s: a number that no voice can read: %s", sample_state_name(state), page.locale, item, spoken);
  }
  if (strstr(spoken, "×") || strstr(spoken, "¥"))
    fail_msg("%s [%s] %s: a sign that no voice can read: %s", sample_state_name(state), page.locale, item, spoken);
}

static void check_item(int state, const struct page_item *item)
{
  const char *const texts[] = {item->label, item->detail, item->note, item->value, item->spoken};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    check_text(state, item->name, texts[i]);
    check_tongue(state, item->name, texts[i]);
  }
  check_ear(state, item->name, item->spoken);
  if (!item->name[0] || !item->label[0] || !item->spoken[0])
    fail_msg("%s [%s] %s: no name, label or spoken text", sample_state_name(state), page.locale, item->name);
  if (item->enabled && item->action.kind == INTENT_NONE)
    fail_msg("%s [%s] %s: looks like a key and is none", sample_state_name(state), page.locale, item->name);
}

static void check_whole_page(int state)
{
  check_text(state, "title", page.title);
  check_text(state, "spoken", page.spoken);
  check_tongue(state, "title", page.title);
  check_tongue(state, "spoken", page.spoken);
  check_ear(state, "spoken", page.spoken);
  if (!page.name[0] || !page.title[0] || !page.spoken[0])
    fail_msg("%s [%s]: no name, title or spoken text", sample_state_name(state), page.locale);
  for (int i = 0; i < page.item_count; i++)
    check_item(state, &page.items[i]);
  for (int i = 0; i < page.key_count; i++)
    check_item(state, &page.keys[i]);
  check_item(state, &page.help);
  check_item(state, &page.repeat);
}

static void every_text_is_whole_and_in_its_language(void **state)
{
  for_each(check_whole_page);
}

static void check_names_differ(int state)
{
  for (int i = 0; i < page.item_count; i++) {
    for (int j = 0; j < i; j++) {
      if (strcmp(page.items[i].name, page.items[j].name) == 0)
        fail_msg("%s: two items are called %s", sample_state_name(state), page.items[i].name);
    }
  }
}

static void no_two_items_of_a_page_have_one_name(void **state)
{
  for_each(check_names_differ);
}

// Only while people talk, to each other or to be recorded, nothing is said.
static void check_help(int state)
{
  bool talks = player.model.phone.lent;
  bool repeats = page.repeat.action.kind == INTENT_REPEAT;
  if (page.help.action.kind != INTENT_HELP || !page.help.enabled || repeats == talks)
    fail_msg("%s: no help, or a repeat key %s", sample_state_name(state), talks ? "over a call" : "is missing");
}

static void help_and_repeat_are_on_every_page(void **state)
{
  for_each(check_help);
}

// Presses a key on a kiosk of its own: something must be seen, heard or sent.
static void press(int state, const struct page_item *key)
{
  struct page_item pressed = *key;
  struct page before = page;
  if (!pressed.enabled || pressed.action.kind == INTENT_NONE)
    return;
  player_stop(&player);
  go(state, before.locale);
  uint64_t revision = player.model.revision;
  player_do(&player, (enum intent_kind)pressed.action.kind, pressed.action.number, pressed.action.id);
  bool only_click = player.asked.count <= 2;
  if (player.model.revision == revision && only_click)
    fail_msg("%s: the key %s does nothing", sample_state_name(state), pressed.name);
  page = before;
}

static void check_keys(int state)
{
  struct page all = page;
  const struct page_item *const frame[] = {&all.help, &all.back, &all.home, &all.repeat};
  for (int i = 0; i < all.item_count; i++)
    press(state, &all.items[i]);
  for (int i = 0; i < all.key_count; i++)
    press(state, &all.keys[i]);
  for (size_t i = 0; i < sizeof frame / sizeof *frame; i++)
    press(state, frame[i]);
}

static void no_key_is_dead(void **state)
{
  for (int i = 0; i < sample_state_count(); i++) {
    go(i, "zh_CN");
    check_keys(i);
    player_stop(&player);
  }
}

// Wherever a person is, a key leads on or out; only the screens for staff wait for somebody else.
static void check_way_out(int state)
{
  bool for_staff = strcmp(page.name, "setup") == 0 || strcmp(page.name, "empty") == 0;
  bool out = page.back.action.kind || page.home.action.kind || page.key_count > 0;
  for (int i = 0; i < page.item_count; i++)
    out = out || page.items[i].action.kind;
  if (!for_staff && !out)
    fail_msg("%s: no way out", sample_state_name(state));
}

static void nobody_is_locked_in(void **state)
{
  for_each(check_way_out);
}

static bool seen[SCREENS];

static void note_screen(int state)
{
  seen[model_screen(&player.model)] = true;
  const char *name = sample_state_name(state);
  size_t length = strcspn(name, ".");
  if (strlen(page.name) != length || strncmp(page.name, name, length) != 0)
    fail_msg("the sample state %s shows the page %s", name, page.name);
}

static void the_sample_states_reach_every_screen(void **state)
{
  for_each(note_screen);
  for (int screen = 0; screen < SCREENS; screen++) {
    if (!seen[screen])
      fail_msg("no sample state shows screen number %d", screen);
  }
}

static void draw_again(void)
{
  assert_true(screens_page(&player.model, &lang, &page));
}

static bool says_first_item(void)
{
  return strstr(page.spoken, page.items[0].spoken) != NULL;
}

static int state_named(const char *name)
{
  int state = 0;
  while (strcmp(sample_state_name(state), name) != 0)
    state++;
  return state;
}

// Who touched the wrong picture notices before anything is asked.
static void the_page_of_the_digits_names_whose_they_are(void **state)
{
  go(state_named("pin"), "zh_CN");
  const char *name = snapshot_resident(player.model.snapshot, community_person_id(PERSON_PIN))->name;
  assert_non_null(strstr(page.title, name));
  assert_non_null(strstr(page.spoken, name));
  assert_string_equal(page.items[0].icon, "person");
  assert_string_equal(page.keys[0].name, "not_me");
  assert_false(page.digits_rest);
  player_do(&player, (enum intent_kind)page.keys[0].action.kind, 0, NULL);
  assert_int_equal(model_screen(&player.model), SCREEN_WHO);
  player_stop(&player);
}

static void while_it_is_paused_the_digits_rest_and_the_seconds_grow_less(void **state)
{
  go(state_named("pin.paused"), "en");
  assert_true(page.digits_rest);
  assert_int_equal(page.digit.kind, INTENT_DIGIT);
  assert_non_null(strstr(page.items[0].label, "60"));
  player_wait(&player, 2 * MS_SECOND);
  draw_again();
  assert_non_null(strstr(page.items[0].label, "58"));
  player_stop(&player);
}

static void in_a_hall_what_is_private_is_said_only_when_it_is_wished(void **state)
{
  go(state_named("today.private"), "zh_CN");
  assert_false(says_first_item());
  assert_non_null(strstr(page.spoken, page.repeat.label));
  player_do(&player, INTENT_REPEAT, 0, NULL);
  draw_again();
  assert_true(says_first_item());
  player_do(&player, INTENT_HOME, 0, NULL); // the wish is for one screen
  player_open(&player, SCREEN_TODAY);
  draw_again();
  assert_false(says_first_item());
  player_stop(&player);
}

// By the table alone: no screen says itself what is private on it.
static void check_hall(int state)
{
  const struct screen_row *row = screen_row(model_screen(&player.model));
  bool private = !row->public || (row->about_service && visiting_is_private(&player.model));
  player.model.settings.kind = KIOSK_SHARED;
  player.model.privacy.headphones = player.model.privacy.aloud = false;
  draw_again();
  for (int i = 0; private && i < page.item_count; i++)
    if (page.items[i].spoken[0] && strstr(page.spoken, page.items[i].spoken))
      fail_msg("%s: a hall hears %s", sample_state_name(state), page.items[i].spoken);
  player.model.privacy.headphones = true;
  static struct page alone;
  alone = page;
  draw_again();
  if (!private && strcmp(alone.spoken, page.spoken) != 0)
    fail_msg("%s: a hall hears less, though nothing of it is private", sample_state_name(state));
}

static void a_hall_hears_nothing_of_a_private_screen_but_its_title(void **state)
{
  for (int i = 0; i < sample_state_count(); i++) {
    go(i, "zh_CN");
    check_hall(i);
    player_stop(&player);
  }
}

static void headphones_hear_all_of_it_until_they_are_pulled(void **state)
{
  struct report plug = {.kind = REPORT_HEADPHONES, .is.number = 1};
  go(state_named("today.private"), "zh_CN");
  player_report(&player, &plug);
  draw_again();
  assert_true(says_first_item());
  int hushed = player.hushed;
  plug.is.number = 0;
  player_report(&player, &plug);
  draw_again();
  assert_false(says_first_item());
  assert_int_equal(player.hushed, hushed + 1);
  player_stop(&player);
}

static void at_a_bedside_all_is_said(void **state)
{
  go(state_named("today"), "zh_CN");
  assert_true(says_first_item());
  player_stop(&player);
}

static void what_found_no_room_in_an_order_is_not_called_noted(void **state)
{
  go(state_named("dishes"), "zh_CN");
  player_do(&player, INTENT_CHOOSE_DISH, 0, page.items[0].action.id);
  player_open(&player, SCREEN_BASKET);
  for (int i = 2; i <= 9; i++) {
    draw_again();
    player_do(&player, INTENT_ADD_DISH, 0, page.items[0].more.action.id);
  }
  draw_again();
  assert_non_null(strstr(page.spoken, "好的"));
  player_do(&player, INTENT_ADD_DISH, 0, page.items[0].more.action.id);
  draw_again();
  assert_null(strstr(page.spoken, "好的"));
  player_stop(&player);
}

// A start: nobody knows yet whether the server is there.
static void nothing_is_said_of_the_line_before_the_first_try(void **unused)
{
  player_start(&player, NULL);
  screens_page(&player.model, &lang, &page);
  assert_int_equal(page.line, LINE_ONLINE);
  assert_string_equal(page.line_text, "");
  player_line(&player, LINE_STATE_AWAY, "");
  screens_page(&player.model, &lang, &page);
  assert_int_equal(page.line, LINE_OFFLINE);
  player_stop(&player);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_text_is_whole_and_in_its_language),
      cmocka_unit_test(no_two_items_of_a_page_have_one_name),
      cmocka_unit_test(help_and_repeat_are_on_every_page),
      cmocka_unit_test(no_key_is_dead),
      cmocka_unit_test(nobody_is_locked_in),
      cmocka_unit_test(the_sample_states_reach_every_screen),
      cmocka_unit_test(the_page_of_the_digits_names_whose_they_are),
      cmocka_unit_test(while_it_is_paused_the_digits_rest_and_the_seconds_grow_less),
      cmocka_unit_test(in_a_hall_what_is_private_is_said_only_when_it_is_wished),
      cmocka_unit_test(a_hall_hears_nothing_of_a_private_screen_but_its_title),
      cmocka_unit_test(headphones_hear_all_of_it_until_they_are_pulled),
      cmocka_unit_test(at_a_bedside_all_is_said),
      cmocka_unit_test(what_found_no_room_in_an_order_is_not_called_noted),
      cmocka_unit_test(nothing_is_said_of_the_line_before_the_first_try),
  };
  return cmocka_run_group_tests(tests, start, stop);
}
