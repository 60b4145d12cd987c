// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../cmocka_all.h"

#include "base/text.h"
#include "kiosk/ui/touch.h"

enum { LEFT, RIGHT, HELP };

static struct tree tree;
static struct touch touch;

static void add_key(const char *name, struct box box)
{
  int node = tree_add(&tree, ROLE_KEY, name, box);
  tree.nodes[node].action.kind = 1;
}

// Two keys with a gap of 20 px between them, the help key above the right one.
static int set_up(void **state)
{
  memset(&tree, 0, sizeof tree);
  add_key("left", (struct box){0, 200, 100, 100});
  add_key("right", (struct box){120, 200, 100, 100});
  add_key("help", (struct box){120, 0, 100, 100});
  tree.nodes[HELP].at_once = true;
  touch = (struct touch){.deaf_ms = 500, .slop = 8};
  return 0;
}

static int tap_with(int64_t finger, int x, int y, anban_ms at)
{
  int down = touch_down(&touch, &tree, finger, x, y, at);
  int up = touch_up(&touch, &tree, finger, x, y, at + 80);
  return down >= 0 ? down : up;
}

static int tap(int x, int y, anban_ms at)
{
  return tap_with(1, x, y, at);
}

static void a_key_acts_when_it_is_let_go(void **state)
{
  assert_int_equal(touch_down(&touch, &tree, 1, 50, 250, 1000), -1);
  assert_true(tree.nodes[LEFT].pressed);
  assert_int_equal(touch_up(&touch, &tree, 1, 60, 260, 1100), LEFT);
  assert_false(tree.nodes[LEFT].pressed);
}

static void sliding_off_takes_it_back_and_sliding_on_again_does_not(void **state)
{
  touch_down(&touch, &tree, 1, 50, 250, 1000);
  touch_move(&touch, &tree, 1, 160, 250, 1050);
  assert_false(tree.nodes[LEFT].pressed);
  assert_false(tree.nodes[RIGHT].pressed);
  assert_int_equal(touch_up(&touch, &tree, 1, 160, 250, 1100), -1);
  touch_down(&touch, &tree, 1, 50, 250, 2000);
  touch_move(&touch, &tree, 1, 160, 250, 2030);
  touch_move(&touch, &tree, 1, 50, 250, 2060);
  assert_true(tree.nodes[LEFT].pressed);
  assert_int_equal(touch_up(&touch, &tree, 1, 50, 250, 2100), LEFT);
}

static void a_finger_beside_a_key_means_the_nearest_one(void **state)
{
  assert_int_equal(tap(105, 250, 1000), LEFT);
  assert_int_equal(tap(115, 250, 2000), RIGHT);
  assert_int_equal(tap(110, 250, 3000), -1);
}

static void a_double_tap_is_one(void **state)
{
  assert_int_equal(tap(50, 250, 1000), LEFT);
  assert_int_equal(tap(50, 250, 1200), -1);
  assert_int_equal(tap(50, 250, 1600), LEFT);
}

// The second tap of a double tap must not hit what has come in the key's place.
static void what_comes_in_its_place_is_deaf_too(void **state)
{
  assert_int_equal(tap(50, 250, 1000), LEFT);
  COPY_TEXT(tree.nodes[LEFT].name, "another");
  assert_int_equal(tap(50, 250, 1400), -1);
  assert_int_equal(tap(170, 250, 1450), RIGHT);
}

static void a_trembling_finger_that_lands_on_another_key_means_nothing(void **state)
{
  assert_int_equal(tap(50, 250, 1000), LEFT);
  assert_int_equal(tap(170, 250, 1320), -1);
  assert_int_equal(tap(170, 250, 1340), RIGHT);
}

static void the_same_digit_twice_is_two_and_a_trembling_one_is_one(void **state)
{
  tree.nodes[LEFT].digit = tree.nodes[RIGHT].digit = true;
  assert_int_equal(tap(50, 250, 1000), LEFT);
  assert_int_equal(tap(50, 250, 1220), -1);
  assert_int_equal(tap(50, 250, 1240), LEFT);
  assert_int_equal(tap(170, 250, 1480), RIGHT);
}

static void deafness_can_be_set_to_nothing(void **state)
{
  touch.deaf_ms = 0;
  assert_int_equal(tap(50, 250, 1000), LEFT);
  assert_int_equal(tap(50, 250, 1100), LEFT);
}

