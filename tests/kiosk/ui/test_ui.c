// SPDX-License-Identifier: GPL-3.0-or-later
// Label: threads
// The toolkit as app uses it, on SDL's dummy display: real SDL events in, actions out.
#include "../../cmocka_all.h"
#include "../../support/hung.h"

#include "base/text.h"
#include "kiosk/ui/ui.h"
#include "sample_pages.h"

#include <SDL.h>
#include <pthread.h>

static struct ui *ui;
static struct page page;

static struct ui_settings settings(void)
{
  return (struct ui_settings){.assets = ANBAN_SOURCE "/assets",
                              .title = "test",
                              .width = 1280,
                              .height = 800,
                              .mm_wide = 217,
                              .mm_high = 136,
                              .viewing_mm = 500,
                              .deaf_ms = 500,
                              .speak_key = "F9"};
}

static void open_with(const struct ui_settings *set)
{
  struct fault fault;
  setenv("SDL_VIDEODRIVER", "dummy", 1);
  ui = ui_open(set, &fault);
  if (!ui)
    fail_msg("%s", fault.sentence);
  sample_page(1, "zh_CN", &page);
  page.items[1].action.number = 7;
  ui_show(ui, &page);
  while (ui_wait(ui, 0).kind != UI_NOTHING)
    ;
}

static int open_ui(void **state)
{
  struct ui_settings set = settings();
  open_with(&set);
  return 0;
}

static int open_without_deafness(void **state)
{
  struct ui_settings set = settings();
  set.deaf_ms = 0;
  open_with(&set);
  return 0;
}

static int close_ui(void **state)
{
  ui_close(ui);
  return 0;
}

static const struct node *node_of(const char *name)
{
  int index = tree_find(ui_tree(ui), name);
  assert_true(index >= 0);
  return &ui_tree(ui)->nodes[index];
}

static void push_mouse(Uint32 type, const char *name)
{
  struct box box = node_of(name)->box;
  SDL_Event event = {.type = type};
  event.button.button = SDL_BUTTON_LEFT;
  event.button.x = box.x + box.w / 2;
  event.button.y = box.y + box.h / 2;
  SDL_PushEvent(&event);
}

static void push_key(SDL_Keycode key)
{
  SDL_Event event = {.type = SDL_KEYDOWN};
  event.key.keysym.sym = key;
  SDL_PushEvent(&event);
}

static struct ui_event next(void)
{
  return ui_wait(ui, clock_steady() + HUNG);
}

static void a_click_is_an_action(void **state)
{
  push_mouse(SDL_MOUSEBUTTONDOWN, "item.2");
  assert_int_equal(ui_wait(ui, 0).kind, UI_NOTHING);
  assert_true(node_of("item.2")->pressed);
  push_mouse(SDL_MOUSEBUTTONUP, "item.2");
  struct ui_event event = next();
  assert_int_equal(event.kind, UI_ACTION);
  assert_int_equal(event.action.number, 7);
  assert_false(node_of("item.2")->pressed);
}

static struct ui_event click(const char *name)
{
  push_mouse(SDL_MOUSEBUTTONDOWN, name);
  push_mouse(SDL_MOUSEBUTTONUP, name);
  return ui_wait(ui, clock_steady() + 20);
}

static void show_another(void)
{
  COPY_TEXT(page.name, "another");
  ui_show(ui, &page);
}

// A machine may be so busy that the half second is over before the click is made: then it counts.
static void a_fresh_page_is_deaf_at_first_but_not_to_help(void **state)
{
  assert_int_equal(click("item.1").kind, UI_ACTION);
  show_another();
  anban_ms ready_at = ui_tree(ui)->ready_at;
  bool acted = click("item.2").kind == UI_ACTION;
  assert_true(!acted || clock_steady() >= ready_at);
  assert_int_equal(click("help").kind, UI_ACTION);
}

static void a_page_is_ready_at_the_set_time_after_it_was_shown(void **state)
{
  assert_int_equal(click("item.1").kind, UI_ACTION);
  anban_ms before = clock_steady();
  show_another();
  assert_in_range(ui_tree(ui)->ready_at - 500, before + 1, clock_steady());
}

