// SPDX-License-Identifier: GPL-3.0-or-later
// Label: threads
#include "../../cmocka_all.h"

#include "kiosk/ui/inspect.h"

#include <jansson.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

static struct tree tree;
static char folder[] = "/tmp/anban-inspect-XXXXXX";
static char path[100];

static int set_up(void **state)
{
  assert_non_null(mkdtemp(folder));
  FORMAT_TEXT(path, "%s/socket", folder);
  COPY_TEXT(tree.screen, "home");
  COPY_TEXT(tree.spoken, "说\"点餐\"\\\n\x01");
  tree.px_per_mm = 4;
  int node = tree_add(&tree, ROLE_KEY, "tile.meals", (struct box){8, 20, 400, 200});
  COPY_TEXT(tree.nodes[node].text, "点餐");
  COPY_TEXT(tree.nodes[node].spoken, "点餐");
  tree.nodes[node].look = LOOK_CHOSEN;
  tree.nodes[node].action.kind = 3;
  tree.nodes[node].ink = (struct colour){0x2a, 0x21, 0x1b};
  return 0;
}

static int tear_down(void **state)
{
  return rmdir(folder);
}

static json_t *ask(void)
{
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  COPY_TEXT(address.sun_path, path);
  int caller = socket(AF_UNIX, SOCK_STREAM, 0);
  assert_int_equal(connect(caller, (struct sockaddr *)&address, sizeof address), 0);
  struct buffer told = {0};
  char chunk[500];
  for (ssize_t got; (got = read(caller, chunk, sizeof chunk)) > 0;)
    buffer_add(&told, chunk, (size_t)got);
  close(caller);
  json_error_t error;
  json_t *json = json_loadb(told.bytes, told.size, 0, &error);
  buffer_free(&told);
  assert_non_null(json);
  return json;
}

static void the_tree_is_told_as_json(void **state)
{
  struct fault fault;
  struct inspect *inspect = inspect_start(path, &fault);
  assert_non_null(inspect);
  inspect_show(inspect, &tree);
  json_t *json = ask();
  json_t *node = json_array_get(json_object_get(json, "nodes"), 0);
  assert_string_equal(json_string_value(json_object_get(json, "screen")), "home");
  assert_string_equal(json_string_value(json_object_get(json, "spoken")), tree.spoken);
  assert_string_equal(json_string_value(json_object_get(node, "name")), "tile.meals");
  assert_string_equal(json_string_value(json_object_get(node, "role")), "key");
  assert_string_equal(json_string_value(json_object_get(node, "ink")), "#2a211b");
  assert_true(json_is_true(json_object_get(node, "chosen")));
  assert_true(json_is_true(json_object_get(node, "key")));
  assert_int_equal(json_integer_value(json_array_get(json_object_get(node, "px"), 2)), 400);
  assert_true(json_number_value(json_array_get(json_object_get(node, "mm"), 2)) == 100);
  json_decref(json);
  inspect_stop(inspect);
}

static void the_newest_tree_is_told_to_each_caller(void **state)
{
  struct fault fault;
  struct inspect *inspect = inspect_start(path, &fault);
  inspect_show(inspect, &tree);
  json_decref(ask());
  COPY_TEXT(tree.screen, "done");
  inspect_show(inspect, &tree);
  json_t *json = ask();
  assert_string_equal(json_string_value(json_object_get(json, "screen")), "done");
  json_decref(json);
  inspect_stop(inspect);
}

static void the_door_is_for_its_owner_only_and_goes_away(void **state)
{
  struct fault fault;
  struct stat about;
  struct inspect *inspect = inspect_start(path, &fault);
  assert_int_equal(stat(path, &about), 0);
  assert_int_equal(about.st_mode & 0777, 0600);
  inspect_stop(inspect);
  assert_int_equal(stat(path, &about), -1);
}

static void a_place_that_cannot_be_is_named(void **state)
{
  struct fault fault = {""};
  assert_null(inspect_start("/nowhere/at/all", &fault));
  assert_non_null(strstr(fault.sentence, "/nowhere/at/all"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_tree_is_told_as_json),
      cmocka_unit_test(the_newest_tree_is_told_to_each_caller),
      cmocka_unit_test(the_door_is_for_its_owner_only_and_goes_away),
      cmocka_unit_test(a_place_that_cannot_be_is_named),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
