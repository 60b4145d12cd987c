// SPDX-License-Identifier: GPL-3.0-or-later
// Open event streams.
#include "base/log.h"
#include "base/memory.h"
#include "base/secret.h"
#include "server/http/inside.h"

#include <linux/sockios.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#define SOCKET_BUFFER (64 << 10) // else the kernel lends a stuck reader megabytes
#define GONE_MS 45000         // what is not acknowledged for so long has nobody at the other end; else it takes hours
#define STREAM_READ_MOST 4096 // evhttp reads on to notice the close; more than this nobody may pile up

static void prepare_connection(struct peer *peer)
{
  int size = SOCKET_BUFFER;
  struct timeval write_within = {30, 0};
  int gone_ms = GONE_MS;
  setsockopt(peer->fd, SOL_SOCKET, SO_SNDBUF, &size, sizeof size);
  setsockopt(peer->fd, IPPROTO_TCP, TCP_USER_TIMEOUT, &gone_ms, sizeof gone_ms);
  bufferevent_set_timeouts(peer->bev, NULL, &write_within); // a reader is silent for as long as it likes
  bufferevent_setwatermark(peer->bev, EV_READ, 0, STREAM_READ_MOST);
}

struct http_stream *http_stream_open(struct http_request *request, const struct http_stream_events *events, void *ctx)
{
  struct peer *peer = request->peer;
  if (!peer) {
    http_request_answer(request, 200, NULL, "", 0);
    return NULL;
  }
  struct http_stream *stream = memory_new(sizeof *stream);
  *stream = (struct http_stream){.peer = peer, .events = *events, .ctx = ctx};
  http_request_set_header(request, "Content-Type", "text/event-stream; charset=utf-8");
  http_request_set_header(request, "X-Accel-Buffering", "no");
  http_request_set_header(request, "Connection", "close"); // the connection ends with the stream
  request_set_always(request);
  stream->evhttp = request_release(request);
  peer->stream = stream;
  TAILQ_INSERT_TAIL(&peer->http->streams, stream, next);
  prepare_connection(peer);
  evhttp_send_reply_start(stream->evhttp, 200, "OK");
  return stream;
}

static void drained(struct evhttp_connection *connection, void *arg)
{
  struct http_stream *stream = arg;
  if (stream->events.drained && !stream->cut)
    stream->events.drained(stream->ctx);
}

size_t http_stream_send(struct http_stream *stream, const char *bytes, size_t size)
{
  if (stream->cut)
    return STREAM_MOST_UNREAD;
  struct evbuffer *piece = evbuffer_new();
  if (!piece || evbuffer_add(piece, bytes, size) != 0)
    memory_exhausted();
  evhttp_send_reply_chunk_with_cb(stream->evhttp, piece, drained, stream);
  evbuffer_free(piece);
  size_t unread = evbuffer_get_length(bufferevent_get_output(stream->peer->bev));
  if (unread > STREAM_MOST_UNREAD) {
    stream->cut = true;
    event_active(stream->peer->http->cutter, EV_TIMEOUT, 0);
  }
  return unread;
}

uint64_t http_stream_acknowledged(const struct http_stream *stream, bool *all)
{
  struct tcp_info info = {0};
  socklen_t size = sizeof info;
  int waiting = 0;
  getsockopt(stream->peer->fd, IPPROTO_TCP, TCP_INFO, &info, &size);
  ioctl(stream->peer->fd, SIOCOUTQ, &waiting);
  *all = waiting == 0 && evbuffer_get_length(bufferevent_get_output(stream->peer->bev)) == 0;
  return info.tcpi_bytes_acked;
}

void stream_cut_slow(evutil_socket_t fd, short what, void *arg)
{
  struct http *http = arg;
  struct http_stream *after;
  for (struct http_stream *stream = TAILQ_FIRST(&http->streams); stream; stream = after) {
    after = TAILQ_NEXT(stream, next);
    if (!stream->cut)
      continue;
    log_info("http", "a reader of events holds more than %zu KiB unread and is cut off", STREAM_MOST_UNREAD >> 10);
    evhttp_connection_free(stream->peer->connection);
  }
}

static void forget(struct http_stream *stream)
{
  TAILQ_REMOVE(&stream->peer->http->streams, stream, next);
  stream->peer->stream = NULL;
  free(stream);
}

void http_stream_close(struct http_stream *stream)
{
  struct evhttp_request *evhttp = stream->evhttp;
  forget(stream);
  evhttp_send_reply_end(evhttp);
}

void stream_left(struct http_stream *stream)
{
  // evhttp lets go of a request whose client left; one that we cut off it frees itself.
  if (!evhttp_request_get_connection(stream->evhttp))
    evhttp_request_free(stream->evhttp);
  struct http_stream_events events = stream->events;
  void *ctx = stream->ctx;
  forget(stream);
  events.closed(ctx);
}

// Each reader is told a different time to come back, so that a restart is not answered by all at once.
void stream_stop_all(struct http *http)
{
  struct http_stream *after;
  for (struct http_stream *stream = TAILQ_FIRST(&http->streams); stream; stream = after) {
    after = TAILQ_NEXT(stream, next);
    unsigned spread;
    secret_random(&spread, sizeof spread);
    char line[40];
    FORMAT_TEXT(line, "retry: %u\n\n", 500 + spread % 9500);
    http_stream_send(stream, line, strlen(line));
    struct http_stream_events events = stream->events;
    void *ctx = stream->ctx;
    http_stream_close(stream);
    events.closed(ctx);
  }
}
