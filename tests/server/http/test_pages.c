// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/pages.h"

#include "base/file.h"
#include "server.h"

#define HEAD " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"

static void give(void *ctx, struct http_request *request)
{
  struct server *server = ctx;
  if (!pages_answer(server->own, request))
    http_request_answer(request, 404, "text/plain", "none", 4);
}

static void put(const char *dir, const char *name, const char *text)
{
  struct fault fault;
  char path[256];
  FORMAT_TEXT(path, "%s/%s", dir, name);
  if (!file_replace(path, text, strlen(text), 0600, &fault))
    fail_msg("%s", fault.sentence);
}

static struct buffer ask(int port, const char *path, const char *headers)
{
  char request[512];
  FORMAT_TEXT(request, "GET %s" HEAD "%s\r\n", path, headers);
  return wire_ask(port, request, strlen(request), NULL);
}

static int set_up(void **state)
{
  struct fault fault;
  struct server *server = calloc(1, sizeof *server);
  char dir[] = "/tmp/anban-pages-XXXXXX", desk[64];
  const char *const folders[] = {"desk"};
  char long_text[4001];
  assert_non_null(mkdtemp(dir));
  FORMAT_TEXT(desk, "%s/desk", dir);
  file_make_folder(desk, &fault);
  memset(long_text, 'a', sizeof long_text - 1);
  long_text[sizeof long_text - 1] = '\0';
  put(desk, "index.html", "<!doctype html>hello");
  put(desk, "main.js", long_text);
  put(desk, "notes.txt", "not for the world");
  put(dir, "secret.js", "outside");
  server->own = pages_load(dir, folders, 1, &fault);
  assert_non_null(server->own);
  server_start(server, give);
  char command[100];
  FORMAT_TEXT(command, "rm -r %s", dir); // what is served is in memory
  assert_int_equal(system(command), 0);
  *state = server;
  return 0;
}

static int tear_down(void **state)
{
  struct server *server = *state;
  server_end(server);
  pages_free(server->own);
  free(server);
  return 0;
}

static void a_folder_is_its_index(void **state)
{
  struct buffer heard = ask(((struct server *)*state)->port, "/desk", "");
  assert_int_equal(wire_status(&heard), 200);
  assert_non_null(strstr(heard.bytes, "\r\nContent-Type: text/html; charset=utf-8\r\n"));
  assert_non_null(strstr(heard.bytes, "<!doctype html>hello"));
  buffer_free(&heard);
}

static void what_a_client_has_is_not_sent_again(void **state)
{
  char header[100];
  int port = ((struct server *)*state)->port;
  struct buffer heard = ask(port, "/desk/main.js", "");
  const char *tag = strstr(heard.bytes, "ETag: ");
  assert_non_null(tag);
  FORMAT_TEXT(header, "If-None-Match: %.22s\r\n", tag + 6);
  struct buffer again = ask(port, "/desk/main.js", header);
  assert_int_equal(wire_status(&again), 304);
  assert_null(strstr(again.bytes, "aaaa"));
  buffer_free(&heard);
  buffer_free(&again);
}

static void it_is_compressed_for_who_takes_that(void **state)
{
  int port = ((struct server *)*state)->port;
  struct buffer plain = ask(port, "/desk/main.js", "");
  struct buffer zipped = ask(port, "/desk/main.js", "Accept-Encoding: gzip\r\n");
  assert_null(strstr(plain.bytes, "Content-Encoding"));
  assert_non_null(strstr(zipped.bytes, "\r\nContent-Encoding: gzip\r\n"));
  assert_true(plain.size > 4000 && zipped.size < 1500);
  buffer_free(&plain);
  buffer_free(&zipped);
}

static void nothing_else_is_given(void **state)
{
  static const char *const paths[] = {"/desk/notes.txt",        "/secret.js",           "/desk/../secret.js",
                                      "/desk/%2e%2e/secret.js", "/desk/..%2fsecret.js", "/desk/",
                                      "/desk/index.html"};
  int port = ((struct server *)*state)->port;
  for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
    struct buffer heard = ask(port, paths[i], "");
    if (wire_status(&heard) != 404)
      fail_msg("%s is given", paths[i]);
    buffer_free(&heard);
  }
}

static void a_folder_that_is_missing_is_named(void **state)
{
  struct fault fault;
  const char *const folders[] = {"desk"};
  assert_null(pages_load("/nonexistent/web", folders, 1, &fault));
  assert_non_null(strstr(fault.sentence, "/nonexistent/web/desk"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(a_folder_is_its_index, set_up, tear_down),
      cmocka_unit_test_setup_teardown(what_a_client_has_is_not_sent_again, set_up, tear_down),
      cmocka_unit_test_setup_teardown(it_is_compressed_for_who_takes_that, set_up, tear_down),
      cmocka_unit_test_setup_teardown(nothing_else_is_given, set_up, tear_down),
      cmocka_unit_test(a_folder_that_is_missing_is_named),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
