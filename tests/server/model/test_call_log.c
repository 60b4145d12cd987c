// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of calls and of what was said when nobody answered.
#include "server/model/call_log.h"
#include "server/model/departure.h"
#include "server/model/snapshots.h"
#include "server/model/voice_message.h"

#include "relatives.h"

#define CALL "019aa9c0-0000-7000-8000-00000000c001"
#define NURSE "019aa9c0-0000-7000-8000-000000000020"
#define MESSAGE "019aa9c0-0000-7000-8000-000000000040"
#define OGG "OggS and more"

static struct call_record record_of(const char *party_id, enum party_kind kind)
{
  struct call_record record = {.call_id = CALL, .resident_id = YULAN, .made_at = EIGHT, .party = {.kind = kind}};
  COPY_TEXT(record.party.id, party_id);
  return record;
}

static int64_t count_of(struct community *c, const char *sql, const char *text)
{
  struct db_rows *rows = db_query(c->db, sql, "s", text);
  int64_t count = db_rows_next(rows) ? db_rows_integer(rows, 0) : 0;
  db_rows_end(rows);
  return count;
}

static int64_t audited(struct community *c, const char *what)
{
  return count_of(c, "SELECT COUNT(*) FROM audit WHERE what = $1", what);
}

static void who_looked_and_when_stands_in_the_audit(void **state)
{
  struct community *c = *state;
  struct call_record nurse = record_of(NURSE, PARTY_STAFF), daughter = record_of(DAUGHTER, PARTY_FAMILY);
  nurse.answered_at = daughter.answered_at = EIGHT + 1000;
  nurse.purpose = CALL_HELP;
  daughter.auto_answered = true;
  call_log_answered(c->db, &nurse, "", EIGHT);
  call_log_answered(c->db, &daughter, "", EIGHT);
  call_log_answered(c->db, &daughter, "", EIGHT); // comes in again
  assert_int_equal(audited(c, "call.help"), 1);
  assert_int_equal(audited(c, "call.answered_by_itself"), 1);
  assert_int_equal(count_of(c, "SELECT COUNT(*) FROM audit WHERE who = $1", NURSE), 1);
}

static void a_call_that_goes_on_is_not_listed(void **state)
{
  struct community *c = *state;
  struct call_record record = record_of(DAUGHTER, PARTY_FAMILY);
  record.answered_at = EIGHT + 1000;
  call_log_answered(c->db, &record, "", EIGHT);
  json_t *list = call_log_list(c->db, YULAN, NULL);
  assert_int_equal(json_array_size(list), 0);
  json_decref(list);
  call_log_mend(c->db); // as after a crash
  list = call_log_list(c->db, YULAN, &record.party);
  assert_string_equal(json_string_value(json_object_get(json_array_get(list, 0), "reason")), "lost");
  json_decref(list);
}

static void its_end_is_told_to_whom_it_concerns(void **state)
{
  struct community *c = *state;
  struct call_record record = record_of(DAUGHTER, PARTY_FAMILY);
  int64_t desk = events_newest(c->db, STREAM_DESK), family = events_newest(c->db, STREAM_FAMILY);
  record.answered_at = EIGHT + 1000;
  call_log_answered(c->db, &record, "", EIGHT);
  record.answered_at = 0; // who ends it need not know
  record.over_at = EIGHT + 5000;
  record.reason = CALL_HUNG_UP;
  call_log_over(c->db, &record, EIGHT);
  assert_int_equal(events_newest(c->db, STREAM_DESK), desk + 1);
  assert_int_equal(events_newest(c->db, STREAM_FAMILY), family + 1);
  struct event_row row;
  struct db_rows *rows = events_after(c->db, STREAM_FAMILY, family, 1);
  assert_true(events_next(rows, &row));
  assert_string_equal(row.only_for, DAUGHTER);
  assert_non_null(strstr(row.data, "\"answered_at\":1795305601000"));
  db_rows_end(rows);
}

// What a letter of `missed` stands for.
static const struct told {
  char letter;
  const char *resident, *party;
  enum party_kind kind;
  bool answered;
} tellings[] = {
    {'d', YULAN, DESK_ID, PARTY_STAFF, false}, // rang the desk in vain
    {'b', YULAN, NURSE, PARTY_STAFF, false},   // was called back in vain
    {'t', YULAN, NURSE, PARTY_STAFF, true},    // talked with the desk
    {'f', YULAN, DAUGHTER, PARTY_FAMILY, true}, {'o', GUO, NURSE, PARTY_STAFF, true},
};

static void log_call(struct community *c, const struct told *told, int number)
{
  struct call_record record = record_of(told->party, told->kind);
  FORMAT_TEXT(record.call_id, "019aa9c0-0000-7000-8000-000000000%03d", number);
  COPY_TEXT(record.resident_id, told->resident);
  record.made_at = EIGHT + number * MS_MINUTE;
  record.answered_at = told->answered ? record.made_at + 1000 : 0;
  record.over_at = record.made_at + 2000;
  call_log_over(c->db, &record, EIGHT);
}

