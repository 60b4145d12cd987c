// SPDX-License-Identifier: GPL-3.0-or-later
// The example that libraries of Standard Webhooks test themselves with.
#include "server/outbound/webhook_signature.h"

#include "../../cmocka_all.h"

#include "base/base64.h"

static void it_is_as_the_standard_has_it(void **state)
{
  unsigned char secret[64];
  char signature[WEBHOOK_SIGNATURE_SIZE];
  int size = base64_read("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", secret, sizeof secret);
  assert_int_equal(size, 24);
  webhook_sign(secret, (size_t)size, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}", signature);
  assert_string_equal(signature, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}

static void what_is_no_base64_is_none(void **state)
{
  unsigned char out[8];
  assert_int_equal(base64_read("no base64!", out, sizeof out), -1);
  assert_int_equal(base64_read("AAAAAAAAAAAAAAAAAAAA", out, sizeof out), -1); // no room
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(it_is_as_the_standard_has_it),
                                     cmocka_unit_test(what_is_no_base64_is_none)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
