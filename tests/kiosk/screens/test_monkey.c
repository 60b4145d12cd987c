// SPDX-License-Identifier: GPL-3.0-or-later
// A child plays at the kiosk: thousands of touches on whatever key is there, while the line comes and goes, answers
// arrive late, the clock jumps and the kitchen changes its menu. Every page stays whole, and nobody is locked in.
#include "kiosk/screens/screens.h"

#include "../../cmocka_all.h"
#include "telephone.h"

#include "base/text.h"
#include "kiosk/model/hearing/word.h"

#include <string.h>

#define TOUCHES 16000

static struct lang lang;
static struct player player;
static struct page page;
static unsigned dice;

// The same play in every run.
static unsigned roll(unsigned sides)
{
  dice = dice * 1664525u + 1013904223u;
  return (dice >> 16) % sides; // the lower bits of such a series repeat soon
}

static int keys_of(const struct page_item *list[])
{
  const struct page_item *const frame[] = {&page.back, &page.home, &page.repeat, &page.speak, &page.help};
  int count = 0;
  for (int i = 0; i < page.item_count; i++)
    if (page.items[i].action.kind)
      list[count++] = &page.items[i];
  for (int i = 0; i < page.key_count; i++)
    if (page.keys[i].action.kind && page.keys[i].enabled)
      list[count++] = &page.keys[i];
  for (int i = 0; i < 5; i++)
    if (frame[i]->action.kind && (i < 4 || roll(20) == 0))
      list[count++] = frame[i];
  return count;
}

static void touch(void)
{
  const struct page_item *list[PAGE_ITEMS + PAGE_KEYS + 5];
  if (page.body == BODY_KEYPAD && page.digit.kind && roll(3) > 0) {
    player_do(&player, INTENT_DIGIT, (int)roll(11) - 1, NULL);
    return;
  }
  int count = keys_of(list);
  if (count == 0) // a closed screen, and the red key was not in the dice
    return;
  struct action action = list[roll((unsigned)count)]->action;
  player_do(&player, (enum intent_kind)action.kind, action.number, action.id);
}

static void ear(void)
{
  static const struct intent said[] = {{.kind = INTENT_MEANT},
                                       {.kind = INTENT_NOT_MEANT},
                                       {.kind = INTENT_OPEN, .number = SCREEN_DAY},
                                       {.kind = INTENT_CONFIRM},
                                       {.kind = INTENT_LEAVE}};
  switch (roll(4)) {
  case 0:
    player_ear(&player, (enum ear)roll(4));
    break;
  case 1:
    player_hears(&player, said[roll(5)], "今天");
    break;
  case 2:
    player_learns(&player, (enum lesson_outcome)roll(3), 1 + (int)roll(3), (int)roll(WORDS));
    break;
  default:
    player_said(&player);
  }
}

// The family at the other end is as wild.
static void telephone(void)
{
  static const char *const devices[] = {TELEPHONE_DEVICE, TELEPHONE_OTHER};
  const char *device = devices[roll(2)];
  switch (roll(8)) {
  case 0:
    telephone_rings(&player, (int)roll(COMMUNITY_FAMILY), roll(4) ? CALL_TALK : CALL_HELP);
    break;
  case 1:
    telephone_signal(&player, (enum signal_kind)roll(SIGNAL_KINDS), device);
    break;
  case 2:
    telephone_posted(&player, (enum call_state)roll(CALL_STATES), (enum call_reason)roll(CALL_REASONS));
    break;
  case 3:
    telephone_connect(&player, device);
    break;
  case 4:
    telephone_media(&player, (enum media_news)roll(MEDIA_PICTURES + 1), device);
    break;
  case 5:
    telephone_log(&player, (int)roll(COMMUNITY_FAMILY), (anban_ms)roll(3) * MS_HOUR, roll(2), roll(2));
    telephone_voice(&player, (int)roll(5), (int)roll(COMMUNITY_FAMILY), roll(2));
    break;
  case 6:
    telephone_recorded(&player, (int)roll(2) * 5000);
    break;
  default:
    telephone_over(&player, (enum call_reason)(1 + roll(CALL_REASONS - 1)));
  }
}

// The desk and the helpers do as they please.
static void bookings(void)
{
  for (int person = 0; person < COMMUNITY_PEOPLE; person++) {
    struct report report = {.kind = REPORT_RECORD, .is.standing.kind = RECORD_BOOKING};
    report.is.standing.is.booking =
        community_booking((int)roll(4) + 4 * person, person, (enum booking_status)roll(BOOKING_STATUSES));
    player_report(&player, &report);
  }
}

static void world(void)
{
  switch (roll(16)) {
  case 12:
  case 13:
  case 14:
    ear();
    break;
  case 10:
  case 11:
    bookings();
    break;
  case 0:
    player_line(&player, (enum line_state)roll(3), "123 456");
    break;
  case 1:
    player_line(&player, LINE_STATE_UP, "");
    break;
  case 2:
    player_snapshot(&player, community_new(roll(2) ? COMMUNITY_PEOPLE : 60));
    break;
  case 3:
    player_card(&player, roll(2) ? "0012345678" : "nobody's");
    break;
  case 4:
    player.now += (anban_ms)roll(2000000) - 1000000;
    break;
  case 5:
    player_wait(&player, (anban_ms)roll(200) * MS_SECOND);
    break;
  case 6:
    player_help_state(&player, (enum help_state)roll(HELP_STATES), "周敏");
    break;
  case 7:
    telephone();
    break;
  default:
    if (!player_last_message(&player))
      break;
    if (roll(5) == 0)
      player_not_saved(&player);
    else
      player_saved(&player);
    if (roll(3) > 0)
      player_answer(&player, roll(4) > 0, (enum refusal)(1 + roll(REFUSALS - 1)), (int)roll(99));
  }
}

static void look(void)
{
  lang_choose(&lang, player.model.person.chosen.locale);
  if (!screens_page(&player.model, &lang, &page))
    fail_msg("%s [%s]: a text was cut", page.name, page.locale);
  if (!page.name[0] || !page.title[0] || !page.spoken[0] || strpbrk(page.spoken, "{}"))
    fail_msg("%s [%s] says: %s", page.name, page.locale, page.spoken);
  player_shown(&player);
}

static void a_child_breaks_nothing(void **state)
{
  bool seen[SCREENS] = {false};
  int count = 0;
  player_start_ready(&player, COMMUNITY_PEOPLE);
  for (int i = 0; i < TOUCHES; i++) {
    if (i == TOUCHES / 2) // in a hall first, then at a bedside
      telephone_bedside(&player);
    look();
    seen[model_screen(&player.model)] = true;
    assert_true(model_wake_at(&player.model) >= player.now);
    touch();
    if (roll(4) == 0)
      world();
  }
  player_stop(&player);
  for (int screen = 0; screen < SCREENS; screen++)
    if (seen[screen])
      count++;
    else
      print_message("screen %d was not seen\n", screen);
  assert_true(count >= SCREENS - 4); // it came around
}

int main(void)
{
  struct fault fault = {""};
  if (!lang_start(&lang, "locales", &fault))
    return 1;
  const struct CMUnitTest tests[] = {cmocka_unit_test(a_child_breaks_nothing)};
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  lang_stop(&lang);
  return failed;
}