// The minute of the call that is missed after these, one a minute; -1: none.
static int64_t missed(struct community *c, const char *letters, anban_ms since)
{
  db_run(c->db, "DELETE FROM call_log", "");
  for (int i = 0; letters[i]; i++)
    for (size_t t = 0; t < sizeof tellings / sizeof *tellings; t++)
      if (tellings[t].letter == letters[i])
        log_call(c, &tellings[t], i);
  json_t *list = call_log_missed(c->db, since);
  const json_t *made = json_object_get(json_array_get(list, 0), "made_at");
  int64_t minute = made ? (json_integer_value(made) - EIGHT) / MS_MINUTE : -1;
  assert_true(json_array_size(list) <= 1);
  json_decref(list);
  return minute;
}

static void who_rang_the_desk_in_vain_waits_until_they_have_talked(void **state)
{
  struct community *c = *state;
  assert_int_equal(missed(c, "d", 0), 0);
  assert_int_equal(missed(c, "db", 0), 0); // who was called back and did not answer
  assert_int_equal(missed(c, "dt", 0), -1);
  assert_int_equal(missed(c, "dtb", 0), -1);
  assert_int_equal(missed(c, "dof", 0), 0); // that somebody else talks changes nothing
  assert_int_equal(missed(c, "dd", 0), 1);
  assert_int_equal(missed(c, "td", 0), 1);
  assert_int_equal(missed(c, "d", EIGHT), -1); // too long ago
}

static void a_busy_day_hides_nobody_who_waits(void **state)
{
  char letters[200];
  memset(letters, 'f', sizeof letters);
  letters[0] = 'd';
  letters[sizeof letters - 1] = '\0';
  assert_int_equal(missed(*state, letters, 0), 0);
}

static void only_the_newest_go_to_kiosks_and_the_old_are_forgotten(void **state)
{
  struct community *c = *state;
  int count = 0;
  for (int i = 0; i < MOST_RECORDS + 5; i++) {
    struct call_record record = record_of(DAUGHTER, PARTY_FAMILY);
    FORMAT_TEXT(record.call_id, "019aa9c0-0000-7000-8000-00000000c0%02d", i);
    record.made_at = EIGHT + i;
    record.over_at = EIGHT + 1000;
    call_log_over(c->db, &record, EIGHT);
  }
  struct call_record *records = call_log_load(c->db, &count);
  assert_int_equal(count, MOST_RECORDS);
  assert_true(records[0].made_at == EIGHT + MOST_RECORDS + 4);
  free(records);
  assert_int_equal(call_log_prune(c->db, EIGHT + 10, 100), 10);
  assert_int_equal(departure_of_resident(c->db, YULAN, &cook, EIGHT, &c->fault), OUTCOME_DONE);
  free(call_log_load(c->db, &count));
  assert_int_equal(count, 0);
}

static struct voice_message spoken(const char *id, bool from_resident)
{
  struct party elder = {PARTY_RESIDENT, YULAN}, daughter = {PARTY_FAMILY, DAUGHTER};
  struct voice_message message = {.resident_id = YULAN,
                                  .from = from_resident ? elder : daughter,
                                  .to = from_resident ? daughter : elder,
                                  .made_at = EIGHT,
                                  .seconds = 3};
  COPY_TEXT(message.id, id);
  return message;
}

static enum outcome put(struct community *c, const struct voice_message *message, const char *bytes)
{
  return voice_message_put(c->db, message, bytes, strlen(bytes), EIGHT, &c->fault);
}

static void a_voice_message_is_kept_once(void **state)
{
  struct community *c = *state;
  struct voice_message message = spoken(MESSAGE, true), found;
  struct buffer bytes = {0};
  int64_t family = events_newest(c->db, STREAM_FAMILY);
  assert_int_equal(put(c, &message, OGG), OUTCOME_DONE);
  assert_int_equal(put(c, &message, OGG), OUTCOME_DONE);
  assert_int_equal(put(c, &message, OGG " else"), OUTCOME_CONFLICT);
  assert_int_equal(events_newest(c->db, STREAM_FAMILY), family + 1);
  assert_true(voice_message_get(c->db, MESSAGE, &found));
  assert_string_equal(found.type, "audio/ogg");
  assert_true(voice_message_bytes(c->db, MESSAGE, &bytes));
  assert_int_equal(bytes.size, strlen(OGG));
  buffer_free(&bytes);
}

static void what_is_no_sound_is_refused(void **state)
{
  struct community *c = *state;
  struct voice_message message = spoken(MESSAGE, true);
  assert_int_equal(put(c, &message, "<svg"), OUTCOME_WRONG);
  assert_int_equal(put(c, &message, ""), OUTCOME_WRONG);
  assert_string_equal(voice_message_type("\x1A\x45\xDF\xA3", 4), "audio/webm");
  assert_string_equal(voice_message_type("\0\0\0\x1c"
                                         "ftypisom",
                                         12),
                      "audio/mp4");
  char *long_one = calloc(1, MOST_VOICE_BYTES + 1);
  memcpy(long_one, "OggS", 4);
  assert_int_equal(voice_message_put(c->db, &message, long_one, MOST_VOICE_BYTES + 1, EIGHT, &c->fault), OUTCOME_WRONG);
  free(long_one);
}

