// SPDX-License-Identifier: GPL-3.0-or-later
// What a rude or broken client may not do.
#include "server.h"

#define HOST "Host: localhost\r\n"

static void echo(void *ctx, struct http_request *request)
{
  size_t size;
  const char *body = http_request_body(request, &size);
  if (size == 0)
    http_request_answer(request, 200, "text/plain", http_request_path(request), strlen(http_request_path(request)));
  else
    http_request_answer(request, 200, "text/plain", body, size);
}

static int set_up(void **state)
{
  struct server *server = calloc(1, sizeof *server);
  server->body_limit = 256 << 10;
  server_start(server, echo);
  *state = server;
  return 0;
}

static int tear_down(void **state)
{
  server_end(*state);
  free(*state);
  return 0;
}

static void a_good_request_is_answered(void **state)
{
  struct server *server = *state;
  const char *ask = "GET /a%20b?x=1 HTTP/1.1\r\n" HOST "\r\n";
  struct buffer heard = wire_ask(server->port, ask, strlen(ask), "/a b");
  assert_int_equal(wire_status(&heard), 200);
  assert_non_null(strstr(heard.bytes, "\r\nX-Content-Type-Options: nosniff\r\n"));
  assert_non_null(strstr(heard.bytes, "\r\nAnban-Server: 1\r\n")); // by which a kiosk tells it from a proxy
  assert_non_null(strstr(heard.bytes, "\r\nContent-Security-Policy: default-src 'self';"));
  assert_non_null(strstr(heard.bytes, "\r\nCache-Control: no-store\r\n"));
  assert_non_null(strstr(heard.bytes, "\r\n\r\n/a b"));
  buffer_free(&heard);
}

static void requests_sent_at_once_are_answered_in_their_order(void **state)
{
  struct server *server = *state;
  const char *ask = "POST /upload HTTP/1.1\r\n" HOST "Content-Length: 5\r\n\r\nfirst"
                    "GET /second HTTP/1.1\r\n" HOST "\r\n"
                    "GET /third HTTP/1.1\r\n" HOST "Connection: close\r\n\r\n";
  struct buffer heard = wire_ask(server->port, ask, strlen(ask), NULL);
  const char *first = strstr(heard.bytes, "\r\n\r\nfirst");
  const char *second = strstr(heard.bytes, "\r\n\r\n/second");
  const char *third = strstr(heard.bytes, "\r\n\r\n/third");
  assert_true(first && second && third && first < second && second < third);
  buffer_free(&heard);
}

static void a_head_that_is_not_right_is_refused(void **state)
{
  static const char *const wrong[] = {
      "GET / HTTP/1.1\r\n\r\n",
      "GET / HTTP/1.1\r\n" HOST HOST "\r\n",
      "POST /upload HTTP/1.1\r\n" HOST "Content-Length: 2\r\nContent-Length: 2\r\n\r\nok",
      "POST /upload HTTP/1.1\r\n" HOST "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      "POST /upload HTTP/1.1\r\n" HOST "Content-Length: -2\r\n\r\nok",
      "GET / HTTP/1.1\r\n" HOST "X: a\001b\r\n\r\n",
      "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n",
      "GET /%00 HTTP/1.1\r\n" HOST "\r\n",
      "GET /%ff HTTP/1.1\r\n" HOST "\r\n",
      "nonsense\r\n\r\n",
  };
  struct server *server = *state;
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
    if (wire_status_of(server->port, wrong[i]) != 400)
      fail_msg("not refused with 400: %s", wrong[i]);
}

static void a_nul_in_the_head_is_refused(void **state)
{
  static const char ask[] = "GET / HTTP/1.1\r\n" HOST "X: a\0b\r\n\r\n";
  struct server *server = *state;
  struct buffer heard = wire_ask(server->port, ask, sizeof ask - 1, "\r\n\r\n");
  assert_int_equal(wire_status(&heard), 400);
  buffer_free(&heard);
}