static void the_help_key_acts_at_once_and_is_never_deaf(void **state)
{
  assert_int_equal(touch_down(&touch, &tree, 1, 170, 50, 1000), HELP);
  assert_int_equal(touch_up(&touch, &tree, 1, 170, 50, 1100), -1);
  assert_int_equal(touch_down(&touch, &tree, 1, 170, 50, 1150), HELP);
}

static void only_the_first_finger_counts(void **state)
{
  touch_down(&touch, &tree, 1, 50, 250, 1000);
  assert_int_equal(touch_down(&touch, &tree, 2, 170, 250, 1010), -1);
  assert_int_equal(touch_up(&touch, &tree, 2, 170, 250, 1050), -1);
  assert_int_equal(touch_up(&touch, &tree, 1, 50, 250, 1100), LEFT);
}

static void a_thumb_that_rests_beside_the_keys_is_in_nobodys_way(void **state)
{
  touch_down(&touch, &tree, 1, 50, 50, 1000);
  assert_int_equal(tap_with(2, 170, 250, 1100), RIGHT);
  touch_move(&touch, &tree, 1, 60, 60, 20000);
  assert_int_equal(tap_with(2, 50, 250, 21000), LEFT);
}

static void what_was_lifted_unseen_is_not_for_ever_on_the_glass(void **state)
{
  touch_down(&touch, &tree, 1, 50, 250, 1000);
  touch_down(&touch, &tree, 2, 50, 50, 1000);
  assert_int_equal(tap_with(3, 170, 250, 2900), -1);
  assert_int_equal(tap_with(3, 170, 250, 3000), RIGHT);
  assert_false(tree.nodes[LEFT].pressed);
  assert_int_equal(tap_with(3, 170, 250, 4000), RIGHT);
  assert_int_equal(touch_up(&touch, &tree, 1, 50, 250, 5000), -1);
}

static void a_palm_that_was_lifted_unseen_does_not_stay(void **state)
{
  for (int finger = 1; finger <= 3; finger++)
    touch_down(&touch, &tree, finger, 50, 250, 1000);
  assert_int_equal(tap_with(4, 170, 250, 2900), -1);
  assert_int_equal(tap_with(4, 170, 250, 3100), RIGHT);
}

static void a_finger_that_is_heard_of_goes_on_counting(void **state)
{
  touch_down(&touch, &tree, 1, 50, 250, 1000);
  touch_move(&touch, &tree, 1, 55, 250, 2500);
  assert_int_equal(tap_with(2, 170, 250, 4000), -1);
  assert_int_equal(touch_up(&touch, &tree, 1, 50, 250, 4500), LEFT);
  touch_down(&touch, &tree, 1, 50, 250, 20000);
  assert_int_equal(touch_up(&touch, &tree, 1, 50, 250, 40000), LEFT);
}

static void a_palm_means_nothing_until_it_is_gone_but_help_is_heard(void **state)
{
  touch_down(&touch, &tree, 1, 50, 250, 1000);
  touch_down(&touch, &tree, 2, 60, 260, 1005);
  touch_down(&touch, &tree, 3, 70, 270, 1010);
  assert_false(tree.nodes[LEFT].pressed);
  assert_int_equal(touch_up(&touch, &tree, 1, 50, 250, 1100), -1);
  assert_int_equal(touch_down(&touch, &tree, 4, 170, 50, 1150), HELP);
  touch_up(&touch, &tree, 4, 170, 50, 1180);
  assert_int_equal(touch_down(&touch, &tree, 5, 170, 250, 1200), -1);
  assert_int_equal(touch_up(&touch, &tree, 5, 170, 250, 1250), -1);
  touch_up(&touch, &tree, 2, 60, 260, 1300);
  touch_up(&touch, &tree, 3, 70, 270, 1310);
  assert_int_equal(tap(170, 250, 1400), RIGHT);
}

static void an_unplugged_screen_leaves_no_finger_behind(void **state)
{
  touch_down(&touch, &tree, 1, 50, 250, 1000);
  touch_forget(&touch, &tree);
  assert_false(tree.nodes[LEFT].pressed);
  assert_int_equal(tap(170, 250, 1100), RIGHT);
}

static void a_switch_is_deaf_to_trembling_like_a_finger(void **state)
{
  assert_int_equal(touch_press(&touch, &tree, LEFT, 1000), LEFT);
  assert_int_equal(touch_press(&touch, &tree, LEFT, 1300), -1);
  assert_int_equal(touch_press(&touch, &tree, RIGHT, 1400), RIGHT);
  assert_int_equal(touch_press(&touch, &tree, HELP, 1410), HELP);
  assert_int_equal(touch_press(&touch, &tree, HELP, 1420), HELP);
}