static void they_go_between_a_resident_and_the_own_family(void **state)
{
  struct community *c = *state;
  struct voice_message message = spoken(MESSAGE, false);
  COPY_TEXT(message.resident_id, GUO);
  assert_int_equal(put(c, &message, OGG), OUTCOME_NOT_FOUND); // not whom it is to
  COPY_TEXT(message.to.id, GUO);
  assert_int_equal(put(c, &message, OGG), OUTCOME_NOT_FOUND); // another's daughter
  message.from.kind = PARTY_STAFF;
  assert_int_equal(put(c, &message, OGG), OUTCOME_DONE);
  message = spoken(NURSE, true);
  message.to = message.from;
  assert_int_equal(put(c, &message, OGG), OUTCOME_NOT_FOUND);
  db_run(c->db, "UPDATE resident SET consent_family_calls = 0 WHERE id = $1", "s", YULAN);
  message = spoken(NURSE, true);
  assert_int_equal(put(c, &message, OGG), OUTCOME_NOT_FOUND);
}

static void heard_once_is_heard(void **state)
{
  struct community *c = *state;
  struct voice_message message = spoken(MESSAGE, false);
  put(c, &message, OGG);
  int64_t kiosks = events_newest(c->db, STREAM_KIOSKS);
  assert_int_equal(voice_message_hear(c->db, MESSAGE, EIGHT + 5, &c->fault), OUTCOME_DONE);
  assert_int_equal(voice_message_hear(c->db, MESSAGE, EIGHT + 9, &c->fault), OUTCOME_DONE);
  assert_int_equal(events_newest(c->db, STREAM_KIOSKS), kiosks + 1);
  assert_true(voice_message_get(c->db, MESSAGE, &message));
  assert_true(message.heard_at == EIGHT + 5);
  assert_int_equal(voice_message_hear(c->db, NURSE, EIGHT, &c->fault), OUTCOME_NOT_FOUND);
}

static void the_oldest_make_room_those_heard_first(void **state)
{
  struct community *c = *state;
  for (int i = 0; i < MOST_KEPT_VOICES + 2; i++) {
    char id[UUID_SIZE];
    FORMAT_TEXT(id, "019aa9c0-0000-7000-8000-00000000d0%02d", i);
    struct voice_message message = spoken(id, false);
    message.made_at = EIGHT + i;
    assert_int_equal(put(c, &message, OGG), OUTCOME_DONE);
    if (i == 5)
      voice_message_hear(c->db, id, EIGHT, &c->fault);
  }
  struct voice_message found;
  assert_false(voice_message_get(c->db, "019aa9c0-0000-7000-8000-00000000d005", &found));
  assert_false(voice_message_get(c->db, "019aa9c0-0000-7000-8000-00000000d000", &found));
  assert_true(voice_message_get(c->db, "019aa9c0-0000-7000-8000-00000000d001", &found));
}

static void kiosks_get_them_with_the_snapshot(void **state)
{
  struct community *c = *state;
  struct voice_message message = spoken(MESSAGE, false);
  int count = 0;
  put(c, &message, OGG);
  struct voice_message *messages = voice_message_load(c->db, &count);
  assert_int_equal(count, 1);
  assert_int_equal(messages[0].seconds, 3);
  free(messages);
  assert_int_equal(voice_message_prune(c->db, EIGHT + 1, 10), 1);
}

static void who_is_taken_away_takes_them_along(void **state)
{
  struct community *c = *state;
  struct voice_message message = spoken(MESSAGE, false);
  put(c, &message, OGG);
  assert_int_equal(departure_of_member(c->db, DAUGHTER, &cook, EIGHT, &c->fault), OUTCOME_DONE);
  assert_false(voice_message_get(c->db, MESSAGE, &message));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, relatives_set_up, relatives_tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(who_looked_and_when_stands_in_the_audit),
      TEST(a_call_that_goes_on_is_not_listed),
      TEST(its_end_is_told_to_whom_it_concerns),
      TEST(who_rang_the_desk_in_vain_waits_until_they_have_talked),
      TEST(a_busy_day_hides_nobody_who_waits),
      TEST(only_the_newest_go_to_kiosks_and_the_old_are_forgotten),
      TEST(a_voice_message_is_kept_once),
      TEST(what_is_no_sound_is_refused),
      TEST(they_go_between_a_resident_and_the_own_family),
      TEST(heard_once_is_heard),
      TEST(the_oldest_make_room_those_heard_first),
      TEST(kiosks_get_them_with_the_snapshot),
      TEST(who_is_taken_away_takes_them_along),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
