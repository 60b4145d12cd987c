// SPDX-License-Identifier: GPL-3.0-or-later
#include "house.h"

#include "protocol/catalogue.h"
#include "protocol/help.h"

static int approve(const struct house *house, const struct machine *machine, const char *desk, const char *code)
{
  char path[120], body[120];
  FORMAT_TEXT(path, "/api/v1/kiosks/%s/approve", machine->id);
  FORMAT_TEXT(body, "{\"code\":\"%s\",\"name\":\"大厅\",\"place\":\"一楼\"}", code);
  return status_of(house, "POST", path, desk, body);
}

static void enrol(const struct house *house, struct machine *machine, char code[16])
{
  struct heard heard = machine_enrol(house, machine);
  assert_int_equal(heard.status, 202);
  text_copy(code, 16, text_of(&heard, "code"));
  heard_free(&heard);
}

static void a_kiosk_waits_for_the_desk_then_is_let_in(void **state)
{
  char desk[HEADERS_SIZE], code[16];
  struct machine machine;
  sign_in(*state, "desk", desk);
  machine_make(&machine, "A-1");
  enrol(*state, &machine, code);
  assert_int_equal(strlen(code), 8);
  struct heard early = machine_ask_token(*state, &machine);
  assert_int_equal(early.status, 403);
  assert_string_equal(sentence_of(&early), "This kiosk waits for approval at the desk.");
  heard_free(&early);
  assert_int_equal(approve(*state, &machine, desk, code), 204);
  struct heard token = machine_ask_token(*state, &machine);
  assert_int_equal(token.status, 200);
  assert_true(json_integer_value(json_object_get(token.json, "expires_at")) > clock_wall() + 23 * MS_HOUR);
  heard_free(&token);
  assert_int_equal(status_of(*state, "GET", "/api/v1/kiosk/snapshot", machine.headers, NULL), 200);
  assert_int_equal(status_of(*state, "GET", "/api/v1/residents", machine.headers, NULL), 403);
}

static void enrolling_again_says_the_same(void **state)
{
  char first[16], second[16];
  struct machine machine;
  machine_make(&machine, "A-1");
  enrol(*state, &machine, first);
  enrol(*state, &machine, second);
  assert_string_equal(first, second);
}

static void a_serial_with_another_key_is_refused(void **state)
{
  char code[16];
  struct machine machine, thief;
  machine_make(&machine, "A-1");
  machine_make(&thief, "A-1");
  char desk[HEADERS_SIZE];
  sign_in(*state, "desk", desk);
  enrol(*state, &machine, code);
  assert_int_equal(approve(*state, &machine, desk, code), 204);
  struct heard heard = machine_enrol(*state, &thief);
  assert_int_equal(heard.status, 403);
  assert_string_equal(sentence_of(&heard), "The serial number of this kiosk belongs to another device key.");
  heard_free(&heard);
}

static void an_enrolment_signed_by_another_key_is_refused(void **state)
{
  struct machine machine, other;
  machine_make(&machine, "A-1");
  machine_make(&other, "A-1");
  memcpy(machine.key.secret, other.key.secret, sizeof machine.key.secret);
  struct heard heard = machine_enrol(*state, &machine);
  assert_int_equal(heard.status, 403);
  heard_free(&heard);
}

static void a_token_needs_the_key_that_enrolled(void **state)
{
  char desk[HEADERS_SIZE];
  struct machine machine, thief;
  sign_in(*state, "desk", desk);
  machine_join(*state, &machine, "A-1", desk);
  machine_make(&thief, "A-1");
  COPY_TEXT(thief.id, machine.id);
  struct heard heard = machine_ask_token(*state, &thief);
  assert_int_equal(heard.status, 403);
  assert_string_equal(sentence_of(&heard), "The signature is not of the device key that this kiosk enrolled with.");
  heard_free(&heard);
}

static void a_challenge_is_good_once(void **state)
{
  struct house *house = *state;
  char desk[HEADERS_SIZE], text[200], signature[SIGNATURE_SIZE], body[500];
  struct machine machine;
  sign_in(house, "desk", desk);
  machine_join(house, &machine, "A-1", desk);
  FORMAT_TEXT(body, "{\"kiosk_id\":\"%s\"}", machine.id);
  struct heard challenge = ask(house, "POST", "/api/v1/kiosk/challenge", "", body);
  FORMAT_TEXT(text, "anban-token\n%s\n%s", machine.id, text_of(&challenge, "nonce"));
  device_key_sign(&machine.key, text, signature);
  FORMAT_TEXT(body, "{\"kiosk_id\":\"%s\",\"nonce\":\"%s\",\"signature\":\"%s\"}", machine.id,
              text_of(&challenge, "nonce"), signature);
  heard_free(&challenge);
  assert_int_equal(status_of(house, "POST", "/api/v1/kiosk/token", "", body), 200);
  assert_int_equal(status_of(house, "POST", "/api/v1/kiosk/token", "", body), 403);
}

static void after_five_wrong_codes_the_right_one_is_worth_nothing(void **state)
{
  char desk[HEADERS_SIZE], code[16], next[16];
  struct machine machine;
  sign_in(*state, "desk", desk);
  machine_make(&machine, "A-1");
  enrol(*state, &machine, code);
  for (int i = 0; i < 5; i++)
    assert_int_equal(approve(*state, &machine, desk, "WRONG123"), 422);
  assert_int_equal(approve(*state, &machine, desk, code), 409);
  enrol(*state, &machine, next);
  assert_string_not_equal(code, next);
  assert_int_equal(approve(*state, &machine, desk, next), 204);
}