// However long the machine was busy between the touch and the look at it.
static void a_touch_made_before_the_page_was_shown_is_not_for_it(void **state)
{
  assert_int_equal(click("item.1").kind, UI_ACTION);
  push_mouse(SDL_MOUSEBUTTONDOWN, "item.2");
  push_mouse(SDL_MOUSEBUTTONUP, "item.2");
  show_another();
  assert_int_equal(ui_wait(ui, clock_steady() + 20).kind, UI_NOTHING);
  assert_int_equal(click("item.2").kind, UI_ACTION);
}

static void one_finger_is_one_action(void **state)
{
  struct box box = node_of("item.2")->box;
  SDL_Event event = {.type = SDL_FINGERDOWN};
  event.tfinger.x = (float)(box.x + box.w / 2) / 1280;
  event.tfinger.y = (float)(box.y + box.h / 2) / 800;
  SDL_PushEvent(&event);
  event.type = SDL_FINGERUP;
  SDL_PushEvent(&event);
  assert_int_equal(next().kind, UI_ACTION);
  assert_int_equal(ui_wait(ui, 0).kind, UI_NOTHING);
}

static void a_key_that_cannot_be_used_now_does_nothing(void **state)
{
  page.items[1].enabled = false;
  ui_show(ui, &page);
  push_mouse(SDL_MOUSEBUTTONDOWN, "item.2");
  push_mouse(SDL_MOUSEBUTTONUP, "item.2");
  assert_int_equal(ui_wait(ui, clock_steady() + 20).kind, UI_NOTHING);
}

static void the_keyboard_reaches_what_a_finger_reaches(void **state)
{
  push_key(SDLK_TAB);
  push_key(SDLK_TAB);
  push_key(SDLK_RETURN);
  struct ui_event event = next();
  assert_int_equal(event.kind, UI_ACTION);
  assert_int_equal(event.action.number, 7);
  assert_true(node_of("item.2")->focused);
  page.items[2].look = LOOK_CHOSEN;
  ui_show(ui, &page);
  assert_true(node_of("item.2")->focused);
}

static void the_handset_presses_the_key_to_speak(void **state)
{
  page.speak = page.items[1];
  COPY_TEXT(page.speak.name, PAGE_SPEAK);
  page.speak.action.number = 9;
  ui_show(ui, &page);
  push_key(SDLK_F9);
  struct ui_event event = next();
  assert_int_equal(event.kind, UI_ACTION);
  assert_int_equal(event.action.number, 9);
  page.speak.action.kind = 0; // a page on which nothing can be said
  ui_show(ui, &page);
  push_key(SDLK_F9);
  assert_int_equal(ui_wait(ui, clock_steady() + 20).kind, UI_NOTHING);
}

static void type_card(const char *keys, SDL_Keycode end)
{
  for (; *keys; keys++)
    push_key((SDL_Keycode)*keys);
  push_key(end);
}

static void a_card_is_told(void **state)
{
  type_card("0012345678", SDLK_RETURN);
  struct ui_event event = next();
  assert_int_equal(event.kind, UI_CARD);
  assert_string_equal(event.card, "0012345678");
  type_card("04a1b2c3", SDLK_TAB);
  event = next();
  assert_int_equal(event.kind, UI_CARD);
  assert_string_equal(event.card, "04A1B2C3");
}

static void a_card_with_a_foreign_key_is_told_as_unreadable_and_presses_nothing(void **state)
{
  push_key(SDLK_TAB);
  type_card(";04123", SDLK_RETURN);
  struct ui_event event = next();
  assert_int_equal(event.kind, UI_CARD);
  assert_string_equal(event.card, "");
}

static void *wake(void *ctx)
{
  for (int i = 0; i < 100; i++)
    ui_wake(ui);
  return NULL;
}

static void another_thread_wakes_it_and_many_calls_are_few(void **state)
{
  pthread_t thread;
  pthread_create(&thread, NULL, wake, NULL);
  assert_int_equal(ui_wait(ui, -1).kind, UI_WOKEN);
  pthread_join(thread, NULL);
  int more = 0;
  while (ui_wait(ui, 0).kind == UI_WOKEN)
    more++;
  assert_true(more < 100);
}

