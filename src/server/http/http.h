// SPDX-License-Identifier: GPL-3.0-or-later
// HTTP/1.1 behind an interface of ours, so that what is below (libevent's evhttp) stays in this folder, with its
// guards. Thread: the one that runs http_run; only http_wake may be called from others.
#pragma once

#include "base/fault.h"
#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct http;
struct http_request; // one request and its answer; lives until it is answered or its stream is closed
struct http_stream;  // an open event stream

enum http_method { HTTP_GET, HTTP_POST, HTTP_PUT, HTTP_DELETE, HTTP_METHODS };

struct http_settings {
  char address[64];                        // "127.0.0.1"
  int port;                                // 0: any free one, see http_port
  char certificate[256], private_key[256]; // PEM files; both empty: no TLS
  int most_connections;
  int most_from_one;  // of them from one address; 0: as many as there are
  int proxies;        // that a request passes before it comes here, each adding to X-Forwarded-For; 0: none is believed
  int header_seconds; // for a whole request's head; a body may take that and a second more for each 16 KiB
};

// Called for each request once it is whole. The request must be answered (now or later) or opened as a stream, exactly
// once.
typedef void http_handler(void *ctx, struct http_request *request);
// Asked before a body is read: how many bytes this method and path may bring.
typedef size_t http_body_limit(void *ctx, enum http_method method, const char *path);

struct http *http_new(const struct http_settings *settings, http_handler *handler, http_body_limit *limit, void *ctx,
                      struct fault *fault);
int http_port(const struct http *http);
// Runs until http_stop. `woken` is called on this thread after http_wake.
void http_run(struct http *http, void (*woken)(void *ctx));
void http_wake(struct http *http); // thread: any
void http_stop(struct http *http); // thread: any, and signal handlers' pipes; closes streams with a spread `retry:`
void http_every(struct http *http, int seconds, void (*tick)(void *ctx));
void http_free(struct http *http);

enum http_method http_request_method(const struct http_request *request);
const char *http_request_path(const struct http_request *request);                     // decoded, without the query
const char *http_request_query(const struct http_request *request, const char *name);  // NULL: not given
const char *http_request_header(const struct http_request *request, const char *name); // NULL: not given
bool http_request_cookie(const struct http_request *request, const char *name, char *out, size_t size);
const char *http_request_body(const struct http_request *request, size_t *size);
// The client's address, behind proxies as the first of them that is ours says; and the same by which those are counted
// who are not known: of IPv6 only the network.
const char *http_request_peer(const struct http_request *request);
const char *http_request_network(const struct http_request *request);
// Whether it was asked on this machine, by no proxy.
bool http_request_is_local(const struct http_request *request);
bool http_request_is_secure(const struct http_request *request);

// Headers of the answer, before it is given.
void http_request_set_header(struct http_request *request, const char *name, const char *value);
// Gives the answer; `request` is gone afterwards. A client that has left meanwhile is no error.
void http_request_answer(struct http_request *request, int status, const char *content_type, const void *body,
                         size_t size);

struct http_stream_events {
  void (*drained)(void *ctx); // all that was sent has left this program; good for paging a long replay
  void (*closed)(void *ctx);  // once: the client left, was cut off, or the server stops; the stream is gone
};
// Opens an event stream; `request` is gone. Both functions are called on this thread, never from within a call of this
// interface. NULL when the client has left already; nothing is called then.
struct http_stream *http_stream_open(struct http_request *request, const struct http_stream_events *events, void *ctx);
// Sends bytes of an event (whole lines) and returns how many bytes wait to leave, these among them. A reader that holds
// more than 256 KiB unread is cut off: it resumes from the log.
size_t http_stream_send(struct http_stream *stream, const char *bytes, size_t size);
// How many bytes the other machine has acknowledged; `*all`: nothing is on its way. It tells a line that is cut, which
// else is noticed only when the system gives up. Behind a proxy it tells of the proxy's machine.
uint64_t http_stream_acknowledged(const struct http_stream *stream, bool *all);
// Ends it from this side; `closed` is not called.
void http_stream_close(struct http_stream *stream);