static void a_page_does_not_take_the_finger_meant_for_the_one_before(void **state)
{
  touch_show(&touch, true, 1000);
  assert_int_equal(touch_ready_at(&touch), 1500);
  assert_int_equal(tap(50, 250, 900), -1); // made before, looked at later
  assert_int_equal(tap(50, 250, 1100), -1);
  assert_int_equal(touch_press(&touch, &tree, LEFT, 1200), -1);
  assert_int_equal(touch_down(&touch, &tree, 1, 50, 250, 1499), -1);
  assert_int_equal(touch_up(&touch, &tree, 1, 50, 250, 1700), -1);
  assert_int_equal(tap(50, 250, 1800), LEFT);
  assert_int_equal(touch_ready_at(&touch), 2380);
}

static void a_page_that_comes_by_itself_is_deaf_even_when_nothing_else_is(void **state)
{
  touch.deaf_ms = 0;
  touch_show(&touch, true, 1000);
  assert_int_equal(tap(50, 250, 900), -1);
  assert_int_equal(tap(50, 250, 1000), LEFT);
  touch_show(&touch, false, 2000);
  assert_int_equal(tap(50, 250, 2499), -1);
  assert_int_equal(tap(50, 250, 2500), LEFT);
}

static void on_a_fresh_page_help_is_heard_at_once(void **state)
{
  touch_show(&touch, false, 1000);
  assert_int_equal(tap(170, 50, 1001), HELP);
  assert_int_equal(touch_press(&touch, &tree, HELP, 1200), HELP);
}

static void one_key_can_take_all_that_is_no_other(void **state)
{
  tree.nodes[LEFT].rest = true;
  assert_int_equal(tap(600, 20, 1000), LEFT);
  assert_int_equal(tap(170, 250, 2000), RIGHT);
  assert_int_equal(tap(115, 250, 3000), RIGHT); // a little beside it
  assert_int_equal(touch_down(&touch, &tree, 1, 170, 50, 4000), HELP);
  touch_up(&touch, &tree, 1, 170, 50, 4100);
  touch_down(&touch, &tree, 1, 600, 20, 5000);
  assert_int_equal(touch_up(&touch, &tree, 1, 170, 50, 5100), -1); // slid onto another key
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup(a_key_acts_when_it_is_let_go, set_up),
      cmocka_unit_test_setup(sliding_off_takes_it_back_and_sliding_on_again_does_not, set_up),
      cmocka_unit_test_setup(a_finger_beside_a_key_means_the_nearest_one, set_up),
      cmocka_unit_test_setup(a_double_tap_is_one, set_up),
      cmocka_unit_test_setup(what_comes_in_its_place_is_deaf_too, set_up),
      cmocka_unit_test_setup(deafness_can_be_set_to_nothing, set_up),
      cmocka_unit_test_setup(the_help_key_acts_at_once_and_is_never_deaf, set_up),
      cmocka_unit_test_setup(only_the_first_finger_counts, set_up),
      cmocka_unit_test_setup(a_thumb_that_rests_beside_the_keys_is_in_nobodys_way, set_up),
      cmocka_unit_test_setup(what_was_lifted_unseen_is_not_for_ever_on_the_glass, set_up),
      cmocka_unit_test_setup(a_palm_that_was_lifted_unseen_does_not_stay, set_up),
      cmocka_unit_test_setup(a_finger_that_is_heard_of_goes_on_counting, set_up),
      cmocka_unit_test_setup(a_palm_means_nothing_until_it_is_gone_but_help_is_heard, set_up),
      cmocka_unit_test_setup(an_unplugged_screen_leaves_no_finger_behind, set_up),
      cmocka_unit_test_setup(a_switch_is_deaf_to_trembling_like_a_finger, set_up),
      cmocka_unit_test_setup(a_trembling_finger_that_lands_on_another_key_means_nothing, set_up),
      cmocka_unit_test_setup(the_same_digit_twice_is_two_and_a_trembling_one_is_one, set_up),
      cmocka_unit_test_setup(a_page_does_not_take_the_finger_meant_for_the_one_before, set_up),
      cmocka_unit_test_setup(a_page_that_comes_by_itself_is_deaf_even_when_nothing_else_is, set_up),
      cmocka_unit_test_setup(on_a_fresh_page_help_is_heard_at_once, set_up),
      cmocka_unit_test_setup(one_key_can_take_all_that_is_no_other, set_up),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
