// SPDX-License-Identifier: GPL-3.0-or-later
// What the page offers can be said, and what was said means what the key means.
#include "../../cmocka_all.h"

#include "base/text.h"
#include "kiosk/app/hear.h"
#include "kiosk/model/hearing/word.h"

#include <string.h>

static struct hear hear;
static struct tree tree;
static struct page page;

static void add_key(const char *name, const char *text, int kind, int number)
{
  struct node *node = &tree.nodes[tree_add(&tree, ROLE_KEY, name, (struct box){0, 0, 10, 10})];
  COPY_TEXT(node->text, text);
  node->action = (struct action){.kind = kind, .number = number};
}

static int set_up(void **state)
{
  memset(&hear, 0, sizeof hear);
  memset(&tree, 0, sizeof tree);
  memset(&page, 0, sizeof page);
  COPY_TEXT(page.locale, "zh_CN@sichuan");
  page.command_count = 1;
  COPY_TEXT(page.commands[0].text, "救命");
  page.commands[0].action.kind = INTENT_HELP;
  return 0;
}

static const char *text_of(int place)
{
  return hear.request.commands[place].text;
}

static void assert_means(const char *id, enum intent_kind kind, int number)
{
  struct intent meaning;
  char words[64];
  assert_true(hear_meaning(&hear, hear.request.number, id, &meaning, words, sizeof words));
  assert_int_equal(meaning.kind, kind);
  assert_int_equal(meaning.number, number);
}

static void keys_are_called_by_their_first_line(void **state)
{
  add_key("title", "今天的午餐", INTENT_NONE, 0);
  add_key("tile.meals", "点餐\n今天还有", INTENT_OPEN, SCREEN_DAY);
  hear_page(&hear, &tree, &page, "somebody");
  assert_int_equal(hear.request.count, 2);
  assert_string_equal(text_of(0), "救命");
  assert_string_equal(text_of(1), "点餐");
  assert_string_equal(hear.request.locale, "zh_CN@sichuan");
  assert_string_equal(hear.request.person, "somebody");
  assert_means("0", INTENT_HELP, 0);
  assert_means("1", INTENT_OPEN, SCREEN_DAY);
}

static void what_cannot_be_touched_cannot_be_said(void **state)
{
  add_key("softer", "小一点", INTENT_SET, SET_VOLUME_DOWN);
  tree.nodes[0].enabled = false;
  add_key(PAGE_SPEAK, "说话", INTENT_SPEAK, 0);
  hear_page(&hear, &tree, &page, "");
  assert_int_equal(hear.request.count, 1);
}

static void two_keys_of_one_name_are_one_and_what_is_too_long_is_none(void **state)
{
  char long_name[NODE_TEXT] = "";
  for (int i = 0; i < 30; i++)
    memcpy(long_name + i * 3, "好", 4);
  add_key("a", "好的", INTENT_BACK, 0);
  add_key("b", "好的", INTENT_HOME, 0);
  add_key("c", long_name, INTENT_LEAVE, 0);
  hear_page(&hear, &tree, &page, "");
  assert_int_equal(hear.request.count, 2);
  assert_means("1", INTENT_BACK, 0);
}

static void no_more_is_offered_than_the_listener_can_hold(void **state)
{
  char name[32];
  for (int i = 0; i < LISTEN_COMMANDS + 4; i++) {
    FORMAT_TEXT(name, "第%d个", i);
    add_key(name, name, INTENT_TURN, i);
  }
  hear_page(&hear, &tree, &page, "");
  assert_int_equal(hear.request.count, LISTEN_COMMANDS);
}

static void an_answer_to_an_older_try_means_nothing(void **state)
{
  struct intent meaning;
  char words[64];
  hear_page(&hear, &tree, &page, "");
  uint64_t older = hear.request.number;
  hear_page(&hear, &tree, &page, "");
  assert_false(hear_meaning(&hear, older, "0", &meaning, words, sizeof words));
  assert_false(hear_meaning(&hear, hear.request.number, "7", &meaning, words, sizeof words));
  assert_false(hear_meaning(&hear, hear.request.number, "", &meaning, words, sizeof words));
  assert_true(hear_meaning(&hear, hear.request.number, "0", &meaning, words, sizeof words));
}

static void a_lesson_takes_one_word_and_knows_the_others(void **state)
{
  struct lang lang = {.locale = "en"};
  hear_word(&hear, &lang, WORD_EAT, "somebody");
  assert_int_equal(hear.request.count, WORDS);
  assert_string_equal(text_of(0), "I want to eat");
  assert_int_equal(hear_word_of(&hear, hear.request.number, "0"), WORD_EAT);
  bool seen[WORDS] = {false};
  for (int i = 0; i < WORDS; i++)
    seen[hear.meanings[i].number] = true;
  for (int i = 0; i < WORDS; i++)
    assert_true(seen[i]);
}

#define TEST(name) cmocka_unit_test_setup(name, set_up)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(keys_are_called_by_their_first_line),
      TEST(what_cannot_be_touched_cannot_be_said),
      TEST(two_keys_of_one_name_are_one_and_what_is_too_long_is_none),
      TEST(no_more_is_offered_than_the_listener_can_hold),
      TEST(an_answer_to_an_older_try_means_nothing),
      TEST(a_lesson_takes_one_word_and_knows_the_others),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
