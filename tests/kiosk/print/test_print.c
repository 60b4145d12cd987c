// SPDX-License-Identifier: GPL-3.0-or-later
// Label: threads
#include "kiosk/print/print.h"

#include "printer.h"

#include "../../support/hung.h"
#include "base/text.h"

#include <string.h>

struct scene {
  struct printer printer;
  struct print print;
  struct mailbox events;
  struct bitmap picture, again;
  char device[64];
};

static void take(void *ctx, const struct print_event *event)
{
  struct scene *scene = ctx;
  mailbox_send(&scene->events, event);
}

// A page that no two rows of are alike; the second one is another.
static struct bitmap page(int height, int seed)
{
  struct bitmap bitmap = bitmap_new(576, height);
  for (int y = 0; y < height; y++)
    for (int bit = 0; bit < 16; bit++)
      if ((y + seed) >> bit & 1)
        bitmap_set(&bitmap, bit * 11 + seed % 7, y);
  return bitmap;
}

static int set_up(void **state)
{
  struct scene *scene = calloc(1, sizeof *scene);
  mailbox_init(&scene->events, sizeof(struct print_event), NULL, NULL);
  scene->picture = page(300, 1);
  scene->again = page(330, 5000);
  *state = scene;
  return 0;
}

static void begin(struct scene *scene)
{
  struct fault fault;
  print_init(&scene->print, scene->device, take, scene);
  scene->print.again = 20;
  assert_true(print_start(&scene->print, &fault));
}

static int tear_down(void **state)
{
  struct scene *scene = *state;
  print_stop(&scene->print);
  print_join(&scene->print);
  printer_end(&scene->printer);
  mailbox_destroy(&scene->events);
  bitmap_free(&scene->picture);
  bitmap_free(&scene->again);
  free(scene);
  return 0;
}

static void print_one(struct scene *scene, const char *id)
{
  print_slip(&scene->print, id, bitmap_copy(&scene->picture), bitmap_copy(&scene->again));
}

static void expect(struct scene *scene, const char *id, enum print_outcome outcome)
{
  struct print_event event;
  assert_true(mailbox_wait(&scene->events, &event, clock_steady() + HUNG));
  assert_string_equal(event.id, id);
  if (event.outcome != outcome)
    fail_msg("outcome %d, not %d: %s", event.outcome, outcome, event.sentence);
}

static void expect_on_paper(struct scene *scene, const struct bitmap *picture)
{
  const struct printer *printer = &scene->printer;
  assert_true(atomic_load(&printer->cuts) > 0); // what the printer wrote before it cut is to be seen from here on
  assert_int_equal(printer->rows, picture->height);
  assert_int_equal(printer->pitch, picture->pitch);
  for (int y = 0; y < picture->height; y++)
    assert_memory_equal(printer->picture[y], picture->bytes + (size_t)y * (size_t)picture->pitch,
                        (size_t)picture->pitch);
  assert_false(atomic_load(&printer->nonsense));
}

static void a_slip_comes_out_dot_by_dot(void **state)
{
  struct scene *scene = *state;
  printer_listen(&scene->printer, scene->device);
  begin(scene);
  print_one(scene, "first");
  expect(scene, "first", PRINT_PRINTED);
  expect_on_paper(scene, &scene->picture);
  assert_int_equal(atomic_load(&scene->printer.cuts), 1);
}

static void a_serial_printer_gets_the_same(void **state)
{
  struct scene *scene = *state;
  printer_serial(&scene->printer, scene->device);
  begin(scene);
  print_one(scene, "first");
  expect(scene, "first", PRINT_PRINTED);
  expect_on_paper(scene, &scene->picture);
}

// At every band, and in the middle of one.
static void when_paper_ends_the_slip_comes_whole_again(void **state)
{
  struct scene *scene = *state;
  printer_listen(&scene->printer, scene->device);
  begin(scene);
  static const int ends[] = {1, 23, 24, 100, 287, 288, 299, 300};
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    atomic_store(&scene->printer.paper, ends[i]);
    print_one(scene, "torn");
    expect(scene, "torn", PRINT_NO_PAPER);
    assert_true(scene->printer.rows == ends[i]);
    atomic_store(&scene->printer.paper, PRINTER_ROWS);
    expect(scene, "torn", PRINT_PRINTED);
    expect_on_paper(scene, &scene->again);
    assert_int_equal(atomic_load(&scene->printer.cuts), i + 1);
  }
}

