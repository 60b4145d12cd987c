// SPDX-License-Identifier: GPL-3.0-or-later
// What evhttp doesn't look after: how long a head or a body may take to arrive, how many bytes a route may bring, bytes
// that have no place in a head, how many connections there are. It reads along as bytes come in, before evhttp does.
#include "server/http/inside.h"

#include "base/log.h"
#include "base/memory.h"

#include <ctype.h>
#include <event2/bufferevent_ssl.h>
#include <event2/keyvalq_struct.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define LEAST_BYTES_A_SECOND 16384
// What the sizes of chunks may add to a body.
#define MOST_FRAMING(limit) ((limit) / 4 + 1024)

static enum http_method method_of(const char *word, size_t size)
{
  static const char *const names[HTTP_METHODS] = {"GET", "POST", "PUT", "DELETE"};
  for (int i = 0; i < HTTP_METHODS; i++)
    if (strlen(names[i]) == size && memcmp(names[i], word, size) == 0)
      return i;
  return HTTP_METHODS;
}

// The request line has come: from now on evhttp may take no more of a body than its route allows.
static void take_request_line(struct peer *peer)
{
  size_t word = strcspn(peer->line, " ");
  enum http_method method = method_of(peer->line, word);
  peer->line_whole = true;
  peer->limit = 0;
  if (method != HTTP_METHODS && peer->line[word]) {
    char *path = peer->line + word + 1;
    path[strcspn(path, " ?")] = '\0';
    peer->limit = peer->http->limit(peer->http->ctx, method, path);
  }
  if (peer->connection)
    evhttp_connection_set_max_body_size(peer->connection, (ev_ssize_t)peer->limit);
}

static void end_head(struct peer *peer)
{
  peer->phase = PEER_BODY;
  if (!peer->is_behind && peer->declared > 0 && (uint64_t)peer->declared > peer->limit)
    turn_away(peer);
}

static void take_line(struct peer *peer)
{
  static const char length[] = "content-length:", encoding[] = "transfer-encoding:";
  peer->line[peer->line_size] = '\0';
  if (!peer->line_whole && peer->line_size > 0)
    take_request_line(peer);
  else if (peer->line_whole && peer->line_size == 0)
    end_head(peer);
  else if (strncasecmp(peer->line, length, sizeof length - 1) == 0)
    peer->declared = strtoll(peer->line + sizeof length - 1, NULL, 10);
  else if (strncasecmp(peer->line, encoding, sizeof encoding - 1) == 0)
    peer->is_chunked = true;
  peer->line_size = 0;
}

static void take_head_byte(struct peer *peer, char byte)
{
  peer->head_size++;
  peer->has_nul = peer->has_nul || byte == '\0';
  if (byte == '\n')
    take_line(peer);
  else if (byte != '\r' && peer->line_size < sizeof peer->line - 1)
    peer->line[peer->line_size++] = byte;
}

static void take_bytes(struct peer *peer, const char *bytes, size_t size)
{
  if (peer->since == 0)
    peer->since = clock_steady();
  if (!peer->is_over)
    crowd_works(peer);
  peer->received += size;
  for (size_t i = 0; i < size && peer->phase == PEER_HEAD; i++)
    take_head_byte(peer, bytes[i]);
}

// Looks at `size` bytes of the buffer from `start` on.
static void look(struct peer *peer, struct evbuffer *buffer, size_t start, size_t size)
{
  struct evbuffer_ptr at;
  struct evbuffer_iovec piece;
  while (size > 0 && evbuffer_ptr_set(buffer, &at, start, EVBUFFER_PTR_SET) == 0 &&
         evbuffer_peek(buffer, (ev_ssize_t)size, &at, &piece, 1) > 0) {
    size_t part = piece.iov_len < size ? piece.iov_len : size;
    take_bytes(peer, piece.iov_base, part);
    start += part;
    size -= part;
  }
}

// evhttp counts what is in the chunks only, not what is between them: a size without an end, or a byte in each.
static bool has_too_much(const struct peer *peer)
{
  return peer->phase == PEER_BODY && peer->is_chunked &&
         peer->received - peer->head_size > peer->limit + MOST_FRAMING(peer->limit);
}

static void saw_bytes(struct evbuffer *buffer, const struct evbuffer_cb_info *info, void *arg)
{
  struct peer *peer = arg;
  if (info->n_added > 0 && peer->phase != PEER_ANSWER && peer->phase != PEER_AWAY)
    look(peer, buffer, evbuffer_get_length(buffer) - info->n_added, info->n_added);
  if (has_too_much(peer)) {
    peer->phase = PEER_AWAY;
    turn_away(peer);
  }
}

void guard_next_request(struct peer *peer)
{
  peer->phase = PEER_HEAD;
  peer->since = 0;
  peer->received = peer->line_size = peer->limit = 0;
  peer->head_size = 0;
  peer->declared = 0;
  peer->has_nul = peer->line_whole = peer->is_chunked = false;
  crowd_rests(peer);
  // A client may have sent several requests at once. The answer to the one before is not out yet, so that a head which
  // is whole already is evhttp's to turn away.
  struct evbuffer *input = bufferevent_get_input(peer->bev);
  peer->is_behind = true;
  look(peer, input, 0, evbuffer_get_length(input));
  peer->is_behind = false;
}

static void count_listener(struct http *http)
{
  bool full = http->peer_count >= http->settings.most_connections;
  if (full == http->listener_off || atomic_load(&http->stop))
    return;
  http->listener_off = full;
  if (full) {
    log_warning("http", "%d connections are open, no more are accepted until some close", http->peer_count);
    evconnlistener_disable(http->listener);
  } else {
    evconnlistener_enable(http->listener);
  }
}

