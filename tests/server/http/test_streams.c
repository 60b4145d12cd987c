// SPDX-License-Identifier: GPL-3.0-or-later
// Label: threads
// Event streams, and answers that come later, over a real loop on its own thread.
#include "server.h"

#include <semaphore.h>
#include <stdatomic.h>

#define ASK(path) "GET " path " HTTP/1.1\r\nHost: localhost\r\n\r\n"

struct scene {
  struct server server;
  struct http_stream *stream;   // the server's thread only
  struct http_request *waiting; // the server's thread only
  atomic_int closed, drained;
  atomic_bool send_much;
  sem_t opened, has_closed, has_drained, has_call;
};

static void on_closed(void *ctx)
{
  struct scene *scene = ctx;
  scene->stream = NULL;
  atomic_fetch_add(&scene->closed, 1);
  sem_post(&scene->has_closed);
}

static void on_drained(void *ctx)
{
  struct scene *scene = ctx;
  atomic_fetch_add(&scene->drained, 1);
  sem_post(&scene->has_drained);
}

static void handle(void *ctx, struct http_request *request)
{
  static const struct http_stream_events events = {on_drained, on_closed};
  struct scene *scene = ctx;
  if (strcmp(http_request_path(request), "/later") == 0) {
    scene->waiting = request;
    sem_post(&scene->has_call);
    return;
  }
  scene->stream = http_stream_open(request, &events, scene);
  http_stream_send(scene->stream, "data: 1\n\n", 9);
  sem_post(&scene->opened);
}

// What the test's thread asks for by http_wake.
static void woken(void *ctx)
{
  struct scene *scene = ctx;
  if (scene->waiting) {
    http_request_answer(scene->waiting, 200, "text/plain", "late", 4);
    scene->waiting = NULL;
  }
  if (!scene->stream || !atomic_load(&scene->send_much))
    return;
  char piece[4096];
  memset(piece, 'x', sizeof piece);
  http_stream_send(scene->stream, piece, sizeof piece);
  http_wake(scene->server.http); // and again, after the loop had its turn
}

static int set_up(void **state)
{
  struct scene *scene = calloc(1, sizeof *scene);
  sem_init(&scene->opened, 0, 0);
  sem_init(&scene->has_closed, 0, 0);
  sem_init(&scene->has_drained, 0, 0);
  sem_init(&scene->has_call, 0, 0);
  scene->server.woken = woken;
  server_start(&scene->server, handle);
  *state = scene;
  return 0;
}

static int tear_down(void **state)
{
  server_end(&((struct scene *)*state)->server);
  free(*state);
  return 0;
}

static int open_stream(struct scene *scene, struct buffer *heard)
{
  int fd = wire_open(scene->server.port);
  wire_say(fd, ASK("/stream"));
  assert_true(wire_hear(fd, heard, "data: 1\n\n"));
  sem_wait(&scene->opened);
  return fd;
}

static void a_stream_says_what_it_is(void **state)
{
  struct buffer heard = {0};
  int fd = open_stream(*state, &heard);
  assert_int_equal(wire_status(&heard), 200);
  assert_non_null(strstr(heard.bytes, "\r\nContent-Type: text/event-stream; charset=utf-8\r\n"));
  assert_non_null(strstr(heard.bytes, "\r\nTransfer-Encoding: chunked\r\n"));
  close(fd);
  buffer_free(&heard);
}

static void a_reader_that_leaves_is_noticed_without_a_write(void **state)
{
  struct scene *scene = *state;
  struct buffer heard = {0};
  close(open_stream(scene, &heard));
  sem_wait(&scene->has_closed);
  assert_int_equal(atomic_load(&scene->closed), 1);
  buffer_free(&heard);
}

static void draining_is_told(void **state)
{
  struct scene *scene = *state;
  struct buffer heard = {0};
  int fd = open_stream(scene, &heard);
  sem_wait(&scene->has_drained);
  close(fd);
  buffer_free(&heard);
}