static void without_paper_nothing_is_sent_and_the_first_picture_waits(void **state)
{
  struct scene *scene = *state;
  printer_listen(&scene->printer, scene->device);
  atomic_store(&scene->printer.paper, 0);
  begin(scene);
  print_one(scene, "waits");
  expect(scene, "waits", PRINT_NO_PAPER);
  print_one(scene, "behind");
  atomic_store(&scene->printer.paper, PRINTER_ROWS);
  expect(scene, "waits", PRINT_PRINTED);
  expect(scene, "behind", PRINT_PRINTED);
  expect_on_paper(scene, &scene->picture); // not the one that says "again"
  assert_int_equal(atomic_load(&scene->printer.cuts), 2);
}

static void an_open_cover_is_told(void **state)
{
  struct scene *scene = *state;
  printer_listen(&scene->printer, scene->device);
  atomic_store(&scene->printer.cover, true);
  begin(scene);
  print_one(scene, "first");
  expect(scene, "first", PRINT_COVER_OPEN);
  atomic_store(&scene->printer.cover, false);
  expect(scene, "first", PRINT_PRINTED);
}

static void a_printer_that_never_answers_is_called_sent(void **state)
{
  struct scene *scene = *state;
  printer_listen(&scene->printer, scene->device);
  atomic_store(&scene->printer.mute, true);
  begin(scene);
  print_one(scene, "first");
  expect(scene, "first", PRINT_SENT);
}

static void a_printer_that_falls_silent_is_told(void **state)
{
  struct scene *scene = *state;
  printer_listen(&scene->printer, scene->device);
  atomic_store(&scene->printer.die_after, 100);
  begin(scene);
  print_one(scene, "cut off");
  struct print_event event;
  assert_true(mailbox_wait(&scene->events, &event, clock_steady() + HUNG));
  assert_false(print_is_out(event.outcome)); // gone or silent, as the wire tells it
  atomic_store(&scene->printer.die_after, -1);
  do
    assert_true(mailbox_wait(&scene->events, &event, clock_steady() + HUNG));
  while (!print_is_out(event.outcome));
  assert_int_equal(event.outcome, PRINT_PRINTED);
  expect_on_paper(scene, &scene->again);
}

static void where_nobody_listens_the_printer_is_away(void **state)
{
  struct scene *scene = *state;
  printer_listen(&scene->printer, scene->device);
  COPY_TEXT(scene->device, "tcp:127.0.0.1:1");
  begin(scene);
  print_one(scene, "first");
  expect(scene, "first", PRINT_AWAY);
}

static void a_printer_of_no_known_kind_is_named(void **state)
{
  struct scene *scene = *state;
  struct fault fault = {{0}};
  printer_listen(&scene->printer, scene->device);
  print_init(&scene->print, "fax:112", take, scene);
  assert_false(print_start(&scene->print, &fault));
  assert_non_null(strstr(fault.sentence, "fax:112"));
}

static void no_printer_is_no_fault(void **state)
{
  struct scene *scene = *state;
  struct fault fault = {{0}};
  printer_listen(&scene->printer, scene->device);
  print_init(&scene->print, "", take, scene);
  assert_false(print_start(&scene->print, &fault));
  assert_string_equal(fault.sentence, "");
  print_one(scene, "nowhere"); // is given back when the part ends
}

#define IN_SCENE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      IN_SCENE(a_slip_comes_out_dot_by_dot),
      IN_SCENE(a_serial_printer_gets_the_same),
      IN_SCENE(when_paper_ends_the_slip_comes_whole_again),
      IN_SCENE(without_paper_nothing_is_sent_and_the_first_picture_waits),
      IN_SCENE(an_open_cover_is_told),
      IN_SCENE(a_printer_that_never_answers_is_called_sent),
      IN_SCENE(a_printer_that_falls_silent_is_told),
      IN_SCENE(where_nobody_listens_the_printer_is_away),
      IN_SCENE(a_printer_of_no_known_kind_is_named),
      IN_SCENE(no_printer_is_no_fault),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
