// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/api.h"

#include "base/memory.h"
#include "server/api/callers.h"
#include "server/api/kiosks.h"
#include "server/api/limits.h"
#include "server/api/metrics.h"
#include "server/api/nonces.h"
#include "server/api/signed_in.h"
#include "server/api/slow.h"
#include "server/api/snapshot.h"
#include "server/api/streams.h"
#include "server/api/switchboard.h"
#include "server/model/script.h"

#include <stdlib.h>
#include <string.h>

// So that a small body to an address that is none is told just that.
#define LEAST_LIMIT 1024

struct api *api_new(const struct api_settings *settings, const struct api_parts *parts, struct fault *fault)
{
  struct api *api = memory_new(sizeof *api);
  api->settings = *settings;
  api->parts = *parts;
  api->metrics = metrics_new(routes, route_count);
  api->callers = callers_new();
  api->limits = limits_new(settings->requests_per_second);
  api->nonces = nonces_new();
  api->presence = presence_new();
  api->snapshot = kept_snapshot_new();
  api->listeners = listeners_new();
  api->switchboard = switchboard_new(api);
  api->scripts = scripts_load(settings->script);
  api->slow = slow_start("slow", 64, parts->wake, parts->wake_ctx, fault);
  api->files = slow_start("files", 8, parts->wake, parts->wake_ctx, fault);
  api->studio = slow_start("studio", 8, parts->wake, parts->wake_ctx, fault);
  if (api->slow && api->files && api->studio)
    return api;
  api_free(api);
  return NULL;
}

void api_stop(struct api *api)
{
  slow_stop(api->slow);
  slow_stop(api->files);
  slow_stop(api->studio);
  api->slow = api->files = api->studio = NULL;
}

void api_free(struct api *api)
{
  if (!api)
    return;
  slow_stop(api->slow);
  slow_stop(api->files);
  slow_stop(api->studio);
  scripts_free(api->scripts);
  metrics_free(api->metrics);
  callers_free(api->callers);
  limits_free(api->limits);
  nonces_free(api->nonces);
  presence_free(api->presence);
  kept_snapshot_free(api->snapshot);
  listeners_free(api->listeners);
  switchboard_free(api->switchboard);
  free(api);
}

size_t api_body_limit(void *ctx, enum http_method method, const char *path)
{
  char parameters[ROUTE_PARAMETERS][PARAMETER_SIZE];
  bool other_method;
  const struct route *route = route_find(method, path, parameters, &other_method);
  return route ? route->most_bytes : LEAST_LIMIT;
}

static bool is_json(const struct request *request)
{
  const char *type = http_request_header(request->http, "Content-Type");
  return type && strncmp(type, "application/json", 16) == 0 && (type[16] == '\0' || type[16] == ';');
}

static bool read_body(struct request *request, const struct route *route)
{
  struct fault fault;
  size_t size;
  const char *bytes = http_request_body(request->http, &size);
  if (route->body != BODY_JSON)
    return true;
  if (!is_json(request)) {
    answer_fault(&request->reply, 415, "not_json", "The body must be application/json.");
    return false;
  }
  request->body = json_parse(bytes, size, &fault);
  if (!request->body)
    answer_fault(&request->reply, 400, "bad_json", fault.sentence);
  return request->body != NULL;
}

// Calls for help are let through; limits of messages are the handler's, which knows what they are.
static bool is_within_limits(struct request *request, const struct route *route)
{
  bool is_page = strncmp(route->path, "/api/", 5) != 0;
  bool is_message = strcmp(route->path, "/api/v1/messages") == 0;
  return is_page || is_message || limits_asks(request);
}

void request_free(struct request *request)
{
  json_decref(request->body);
  free(request);
}

static void read_answer(struct db *db, void *ctx)
{
  struct request *request = ctx;
  request->db = db;
  request->reply.kept = &request->kept;
  request->reply.route->handle(request);
  request->db = NULL;
}

static void give_answer(void *ctx)
{
  answer_kept(ctx);
  request_free(ctx);
}

// Takes the request over.
static void hand_to_reader(struct request *request)
{
  struct read_job job = {read_answer, give_answer, request};
  if (reader_submit(request->api->parts.large, &job))
    return;
  answer_fault(&request->reply, 503, "busy", "The server is busy at the moment. Please try again.");
  request_free(request);
}

static void handle_route(struct request *request)
{
  const struct route *route = request->reply.route;
  bool goes_on = is_within_limits(request, route) && caller_may(request, route->who) && read_body(request, route);
  if (goes_on && route->where == ON_READER) {
    hand_to_reader(request);
    return;
  }
  if (goes_on)
    route->handle(request);
  request_free(request);
}

void api_handle(void *ctx, struct http_request *http)
{
  struct request *request = memory_new(sizeof *request);
  bool other_method;
  request->api = ctx;
  request->http = http;
  request->now = clock_wall();
  request->reply = (struct reply){.api = ctx, .http = http, .began = clock_steady()};
  request->reply.route =
      route_find(http_request_method(http), http_request_path(http), request->parameters, &other_method);
  if (request->reply.route) {
    caller_find(request, handle_route);
    return;
  }
  if (other_method)
    answer_fault(&request->reply, 405, "method", "This can't be done with this address.");
  else
    answer_fault(&request->reply, 404, "not_found", "There is nothing at this address.");
  request_free(request);
}

void api_data_changed(struct api *api)
{
  callers_forget(api->callers);
}

void api_woken(void *ctx)
{
  struct api *api = ctx;
  reader_deliver(api->parts.small);
  reader_deliver(api->parts.large);
  if (api->slow)
    slow_deliver(api->slow);
  if (api->files)
    slow_deliver(api->files);
  if (api->studio)
    slow_deliver(api->studio);
  writer_deliver(api->parts.writer);
  hub_moved(api->parts.hub);
}

void api_each_second(void *ctx)
{
  switchboard_tick(ctx);
}

void api_each_15_seconds(void *ctx)
{
  struct api *api = ctx;
  hub_heartbeat(api->parts.hub);
  kiosks_write_heard(api, false);
}

void api_each_5_minutes(void *ctx)
{
  struct api *api = ctx;
  kiosks_write_heard(api, true);
  signed_in_look_at_streams(api);
}
