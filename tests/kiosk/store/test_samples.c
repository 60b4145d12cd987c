// SPDX-License-Identifier: GPL-3.0-or-later
// The files that released kiosks have left on their disks open with this one, with everything in them; and with the
// next one, which is pretended here.
#include "base/file.h"
#include "database/database.h"
#include "kiosk/store/steps.h"
#include "kiosk/store/store.h"

#include "../../cmocka_all.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define NOW 1796083200000

struct sample {
  const char *version;
  const char *kinds;    // of the wishes that wait, in their order
  int orders;           // kept since the snapshot
  const char *settings; // as they were kept
};

static const struct sample samples[] = {
    {"0.1.0", "order.place answer_hours.set order.cancel help.raise help.cancel ", 3,
     "{\"volume\":60,\"rate\":175,\"theme\":2,\"text_percent\":0,\"locale\":\"\"}"},
};
#define SAMPLES ((int)(sizeof samples / sizeof *samples))

struct fixture {
  char folder[64], path[80];
  struct store store;
  struct fault fault;
};

static void copy_sample(struct fixture *fixture, const struct sample *sample)
{
  struct buffer bytes = {0};
  char path[300];
  FORMAT_TEXT(path, "%s/databases/%s-kiosk.db", ANBAN_SAMPLES, sample->version);
  assert_true(file_read(path, 1 << 24, &bytes, &fixture->fault));
  assert_true(file_replace(fixture->path, bytes.bytes, bytes.size, 0600, &fixture->fault));
  buffer_free(&bytes);
}

static int set_up(void **state)
{
  struct fixture *fixture = calloc(1, sizeof *fixture);
  strcpy(fixture->folder, "/tmp/anban-sample-XXXXXX");
  assert_non_null(mkdtemp(fixture->folder));
  FORMAT_TEXT(fixture->path, "%s/kiosk.db", fixture->folder);
  *state = fixture;
  return 0;
}

static int tear_down(void **state)
{
  struct fixture *fixture = *state;
  char command[96];
  store_close(&fixture->store);
  FORMAT_TEXT(command, "rm -r %s", fixture->folder);
  int removed = system(command);
  free(fixture);
  return removed;
}

static enum store_state open_store(struct fixture *fixture)
{
  store_close(&fixture->store);
  return store_open(&fixture->store, fixture->folder, NOW, &fixture->fault);
}

// Each message is whole: it says its own id, and of which kind it is.
static void add_kind(void *ctx, const char *id, const char *text)
{
  json_t *json = json_loads(text, 0, NULL);
  assert_string_equal(json_string_value(json_object_get(json, "id")), id);
  strcat(strcat(ctx, json_string_value(json_object_get(json, "kind"))), " ");
  json_decref(json);
}

static void count_row(void *ctx, const char *id, const char *text)
{
  ++*(int *)ctx;
}

static void expect_content(struct fixture *fixture, const struct sample *sample)
{
  char kinds[400] = "";
  int orders = 0;
  struct buffer settings = {0}, snapshot = {0};
  assert_true(store_each_message(&fixture->store, add_kind, kinds, &fixture->fault));
  assert_string_equal(kinds, sample->kinds);
  assert_true(store_each_order(&fixture->store, count_row, &orders, &fixture->fault));
  assert_int_equal(orders, sample->orders);
  assert_true(store_get_settings(&fixture->store, &settings, &fixture->fault));
  assert_string_equal(settings.bytes, sample->settings);
  assert_true(store_get_snapshot(&fixture->store, &snapshot, &fixture->fault));
  json_t *json = json_loads(snapshot.bytes, 0, NULL);
  assert_int_equal(json_array_size(json_object_get(json, "residents")), 8);
  json_decref(json);
  buffer_free(&settings);
  buffer_free(&snapshot);
}

static void take_id(void *ctx, const char *id, const char *text)
{
  if (!*(char *)ctx)
    strcpy(ctx, id);
}

static void a_file_in_the_field_opens_with_all_that_is_in_it(void **state)
{
  struct fixture *fixture = *state;
  for (int i = 0; i < SAMPLES; i++) {
    copy_sample(fixture, &samples[i]);
    assert_int_equal(open_store(fixture), STORE_READY);
    expect_content(fixture, &samples[i]);
    assert_int_equal(open_store(fixture), STORE_READY);
    expect_content(fixture, &samples[i]);
  }
}