static void a_nul_in_the_body_is_the_handlers_business(void **state)
{
  static const char ask[] = "POST /upload HTTP/1.1\r\n" HOST "Content-Length: 3\r\n\r\na\0b";
  struct server *server = *state;
  struct buffer heard = wire_ask(server->port, ask, sizeof ask - 1, "\r\n\r\na");
  assert_int_equal(wire_status(&heard), 200);
  buffer_free(&heard);
}

static void methods_that_are_not_ours_are_refused(void **state)
{
  struct server *server = *state;
  assert_int_equal(wire_status_of(server->port, "TRACE / HTTP/1.1\r\n" HOST "\r\n"), 501);
}

static void a_head_is_no_longer_than_8_kib(void **state)
{
  struct server *server = *state;
  struct buffer ask = {0};
  buffer_add_text(&ask, "GET / HTTP/1.1\r\n" HOST "X: ");
  for (int i = 0; i < 9000; i++)
    buffer_add_text(&ask, "x");
  buffer_add_text(&ask, "\r\n\r\n");
  assert_int_equal(wire_status_of(server->port, ask.bytes), 400);
  buffer_free(&ask);
}

static int status_of_upload(int port, const char *path, size_t size)
{
  struct buffer ask = {0};
  char *body = calloc(1, size);
  buffer_printf(&ask, "POST %s HTTP/1.1\r\n" HOST "Content-Length: %zu\r\n\r\n", path, size);
  buffer_add(&ask, body, size);
  struct buffer heard = wire_ask(port, ask.bytes, ask.size, "\r\n\r\n");
  int status = wire_status(&heard);
  free(body);
  buffer_free(&ask);
  buffer_free(&heard);
  return status;
}

static void a_body_is_as_long_as_its_route_allows(void **state)
{
  struct server *server = *state;
  assert_int_equal(status_of_upload(server->port, "/upload", 256 << 10), 200);
  assert_int_equal(status_of_upload(server->port, "/upload", (256 << 10) + 1), 413);
  assert_int_equal(status_of_upload(server->port, "/upload", 10 << 20), 413);
  assert_int_equal(status_of_upload(server->port, "/elsewhere", 1025), 413);
}

static void who_sends_too_much_hears_how_much_too_much(void **state)
{
  struct server *server = *state;
  struct buffer heard = {0};
  static const char ask[] = "POST /elsewhere HTTP/1.1\r\n" HOST "content-length: 1030\r\n\r\n";
  char body[1030] = {0};
  int fd = wire_open(server->port);
  wire_say_bytes(fd, ask, 20); // in pieces, so that evhttp has a part of the head already
  wire_say_bytes(fd, ask + 20, 40);
  wire_say_bytes(fd, ask + 60, sizeof ask - 61);
  assert_true(wire_hear(fd, &heard, "The body of the request has 1030 bytes; at most 1024 are taken here."));
  assert_int_equal(wire_status(&heard), 413);
  wire_say_bytes(fd, body, sizeof body);
  assert_false(wire_hear(fd, &heard, "more")); // it hangs up once all was said
  close(fd);
  buffer_free(&heard);
  assert_int_equal(wire_status_of(server->port, "GET / HTTP/1.1\r\n" HOST "\r\n"), 200);
}

static void a_request_behind_another_is_turned_away_in_its_turn(void **state)
{
  static const char second[] = "POST /elsewhere HTTP/1.1\r\n" HOST "Content-Length: 1025\r\n\r\n";
  struct server *server = *state;
  char body[1025] = {0};
  for (size_t with_first = 0; with_first <= sizeof second - 1; with_first += 11) {
    struct buffer ask = {0}, heard = {0};
    int fd = wire_open(server->port);
    buffer_add_text(&ask, "GET /first HTTP/1.1\r\n" HOST "\r\n");
    buffer_add(&ask, second, with_first);
    wire_say_bytes(fd, ask.bytes, ask.size);
    wire_say_bytes(fd, second + with_first, sizeof second - 1 - with_first);
    wire_say_bytes(fd, body, sizeof body);
    assert_false(wire_hear(fd, &heard, "never said"));
    const char *first = strstr(heard.bytes, "\r\n\r\n/first"), *refusal = strstr(heard.bytes, "HTTP/1.1 413");
    assert_true(first && refusal && first < refusal);
    close(fd);
    buffer_free(&ask);
    buffer_free(&heard);
  }
}

