// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/memory.h"
#include "server/http/inside.h"

#include <stdlib.h>
#include <string.h>

struct header {
  const char *name, *value;
};

// What every answer carries: a page may load and run only what comes from here, nobody may frame it, and nothing is
// kept by caches unless its handler says so.
static const struct header always[] = {
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"X-Frame-Options", "DENY"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(self), microphone=(self), geolocation=()"},
    {"Content-Security-Policy", "default-src 'self'; img-src 'self' blob: data:; object-src 'none'; base-uri 'none'; "
                                "form-action 'self'; frame-ancestors 'none'"},
};

static const struct {
  int status;
  const char *phrase;
} phrases[] = {
    {200, "OK"},
    {202, "Accepted"},
    {204, "No Content"},
    {303, "See Other"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {409, "Conflict"},
    {413, "Content Too Large"},
    {415, "Unsupported Media Type"},
    {422, "Unprocessable Content"},
    {429, "Too Many Requests"},
    {500, "Internal Server Error"},
    {503, "Service Unavailable"},
    {507, "Insufficient Storage"},
};

static const char *phrase_of(int status)
{
  for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
    if (phrases[i].status == status)
      return phrases[i].phrase;
  return "Status";
}

static void set_default(struct evkeyvalq *headers, const char *name, const char *value)
{
  if (!evhttp_find_header(headers, name))
    evhttp_add_header(headers, name, value);
}

void call_set_always(struct http_call *call)
{
  struct evkeyvalq *headers = evhttp_request_get_output_headers(call->request);
  for (size_t i = 0; i < sizeof always / sizeof *always; i++)
    set_default(headers, always[i].name, always[i].value);
  set_default(headers, "Cache-Control", "no-store");
  if (http_call_is_secure(call))
    set_default(headers, "Strict-Transport-Security", "max-age=31536000");
}

// Takes the call apart; evhttp keeps or frees the request by itself.
struct evhttp_request *call_release(struct http_call *call)
{
  struct evhttp_request *request = call->request;
  TAILQ_REMOVE(&call->http->calls, call, next);
  if (call->peer)
    call->peer->call = NULL;
  evhttp_clear_headers(&call->query);
  free(call->path);
  free(call);
  return request;
}

void call_left(struct http_call *call)
{
  call->peer = NULL;
}

void http_call_set(struct http_call *call, const char *name, const char *value)
{
  evhttp_add_header(evhttp_request_get_output_headers(call->request), name, value);
}

void http_call_answer(struct http_call *call, int status, const char *content_type, const void *body, size_t size)
{
  struct evbuffer *out = evbuffer_new();
  if (!out || evbuffer_add(out, body, size) != 0)
    memory_exhausted();
  if (content_type)
    http_call_set(call, "Content-Type", content_type);
  call_set_always(call);
  struct peer *peer = call->peer;
  struct evhttp_request *request = call_release(call);
  if (peer)
    guard_next_request(peer);
  evhttp_send_reply(request, status, phrase_of(status), out);
  evbuffer_free(out);
}

void call_answer_fault(struct http_call *call, int status, const char *code, const char *sentence)
{
  char body[600];
  FORMAT_TEXT(body, "{\"error\":{\"code\":\"%s\",\"sentence\":\"%s\"}}", code, sentence);
  http_call_answer(call, status, "application/json", body, strlen(body));
}

static bool read_uri(struct http_call *call)
{
  const struct evhttp_uri *uri = evhttp_request_get_evhttp_uri(call->request);
  const char *path = evhttp_uri_get_path(uri);
  const char *query = evhttp_uri_get_query(uri);
  size_t size = 0;
  char *decoded = evhttp_uridecode(path && *path ? path : "/", 0, &size);
  if (!decoded)
    return false;
  call->path = memory_text(decoded);
  bool good = strlen(decoded) == size && text_is_utf8(decoded, size);
  free(decoded);
  return good && (!query || evhttp_parse_query_str(query, &call->query) == 0);
}

static enum http_method method_of(struct evhttp_request *request)
{
  switch (evhttp_request_get_command(request)) {
  case EVHTTP_REQ_POST:
    return HTTP_POST;
  case EVHTTP_REQ_PUT:
    return HTTP_PUT;
  case EVHTTP_REQ_DELETE:
    return HTTP_DELETE;
  default:
    return HTTP_GET; // evhttp lets no others through
  }
}

static bool is_this_machine(const char *address)
{
  return strncmp(address, "127.", 4) == 0 || strcmp(address, "::1") == 0;
}

// A proxy on this machine says for whom it asks, last in the line; nobody else is believed.
static void find_address(struct http_call *call)
{
  char *address = NULL;
  uint16_t port = 0;
  evhttp_connection_get_peer(evhttp_request_get_connection(call->request), &address, &port);
  COPY_TEXT(call->address, address ? address : "");
  const char *forwarded = http_call_header(call, "X-Forwarded-For");
  if (!forwarded || !is_this_machine(call->address))
    return;
  const char *last = strrchr(forwarded, ',');
  last = last ? last + 1 : forwarded;
  last += strspn(last, " ");
  COPY_TEXT(call->address, last);
}

static struct http_call *call_new(struct http *http, struct peer *peer, struct evhttp_request *request)
{
  struct http_call *call = memory_new(sizeof *call);
  call->http = http;
  call->peer = peer;
  call->request = request;
  call->method = method_of(request);
  TAILQ_INIT(&call->query);
  find_address(call);
  TAILQ_INSERT_TAIL(&http->calls, call, next);
  peer->call = call;
  return call;
}

void call_take(struct evhttp_request *request, void *arg)
{
  struct http *http = arg;
  struct peer *peer = guard_peer(http, evhttp_request_get_connection(request));
  peer->phase = PEER_ANSWER;
  struct http_call *call = call_new(http, peer, request);
  const char *objection = guard_objection(peer, request);
  size_t size = evbuffer_get_length(evhttp_request_get_input_buffer(request));
  if (!read_uri(call))
    objection = "The address of the request is not well-formed.";
  if (objection) {
    http_call_set(call, "Connection", "close");
    call_answer_fault(call, 400, "bad_request", objection);
  } else if (size > http->limit(http->ctx, call->method, call->path)) {
    call_answer_fault(call, 413, "too_large", "The body of the request is longer than is allowed here.");
  } else {
    http->handler(http->ctx, call);
  }
}

enum http_method http_call_method(const struct http_call *call)
{
  return call->method;
}

const char *http_call_path(const struct http_call *call)
{
  return call->path;
}

const char *http_call_query(const struct http_call *call, const char *name)
{
  return evhttp_find_header(&call->query, name);
}

const char *http_call_header(const struct http_call *call, const char *name)
{
  return evhttp_find_header(evhttp_request_get_input_headers(call->request), name);
}

bool http_call_cookie(const struct http_call *call, const char *name, char *out, size_t size)
{
  const char *at = http_call_header(call, "Cookie");
  size_t length = strlen(name);
  while (at && *at) {
    at += strspn(at, "; ");
    size_t pair = strcspn(at, ";");
    if (pair > length && memcmp(at, name, length) == 0 && at[length] == '=')
      return text_format(out, size, "%.*s", (int)(pair - length - 1), at + length + 1);
    at += pair;
  }
  return false;
}

const char *http_call_body(const struct http_call *call, size_t *size)
{
  struct evbuffer *body = evhttp_request_get_input_buffer(call->request);
  *size = evbuffer_get_length(body);
  const unsigned char *bytes = evbuffer_pullup(body, -1);
  return bytes ? (const char *)bytes : "";
}

const char *http_call_peer(const struct http_call *call)
{
  return call->address;
}

bool http_call_is_secure(const struct http_call *call)
{
  return call->http->tls != NULL;
}
