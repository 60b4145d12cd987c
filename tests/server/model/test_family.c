// SPDX-License-Identifier: GPL-3.0-or-later
// Who belongs to a family, their links and sessions.
#include "server/model/departure.h"
#include "server/model/family_session.h"

#include "relatives.h"

#define SON "019aa9c0-0000-7000-8000-000000000011"

static struct family_member member_of(const char *id, const char *resident_id, const char *name)
{
  struct family_member member = {.relation = "女儿"};
  COPY_TEXT(member.id, id);
  COPY_TEXT(member.resident_id, resident_id);
  COPY_TEXT(member.name, name);
  return member;
}

static void set_consent(struct community *c, const char *id, bool agrees)
{
  db_run(c->db, "UPDATE resident SET consent_family_calls = $2 WHERE id = $1", "si", id, (int64_t)agrees);
}

static void a_member_is_kept_and_listed(void **state)
{
  struct community *c = *state;
  json_t *list = family_list(c->db, YULAN);
  assert_int_equal(json_array_size(list), 1);
  const json_t *one = json_array_get(list, 0);
  assert_string_equal(json_string_value(json_object_get(one, "name")), "张晓梅");
  assert_false(json_is_true(json_object_get(one, "has_link")));
  json_decref(list);
}

static void kiosks_are_told_to_fetch_anew(void **state)
{
  struct community *c = *state;
  int64_t before = events_newest(c->db, STREAM_KIOSKS);
  struct family_member daughter = member_of(DAUGHTER, YULAN, "张小梅");
  assert_int_equal(family_put(c->db, &daughter, &cook, EIGHT, &c->fault), OUTCOME_DONE);
  assert_int_equal(events_newest(c->db, STREAM_KIOSKS), before + 1);
}

static void nobody_moves_to_another_family(void **state)
{
  struct community *c = *state;
  struct family_member daughter = member_of(DAUGHTER, GUO, "张晓梅");
  assert_int_equal(family_put(c->db, &daughter, &cook, EIGHT, &c->fault), OUTCOME_CONFLICT);
  struct family_member stranger = member_of(SON, DAUGHTER, "张建国");
  assert_int_equal(family_put(c->db, &stranger, &cook, EIGHT, &c->fault), OUTCOME_NOT_FOUND);
}

static void a_family_is_full_at_two_pages_of_faces(void **state)
{
  struct community *c = *state;
  enum outcome outcome = OUTCOME_DONE;
  int added = 1;
  for (; outcome == OUTCOME_DONE && added < 100; added++) {
    char id[UUID_SIZE];
    FORMAT_TEXT(id, "019aa9c0-0000-7000-8000-0000000001%02d", added);
    struct family_member member = member_of(id, YULAN, "孙");
    outcome = family_put(c->db, &member, &cook, EIGHT, &c->fault);
  }
  assert_int_equal(outcome, OUTCOME_FULL);
  assert_int_equal(added, MOST_FAMILY + 1);
}

static void only_families_of_those_who_agreed_are_on_kiosks(void **state)
{
  struct community *c = *state;
  int count = 0;
  free(families_load(c->db, &count));
  assert_int_equal(count, 1);
  set_consent(c, YULAN, false);
  free(families_load(c->db, &count));
  assert_int_equal(count, 0);
}

static void a_link_lets_in_and_a_new_one_ends_the_old(void **state)
{
  struct community *c = *state;
  struct family_member found;
  anban_ms seen_at;
  assert_int_equal(family_set_link(c->db, DAUGHTER, "first", &cook, EIGHT, &c->fault), OUTCOME_DONE);
  assert_true(family_of_link(c->db, "first", &found));
  assert_string_equal(found.id, DAUGHTER);
  family_session_open(c->db, "cookie", DAUGHTER, EIGHT);
  assert_true(family_session_member(c->db, "cookie", EIGHT, &found, &seen_at));
  assert_int_equal(family_set_link(c->db, DAUGHTER, "second", &cook, EIGHT, &c->fault), OUTCOME_DONE);
  assert_false(family_of_link(c->db, "first", &found));
  assert_true(family_of_link(c->db, "second", &found));
  assert_false(family_session_member(c->db, "cookie", EIGHT, &found, &seen_at));
}

static void no_link_is_nobodys(void **state)
{
  struct community *c = *state;
  struct family_member found;
  assert_false(family_of_link(c->db, "", &found));
  assert_int_equal(family_set_link(c->db, DAUGHTER, "first", &cook, EIGHT, &c->fault), OUTCOME_DONE);
  assert_int_equal(family_set_link(c->db, DAUGHTER, "", &cook, EIGHT, &c->fault), OUTCOME_DONE);
  assert_false(family_of_link(c->db, "", &found));
  assert_false(family_of_link(c->db, "first", &found));
  assert_int_equal(family_set_link(c->db, SON, "first", &cook, EIGHT, &c->fault), OUTCOME_NOT_FOUND);
}

