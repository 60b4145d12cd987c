// SPDX-License-Identifier: GPL-3.0-or-later
// The databases that released servers have left open with this one, with everything in them; and with the next one,
// which is pretended here.
#include "server/model/snapshots.h"

#include "../../cmocka_all.h"
#include "../store/folder.h"

#include "base/file.h"
#include "server/model/call_log.h"
#include "server/model/help.h"
#include "server/model/kiosk.h"
#include "server/model/kitchen.h"
#include "server/model/media.h"
#include "server/model/order_rows.h"
#include "server/model/staff.h"
#include "server/model/voice_message.h"
#include "server/store/events.h"
#include "server/store/steps.h"

#define JI "019a0000-0000-7000-8000-000100000001"
#define OF_0_1_0 ((anban_ms)1796079700000) // 2026-12-01, as its sample was made

struct sample {
  const char *version;
  anban_ms made;
};

static const struct sample samples[] = {{"0.1.0", OF_0_1_0}};
#define SAMPLES ((int)(sizeof samples / sizeof *samples))

static void copy_sample(struct folder *folder, const struct sample *sample)
{
  struct buffer bytes = {0};
  struct fault fault;
  char path[300];
  folder_make(folder);
  FORMAT_TEXT(path, "%s/databases/%s-server.db", ANBAN_SAMPLES, sample->version);
  assert_true(file_read(path, 1 << 24, &bytes, &fault));
  assert_true(file_replace(folder->file, bytes.bytes, bytes.size, 0600, &fault));
  buffer_free(&bytes);
}

static struct db *open_sample(struct folder *folder, const struct sample *sample)
{
  struct fault fault;
  copy_sample(folder, sample);
  struct db *db = db_open(folder->url, DB_WRITE, &fault);
  assert_non_null(db);
  assert_true(db_migrate(db, &fault));
  return db;
}

static void expect_community(struct db *db, anban_ms now)
{
  struct fault fault;
  struct snapshot *snapshot = snapshot_take(db, now, &fault);
  assert_non_null(snapshot);
  assert_string_equal(snapshot->site.name, "闸弄口社区助老中心");
  assert_int_equal(snapshot->resident_count, 8);
  const struct resident *ji = snapshot_resident(snapshot, JI);
  assert_non_null(ji);
  assert_string_equal(ji->name, "𠮷玉兰");
  assert_int_equal(ji->diet.marks, DIET_SOFT);
  assert_int_equal(ji->diet.allergens, ALLERGEN_PEANUT);
  assert_int_equal(ji->usual_delivery, DELIVERY_DELIVER);
  assert_int_equal(snapshot->dish_count, 28);
  assert_true(snapshot->menu_count > 0);
  assert_int_equal(snapshot->order_count, 2); // the declined one is not open
  assert_int_equal(snapshot->family_count, 7);
  assert_int_equal(snapshot->record_count, 1);
  assert_int_equal(snapshot->records[0].reason, CALL_CANCELLED);
  assert_int_equal(snapshot->voice_count, 1);
  assert_int_equal(snapshot->pack_count, 1);
  // The site's own, beside those of the names of its people.
  bool has_own = false;
  for (int i = 0; i < snapshot->reading_count; i++)
    has_own = has_own || strcmp(snapshot->readings[i].word, "乐清") == 0;
  assert_true(has_own);
  snapshot_free(snapshot);
}

static bool count_stage(void *ctx, const struct order *order)
{
  int *counts = ctx;
  counts[order->status]++;
  return true;
}

static void expect_orders(struct db *db)
{
  int counts[ORDER_STATUSES] = {0};
  order_each(db, "2026-12-01", "2026-12-31", "", count_stage, counts);
  assert_int_equal(counts[ORDER_ACCEPTED], 2);
  assert_int_equal(counts[ORDER_DECLINED], 1);
  json_t *kitchen = kitchen_list(db, "2026-12-02", MEAL_SUPPER);
  const json_t *person = json_array_get(json_object_get(kitchen, "people"), 0);
  assert_string_equal(json_string_value(json_object_get(person, "name")), "陈国强");
  json_decref(kitchen);
  assert_int_equal(order_next_number(db, "2026-12-02"), 3);
}

static void expect_staff_and_kiosks(struct db *db)
{
  char hash[PASSWORD_HASH_SIZE];
  struct staff cook;
  struct kiosk kiosk;
  assert_true(staff_find(db, "cook", &cook, hash));
  assert_int_equal(cook.role, STAFF_KITCHEN);
  assert_true(secret_password_matches(hash, "a long password"));
  assert_int_equal(staff_count(db), 2);
  assert_true(kiosk_find(db, "test-kiosk", &kiosk));
  assert_int_equal(kiosk.state, KIOSK_APPROVED);
  assert_true(kiosk_find(db, "a kiosk that waits", &kiosk));
  assert_int_equal(kiosk.state, KIOSK_PENDING);
}

