// SPDX-License-Identifier: GPL-3.0-or-later
// Kiosks from enrolment to revocation, with the time passed in.
#include "server/model/kiosk.h"

#include "../../cmocka_all.h"
#include "../store/folder.h"

#define NOON ((anban_ms)1795320000000)
#define TOKEN "a-token-of-forty-three-characters-000000000"

static const struct actor desk = {.kind = ACTOR_STAFF, .id = "019aa9c0-0000-7000-8000-0000000000bb"};

struct scene {
  struct folder folder;
  struct db *db;
  struct fault fault;
  struct enrolment enrolment;
  struct kiosk kiosk; // as enrolled
};

static enum kiosk_enrol enrol(struct scene *scene, anban_ms now)
{
  return kiosk_enrol(scene->db, &scene->enrolment, false, now, &scene->kiosk);
}

static enum outcome approve(struct scene *scene, const char *code, anban_ms now)
{
  return kiosk_approve(scene->db, scene->kiosk.id, code, "大厅", "一楼", &desk, now, &scene->fault);
}

static int set_up(void **state)
{
  struct scene *scene = calloc(1, sizeof *scene);
  scene->db = folder_db(&scene->folder);
  COPY_TEXT(scene->enrolment.serial, "A-1");
  COPY_TEXT(scene->enrolment.public_key, "key");
  assert_true(db_begin(scene->db));
  assert_int_equal(enrol(scene, NOON), KIOSK_ENROLLED);
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

static void a_code_lasts_and_is_renewed_in_good_time(void **state)
{
  struct scene *scene = *state;
  char code[CODE_SIZE];
  COPY_TEXT(code, scene->kiosk.code);
  enrol(scene, NOON + KIOSK_CODE_MS / 2);
  assert_string_equal(scene->kiosk.code, code);
  enrol(scene, NOON + KIOSK_CODE_MS / 2 + 1);
  assert_string_not_equal(scene->kiosk.code, code);
  assert_int_equal(approve(scene, code, NOON + KIOSK_CODE_MS), OUTCOME_CODE_WRONG);
}

static void an_old_code_is_worth_nothing(void **state)
{
  struct scene *scene = *state;
  assert_int_equal(approve(scene, scene->kiosk.code, NOON + KIOSK_CODE_MS + 1), OUTCOME_CODE_OVER);
  assert_int_equal(approve(scene, scene->kiosk.code, NOON + KIOSK_CODE_MS), OUTCOME_DONE);
}

static void a_clock_set_back_gives_a_new_code(void **state)
{
  struct scene *scene = *state;
  char code[CODE_SIZE];
  COPY_TEXT(code, scene->kiosk.code);
  enrol(scene, NOON - MS_DAY);
  assert_string_not_equal(scene->kiosk.code, code);
}

static void approving_twice_is_refused(void **state)
{
  struct scene *scene = *state;
  assert_int_equal(approve(scene, scene->kiosk.code, NOON), OUTCOME_DONE);
  assert_int_equal(approve(scene, "", NOON), OUTCOME_SETTLED);
  assert_int_equal(enrol(scene, NOON), KIOSK_ENROLLED);
  assert_int_equal(scene->kiosk.state, KIOSK_APPROVED);
}

static void a_token_lasts_a_day(void **state)
{
  struct scene *scene = *state;
  struct kiosk kiosk;
  approve(scene, scene->kiosk.code, NOON);
  kiosk_token_add(scene->db, TOKEN, scene->kiosk.id, NOON);
  assert_true(kiosk_of_token(scene->db, TOKEN, NOON + KIOSK_TOKEN_MS - 1, &kiosk));
  assert_string_equal(kiosk.place, "一楼");
  assert_false(kiosk_of_token(scene->db, TOKEN, NOON + KIOSK_TOKEN_MS, &kiosk));
  kiosk_token_prune(scene->db, NOON + KIOSK_TOKEN_MS);
  assert_false(kiosk_of_token(scene->db, TOKEN, NOON, &kiosk));
}

static void revoking_ends_its_tokens(void **state)
{
  struct scene *scene = *state;
  struct kiosk kiosk;
  approve(scene, scene->kiosk.code, NOON);
  kiosk_token_add(scene->db, TOKEN, scene->kiosk.id, NOON);
  assert_int_equal(kiosk_revoke(scene->db, scene->kiosk.id, &desk, NOON, &scene->fault), OUTCOME_DONE);
  assert_false(kiosk_of_token(scene->db, TOKEN, NOON, &kiosk));
  assert_int_equal(enrol(scene, NOON), KIOSK_WAS_REVOKED);
  assert_int_equal(kiosk_revoke(scene->db, "nobody", &desk, NOON, &scene->fault), OUTCOME_NOT_FOUND);
}

static void only_so_many_may_wait(void **state)
{
  struct scene *scene = *state;
  for (int i = 1; i < MOST_PENDING_KIOSKS; i++) {
    FORMAT_TEXT(scene->enrolment.serial, "B-%d", i);
    FORMAT_TEXT(scene->enrolment.from, "203.0.113.%d", i / MOST_PENDING_FROM_ONE);
    assert_int_equal(enrol(scene, NOON), KIOSK_ENROLLED);
  }
  COPY_TEXT(scene->enrolment.from, "203.0.113.99");
  COPY_TEXT(scene->enrolment.serial, "one too many");
  assert_int_equal(enrol(scene, NOON), KIOSK_TOO_MANY_PENDING);
  COPY_TEXT(scene->enrolment.serial, "A-1"); // who waits already may ask again
  assert_int_equal(enrol(scene, NOON), KIOSK_ENROLLED);
}

static void one_address_does_not_take_all_places(void **state)
{
  struct scene *scene = *state;
  COPY_TEXT(scene->enrolment.from, "203.0.113.1");
  for (int i = 0; i < MOST_PENDING_FROM_ONE; i++) {
    FORMAT_TEXT(scene->enrolment.serial, "B-%d", i);
    assert_int_equal(enrol(scene, NOON), KIOSK_ENROLLED);
  }
  COPY_TEXT(scene->enrolment.serial, "one too many");
  assert_int_equal(enrol(scene, NOON), KIOSK_TOO_MANY_PENDING);
  COPY_TEXT(scene->enrolment.from, "203.0.113.2");
  assert_int_equal(enrol(scene, NOON), KIOSK_ENROLLED);
}

static void who_has_stopped_asking_is_forgotten_after_an_hour(void **state)
{
  struct scene *scene = *state;
  struct kiosk kiosk;
  enrol(scene, NOON + MS_HOUR / 2); // it asks on
  kiosk_pending_prune(scene->db, NOON + KIOSK_PENDING_MS + 1);
  assert_true(kiosk_find(scene->db, "A-1", &kiosk));
  kiosk_pending_prune(scene->db, NOON + MS_HOUR / 2 + KIOSK_PENDING_MS + 1);
  assert_false(kiosk_find(scene->db, "A-1", &kiosk));
}

static void a_serial_is_taken_by_who_is_approved(void **state)
{
  struct scene *scene = *state;
  char squatters[CODE_SIZE];
  COPY_TEXT(squatters, scene->kiosk.code);
  COPY_TEXT(scene->enrolment.public_key, "the real one's");
  assert_int_equal(enrol(scene, NOON), KIOSK_ENROLLED);
  assert_string_not_equal(scene->kiosk.code, squatters);
  assert_int_equal(approve(scene, squatters, NOON), OUTCOME_CODE_WRONG);
  assert_int_equal(approve(scene, scene->kiosk.code, NOON), OUTCOME_DONE);
  COPY_TEXT(scene->enrolment.public_key, "key");
  assert_int_equal(enrol(scene, NOON), KIOSK_OTHER_KEY);
}

static void the_code_is_told_to_nobody_but_the_kiosk(void **state)
{
  struct scene *scene = *state;
  json_t *json = kiosk_write(&scene->kiosk, false, "[]");
  char *text = json_print(json);
  assert_null(strstr(text, scene->kiosk.code));
  free(text);
  json_decref(json);
}

static void a_code_is_made_of_letters_that_are_told_apart(void **state)
{
  struct scene *scene = *state;
  for (int i = 0; i < 50; i++) {
    enrol(scene, NOON - (i + 1) * MS_DAY);
    assert_int_equal(strspn(scene->kiosk.code, "ACDEFHJKLMNPQRTUVWXY34679"), 8);
  }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(a_code_lasts_and_is_renewed_in_good_time),
      TEST(an_old_code_is_worth_nothing),
      TEST(a_clock_set_back_gives_a_new_code),
      TEST(approving_twice_is_refused),
      TEST(a_token_lasts_a_day),
      TEST(revoking_ends_its_tokens),
      TEST(only_so_many_may_wait),
      TEST(one_address_does_not_take_all_places),
      TEST(who_has_stopped_asking_is_forgotten_after_an_hour),
      TEST(a_serial_is_taken_by_who_is_approved),
      TEST(the_code_is_told_to_nobody_but_the_kiosk),
      TEST(a_code_is_made_of_letters_that_are_told_apart),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