static void who_is_turned_away_and_goes_on_for_ever_is_cut_off(void **state)
{
  struct server *server = *state;
  struct buffer heard = {0};
  int fd = wire_open(server->port);
  wire_say(fd, "POST /elsewhere HTTP/1.1\r\n" HOST "Content-Length: 999999999999\r\n\r\n");
  assert_false(wire_hear(fd, &heard, "never said"));
  assert_int_equal(wire_status(&heard), 413);
  close(fd);
  buffer_free(&heard);
}

static void a_chunked_body_is_no_longer_either(void **state)
{
  struct server *server = *state;
  struct buffer ask = {0};
  buffer_add_text(&ask, "POST /elsewhere HTTP/1.1\r\n" HOST "Transfer-Encoding: chunked\r\n\r\n");
  for (int i = 0; i < 3; i++)
    buffer_printf(&ask, "200\r\n%0512d\r\n", 0);
  buffer_add_text(&ask, "0\r\n\r\n");
  assert_int_equal(wire_status_of(server->port, ask.bytes), 413);
  buffer_free(&ask);
}

#define MUCH ((size_t)32 << 20) // more than lies on the way in sockets' buffers

// Says `more` again and again until the server hangs up. Returns how much it has taken.
static size_t say_until_cut_off(int fd, const char *more)
{
  size_t said = 0;
  ssize_t sent = 0;
  char block[4096];
  for (size_t i = 0; i < sizeof block; i++)
    block[i] = more[i % strlen(more)];
  while (said < MUCH && sent >= 0) {
    sent = send(fd, block, sizeof block / strlen(more) * strlen(more), MSG_NOSIGNAL);
    said += sent > 0 ? (size_t)sent : 0;
  }
  return said;
}

static void expect_refusal_of_what_is_between_chunks(int port, const char *begin, const char *more)
{
  int fd = wire_open(port);
  wire_say(fd, "POST /elsewhere HTTP/1.1\r\n" HOST "Transfer-Encoding: chunked\r\n\r\n");
  wire_say(fd, begin);
  if (say_until_cut_off(fd, more) >= MUCH)
    fail_msg("it takes all after \"%s\"", begin);
  close(fd);
}

static void what_is_between_chunks_counts_too(void **state)
{
  static const char zeros[] = "0";
  static const char tiny[] = "1\r\nx\r\n";
  struct server *server = *state;
  expect_refusal_of_what_is_between_chunks(server->port, "1;", zeros);
  expect_refusal_of_what_is_between_chunks(server->port, "", zeros);
  expect_refusal_of_what_is_between_chunks(server->port, "0\r\nX: ", zeros);
  expect_refusal_of_what_is_between_chunks(server->port, "", tiny);
}

// One byte at a time; each second the server looks who is late.
static void drip(int port, const char *begin, char byte)
{
  struct timeval beat = {0, 100000};
  int fd = wire_open(port);
  anban_ms began = clock_steady();
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &beat, sizeof beat);
  wire_say(fd, begin);
  bool open = true;
  while (open && clock_steady() - began < HUNG) {
    char got;
    wire_say_bytes(fd, &byte, 1);
    open = recv(fd, &got, 1, 0) != 0; // -1: nothing came within a beat
  }
  close(fd);
  assert_false(open);
  assert_true(clock_steady() - began >= 900);
}

static void a_head_that_drips_is_cut_off(void **state)
{
  drip(((struct server *)*state)->port, "GET / HTTP/1.1\r\nX: ", 'x');
}

static void a_body_that_drips_is_cut_off(void **state)
{
  drip(((struct server *)*state)->port, "POST /upload HTTP/1.1\r\n" HOST "Content-Length: 1000\r\n\r\n", 'x');
}

static void who_says_nothing_is_cut_off(void **state)
{
  struct server *server = *state;
  struct buffer heard = wire_ask(server->port, "", 0, NULL);
  assert_int_equal(heard.size, 0);
  buffer_free(&heard);
}

