// SPDX-License-Identifier: GPL-3.0-or-later
// What the kiosk says about a wish that could not be granted: with the facts that the server knows, and without.
#include "kiosk/model/wish_kinds.h"
#include "kiosk/screens/screens.h"
#include "kiosk/screens/wish_words.h"

#include "../../cmocka_all.h"
#include "walks.h"

#include <string.h>

static struct lang lang;
static struct player player;
static struct page page;

static int start(void **state)
{
  struct fault fault = {""};
  return lang_start(&lang, "locales", &fault) ? 0 : 1;
}

static int stop(void **state)
{
  lang_stop(&lang);
  return 0;
}

static const char *said_after(void (*walk)(struct player *player))
{
  player_start_ready(&player, COMMUNITY_PEOPLE);
  lang_choose(&lang, "en");
  walk(&player);
  screens_page(&player.model, &lang, &page);
  player_stop(&player);
  return page.spoken;
}

static void a_refusal_without_facts_has_its_sentence(void **state)
{
  assert_non_null(strstr(said_after(walk_done_refused), "That dish has just run out."));
}

static void a_refusal_for_the_time_says_when_that_was(void **state)
{
  assert_non_null(strstr(said_after(walk_done_refused_time), "The kitchen began to cook at ten"));
}

static void a_refusal_for_a_dish_names_it(void **state)
{
  assert_non_null(strstr(said_after(walk_done_refused_dish), "红烧狮子头套餐 does not suit your diet."));
}

static void what_staff_have_decided_has_their_name(void **state)
{
  assert_non_null(strstr(said_after(walk_done_refused_staff), "欧阳师傅 has looked at it"));
}

static void each_kind_that_is_told_has_words(void **state)
{
  for (int kind = 0; kind < MESSAGE_KINDS; kind++)
    assert_true(!wish_kinds[kind]->told || wish_words[kind]);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_refusal_without_facts_has_its_sentence),
      cmocka_unit_test(a_refusal_for_the_time_says_when_that_was),
      cmocka_unit_test(a_refusal_for_a_dish_names_it),
      cmocka_unit_test(what_staff_have_decided_has_their_name),
      cmocka_unit_test(each_kind_that_is_told_has_words),
  };
  return cmocka_run_group_tests(tests, start, stop);
}