static void the_link_itself_is_not_kept(void **state)
{
  struct community *c = *state;
  family_set_link(c->db, DAUGHTER, "first", &cook, EIGHT, &c->fault);
  struct db_rows *rows = db_query(c->db, "SELECT link FROM family_member WHERE id = $1", "s", DAUGHTER);
  assert_true(db_rows_next(rows));
  assert_int_equal(strlen(db_rows_text(rows, 0)), HASH_SIZE - 1);
  db_rows_end(rows);
}

static void without_consent_nobody_comes_in(void **state)
{
  struct community *c = *state;
  struct family_member found;
  anban_ms seen_at;
  family_set_link(c->db, DAUGHTER, "first", &cook, EIGHT, &c->fault);
  family_session_open(c->db, "cookie", DAUGHTER, EIGHT);
  set_consent(c, YULAN, false);
  assert_false(family_of_link(c->db, "first", &found));
  assert_false(family_session_member(c->db, "cookie", EIGHT, &found, &seen_at));
}

static void a_telephone_stays_signed_in_while_it_is_used(void **state)
{
  struct community *c = *state;
  struct family_member found;
  anban_ms seen_at;
  family_session_open(c->db, "cookie", DAUGHTER, EIGHT);
  family_session_seen(c->db, "cookie", EIGHT + 50 * MS_DAY);
  assert_true(family_session_member(c->db, "cookie", EIGHT + 100 * MS_DAY, &found, &seen_at));
  assert_true(seen_at == EIGHT + 50 * MS_DAY);
  assert_false(family_session_member(c->db, "cookie", EIGHT + 50 * MS_DAY + FAMILY_IDLE_MS, &found, &seen_at));
  family_session_prune(c->db, EIGHT + 111 * MS_DAY);
  assert_false(family_session_member(c->db, "cookie", EIGHT, &found, &seen_at));
}

static void who_leaves_takes_the_family_along(void **state)
{
  struct community *c = *state;
  struct family_member found;
  family_session_open(c->db, "cookie", DAUGHTER, EIGHT);
  assert_int_equal(departure_of_resident(c->db, YULAN, &cook, EIGHT, &c->fault), OUTCOME_DONE);
  assert_false(family_get(c->db, DAUGHTER, &found));
}

static void a_member_sees_own_pictures_only(void **state)
{
  struct community *c = *state;
  struct family_member daughter = member_of(DAUGHTER, YULAN, "张晓梅"), son = member_of(SON, GUO, "陈立");
  memset(daughter.portrait, 'a', HASH_SIZE - 1);
  assert_int_equal(family_put(c->db, &daughter, &cook, EIGHT, &c->fault), OUTCOME_DONE);
  assert_int_equal(family_put(c->db, &son, &cook, EIGHT, &c->fault), OUTCOME_DONE);
  assert_true(family_may_see(c->db, &daughter, daughter.portrait));
  assert_false(family_may_see(c->db, &son, daughter.portrait));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(a_member_is_kept_and_listed, relatives_set_up, relatives_tear_down),
      cmocka_unit_test_setup_teardown(kiosks_are_told_to_fetch_anew, relatives_set_up, relatives_tear_down),
      cmocka_unit_test_setup_teardown(nobody_moves_to_another_family, relatives_set_up, relatives_tear_down),
      cmocka_unit_test_setup_teardown(a_family_is_full_at_two_pages_of_faces, relatives_set_up, relatives_tear_down),
      cmocka_unit_test_setup_teardown(only_families_of_those_who_agreed_are_on_kiosks, relatives_set_up,
                                      relatives_tear_down),
      cmocka_unit_test_setup_teardown(a_link_lets_in_and_a_new_one_ends_the_old, relatives_set_up, relatives_tear_down),
      cmocka_unit_test_setup_teardown(no_link_is_nobodys, relatives_set_up, relatives_tear_down),
      cmocka_unit_test_setup_teardown(the_link_itself_is_not_kept, relatives_set_up, relatives_tear_down),
      cmocka_unit_test_setup_teardown(without_consent_nobody_comes_in, relatives_set_up, relatives_tear_down),
      cmocka_unit_test_setup_teardown(a_telephone_stays_signed_in_while_it_is_used, relatives_set_up,
                                      relatives_tear_down),
      cmocka_unit_test_setup_teardown(who_leaves_takes_the_family_along, relatives_set_up, relatives_tear_down),
      cmocka_unit_test_setup_teardown(a_member_sees_own_pictures_only, relatives_set_up, relatives_tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