static void the_time_ends_the_wait(void **state)
{
  anban_ms begin = clock_steady();
  assert_int_equal(ui_wait(ui, begin + 30).kind, UI_NOTHING);
  assert_true(clock_steady() - begin >= 29);
}

static void closing_the_window_is_told(void **state)
{
  SDL_Event event = {.type = SDL_QUIT};
  SDL_PushEvent(&event);
  assert_int_equal(next().kind, UI_QUIT);
}

static void what_is_shown_is_told(void **state)
{
  sample_page(3, "zh_CN", &page);
  struct ui_shown first = ui_show(ui, &page);
  assert_true(first.pages > 1);
  assert_int_equal(first.first_item, 0);
  page.first_page = 99;
  struct ui_shown last = ui_show(ui, &page);
  assert_int_equal(last.page, last.pages - 1);
  assert_int_equal(last.first_item + last.items, page.item_count);
}

static int width_of_bar(void)
{
  const struct tree *tree = ui_tree(ui);
  int width = 0;
  for (int i = 0; i < tree->mark_count; i++)
    if (tree->marks[i].node == tree_find(tree, PAGE_METER))
      width = tree->marks[i].box.w;
  return width;
}

static void the_bar_grows_with_the_voice(void **state)
{
  page.meter = true;
  ui_show(ui, &page);
  int whole = node_of(PAGE_METER)->box.w;
  ui_level(ui, 50);
  assert_int_equal(width_of_bar(), whole / 2);
  ui_level(ui, 100);
  assert_int_equal(width_of_bar(), whole);
  ui_level(ui, 0);
  assert_int_equal(width_of_bar(), node_of(PAGE_METER)->box.h);
  page.meter = false;
  ui_show(ui, &page);
  ui_level(ui, 50); // of a page without one nothing comes
}

static void no_display_is_said(void **state)
{
  struct fault fault = {""};
  struct ui_settings set = settings();
  setenv("SDL_VIDEODRIVER", "nothing_like_it", 1);
  assert_null(ui_open(&set, &fault));
  assert_non_null(strstr(fault.sentence, "no display"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(a_click_is_an_action, open_ui, close_ui),
      cmocka_unit_test_setup_teardown(a_fresh_page_is_deaf_at_first_but_not_to_help, open_ui, close_ui),
      cmocka_unit_test_setup_teardown(a_page_is_ready_at_the_set_time_after_it_was_shown, open_ui, close_ui),
      cmocka_unit_test_setup_teardown(a_touch_made_before_the_page_was_shown_is_not_for_it, open_without_deafness,
                                      close_ui),
      cmocka_unit_test_setup_teardown(one_finger_is_one_action, open_ui, close_ui),
      cmocka_unit_test_setup_teardown(a_key_that_cannot_be_used_now_does_nothing, open_ui, close_ui),
      cmocka_unit_test_setup_teardown(the_keyboard_reaches_what_a_finger_reaches, open_ui, close_ui),
      cmocka_unit_test_setup_teardown(the_handset_presses_the_key_to_speak, open_ui, close_ui),
      cmocka_unit_test_setup_teardown(a_card_is_told, open_ui, close_ui),
      cmocka_unit_test_setup_teardown(a_card_with_a_foreign_key_is_told_as_unreadable_and_presses_nothing, open_ui,
                                      close_ui),
      cmocka_unit_test_setup_teardown(another_thread_wakes_it_and_many_calls_are_few, open_ui, close_ui),
      cmocka_unit_test_setup_teardown(the_time_ends_the_wait, open_ui, close_ui),
      cmocka_unit_test_setup_teardown(closing_the_window_is_told, open_ui, close_ui),
      cmocka_unit_test_setup_teardown(what_is_shown_is_told, open_ui, close_ui),
      cmocka_unit_test_setup_teardown(the_bar_grows_with_the_voice, open_ui, close_ui),
      cmocka_unit_test(no_display_is_said),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
