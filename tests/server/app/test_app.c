// SPDX-License-Identifier: GPL-3.0-or-later
// Label: threads
// The server as a whole: what it makes at its first start, and what keeps it from starting.
#include "server/app/app.h"

#include "../http/wire.h"
#include "base/file.h"
#include "base/secret.h"

#include <fcntl.h>
#include <sys/stat.h>

struct place {
  char path[64];
  struct settings settings;
};

static int set_up(void **state)
{
  struct place *place = calloc(1, sizeof *place);
  struct fault fault;
  assert_true(secret_start(&fault));
  strcpy(place->path, "/tmp/anban-app-XXXXXX");
  assert_non_null(mkdtemp(place->path));
  config_presets(settings_keys, (size_t)settings_key_count, &place->settings);
  FORMAT_TEXT(place->settings.data, "%s/data", place->path);
  COPY_TEXT(place->settings.web, ANBAN_SOURCE "/src/web");
  COPY_TEXT(place->settings.pictures, "/nonexistent");
  place->settings.port = 0;
  *state = place;
  return 0;
}

static int tear_down(void **state)
{
  struct place *place = *state;
  char command[100];
  FORMAT_TEXT(command, "rm -r %s", place->path);
  assert_int_equal(system(command), 0);
  free(place);
  return 0;
}

static void *run(void *app)
{
  app_run(app);
  return NULL;
}

static struct app *start(const struct settings *settings, pthread_t *thread)
{
  struct fault fault;
  struct app *app = app_start(settings, &fault);
  if (!app)
    fail_msg("%s", fault.sentence);
  assert_int_equal(pthread_create(thread, NULL, run, app), 0);
  return app;
}

static void end(struct app *app, pthread_t thread)
{
  app_stop(app);
  pthread_join(thread, NULL);
  app_free(app);
}

static void read_password(const struct place *place, char out[32])
{
  struct buffer bytes = {0};
  struct fault fault;
  struct stat stat_of;
  char path[300];
  FORMAT_TEXT(path, "%s/first-password", place->settings.data);
  assert_true(file_read(path, 100, &bytes, &fault));
  assert_int_equal(stat(path, &stat_of), 0);
  assert_int_equal(stat_of.st_mode & 0777, 0600);
  text_copy(out, 32, bytes.bytes);
  out[strcspn(out, "\n")] = '\0';
  buffer_free(&bytes);
}

static struct buffer sign_in(int port, const char *password)
{
  char body[100], request[400];
  FORMAT_TEXT(body, "{\"name\":\"admin\",\"password\":\"%s\"}", password);
  FORMAT_TEXT(request,
              "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
              "Content-Length: %zu\r\n\r\n%s",
              strlen(body), body);
  return wire_ask(port, request, strlen(request), NULL);
}

static void expect_sign_in(int port, const char *password, int status)
{
  struct buffer heard = sign_in(port, password);
  assert_int_equal(wire_status(&heard), status);
  buffer_free(&heard);
}

static void the_first_start_makes_an_administrator_with_a_password_of_their_own(void **state)
{
  struct place *place = *state;
  char password[32], later[32];
  pthread_t thread;
  struct app *app = start(&place->settings, &thread);
  read_password(place, password);
  assert_int_equal(strlen(password), 19);
  expect_sign_in(app_port(app), password, 200);
  expect_sign_in(app_port(app), "admin", 401);
  end(app, thread);
  app = start(&place->settings, &thread);
  read_password(place, later);
  assert_string_equal(password, later);
  expect_sign_in(app_port(app), password, 200);
  end(app, thread);
}

static void the_pages_and_the_health_are_there(void **state)
{
  struct place *place = *state;
  pthread_t thread;
  struct app *app = start(&place->settings, &thread);
  assert_int_equal(wire_status_of(app_port(app), "GET /desk HTTP/1.1\r\nHost: x\r\n\r\n"), 200);
  assert_int_equal(wire_status_of(app_port(app), "GET / HTTP/1.1\r\nHost: x\r\n\r\n"), 303);
  assert_int_equal(wire_status_of(app_port(app), "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"), 200);
  end(app, thread);
}

static void the_demo_fills_the_community(void **state)
{
  struct place *place = *state;
  char password[32], request[300];
  pthread_t thread;
  place->settings.demo = true;
  struct app *app = start(&place->settings, &thread);
  read_password(place, password);
  struct buffer signed_in = sign_in(app_port(app), password);
  const char *cookie = strstr(signed_in.bytes, "anban=");
  assert_non_null(cookie);
  FORMAT_TEXT(request, "GET /api/v1/dishes HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: %.*s\r\n\r\n",
              (int)strcspn(cookie, ";"), cookie);
  struct buffer dishes = wire_ask(app_port(app), request, strlen(request), NULL);
  assert_non_null(strstr(dishes.bytes, "狮子头"));
  buffer_free(&signed_in);
  buffer_free(&dishes);
  end(app, thread);
}