static void a_reader_that_does_not_read_is_cut_off(void **state)
{
  struct scene *scene = *state;
  struct buffer heard = {0};
  int fd = open_stream(scene, &heard);
  atomic_store(&scene->send_much, true);
  http_wake(scene->server.http);
  sem_wait(&scene->has_closed);
  assert_int_equal(atomic_load(&scene->closed), 1);
  wire_hear(fd, &heard, NULL);
  assert_in_range(heard.size, 1000, 1 << 20); // what the kernel held, and no more
  close(fd);
  buffer_free(&heard);
}

static void a_silent_stream_outlives_the_time_of_a_head(void **state)
{
  struct scene *scene = *state;
  struct buffer heard = {0};
  struct timeval longer = {2, 500000};
  char byte;
  int fd = open_stream(scene, &heard);
  wire_hear(fd, &heard, "\r\n\r\n9\r\ndata: 1\n\n\r\n");
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &longer, sizeof longer);
  assert_int_equal(recv(fd, &byte, 1, 0), -1); // still open, and nothing came
  assert_int_equal(atomic_load(&scene->closed), 0);
  close(fd);
  buffer_free(&heard);
}

static void an_answer_may_come_later_from_another_threads_work(void **state)
{
  struct scene *scene = *state;
  struct buffer heard = {0};
  int fd = wire_open(scene->server.port);
  wire_say(fd, ASK("/later"));
  sem_wait(&scene->has_call);
  http_wake(scene->server.http);
  assert_true(wire_hear(fd, &heard, "late"));
  close(fd);
  buffer_free(&heard);
}

static void an_answer_to_somebody_who_left_is_dropped(void **state)
{
  struct scene *scene = *state;
  struct buffer heard = {0};
  struct linger reset = {1, 0};
  int fd = wire_open(scene->server.port);
  wire_say(fd, ASK("/later"));
  sem_wait(&scene->has_call);
  setsockopt(fd, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
  close(fd);
  http_wake(scene->server.http);
  close(open_stream(scene, &heard)); // the server lives on
  buffer_free(&heard);
}

static void stopping_answers_what_waits_and_tells_readers_when_to_come_back(void **state)
{
  struct scene *scene = calloc(1, sizeof *scene);
  struct buffer heard = {0}, late = {0};
  sem_init(&scene->opened, 0, 0);
  sem_init(&scene->has_closed, 0, 0);
  sem_init(&scene->has_drained, 0, 0);
  sem_init(&scene->has_call, 0, 0);
  scene->server.woken = woken;
  server_start(&scene->server, handle);
  int fd = open_stream(scene, &heard);
  int other = wire_open(scene->server.port);
  wire_say(other, ASK("/later"));
  sem_wait(&scene->has_call);
  http_stop(scene->server.http);
  pthread_join(scene->server.thread, NULL);
  http_free(scene->server.http);
  wire_hear(fd, &heard, NULL);
  const char *retry = strstr(heard.bytes, "retry: ");
  assert_non_null(retry);
  assert_in_range(atoi(retry + 7), 500, 10000);
  assert_true(wire_hear(other, &late, "late"));
  assert_int_equal(atomic_load(&scene->closed), 1);
  close(fd);
  close(other);
  buffer_free(&heard);
  buffer_free(&late);
  free(scene);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(a_stream_says_what_it_is, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_reader_that_leaves_is_noticed_without_a_write, set_up, tear_down),
      cmocka_unit_test_setup_teardown(draining_is_told, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_reader_that_does_not_read_is_cut_off, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_silent_stream_outlives_the_time_of_a_head, set_up, tear_down),
      cmocka_unit_test_setup_teardown(an_answer_may_come_later_from_another_threads_work, set_up, tear_down),
      cmocka_unit_test_setup_teardown(an_answer_to_somebody_who_left_is_dropped, set_up, tear_down),
      cmocka_unit_test(stopping_answers_what_waits_and_tells_readers_when_to_come_back),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