// So that the server is known to have seen the connection and to wait for more: the whole first request is answered.
static void wire_ask_half(int fd)
{
  struct buffer heard = {0};
  wire_say(fd, "GET /whole HTTP/1.1\r\n" HOST "\r\nGET /half HTTP/1.1\r\n");
  assert_true(wire_hear(fd, &heard, "/whole"));
  buffer_free(&heard);
}

static void connections_beyond_the_most_wait(void **state)
{
  struct http_settings settings = {.address = "127.0.0.1", .most_connections = 2, .header_seconds = 30};
  struct server server = {.handler = echo};
  struct buffer heard = {0};
  server_start_with(&server, &settings);
  int one = wire_open(server.port);
  wire_ask_half(one);
  int two = wire_open(server.port);
  wire_ask_half(two);
  int three = wire_open(server.port);
  wire_say(three, "GET /three HTTP/1.1\r\n" HOST "\r\n");
  struct timeval briefly = {0, 200000};
  char byte;
  setsockopt(three, SOL_SOCKET, SO_RCVTIMEO, &briefly, sizeof briefly);
  assert_int_equal(recv(three, &byte, 1, 0), -1);
  close(one);
  struct timeval within = {HUNG / MS_SECOND, 0};
  setsockopt(three, SOL_SOCKET, SO_RCVTIMEO, &within, sizeof within);
  assert_true(wire_hear(three, &heard, "/three"));
  close(two);
  close(three);
  buffer_free(&heard);
  server_end(&server);
}

// Not because it is late: nobody is, in these.
#define NEVER_LATE 3600

static bool is_closed(int fd)
{
  char byte;
  ssize_t got = recv(fd, &byte, 1, 0);
  return got == 0 || (got < 0 && errno == ECONNRESET);
}

static void when_all_are_taken_who_only_waits_goes_first(void **state)
{
  struct http_settings settings = {.address = "127.0.0.1", .most_connections = 3, .header_seconds = NEVER_LATE};
  struct server server = {.handler = echo};
  struct buffer heard = {0};
  server_start_with(&server, &settings);
  int busy = wire_open(server.port);
  wire_ask_half(busy);
  int waits = wire_open(server.port);
  wire_say(waits, "GET /waits HTTP/1.1\r\n" HOST "\r\n");
  assert_true(wire_hear(waits, &heard, "/waits"));
  int newer = wire_open(server.port);
  wire_ask_half(newer);
  assert_true(is_closed(waits));
  wire_say(busy, HOST "\r\n");
  assert_true(wire_hear(busy, &heard, "/half"));
  close(busy);
  close(waits);
  close(newer);
  buffer_free(&heard);
  server_end(&server);
}

static void one_address_has_its_share_of_connections(void **state)
{
  struct http_settings settings = {
      .address = "127.0.0.1", .most_connections = 100, .most_from_one = 2, .header_seconds = NEVER_LATE};
  struct server server = {.handler = echo};
  server_start_with(&server, &settings);
  int one = wire_open(server.port), two = wire_open(server.port);
  wire_ask_half(one);
  wire_ask_half(two);
  int three = wire_open(server.port);
  wire_say(three, "GET /three HTTP/1.1\r\n" HOST "\r\n");
  assert_true(is_closed(three));
  int other = wire_open_from("127.0.0.2", server.port);
  wire_ask_half(other);
  close(one);
  close(two);
  close(three);
  close(other);
  server_end(&server);
}

static void say_who(void *ctx, struct http_request *request)
{
  char who[160];
  FORMAT_TEXT(who, "[%s %s %s]", http_request_peer(request), http_request_network(request),
              http_request_is_local(request) ? "here" : "elsewhere");
  http_request_answer(request, 200, "text/plain", who, strlen(who));
}

