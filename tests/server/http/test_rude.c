// SPDX-License-Identifier: GPL-3.0-or-later
// Clients that break off, send several things at once, in any pieces, with wrong bytes in them: always the same ones.
#include "server.h"

#define CLIENTS 1000
#define HOST "Host: x\r\n"

static const char *const pieces[] = {
    "GET / HTTP/1.1\r\n" HOST "\r\n",
    "POST /upload HTTP/1.1\r\n" HOST "Content-Length: 10\r\n\r\n0123456789",
    "POST /upload HTTP/1.1\r\n" HOST "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
    "GET /stream HTTP/1.1\r\n" HOST "\r\n",
    "POST /small HTTP/1.1\r\n" HOST "Content-Length: 99999\r\n\r\nabc",
    "PUT /small HTTP/1.1\r\n" HOST "Content-Length: 70000\r\nExpect: 100-continue\r\n\r\n",
    "GET / HTTP/1.0\r\n\r\n",
    "\r\n\r\n\r\n",
    "HEAD / HTTP/1.1\r\n" HOST "\r\n",
    "GET http://a/b HTTP/1.1\r\n" HOST "\r\n",
};

// Knuth's: the same numbers on every machine.
static unsigned roll(uint64_t *dice, size_t sides)
{
  *dice = *dice * 6364136223846793005u + 1442695040888963407u;
  return (unsigned)((*dice >> 33) % sides);
}

static void closed(void *ctx)
{
}

static void handle(void *ctx, struct http_request *request)
{
  static const struct http_stream_events events = {NULL, closed};
  struct http_stream *stream;
  if (strcmp(http_request_path(request), "/stream") != 0)
    http_request_answer(request, 200, "text/plain", "ok", 2);
  else if ((stream = http_stream_open(request, &events, ctx)))
    http_stream_send(stream, "data: 1\n\n", 9);
}

static void make_request(uint64_t *dice, struct buffer *out)
{
  for (unsigned i = 0, count = 1 + roll(dice, 4); i < count; i++)
    buffer_add_text(out, pieces[roll(dice, sizeof pieces / sizeof *pieces)]);
  if (roll(dice, 10) < 4)
    for (int i = 0; i < 4; i++)
      out->bytes[roll(dice, out->size)] = (char)roll(dice, 256);
  if (roll(dice, 10) < 3)
    out->size = roll(dice, out->size) + 1;
}

static void be_rude(int port, uint64_t *dice)
{
  struct buffer request = {0};
  struct linger reset = {1, 0};
  struct timeval briefly = {0, 20000}; // what it still expects may never be answered
  char heard[256];
  int fd = wire_open(port);
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &briefly, sizeof briefly);
  make_request(dice, &request);
  for (size_t at = 0, size; at < request.size; at += size) {
    size = 1 + roll(dice, request.size - at);
    wire_say_bytes(fd, request.bytes + at, size);
  }
  if (roll(dice, 2))
    recv(fd, heard, sizeof heard, 0);
  if (roll(dice, 2))
    setsockopt(fd, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
  close(fd);
  buffer_free(&request);
}

static void the_server_outlives_rude_clients(void **state)
{
  uint64_t dice = 20261122;
  struct server server = {.body_limit = 4096};
  server_start(&server, handle);
  for (int i = 0; i < CLIENTS; i++)
    be_rude(server.port, &dice);
  assert_int_equal(wire_status_of(server.port, "GET / HTTP/1.1\r\n" HOST "\r\n"), 200);
  server_end(&server);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(the_server_outlives_rude_clients)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