static void expect_events(struct db *db)
{
  assert_int_equal(events_newest(db, STREAM_DESK), 17);
  assert_int_equal(events_newest(db, STREAM_KIOSKS), 15);
  assert_int_equal(events_newest(db, STREAM_FAMILY), 2);
  assert_true(events_reach(db, STREAM_DESK, 3));
  struct db_rows *rows = events_after(db, STREAM_DESK, 16, 10);
  struct event_row row;
  assert_true(events_next(rows, &row));
  assert_string_equal(row.kind, "help");
  db_rows_end(rows);
}

static void expect_the_rest(struct db *db)
{
  struct buffer greeting = {0};
  int count = 0;
  struct voice_message *messages = voice_message_load(db, &count);
  assert_int_equal(count, 1);
  assert_true(voice_message_bytes(db, messages[0].id, &greeting));
  assert_string_equal(greeting.bytes, "OggS: a greeting");
  buffer_free(&greeting);
  free(messages);
  assert_int_equal(number_of(db, "SELECT state FROM help"), HELP_CLOSED);
  assert_int_equal(number_of(db, "SELECT COUNT(*) FROM message"), 5);
  assert_true(number_of(db, "SELECT COUNT(*) FROM audit") >= 78);
  assert_int_equal(number_of(db, "SELECT COUNT(*) FROM media"), 2);
  assert_int_equal(number_of(db, "SELECT COUNT(*) FROM clip"), 1);
  assert_int_equal(number_of(db, "SELECT COUNT(*) FROM family_session"), 1);
}

static void a_file_in_the_field_opens_with_all_that_is_in_it(void **state)
{
  for (int i = 0; i < SAMPLES; i++) {
    struct folder folder;
    struct db *db = open_sample(&folder, &samples[i]);
    expect_community(db, samples[i].made);
    expect_orders(db);
    expect_staff_and_kiosks(db);
    expect_events(db);
    expect_the_rest(db);
    assert_true(events_append(db, STREAM_DESK, "order", "", "{}", samples[i].made) == 18);
    db_close(db);
    folder_remove(&folder);
  }
}

// The rows of each table, "name number, name number, ".
static void count_rows(struct database *database, struct buffer *out)
{
  struct database_rows tables, count;
  database_query(database, &tables,
                 "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('more', 'schema_version')"
                 " ORDER BY name",
                 "");
  while (database_next(&tables)) {
    char sql[100];
    FORMAT_TEXT(sql, "SELECT count(*) FROM %s", database_text(&tables, 0));
    database_query(database, &count, sql, "");
    assert_true(database_next(&count));
    buffer_printf(out, "%s %d, ", database_text(&tables, 0), (int)database_integer(&count, 0));
    database_end(&count);
  }
  database_end(&tables);
}

static struct database *open_with(const struct folder *folder, const struct database_kind *kind)
{
  struct database *database;
  struct fault fault;
  assert_int_equal(database_open(&database, folder->file, kind, DATABASE_WRITE, &fault), DATABASE_READY);
  assert_true(database_take_steps(database, &fault));
  return database;
}

// This server's steps and one more, as the next version will have them.
static struct database_kind next_server(struct database_step steps[40])
{
  struct database_kind next = server_file;
  memcpy(steps, server_file.steps, (size_t)server_file.step_count * sizeof *steps);
  steps[next.step_count] = (struct database_step){
      next.step_count + 1, "a table more", "CREATE TABLE more(id TEXT PRIMARY KEY, number @I64@ NOT NULL)@STRICT@;"};
  next.steps = steps;
  next.step_count++;
  return next;
}

static void the_next_server_finds_all_of_it(void **state)
{
  struct database_step steps[40];
  struct database_kind next = next_server(steps);
  for (int i = 0; i < SAMPLES; i++) {
    struct folder folder;
    struct fault fault;
    struct buffer before = {0}, after = {0};
    copy_sample(&folder, &samples[i]);
    struct database *database = open_with(&folder, &server_file);
    count_rows(database, &before);
    database_close(database);
    database = open_with(&folder, &next);
    count_rows(database, &after);
    assert_string_equal(before.bytes, after.bytes);
    assert_int_equal(database_run(database, "INSERT INTO more(id, number) VALUES('x', 1)", ""), 1);
    database_close(database);
    assert_null(db_open(folder.url, DB_WRITE, &fault)); // and this one leaves it to the next
    assert_non_null(strstr(fault.sentence, "newer anban-server"));
    buffer_free(&before);
    buffer_free(&after);
    folder_remove(&folder);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_file_in_the_field_opens_with_all_that_is_in_it),
      cmocka_unit_test(the_next_server_finds_all_of_it),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
