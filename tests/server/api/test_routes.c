// SPDX-License-Identifier: GPL-3.0-or-later
// The table, and docs/openapi.yaml against it.
#include "../../cmocka_all.h"
#include "base/file.h"
#include "server/api/request.h"

#include <stdio.h>
#include <string.h>

static const char *const methods[HTTP_METHODS] = {"get", "post", "put", "delete"};

static void a_path_finds_its_row_and_parts(void **state)
{
  char parts[ROUTE_PARAMETERS][PARAMETER_SIZE];
  bool other;
  const struct route *route = route_find(HTTP_PUT, "/api/v1/menus/2026-11-22/lunch", parts, &other);
  assert_non_null(route);
  assert_string_equal(route->path, "/api/v1/menus/{date}/{meal}");
  assert_string_equal(parts[0], "2026-11-22");
  assert_string_equal(parts[1], "lunch");
}

static void another_method_is_told_from_nothing(void **state)
{
  char parts[ROUTE_PARAMETERS][PARAMETER_SIZE];
  bool other;
  assert_null(route_find(HTTP_DELETE, "/healthz", parts, &other));
  assert_true(other);
  assert_null(route_find(HTTP_GET, "/nothing", parts, &other));
  assert_false(other);
}

static void near_misses_find_nothing(void **state)
{
  static const char *const paths[] = {
      "/api/v1/residents/", "/api/v1/residents//", "/api/v1/residents/a/b", "healthz", "", "//healthz", "/healthz/",
      "/desk/a/b"};
  char parts[ROUTE_PARAMETERS][PARAMETER_SIZE];
  bool other;
  for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
    for (int method = 0; method < HTTP_METHODS; method++)
      if (route_find(method, paths[i], parts, &other))
        fail_msg("%s is found", paths[i]);
}

static void a_part_that_is_too_long_finds_nothing(void **state)
{
  char path[400] = "/api/v1/residents/", parts[ROUTE_PARAMETERS][PARAMETER_SIZE];
  bool other;
  memset(path + strlen(path), 'a', 300);
  assert_null(route_find(HTTP_PUT, path, parts, &other));
}

static void who_print(unsigned who, char *out, size_t size)
{
  static const struct {
    unsigned bit;
    const char *name;
  } names[] = {{WHO_KIOSK, "kiosk"}, {WHO_DESK, "desk"},     {WHO_KITCHEN, "kitchen"},
               {WHO_ADMIN, "admin"}, {WHO_FAMILY, "family"}, {WHO_HELPER, "helper"}};
  text_copy(out, size, who == WHO_ANYBODY ? "anybody" : "");
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (who & names[i].bit) {
      size_t length = strlen(out);
      text_format(out + length, size - length, "%s%s", length ? ", " : "", names[i].name);
    }
}

// "METHOD path [who]" of every row, one a line.
static void print_table(struct buffer *out)
{
  for (int i = 0; i < route_count; i++) {
    char who[64];
    who_print(routes[i].who, who, sizeof who);
    buffer_printf(out, "%s %s [%s]\n", methods[routes[i].method], routes[i].path, who);
  }
}

// The same of the description: its paths stand at two spaces, methods at four, "x-who: [...]" at six.
static void print_description(char *text, struct buffer *out)
{
  char path[128] = "", method[16] = "", who[64];
  bool in_paths = false;
  char *save;
  for (char *line = strtok_r(text, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
    if (line[0] != ' ' && line[0] != '#')
      in_paths = strcmp(line, "paths:") == 0;
    if (!in_paths)
      continue;
    if (line[2] == '/')
      sscanf(line, " %127[^:]", path);
    else if (strncmp(line, "    ", 4) == 0 && line[4] >= 'a' && line[4] <= 'z')
      sscanf(line, " %15[^:]", method);
    if (sscanf(line, "      x-who: [%63[^]]]", who) == 1)
      buffer_printf(out, "%s %s [%s]\n", method, path, who);
  }
}

static void expect_lines_in(const char *lines, const char *all, const char *where)
{
  for (const char *line = lines; *line; line += strcspn(line, "\n") + 1) {
    char one[300];
    FORMAT_TEXT(one, "%.*s", (int)strcspn(line, "\n") + 1, line);
    if (!strstr(all, one))
      fail_msg("%s does not have: %s", where, one);
  }
}

static void the_description_and_the_table_say_the_same(void **state)
{
  struct buffer file = {0}, table = {0}, description = {0};
  struct fault fault;
  if (!file_read(ANBAN_SOURCE "/docs/openapi.yaml", 1 << 20, &file, &fault))
    fail_msg("%s", fault.sentence);
  print_table(&table);
  print_description(file.bytes, &description);
  assert_non_null(description.bytes);
  expect_lines_in(table.bytes, description.bytes, "docs/openapi.yaml");
  expect_lines_in(description.bytes, table.bytes, "the table of routes");
  buffer_free(&file);
  buffer_free(&table);
  buffer_free(&description);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_path_finds_its_row_and_parts),
      cmocka_unit_test(another_method_is_told_from_nothing),
      cmocka_unit_test(near_misses_find_nothing),
      cmocka_unit_test(a_part_that_is_too_long_finds_nothing),
      cmocka_unit_test(the_description_and_the_table_say_the_same),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