// A message that waited in the data when the server ended, and a program that tells of it through a pipe.
static void what_waits_to_leave_goes_out_at_the_start(void **state)
{
  struct place *place = *state;
  static const struct outbound_way ways[] = {{"program", OUTBOUND_TAKES_ALL}};
  char url[320], script[200], heard[40] = "";
  struct fault fault;
  pthread_t thread;
  FORMAT_TEXT(place->settings.outbound.program, "%s/tell", place->path);
  FORMAT_TEXT(script, "#!/bin/sh\ncat > %s/pipe\n", place->path);
  assert_true(file_replace(place->settings.outbound.program, script, strlen(script), 0700, &fault));
  FORMAT_TEXT(url, "%s/pipe", place->path);
  assert_int_equal(mkfifo(url, 0600), 0);
  int pipe_end = open(url, O_RDWR | O_CLOEXEC);
  FORMAT_TEXT(url, "sqlite:%s/anban.db", place->settings.data);
  struct db *db = db_open(url, DB_WRITE, &fault);
  assert_true(db && db_migrate(db, &fault) && db_begin(db));
  outbound_set_ways(db, ways, 1, clock_wall());
  outbound_add(db, "help", "somebody calls", clock_wall());
  assert_true(db_commit(db));
  db_close(db);
  struct app *app = start(&place->settings, &thread);
  assert_int_equal(read(pipe_end, heard, sizeof heard - 1), (int)strlen("somebody calls"));
  assert_string_equal(heard, "somebody calls");
  end(app, thread);
  close(pipe_end);
}

static void expect_refusal(const struct settings *settings, const char *part)
{
  struct fault fault;
  assert_null(app_start(settings, &fault));
  if (!strstr(fault.sentence, part))
    fail_msg("%s: %s", part, fault.sentence);
}

static void one_server_has_the_data_at_a_time(void **state)
{
  struct place *place = *state;
  pthread_t thread;
  struct app *app = start(&place->settings, &thread);
  expect_refusal(&place->settings, "in use by another anban-server");
  end(app, thread);
}

static void a_port_in_use_is_named(void **state)
{
  struct place *place = *state;
  struct settings other = place->settings;
  char port[40];
  pthread_t thread;
  struct app *app = start(&place->settings, &thread);
  FORMAT_TEXT(other.data, "%s/other", place->path);
  other.port = app_port(app);
  FORMAT_TEXT(port, "port %d of 127.0.0.1", other.port);
  expect_refusal(&other, port);
  end(app, thread);
}

static void passwords_do_not_go_over_the_wire_in_the_clear(void **state)
{
  struct settings settings = ((struct place *)*state)->settings;
  COPY_TEXT(settings.listen, "0.0.0.0");
  expect_refusal(&settings, "without TLS");
}

static void what_is_missing_is_named(void **state)
{
  const struct place *place = *state;
  struct settings settings = place->settings;
  COPY_TEXT(settings.web, "/nonexistent/web");
  expect_refusal(&settings, "/nonexistent/web/desk");
  settings = place->settings;
  COPY_TEXT(settings.certificate, "/nonexistent.pem");
  expect_refusal(&settings, "/nonexistent.pem");
  COPY_TEXT(settings.listen, "127.0.0.1.5");
  COPY_TEXT(settings.certificate, "");
  expect_refusal(&settings, "127.0.0.1.5");
}

static void a_damaged_database_is_named_and_left_alone(void **state)
{
  struct place *place = *state;
  struct fault fault;
  char path[300];
  struct buffer after = {0};
  static const char text[] = "this is not a database, but somebody may want it back";
  FORMAT_TEXT(path, "%s/anban.db", place->settings.data);
  assert_true(file_make_folder(place->settings.data, &fault));
  assert_true(file_replace(path, text, sizeof text - 1, 0600, &fault));
  expect_refusal(&place->settings, path);
  assert_true(file_read(path, 1000, &after, &fault));
  assert_string_equal(after.bytes, text);
  buffer_free(&after);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(the_first_start_makes_an_administrator_with_a_password_of_their_own),
      TEST(the_pages_and_the_health_are_there),
      TEST(the_demo_fills_the_community),
      TEST(what_waits_to_leave_goes_out_at_the_start),
      TEST(one_server_has_the_data_at_a_time),
      TEST(a_port_in_use_is_named),
      TEST(passwords_do_not_go_over_the_wire_in_the_clear),
      TEST(what_is_missing_is_named),
      TEST(a_damaged_database_is_named_and_left_alone),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