static void expect_who(const struct server *server, const char *headers, const char *who)
{
  struct buffer ask = {0};
  buffer_printf(&ask, "GET / HTTP/1.1\r\n" HOST "%s\r\n", headers);
  struct buffer heard = wire_ask(server->port, ask.bytes, ask.size, "]");
  if (!strstr(heard.bytes, who))
    fail_msg("%s: %s instead of %s", headers, heard.bytes, who);
  buffer_free(&ask);
  buffer_free(&heard);
}

static void only_the_proxies_that_are_set_are_believed(void **state)
{
  static const struct {
    int proxies;
    const char *headers, *who;
  } cases[] = {
      {0, "", "[127.0.0.1 127.0.0.1 here]"},
      {0, "X-Forwarded-For: 203.0.113.9\r\n", "[127.0.0.1 127.0.0.1 elsewhere]"},
      {0, "Forwarded: for=203.0.113.9\r\n", "[127.0.0.1 127.0.0.1 elsewhere]"},
      {0, "Via: 1.1 proxy\r\n", "[127.0.0.1 127.0.0.1 elsewhere]"},
      {1, "", "[127.0.0.1 127.0.0.1 elsewhere]"},
      {1, "X-Forwarded-For: 203.0.113.9\r\n", "[203.0.113.9 203.0.113.9 elsewhere]"},
      {1, "X-Forwarded-For: 127.0.0.1\r\nX-Forwarded-For: 203.0.113.9\r\n", "[203.0.113.9 203.0.113.9 elsewhere]"},
      {1, "X-Forwarded-For: 127.0.0.1, 10.0.0.1 , 203.0.113.9 \r\n", "[203.0.113.9 203.0.113.9 elsewhere]"},
      {2, "X-Forwarded-For: 1.1.1.1, 198.51.100.7\r\nX-Forwarded-For: 203.0.113.9\r\n",
       "[198.51.100.7 198.51.100.7 elsewhere]"},
      {2, "X-Forwarded-For: 203.0.113.9\r\n", "[203.0.113.9 203.0.113.9 elsewhere]"},
      {1, "X-Forwarded-For: 2001:db8:1:2:3:4:5:6\r\n", "[2001:db8:1:2:3:4:5:6 2001:db8:1:2:: elsewhere]"},
      {1, "X-Forwarded-For: somebody\r\n", "[127.0.0.1 127.0.0.1 elsewhere]"},
      {1, "X-Forwarded-For: ,\r\n", "[127.0.0.1 127.0.0.1 elsewhere]"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    struct http_settings settings = {
        .address = "127.0.0.1", .most_connections = 100, .header_seconds = 5, .proxies = cases[i].proxies};
    struct server server = {.handler = say_who};
    server_start_with(&server, &settings);
    expect_who(&server, cases[i].headers, cases[i].who);
    server_end(&server);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(a_good_request_is_answered, set_up, tear_down),
      cmocka_unit_test_setup_teardown(requests_sent_at_once_are_answered_in_their_order, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_head_that_is_not_right_is_refused, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_nul_in_the_head_is_refused, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_nul_in_the_body_is_the_handlers_business, set_up, tear_down),
      cmocka_unit_test_setup_teardown(methods_that_are_not_ours_are_refused, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_head_is_no_longer_than_8_kib, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_body_is_as_long_as_its_route_allows, set_up, tear_down),
      cmocka_unit_test_setup_teardown(who_sends_too_much_hears_how_much_too_much, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_request_behind_another_is_turned_away_in_its_turn, set_up, tear_down),
      cmocka_unit_test_setup_teardown(who_is_turned_away_and_goes_on_for_ever_is_cut_off, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_chunked_body_is_no_longer_either, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_head_that_drips_is_cut_off, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_body_that_drips_is_cut_off, set_up, tear_down),
      cmocka_unit_test_setup_teardown(who_says_nothing_is_cut_off, set_up, tear_down),
      cmocka_unit_test_setup_teardown(what_is_between_chunks_counts_too, set_up, tear_down),
      cmocka_unit_test(when_all_are_taken_who_only_waits_goes_first),
      cmocka_unit_test(one_address_has_its_share_of_connections),
      cmocka_unit_test(only_the_proxies_that_are_set_are_believed),
      cmocka_unit_test(connections_beyond_the_most_wait),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
