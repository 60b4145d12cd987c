// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"

#include "../cmocka_all.h"

static void copying_cuts_at_a_whole_character(void **state)
{
  char out[8];
  assert_false(COPY_TEXT(out, "安伴安伴"));
  assert_string_equal(out, "安伴");
  assert_true(COPY_TEXT(out, "安伴a"));
  assert_string_equal(out, "安伴a");
  assert_false(FORMAT_TEXT(out, "%d𠮷𠮷", 1));
  assert_string_equal(out, "1𠮷");
}

static void only_well_formed_utf8_passes(void **state)
{
  static const struct {
    const char *bytes;
    size_t size;
    bool good;
  } cases[] = {
      {"安伴 𠮷", 11, true},
      {"", 0, true},
      {"\xC0\xAF", 2, false},
      {"\xED\xA0\x80", 3, false},
      {"\xF4\x90\x80\x80", 4, false},
      {"\xE5\xAE", 2, false},
      {"a\0b", 3, false},
      {"\xE0\x80\xAF", 3, false},
      {"\x80", 1, false},
      {"\xF0\x9F\x98\x80", 4, true},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    if (text_is_utf8(cases[i].bytes, cases[i].size) != cases[i].good)
      fail_msg("case %zu should be %s", i, cases[i].good ? "good" : "bad");
}

static void characters_are_counted_not_bytes(void **state)
{
  assert_int_equal(text_characters("𠮷玉兰 ok"), 6);
  const char *broken = "\xE5z";
  assert_int_equal(text_next(&broken), 0xFFFD);
  assert_int_equal(text_next(&broken), 'z');
  assert_int_equal(text_next(&broken), 0);
}

static void a_buffer_grows_and_ends_in_nul(void **state)
{
  struct buffer buffer = {0};
  for (int i = 0; i < 100; i++)
    buffer_printf(&buffer, "%02d", i);
  assert_int_equal(buffer.size, 200);
  assert_int_equal(strlen(buffer.bytes), 200);
  assert_memory_equal(buffer.bytes + 198, "99", 3);
  buffer_free(&buffer);
  assert_null(buffer.bytes);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(copying_cuts_at_a_whole_character),
      cmocka_unit_test(only_well_formed_utf8_passes),
      cmocka_unit_test(characters_are_counted_not_bytes),
      cmocka_unit_test(a_buffer_grows_and_ends_in_nul),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
