// SPDX-License-Identifier: GPL-3.0-or-later
// Staff and their sessions, with the time passed in.
#include "server/model/session.h"

#include "../../cmocka_all.h"
#include "../store/folder.h"

#define NOON ((anban_ms)1795320000000)
#define ADMIN "019aa9c0-0000-7000-8000-000000000001"
#define COOK "019aa9c0-0000-7000-8000-000000000002"
#define TOKEN "a-token-of-forty-three-characters-000000000"

static const struct actor program = {.kind = ACTOR_PROGRAM};

struct scene {
  struct folder folder;
  struct db *db;
  struct fault fault;
};

static enum outcome put(struct scene *scene, const char *id, const char *name, enum staff_role role, const char *hash)
{
  struct staff staff = {.display_name = "王芳", .role = role};
  COPY_TEXT(staff.id, id);
  COPY_TEXT(staff.name, name);
  return staff_put(scene->db, &staff, hash, &program, NOON, NULL, &scene->fault);
}

static int set_up(void **state)
{
  struct scene *scene = calloc(1, sizeof *scene);
  scene->db = folder_db(&scene->folder);
  assert_true(db_begin(scene->db));
  assert_int_equal(put(scene, ADMIN, "admin", STAFF_ADMIN, "hash"), OUTCOME_DONE);
  assert_int_equal(put(scene, COOK, "cook", STAFF_KITCHEN, "hash"), OUTCOME_DONE);
  session_open(scene->db, TOKEN, COOK, NOON);
  *state = scene;
  return 0;
}

static int tear_down(void **state)
{
  struct scene *scene = *state;
  assert_true(db_commit(scene->db));
  db_close(scene->db);
  folder_remove(&scene->folder);
  free(scene);
  return 0;
}

static bool is_signed_in(struct scene *scene, anban_ms now)
{
  struct staff staff;
  anban_ms seen_at;
  return session_staff(scene->db, TOKEN, now, &staff, &seen_at);
}

static void a_session_is_whose_it_is(void **state)
{
  struct scene *scene = *state;
  struct staff staff;
  anban_ms seen_at;
  assert_true(session_staff(scene->db, TOKEN, NOON + 5, &staff, &seen_at));
  assert_string_equal(staff.id, COOK);
  assert_int_equal(seen_at, NOON);
  assert_false(session_staff(scene->db, "another", NOON + 5, &staff, &seen_at));
}

static void the_token_itself_is_not_kept(void **state)
{
  struct scene *scene = *state;
  struct db_rows *rows = db_query(scene->db, "SELECT hash FROM session", "");
  assert_true(db_rows_next(rows));
  assert_null(strstr(db_rows_text(rows, 0), "token"));
  db_rows_end(rows);
}

static void it_ends_after_twelve_idle_hours(void **state)
{
  assert_true(is_signed_in(*state, NOON + SESSION_IDLE_MS - 1));
  assert_false(is_signed_in(*state, NOON + SESSION_IDLE_MS));
}

static void being_seen_keeps_it_but_not_for_more_than_a_week(void **state)
{
  struct scene *scene = *state;
  for (anban_ms now = NOON; now < NOON + SESSION_MOST_MS; now += SESSION_IDLE_MS / 2)
    session_seen(scene->db, TOKEN, now);
  assert_true(is_signed_in(scene, NOON + SESSION_MOST_MS - 1));
  assert_false(is_signed_in(scene, NOON + SESSION_MOST_MS));
}

static void ended_ones_are_cleared_away(void **state)
{
  struct scene *scene = *state;
  session_prune(scene->db, NOON + SESSION_IDLE_MS);
  assert_false(is_signed_in(scene, NOON + 1));
}

static void another_role_ends_it(void **state)
{
  struct scene *scene = *state;
  assert_int_equal(put(scene, COOK, "cook", STAFF_KITCHEN, ""), OUTCOME_DONE); // nothing that matters
  assert_true(is_signed_in(scene, NOON + 1));
  assert_int_equal(put(scene, COOK, "cook", STAFF_DESK, ""), OUTCOME_DONE);
  assert_false(is_signed_in(scene, NOON + 1));
}

static void the_password_stays_when_no_new_one_is_given(void **state)
{
  struct scene *scene = *state;
  struct staff staff;
  char hash[PASSWORD_HASH_SIZE];
  put(scene, COOK, "chef", STAFF_KITCHEN, "");
  assert_true(staff_find(scene->db, "chef", &staff, hash));
  assert_string_equal(hash, "hash");
}

static void a_name_is_one_of_a_kind(void **state)
{
  struct scene *scene = *state;
  assert_int_equal(put(scene, COOK, "admin", STAFF_KITCHEN, ""), OUTCOME_NAME_TAKEN);
  assert_non_null(strstr(scene->fault.sentence, "admin"));
}

static void who_is_new_needs_a_password(void **state)
{
  assert_int_equal(put(*state, "019aa9c0-0000-7000-8000-000000000003", "new", STAFF_DESK, ""), OUTCOME_PASSWORD_NEEDED);
}

static void one_administrator_stays(void **state)
{
  struct scene *scene = *state;
  assert_int_equal(put(scene, ADMIN, "admin", STAFF_DESK, ""), OUTCOME_LAST_ADMIN);
  assert_int_equal(staff_remove(scene->db, ADMIN, &program, NOON, &scene->fault), OUTCOME_LAST_ADMIN);
  assert_int_equal(put(scene, COOK, "cook", STAFF_ADMIN, ""), OUTCOME_DONE);
  assert_int_equal(staff_remove(scene->db, ADMIN, &program, NOON, &scene->fault), OUTCOME_DONE);
  assert_int_equal(staff_remove(scene->db, ADMIN, &program, NOON, &scene->fault), OUTCOME_NOT_FOUND);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(a_session_is_whose_it_is),
      TEST(the_token_itself_is_not_kept),
      TEST(it_ends_after_twelve_idle_hours),
      TEST(being_seen_keeps_it_but_not_for_more_than_a_week),
      TEST(ended_ones_are_cleared_away),
      TEST(another_role_ends_it),
      TEST(the_password_stays_when_no_new_one_is_given),
      TEST(a_name_is_one_of_a_kind),
      TEST(who_is_new_needs_a_password),
      TEST(one_administrator_stays),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