static void forget(struct peer *peer)
{
  struct http *http = peer->http;
  crowd_leave(peer);
  TAILQ_REMOVE(&http->peers, peer, next);
  http->peer_count--;
  count_listener(http);
  free(peer);
}

static void left(struct evhttp_connection *connection, void *arg)
{
  struct peer *peer = arg;
  evbuffer_remove_cb(bufferevent_get_input(peer->bev), saw_bytes, peer);
  if (peer->request)
    request_left(peer->request);
  if (peer->stream)
    stream_left(peer->stream);
  peer->http->by_fd[peer->fd] = NULL;
  forget(peer);
}

// evhttp tells of a connection before it has made its own half of it, so that half is looked up a moment later, in
// `guard_settle`; until then the bufferevent is kept alive by a reference of ours.
struct bufferevent *guard_bufferevent(struct event_base *base, void *arg)
{
  struct http *http = arg;
  struct bufferevent *bev = http->tls ? bufferevent_openssl_socket_new(base, -1, SSL_new(http->tls),
                                                                       BUFFEREVENT_SSL_ACCEPTING, BEV_OPT_CLOSE_ON_FREE)
                                      : bufferevent_socket_new(base, -1, BEV_OPT_CLOSE_ON_FREE);
  if (!bev)
    memory_exhausted();
  if (http->tls)
    bufferevent_openssl_set_allow_dirty_shutdown(bev, 1);
  struct peer *peer = memory_new(sizeof *peer);
  peer->http = http;
  peer->bev = bev;
  peer->since = clock_steady(); // a connection that says nothing is not kept
  evbuffer_add_cb(bufferevent_get_input(bev), saw_bytes, peer);
  bufferevent_incref(bev);
  TAILQ_INSERT_HEAD(&http->peers, peer, next);
  http->peer_count++;
  count_listener(http);
  event_active(http->settle, EV_TIMEOUT, 0);
  return bev;
}

// The argument of a bufferevent's callbacks is evhttp's connection.
static struct evhttp_connection *connection_of(struct bufferevent *bev)
{
  void *connection = NULL;
  bufferevent_getcb(bev, NULL, NULL, NULL, &connection);
  return connection;
}

static void settle(struct peer *peer)
{
  struct http *http = peer->http;
  peer->fd = bufferevent_getfd(peer->bev);
  if (peer->fd >= http->by_fd_room) {
    http->by_fd = memory_resize(http->by_fd, (size_t)(peer->fd + 64) * sizeof(struct peer *));
    http->by_fd_room = peer->fd + 64;
  }
  http->by_fd[peer->fd] = peer;
  evhttp_connection_set_closecb(peer->connection, left, peer);
  crowd_join(peer);
  if (peer->received > 0 && !peer->is_over)
    crowd_works(peer);
}

void guard_settle(evutil_socket_t fd, short what, void *arg)
{
  struct http *http = arg;
  struct peer *after;
  for (struct peer *peer = TAILQ_FIRST(&http->peers); peer && !peer->connection; peer = after) { // new ones come first
    after = TAILQ_NEXT(peer, next);
    struct bufferevent *bev = peer->bev;
    peer->connection = connection_of(bev);
    if (peer->connection)
      settle(peer);
    else
      forget(peer);
    bufferevent_decref(bev);
  }
  if (what)
    crowd_make_room(http);
}

struct peer *guard_peer(struct http *http, struct evhttp_connection *connection)
{
  int fd = bufferevent_getfd(evhttp_connection_get_bufferevent(connection));
  guard_settle(-1, 0, http);
  return fd >= 0 && fd < http->by_fd_room ? http->by_fd[fd] : NULL;
}

static bool is_late(const struct peer *peer, anban_ms now)
{
  if (peer->phase == PEER_ANSWER || peer->since == 0)
    return false;
  anban_ms allowed = peer->http->settings.header_seconds * MS_SECOND;
  if (peer->phase != PEER_HEAD)
    allowed += (anban_ms)(peer->received / LEAST_BYTES_A_SECOND) * MS_SECOND;
  return now - peer->since > allowed;
}

void guard_each_second(evutil_socket_t fd, short what, void *arg)
{
  struct http *http = arg;
  anban_ms now = clock_steady();
  struct peer *after;
  for (struct peer *peer = TAILQ_FIRST(&http->peers); peer; peer = after) {
    after = TAILQ_NEXT(peer, next);
    if (peer->connection && is_late(peer, now))
      evhttp_connection_free(peer->connection);
  }
  crowd_make_room(http);
}

static int count_header(struct evhttp_request *evhttp, const char *name)
{
  int count = 0;
  const struct evkeyval *header;
  TAILQ_FOREACH(header, evhttp_request_get_input_headers(evhttp), next)
  count += evutil_ascii_strcasecmp(header->key, name) == 0;
  return count;
}

static bool has_control_bytes(struct evhttp_request *evhttp)
{
  const struct evkeyval *header;
  TAILQ_FOREACH(header, evhttp_request_get_input_headers(evhttp), next)
  {
    for (const char *at = header->key; *at; at++)
      if (iscntrl((unsigned char)*at) || isspace((unsigned char)*at))
        return true;
    for (const char *at = header->value; *at; at++)
      if (iscntrl((unsigned char)*at) && *at != '\t')
        return true;
  }
  return false;
}

const char *guard_objection(const struct peer *peer, struct evhttp_request *evhttp)
{
  if (peer->has_nul || has_control_bytes(evhttp))
    return "The head of the request holds a control character.";
  if (count_header(evhttp, "Host") != 1)
    return "The request must carry exactly one Host.";
  if (count_header(evhttp, "Content-Length") > 1)
    return "The request carries more than one Content-Length.";
  return NULL;
}
