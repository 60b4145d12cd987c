// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of this folder share; nobody else includes it.
#pragma once

#include "base/clock.h"
#include "server/http/http.h"

#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/event.h>
#include <event2/http.h>
#include <event2/keyvalq_struct.h>
#include <event2/listener.h>
#include <openssl/ssl.h>
#include <stdatomic.h>
#include <sys/queue.h>

#define STREAM_MOST_UNREAD ((size_t)256 << 10)
#define FIRST_LINE_SIZE 512

// What a connection's incoming bytes are.
enum peer_phase {
  PEER_HEAD,   // a request's head, or nothing yet
  PEER_BODY,   // its body
  PEER_ANSWER, // nothing to read: the request is being answered, or is a stream
  PEER_AWAY,   // it was turned away in the middle of its body, which is thrown away
};

// A connection as the guards see it, beside evhttp's own; lives from accept to close.
struct peer {
  TAILQ_ENTRY(peer) next;
  struct http *http;
  struct bufferevent *bev;
  struct evhttp_connection *connection; // NULL until evhttp has made it
  int fd;                               // then
  enum peer_phase phase;
  anban_ms since;  // steady, of the phase's first byte; 0: no byte of a request yet
  size_t received; // bytes of this request
  bool has_nul;
  char line[FIRST_LINE_SIZE]; // the head's newest line, as far as it came and fits
  size_t line_size;
  bool line_whole; // the request line has come
  bool is_chunked;
  size_t limit;                 // then: how long its body may be
  int64_t declared;             // Content-Length
  size_t head_size;             // as far as it came
  bool is_behind;               // what is read came with the request before
  struct http_request *request; // being answered
  struct http_stream *stream;   // open
  // crowd.c
  TAILQ_ENTRY(peer) next_resting;
  struct host *host; // NULL until there is a connection
  bool rests;        // stands in the list of those who only wait
  anban_ms rests_since;
  bool is_over; // one more than an address may have
};
TAILQ_HEAD(peers, peer);

struct http_request {
  TAILQ_ENTRY(http_request) next;
  struct http *http;
  struct peer *peer; // NULL: the client has left
  struct evhttp_request *evhttp;
  enum http_method method;
  char *path;
  struct evkeyvalq query;
  char address[64], network[64];
  bool is_local;
};
TAILQ_HEAD(requests, http_request);

struct http_stream {
  TAILQ_ENTRY(http_stream) next;
  struct peer *peer;
  struct evhttp_request *evhttp;
  struct http_stream_events events;
  void *ctx;
  bool cut; // waits for `cutter`
};
TAILQ_HEAD(streams, http_stream);

struct timer {
  struct event *event;
  struct http *http;
  void (*tick)(void *ctx);
  struct timer *next;
};

struct http {
  struct http_settings settings;
  http_handler *handler;
  http_body_limit *limit;
  void (*woken)(void *ctx);
  void *ctx;
  struct event_base *base;
  struct evconnlistener *listener;
  struct evhttp *evhttp;
  SSL_CTX *tls; // NULL: none
  int wake_fd;
  struct event *wake, *settle, *cutter, *second, *stopper, *reopen;
  atomic_bool stop; // set by http_stop, thread: any
  int stop_rounds;  // of the stopper, left
  int port;
  int peer_count;
  bool listener_off;
  struct peers peers;
  struct peers resting; // those between requests, who has waited longest first
  struct crowd *crowd;
  struct peer **by_fd; // what guard_peer looks up
  int by_fd_room;
  struct requests requests;
  struct streams streams;
  struct timer *timers;
};

// guard.c
struct bufferevent *guard_bufferevent(struct event_base *base, void *http);
void guard_settle(evutil_socket_t fd, short what, void *http);
void guard_each_second(evutil_socket_t fd, short what, void *http);
// The peer of a connection that a request came on.
struct peer *guard_peer(struct http *http, struct evhttp_connection *connection);
void guard_next_request(struct peer *peer);
// A sentence when the request's head must be refused, else NULL.
const char *guard_objection(const struct peer *peer, struct evhttp_request *evhttp);

// turn_away.c: answers in evhttp's place a request whose body is too long, or said to be, and listens to the rest of it
// only to throw it away. From within an evbuffer callback of its input.
void turn_away(struct peer *peer);

// crowd.c: connections by the address that they come from, and those that only wait.
struct crowd *crowd_new(void);
void crowd_free(struct crowd *crowd); // once nobody is there any more
void crowd_join(struct peer *peer);
void crowd_leave(struct peer *peer);
// Nothing is asked on it at the moment; or something is.
void crowd_rests(struct peer *peer);
void crowd_works(struct peer *peer);
// Closes what one address has too much, and when all connections are taken, who has waited longest without asking.
// From an event of its own, never from within a call of evhttp.
void crowd_make_room(struct http *http);

// request.c
void request_take(struct evhttp_request *evhttp, void *http);
void request_set_always(struct http_request *request);
// Takes the request apart and gives that of evhttp, which is then the caller's to answer.
struct evhttp_request *request_release(struct http_request *request);
void request_left(struct http_request *request);
void request_answer_fault(struct http_request *request, int status, const char *code, const char *sentence);

// stream.c
void stream_left(struct http_stream *stream);
void stream_cut_slow(evutil_socket_t fd, short what, void *http);
void stream_stop_all(struct http *http);

// tls.c
SSL_CTX *tls_open(const char *certificate, const char *private_key, struct fault *fault);
