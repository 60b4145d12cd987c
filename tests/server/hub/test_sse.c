// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/sse.h"

#include "../../cmocka_all.h"

static void an_event_ends_with_an_empty_line(void **state)
{
  struct buffer out = {0};
  sse_event(&out, "order", 7, "{\"a\":1}");
  sse_event(&out, "hello", 0, "{}");
  sse_comment(&out, "");
  assert_string_equal(out.bytes, "id: 7\nevent: order\ndata: {\"a\":1}\n\nevent: hello\ndata: {}\n\n: \n\n");
  buffer_free(&out);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(an_event_ends_with_an_empty_line)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