static void its_wishes_go_on_to_be_answered_and_refused(void **state)
{
  struct fixture *fixture = *state;
  for (int i = 0; i < SAMPLES; i++) {
    char first[64] = "", second[64] = "", kinds[400] = "";
    copy_sample(fixture, &samples[i]);
    assert_int_equal(open_store(fixture), STORE_READY);
    assert_true(store_each_message(&fixture->store, take_id, first, &fixture->fault));
    assert_true(store_remove_message(&fixture->store, first, &fixture->fault));
    assert_true(store_each_message(&fixture->store, take_id, second, &fixture->fault));
    assert_true(store_refuse_message(&fixture->store, second, "400", &fixture->fault));
    static const char wish[] = "{\"id\":\"new\",\"kind\":\"last\"}";
    assert_true(store_add_message(&fixture->store, "new", wish, &fixture->fault));
    assert_true(store_each_message(&fixture->store, add_kind, kinds, &fixture->fault));
    const char *rest = strchr(strchr(samples[i].kinds, ' ') + 1, ' ') + 1;
    assert_memory_equal(kinds, rest, strlen(rest));
    assert_string_equal(kinds + strlen(rest), "last ");
  }
}

// This kiosk's steps and one more, as the next version will have them.
static struct database_kind next_kiosk(struct database_step steps[20])
{
  struct database_kind next = kiosk_file;
  memcpy(steps, kiosk_file.steps, (size_t)kiosk_file.step_count * sizeof *steps);
  steps[next.step_count] = (struct database_step){next.step_count + 1, "a table more",
                                                  "CREATE TABLE more(id TEXT PRIMARY KEY) WITHOUT ROWID;"};
  next.steps = steps;
  next.step_count++;
  return next;
}

static void open_with_next_kiosk(struct fixture *fixture)
{
  struct database_step steps[20];
  struct database_kind next = next_kiosk(steps);
  store_close(&fixture->store);
  COPY_TEXT(fixture->store.path, fixture->path);
  assert_int_equal(database_open(&fixture->store.db, fixture->path, &next, DATABASE_WRITE, &fixture->fault),
                   DATABASE_READY);
  assert_true(database_take_steps(fixture->store.db, &fixture->fault));
  assert_int_equal(database_run(fixture->store.db, "INSERT INTO more(id) VALUES('x')", ""), 1);
}

static void the_next_kiosk_finds_all_of_it(void **state)
{
  struct fixture *fixture = *state;
  for (int i = 0; i < SAMPLES; i++) {
    copy_sample(fixture, &samples[i]);
    open_with_next_kiosk(fixture);
    expect_content(fixture, &samples[i]);
  }
}

// Somebody has gone back to this version: nothing is kept, and nothing is lost.
static void the_file_of_the_next_kiosk_is_left_to_it(void **state)
{
  struct fixture *fixture = *state;
  struct buffer before = {0}, after = {0};
  copy_sample(fixture, &samples[0]);
  open_with_next_kiosk(fixture);
  store_close(&fixture->store);
  assert_true(file_read(fixture->path, 1 << 24, &before, &fixture->fault));
  assert_int_equal(open_store(fixture), STORE_CLOSED);
  assert_non_null(strstr(fixture->fault.sentence, fixture->path));
  assert_non_null(strstr(fixture->fault.sentence, "newer anban-kiosk"));
  assert_false(store_add_message(&fixture->store, "a", "soup", &fixture->fault));
  assert_true(file_read(fixture->path, 1 << 24, &after, &fixture->fault));
  assert_int_equal(before.size, after.size);
  assert_memory_equal(before.bytes, after.bytes, before.size);
  buffer_free(&before);
  buffer_free(&after);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      CASE(a_file_in_the_field_opens_with_all_that_is_in_it),
      CASE(its_wishes_go_on_to_be_answered_and_refused),
      CASE(the_next_kiosk_finds_all_of_it),
      CASE(the_file_of_the_next_kiosk_is_left_to_it),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
