// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of a person's own examples, and what of a damaged file.
#include "kiosk/listen/examples.h"

#include "../../cmocka_all.h"

#include "base/file.h"
#include "base/secret.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PERSON "01900000-0000-7000-8000-000000000001"

struct desk {
  char folder[64];
  struct fault fault;
  struct utterance *read[EXAMPLES_MOST];
  int count;
};

static int set_up(void **state)
{
  struct desk *desk = calloc(1, sizeof *desk);
  snprintf(desk->folder, sizeof desk->folder, "/tmp/anban-examples-XXXXXX");
  *state = desk;
  return mkdtemp(desk->folder) ? 0 : -1;
}

static void let_go(struct desk *desk)
{
  while (desk->count > 0)
    utterance_free(desk->read[--desk->count]);
}

static int tear_down(void **state)
{
  struct desk *desk = *state;
  char line[100];
  let_go(desk);
  snprintf(line, sizeof line, "rm -r %s", desk->folder);
  int failed = system(line);
  free(desk);
  return failed;
}

static struct utterance *example(int frames)
{
  struct utterance *utterance = utterance_empty(frames);
  utterance->level = 1000.0f + (float)frames;
  utterance->noise[3] = 7;
  for (int t = 0; t < frames; t++)
    memset(utterance->frames[t], t % 200, MEL_BANDS);
  return utterance;
}

static int add(struct desk *desk, const char *text, int frames)
{
  struct utterance *utterance = example(frames);
  int count = examples_add(desk->folder, PERSON, text, utterance, &desk->fault);
  utterance_free(utterance);
  return count;
}

static int read_again(struct desk *desk, const char *text)
{
  let_go(desk);
  desk->count = examples_read(desk->folder, PERSON, text, desk->read, &desk->fault);
  return desk->count;
}

// The one file there is.
static void path_of_file(const struct desk *desk, char *out, size_t size)
{
  snprintf(out, size, "%s/" PERSON, desk->folder);
  DIR *folder = opendir(out);
  for (struct dirent *entry; (entry = readdir(folder));)
    if (entry->d_name[0] != '.')
      snprintf(out, size, "%s/" PERSON "/%.100s", desk->folder, entry->d_name);
  closedir(folder);
}

static void what_was_kept_is_read(void **state)
{
  struct desk *desk = *state;
  assert_int_equal(add(desk, "点餐", 80), 1);
  assert_int_equal(add(desk, "点餐", 90), 2);
  assert_int_equal(add(desk, "救命", 50), 1);
  assert_int_equal(read_again(desk, "点餐"), 2);
  assert_int_equal(desk->read[1]->count, 90);
  assert_true(desk->read[1]->level > 1089 && desk->read[1]->noise[3] > 6);
  assert_int_equal(desk->read[1]->frames[89][25], 89);
  assert_int_equal(read_again(desk, "返回"), 0);
  assert_string_equal(desk->fault.sentence, "");
}

static void a_sixth_takes_the_place_of_the_oldest(void **state)
{
  struct desk *desk = *state;
  for (int i = 0; i < 6; i++)
    assert_int_equal(add(desk, "点餐", 40 + i), i < 5 ? i + 1 : 5);
  assert_int_equal(read_again(desk, "点餐"), 5);
  assert_int_equal(desk->read[0]->count, 41);
  assert_int_equal(desk->read[4]->count, 45);
}

static void only_the_kiosk_may_read_it(void **state)
{
  struct desk *desk = *state;
  char path[300];
  struct stat status;
  add(desk, "点餐", 80);
  path_of_file(desk, path, sizeof path);
  assert_int_equal(stat(path, &status), 0);
  assert_int_equal(status.st_mode & 0777, 0600);
}

static void spoil(const char *path, size_t at)
{
  FILE *file = fopen(path, "r+b");
  fseek(file, (long)at, SEEK_SET);
  fputc('!', file);
  fclose(file);
}

static void a_damaged_file_is_named_and_set_aside(void **state)
{
  struct desk *desk = *state;
  char path[300], aside[320];
  add(desk, "点餐", 80);
  path_of_file(desk, path, sizeof path);
  spoil(path, 700);
  assert_int_equal(read_again(desk, "点餐"), 0);
  assert_non_null(strstr(desk->fault.sentence, path));
  snprintf(aside, sizeof aside, "%s.damaged", path);
  assert_int_equal(access(aside, F_OK), 0);
  assert_int_equal(add(desk, "点餐", 60), 1);
  assert_int_equal(read_again(desk, "点餐"), 1);
}

static void a_file_cut_short_is_set_aside(void **state)
{
  struct desk *desk = *state;
  char path[300];
  for (size_t size = 0; size < 2400; size += 97) {
    add(desk, "点餐", 80);
    path_of_file(desk, path, sizeof path);
    assert_int_equal(truncate(path, (off_t)size), 0);
    assert_int_equal(read_again(desk, "点餐"), 0);
    assert_non_null(strstr(desk->fault.sentence, "damaged"));
    examples_forget(desk->folder, PERSON, &desk->fault);
  }
}

static void a_person_who_is_no_id_gets_no_file(void **state)
{
  struct desk *desk = *state;
  struct utterance *utterance = example(10);
  assert_int_equal(examples_add(desk->folder, "../elsewhere", "点餐", utterance, &desk->fault), 0);
  assert_non_null(strstr(desk->fault.sentence, "../elsewhere"));
  utterance_free(utterance);
}

static void who_is_forgotten_has_none(void **state)
{
  struct desk *desk = *state;
  char path[300];
  add(desk, "点餐", 80);
  add(desk, "救命", 80);
  assert_true(examples_forget(desk->folder, PERSON, &desk->fault));
  assert_int_equal(read_again(desk, "点餐"), 0);
  snprintf(path, sizeof path, "%s/" PERSON, desk->folder);
  assert_int_not_equal(access(path, F_OK), 0);
  assert_true(examples_forget(desk->folder, PERSON, &desk->fault));
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      CASE(what_was_kept_is_read),         CASE(a_sixth_takes_the_place_of_the_oldest),
      CASE(only_the_kiosk_may_read_it),    CASE(a_damaged_file_is_named_and_set_aside),
      CASE(a_file_cut_short_is_set_aside), CASE(a_person_who_is_no_id_gets_no_file),
      CASE(who_is_forgotten_has_none),
  };
  struct fault fault;
  return secret_start(&fault) ? cmocka_run_group_tests(tests, NULL, NULL) : 1;
}