static void a_revoked_kiosk_is_out_at_once(void **state)
{
  struct house *house = *state;
  char desk[HEADERS_SIZE], path[100], request[500];
  struct buffer heard = {0};
  struct machine machine;
  sign_in(house, "desk", desk);
  machine_join(house, &machine, "A-1", desk);
  int fd = wire_open(house->port);
  FORMAT_TEXT(request, "GET /api/v1/kiosk/events HTTP/1.1\r\nHost: x\r\n%s\r\n", machine.headers);
  wire_say(fd, request);
  assert_true(wire_hear(fd, &heard, "event: hello\n"));
  FORMAT_TEXT(path, "/api/v1/kiosks/%s", machine.id);
  assert_int_equal(status_of(house, "DELETE", path, desk, NULL), 204);
  assert_false(wire_hear(fd, &heard, "never said")); // the stream ends
  assert_true(strstr(heard.bytes, "\r\n0\r\n\r\n") != NULL);
  close(fd);
  buffer_free(&heard);
  assert_int_equal(status_of(house, "GET", "/api/v1/kiosk/snapshot", machine.headers, NULL), 401);
  struct heard again = machine_enrol(house, &machine);
  assert_int_equal(again.status, 403);
  assert_string_equal(sentence_of(&again), "This kiosk was taken out of service at the desk.");
  heard_free(&again);
}

static void raise_help(const struct house *house, const struct machine *machine, const char *help_id)
{
  char body[400];
  FORMAT_TEXT(
      body, "{\"id\":\"%s\",\"kind\":\"help.raise\",\"made_at\":1,\"body\":{\"help_id\":\"%s\",\"resident_id\":\"\"}}",
      help_id, help_id);
  struct heard heard = ask(house, "POST", "/api/v1/messages", machine->headers, body);
  assert_int_equal(heard.status, 200);
  const json_t *help = json_object_get(heard.json, "help");
  assert_string_equal(json_string_value(json_object_get(help, "state")), "raised");
  heard_free(&heard);
}

static struct snapshot *snapshot_for(const struct house *house, const struct machine *machine)
{
  struct fault fault;
  struct heard heard = ask(house, "GET", "/api/v1/kiosk/snapshot", machine->headers, NULL);
  struct snapshot *snapshot = snapshot_read(heard.json, &fault);
  assert_non_null(snapshot);
  heard_free(&heard);
  return snapshot;
}

static void a_snapshot_holds_the_kiosks_own_calls_for_help(void **state)
{
  static const char help_id[] = "019aa9c0-0000-7000-8000-0000000000f1";
  char desk[HEADERS_SIZE];
  struct machine machine, other;
  sign_in(*state, "desk", desk);
  machine_join(*state, &machine, "A-1", desk);
  machine_join(*state, &other, "A-2", desk);
  raise_help(*state, &machine, help_id);
  struct snapshot *own = snapshot_for(*state, &machine), *others = snapshot_for(*state, &other);
  assert_int_equal(own->help_count, 1);
  assert_string_equal(own->help[0].id, help_id);
  assert_int_equal(others->help_count, 0);
  snapshot_free(own);
  snapshot_free(others);
}

static const json_t *only_kiosk(const struct heard *heard)
{
  const json_t *kiosks = json_object_get(heard->json, "kiosks");
  assert_int_equal(json_array_size(kiosks), 1);
  return json_array_get(kiosks, 0);
}

static void the_desk_sees_who_is_heard(void **state)
{
  char desk[HEADERS_SIZE];
  struct machine machine;
  sign_in(*state, "desk", desk);
  machine_join(*state, &machine, "A-1", desk);
  struct heard before = ask(*state, "GET", "/api/v1/kiosks", desk, NULL);
  assert_true(json_is_false(json_object_get(only_kiosk(&before), "online")));
  assert_string_equal(json_string_value(json_object_get(only_kiosk(&before), "name")), "大厅");
  heard_free(&before);
  assert_int_equal(status_of(*state, "POST", "/api/v1/kiosk/heartbeat", machine.headers,
                             "{\"version\":\"0.2\",\"problems\":[\"no sound card\"]}"),
                   204);
  struct heard after = ask(*state, "GET", "/api/v1/kiosks", desk, NULL);
  assert_true(json_is_true(json_object_get(only_kiosk(&after), "online")));
  const json_t *problem = json_array_get(json_object_get(only_kiosk(&after), "problems"), 0);
  assert_string_equal(json_string_value(problem), "no sound card");
  heard_free(&after);
}

static void a_serial_named_beforehand_needs_no_approval(void **state)
{
  struct api_settings settings = {.requests_per_second = 50, .approve_serial = "DEMO"};
  struct house *house = house_open_with(&settings);
  struct machine named, other;
  machine_make(&named, "DEMO");
  machine_make(&other, "OTHER");
  struct heard heard = machine_enrol(house, &named);
  assert_int_equal(heard.status, 200);
  assert_string_equal(text_of(&heard, "state"), "approved");
  heard_free(&heard);
  heard = machine_enrol(house, &other);
  assert_int_equal(heard.status, 202);
  heard_free(&heard);
  void *closing = house;
  house_close(&closing);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, house_open, house_close)
  const struct CMUnitTest tests[] = {
      TEST(a_kiosk_waits_for_the_desk_then_is_let_in),
      TEST(enrolling_again_says_the_same),
      TEST(a_serial_with_another_key_is_refused),
      TEST(an_enrolment_signed_by_another_key_is_refused),
      TEST(a_token_needs_the_key_that_enrolled),
      TEST(a_challenge_is_good_once),
      TEST(after_five_wrong_codes_the_right_one_is_worth_nothing),
      TEST(a_revoked_kiosk_is_out_at_once),
      TEST(a_snapshot_holds_the_kiosks_own_calls_for_help),
      TEST(the_desk_sees_who_is_heard),
      cmocka_unit_test(a_serial_named_beforehand_needs_no_approval),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
