// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"

#include "base/file.h"

#include "../cmocka_all.h"

#include <sys/stat.h>
#include <unistd.h>

static int start(void **state)
{
  struct fault fault;
  return secret_start(&fault) ? 0 : -1;
}

static void uuids_sort_by_birth_and_differ(void **state)
{
  char first[UUID_SIZE], second[UUID_SIZE], twin[UUID_SIZE];
  uuid_new(first, 1795310100000);
  uuid_new(second, 1795310100001);
  uuid_new(twin, 1795310100000);
  assert_true(uuid_is(first));
  assert_int_equal(first[14], '7');
  assert_non_null(strchr("89ab", first[19]));
  assert_true(strcmp(first, second) < 0);
  assert_string_not_equal(first, twin);
  assert_memory_equal(first, "01a200d2-1e20", 13);
}

static void what_is_no_uuid_is_refused(void **state)
{
  assert_false(uuid_is(""));
  assert_false(uuid_is("019AA9C0-0000-7000-8000-000000000001"));
  assert_false(uuid_is("019aa9c0-0000-7000-8000-0000000000011"));
  assert_false(uuid_is("019aa9c0-0000-7000-8000-00000000001"));
  assert_false(uuid_is("019aa9c000000-7000-8000-000000000001"));
}

static void a_pin_matches_only_itself(void **state)
{
  char hash[PASSWORD_HASH_SIZE];
  assert_true(secret_hash_pin("2580", hash));
  assert_true(secret_password_matches(hash, "2580"));
  assert_false(secret_password_matches(hash, "2581"));
  assert_false(secret_password_matches("", "2580"));
  assert_false(secret_password_matches("nonsense", "2580"));
}

static void a_signature_binds_key_and_text(void **state)
{
  struct device_key key, other;
  device_key_new(&key);
  device_key_new(&other);
  char signature[SIGNATURE_SIZE];
  device_key_sign(&key, "anban-token\nx", signature);
  assert_true(device_signature_is(key.public_key, "anban-token\nx", signature));
  assert_false(device_signature_is(key.public_key, "anban-token\ny", signature));
  assert_false(device_signature_is(other.public_key, "anban-token\nx", signature));
  assert_false(device_signature_is(key.public_key, "anban-token\nx", "AAAA"));
  assert_false(device_signature_is("", "anban-token\nx", signature));
}

static void a_key_file_is_private_and_a_damaged_one_is_named(void **state)
{
  char folder[] = "/tmp/anban-secret-XXXXXX";
  assert_non_null(mkdtemp(folder));
  char path[64];
  FORMAT_TEXT(path, "%s/key", folder);
  struct device_key key, again;
  struct fault fault;
  device_key_new(&key);
  assert_true(device_key_save(&key, path, &fault));
  struct stat status;
  assert_int_equal(stat(path, &status), 0);
  assert_int_equal(status.st_mode & 0777, 0600);
  assert_true(device_key_load(&again, path, &fault));
  assert_string_equal(key.public_key, again.public_key);
  assert_int_equal(truncate(path, 10), 0);
  assert_false(device_key_load(&again, path, &fault));
  assert_non_null(strstr(fault.sentence, path));
  unlink(path);
  rmdir(folder);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(uuids_sort_by_birth_and_differ),
      cmocka_unit_test(what_is_no_uuid_is_refused),
      cmocka_unit_test(a_pin_matches_only_itself),
      cmocka_unit_test(a_signature_binds_key_and_text),
      cmocka_unit_test(a_key_file_is_private_and_a_damaged_one_is_named),
  };
  return cmocka_run_group_tests(tests, start, NULL);
}
