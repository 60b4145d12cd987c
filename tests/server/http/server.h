// SPDX-License-Identifier: GPL-3.0-or-later
// An HTTP server on its own thread, whose handler a test chooses.
#pragma once

#include "wire.h"

struct server {
  struct http *http;
  pthread_t thread;
  int port;
  http_handler *handler;
  size_t body_limit;
  void (*woken)(void *ctx);
  void *own; // the test's
};

static inline void server_handle(void *ctx, struct http_request *request)
{
  struct server *server = ctx;
  server->handler(server, request);
}

static inline size_t server_limit(void *ctx, enum http_method method, const char *path)
{
  struct server *server = ctx;
  return strcmp(path, "/upload") == 0 ? server->body_limit : 1024;
}

static inline void server_woken(void *ctx)
{
  struct server *server = ctx;
  if (server->woken)
    server->woken(server);
}

static inline void *server_run(void *arg)
{
  struct server *server = arg;
  http_run(server->http, server_woken);
  return NULL;
}

static inline void server_start_with(struct server *server, const struct http_settings *settings)
{
  struct fault fault;
  server->http = http_new(settings, server_handle, server_limit, server, &fault);
  if (!server->http)
    fail_msg("%s", fault.sentence);
  server->port = http_port(server->http);
  assert_int_equal(pthread_create(&server->thread, NULL, server_run, server), 0);
}

static inline void server_start(struct server *server, http_handler *handler)
{
  struct http_settings settings = {.address = "127.0.0.1", .most_connections = 100, .header_seconds = 1};
  server->handler = handler;
  server_start_with(server, &settings);
}

static inline void server_end(struct server *server)
{
  http_stop(server->http);
  pthread_join(server->thread, NULL);
  http_free(server->http);
}
