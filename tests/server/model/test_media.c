// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/media.h"

#include "../../cmocka_all.h"
#include "community.h"

#define PNG "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR and the rest"
#define JPEG "\xFF\xD8\xFF\xE0 and the rest"
#define WEBP "RIFF\x10\0\0\0WEBPVP8 and the rest"

static void pictures_are_known_by_their_bytes(void **state)
{
  assert_string_equal(media_type(PNG, sizeof PNG), "image/png");
  assert_string_equal(media_type(JPEG, sizeof JPEG), "image/jpeg");
  assert_string_equal(media_type(WEBP, sizeof WEBP), "image/webp");
  static const char *const others[] = {
      "", "GIF89a", "<svg xmlns='http://www.w3.org/2000/svg'/>", "RIFF1234WAVEfmt ", "\x89PNG", "\xFF\xD8"};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    assert_null(media_type(others[i], strlen(others[i])));
}

static void a_picture_comes_back_as_it_was(void **state)
{
  struct community c;
  community_open(&c);
  char hash[HASH_SIZE], again[HASH_SIZE];
  assert_int_equal(media_put(c.db, PNG, sizeof PNG, EIGHT, hash, &c.fault), OUTCOME_DONE);
  assert_int_equal(media_put(c.db, PNG, sizeof PNG, EIGHT, again, &c.fault), OUTCOME_DONE);
  assert_string_equal(hash, again);
  struct buffer bytes = {0};
  assert_string_equal(media_get(c.db, hash, &bytes), "image/png");
  assert_int_equal(bytes.size, sizeof PNG);
  assert_memory_equal(bytes.bytes, PNG, sizeof PNG);
  buffer_free(&bytes);
  assert_null(media_get(c.db, "0123", &bytes));
  community_close(&c);
}

static void what_is_no_picture_or_too_big_is_refused(void **state)
{
  struct community c;
  community_open(&c);
  char hash[HASH_SIZE];
  assert_int_equal(media_put(c.db, "<svg/>", 6, EIGHT, hash, &c.fault), OUTCOME_WRONG);
  static char big[MOST_PICTURE_BYTES + 1];
  memcpy(big, JPEG, sizeof JPEG);
  assert_int_equal(media_put(c.db, big, sizeof big, EIGHT, hash, &c.fault), OUTCOME_WRONG);
  assert_non_null(strstr(c.fault.sentence, "524288"));
  assert_int_equal(media_put(c.db, big, sizeof big - 1, EIGHT, hash, &c.fault), OUTCOME_DONE);
  community_close(&c);
}

static void a_picture_that_nothing_shows_is_forgotten(void **state)
{
  struct community c;
  community_open(&c);
  struct dish dish = {.id = LION, .name = "狮子头"};
  char unused[HASH_SIZE];
  media_put(c.db, PNG, sizeof PNG, EIGHT, dish.picture, &c.fault);
  media_put(c.db, JPEG, sizeof JPEG, EIGHT, unused, &c.fault);
  dish_put(c.db, &dish, &cook, EIGHT, &c.fault);
  assert_int_equal(media_prune(c.db, EIGHT, 10), 0);
  assert_int_equal(media_prune(c.db, EIGHT + 1, 10), 1);
  struct buffer bytes = {0};
  assert_non_null(media_get(c.db, dish.picture, &bytes));
  assert_null(media_get(c.db, unused, &bytes));
  buffer_free(&bytes);
  community_close(&c);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(pictures_are_known_by_their_bytes),
      cmocka_unit_test(a_picture_comes_back_as_it_was),
      cmocka_unit_test(what_is_no_picture_or_too_big_is_refused),
      cmocka_unit_test(a_picture_that_nothing_shows_is_forgotten),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
