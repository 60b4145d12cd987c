// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/turn/turn.h"

#include "../../cmocka_all.h"

#include <string.h>

static const struct turn_settings site = {.urls = "turn:turn.example:3478?transport=udp, turns:turn.example:443",
                                          .secret = "north",
                                          .stun = "stun:turn.example:3478",
                                          .ttl_minutes = 60};

// The value was made by: printf '1000003600:kiosk' | openssl dgst -sha1 -hmac north -binary | base64
static void a_credential_is_the_one_that_coturn_makes(void **state)
{
  struct ice ice;
  turn_ice(&site, "kiosk", (anban_ms)1000000000 * MS_SECOND, &ice);
  assert_int_equal(ice.count, 2);
  assert_string_equal(ice.servers[0].urls[0], "stun:turn.example:3478");
  assert_string_equal(ice.servers[0].username, "");
  assert_string_equal(ice.servers[1].urls[0], "turn:turn.example:3478?transport=udp");
  assert_string_equal(ice.servers[1].urls[1], "turns:turn.example:443");
  assert_string_equal(ice.servers[1].username, "1000003600:kiosk");
  assert_string_equal(ice.servers[1].credential, "eJFVNCP5WKe71VX+T2CsNpnr0kY=");
  assert_false(ice.relay_only);
}

static void without_servers_the_list_is_empty(void **state)
{
  struct turn_settings none = {.ttl_minutes = 60};
  struct ice ice;
  struct fault fault;
  assert_true(turn_check(&none, &fault));
  turn_ice(&none, "kiosk", 0, &ice);
  assert_int_equal(ice.count, 0);
}

static void expect_fault(struct turn_settings settings, const char *sentence)
{
  struct fault fault;
  assert_false(turn_check(&settings, &fault));
  assert_non_null(strstr(fault.sentence, sentence));
}

static void what_makes_no_sense_is_named(void **state)
{
  struct fault fault;
  assert_true(turn_check(&site, &fault));
  expect_fault((struct turn_settings){.urls = "turn:a, http://b", .secret = "s"}, "[turn] urls: at most 4");
  expect_fault((struct turn_settings){.urls = "turn:a, http://b", .secret = "s"}, "not http://b");
  expect_fault((struct turn_settings){.urls = "turn:1 turn:2 turn:3 turn:4 turn:5", .secret = "s"}, "not turn:5");
  expect_fault((struct turn_settings){.stun = "turn:a"}, "[turn] stun");
  expect_fault((struct turn_settings){.urls = "turn:a"}, "[turn] secret");
  expect_fault((struct turn_settings){.relay_only = true}, "[turn] relay_only");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_credential_is_the_one_that_coturn_makes),
      cmocka_unit_test(without_servers_the_list_is_empty),
      cmocka_unit_test(what_makes_no_sense_is_named),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
