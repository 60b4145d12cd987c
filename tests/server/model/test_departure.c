// SPDX-License-Identifier: GPL-3.0-or-later
// Who leaves is left in no table but in those that say why they keep somebody.
#include "server/model/call_log.h"
#include "server/model/departure.h"
#include "server/model/help_rules.h"
#include "server/model/voice_message.h"

#include "relatives.h"

// Orders that were eaten and visits that were made are counted, without a word about whom; who pressed the red key when
// stays on record without a name.
#define KEPT "'meal_order', 'booking', 'help'"
#define MOST_TABLES 20

static int tables_that_name_residents(struct db *db, char names[MOST_TABLES][40])
{
  struct db_rows *rows = db_query(db,
                                  "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) p"
                                  " WHERE m.type = 'table' AND p.name = 'resident_id' AND m.name NOT IN (" KEPT ")",
                                  "");
  int count = 0;
  for (; count < MOST_TABLES && db_rows_next(rows); count++)
    text_copy(names[count], sizeof names[count], db_rows_text(rows, 0));
  db_rows_end(rows);
  return count;
}

static int64_t rows_of(struct db *db, const char *table)
{
  char sql[120];
  FORMAT_TEXT(sql, "SELECT COUNT(*) FROM %s WHERE resident_id = '" YULAN "'", table);
  return number_of(db, sql);
}

// A row in each of these tables.
static void live_here(struct community *c)
{
  struct party daughter = {PARTY_FAMILY, DAUGHTER};
  struct call_record record = {.call_id = "019aa9c0-0000-7000-8000-00000000c001",
                               .resident_id = YULAN,
                               .made_at = EIGHT,
                               .over_at = EIGHT + 1,
                               .party = daughter};
  struct voice_message message = {.id = "019aa9c0-0000-7000-8000-000000000040",
                                  .resident_id = YULAN,
                                  .from = daughter,
                                  .to = {PARTY_RESIDENT, YULAN},
                                  .made_at = EIGHT,
                                  .seconds = 3};
  call_log_over(c->db, &record, EIGHT);
  assert_int_equal(voice_message_put(c->db, &message, "OggS", 4, EIGHT, &c->fault), OUTCOME_DONE);
  db_run(c->db, "INSERT INTO contact(resident_id, place, name, relation, phone) VALUES($1, 0, '张', '女儿', '1')", "s",
         YULAN);
  struct help_rule_list rules = {.resident_id = YULAN, .count = 1, .rules = {{.target = TELL_DECIDE}}};
  help_rules_put(c->db, &rules, &cook, EIGHT);
  struct help_card card = {.resident_id = YULAN, .illness = "高血压"};
  assert_int_equal(help_card_put(c->db, &card, &cook, EIGHT, &c->fault), OUTCOME_DONE);
}

static void a_resident_who_leaves_is_forgotten_everywhere(void **state)
{
  struct community *c = *state;
  char tables[MOST_TABLES][40];
  int count = tables_that_name_residents(c->db, tables);
  live_here(c);
  assert_true(count > 0 && count < MOST_TABLES);
  for (int i = 0; i < count; i++)
    assert_true(rows_of(c->db, tables[i]) > 0); // one that has no row yet: let live_here make one
  assert_int_equal(departure_of_resident(c->db, YULAN, &cook, EIGHT, &c->fault), OUTCOME_DONE);
  for (int i = 0; i < count; i++)
    assert_int_equal(rows_of(c->db, tables[i]), 0);
  assert_int_equal(departure_of_resident(c->db, YULAN, &cook, EIGHT, &c->fault), OUTCOME_NOT_FOUND);
}

static void a_member_of_a_family_takes_their_messages_along(void **state)
{
  struct community *c = *state;
  live_here(c);
  assert_int_equal(departure_of_member(c->db, DAUGHTER, &cook, EIGHT, &c->fault), OUTCOME_DONE);
  assert_int_equal(rows_of(c->db, "voice_message"), 0);
  assert_int_equal(rows_of(c->db, "contact"), 1);
  assert_int_equal(departure_of_member(c->db, DAUGHTER, &cook, EIGHT, &c->fault), OUTCOME_NOT_FOUND);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, relatives_set_up, relatives_tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(a_resident_who_leaves_is_forgotten_everywhere),
      TEST(a_member_of_a_family_takes_their_messages_along),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
