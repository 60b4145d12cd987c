// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/memory.h"
#include "server/http/inside.h"

#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>

struct header {
  const char *name, *value;
};

// What every answer carries: that it is this server's, not a proxy's between (a kiosk ends nothing by another); a page
// may load and run only what comes from here, nobody may frame it, and nothing is kept by caches unless its handler
// says so.
static const struct header always[] = {
    {"Anban-Server", "1"},
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

void request_set_always(struct http_request *request)
{
  struct evkeyvalq *headers = evhttp_request_get_output_headers(request->evhttp);
  for (size_t i = 0; i < sizeof always / sizeof *always; i++)
    set_default(headers, always[i].name, always[i].value);
  set_default(headers, "Cache-Control", "no-store");
  if (http_request_is_secure(request))
    set_default(headers, "Strict-Transport-Security", "max-age=31536000");
}

// Takes the request apart; evhttp keeps or frees its own by itself.
struct evhttp_request *request_release(struct http_request *request)
{
  struct evhttp_request *evhttp = request->evhttp;
  TAILQ_REMOVE(&request->http->requests, request, next);
  if (request->peer)
    request->peer->request = NULL;
  evhttp_clear_headers(&request->query);
  free(request->path);
  free(request);
  return evhttp;
}

void request_left(struct http_request *request)
{
  request->peer = NULL;
}

void http_request_set_header(struct http_request *request, const char *name, const char *value)
{
  evhttp_add_header(evhttp_request_get_output_headers(request->evhttp), name, value);
}

void http_request_answer(struct http_request *request, int status, const char *content_type, const void *body,
                         size_t size)
{
  struct evbuffer *out = evbuffer_new();
  if (!out || evbuffer_add(out, body, size) != 0)
    memory_exhausted();
  if (content_type)
    http_request_set_header(request, "Content-Type", content_type);
  request_set_always(request);
  struct peer *peer = request->peer;
  struct evhttp_request *evhttp = request_release(request);
  if (peer)
    guard_next_request(peer);
  evhttp_send_reply(evhttp, status, phrase_of(status), out);
  evbuffer_free(out);
}

void request_answer_fault(struct http_request *request, int status, const char *code, const char *sentence)
{
  char body[600];
  FORMAT_TEXT(body, "{\"error\":{\"code\":\"%s\",\"sentence\":\"%s\"}}", code, sentence);
  http_request_answer(request, status, "application/json", body, strlen(body));
}

static bool read_uri(struct http_request *request)
{
  const struct evhttp_uri *uri = evhttp_request_get_evhttp_uri(request->evhttp);
  const char *path = evhttp_uri_get_path(uri);
  const char *query = evhttp_uri_get_query(uri);
  size_t size = 0;
  char *decoded = evhttp_uridecode(path && *path ? path : "/", 0, &size);
  if (!decoded)
    return false;
  request->path = memory_text(decoded);
  bool good = strlen(decoded) == size && text_is_utf8(decoded, size);
  free(decoded);
  return good && (!query || evhttp_parse_query_str(query, &request->query) == 0);
}

static enum http_method method_of(struct evhttp_request *evhttp)
{
  switch (evhttp_request_get_command(evhttp)) {
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

// All lines of X-Forwarded-For are one list.
static void forwarded_for(const struct http_request *request, struct buffer *out)
{
  const struct evkeyval *header;
  TAILQ_FOREACH(header, evhttp_request_get_input_headers(request->evhttp), next)
  if (evutil_ascii_strcasecmp(header->key, "X-Forwarded-For") == 0)
    buffer_printf(out, "%s%s", out->size > 0 ? "," : "", header->value);
}

// Each proxy adds whom it was asked by; what stands before what ours have added anybody may have written.
static void believe_proxies(struct http_request *request)
{
  struct buffer list = {0};
  unsigned char unused[16];
  forwarded_for(request, &list);
  char *at = list.size > 0 ? list.bytes : NULL;
  for (int left = request->http->settings.proxies; at; left--) {
    char *comma = strrchr(list.bytes, ',');
    at = comma ? comma + 1 : list.bytes;
    at += strspn(at, " \t");
    at[strcspn(at, " \t")] = '\0';
    if (left <= 1 || !comma)
      break;
    *comma = '\0';
  }
  if (at && (inet_pton(AF_INET, at, unused) == 1 || inet_pton(AF_INET6, at, unused) == 1))
    COPY_TEXT(request->address, at);
  buffer_free(&list);
}

static bool tells_of_a_proxy(const struct http_request *request)
{
  static const char *const names[] = {"X-Forwarded-For", "Forwarded", "Via", "X-Real-IP", "X-Forwarded-Host"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (http_request_header(request, names[i]))
      return true;
  return false;
}

// Of IPv6 a household has a network of 64 bits.
static void find_network(struct http_request *request)
{
  struct in6_addr address;
  COPY_TEXT(request->network, request->address);
  if (inet_pton(AF_INET6, request->address, &address) != 1)
    return;
  memset(address.s6_addr + 8, 0, 8);
  inet_ntop(AF_INET6, &address, request->network, sizeof request->network);
}

static void find_address(struct http_request *request)
{
  char *address = NULL;
  uint16_t port = 0;
  evhttp_connection_get_peer(evhttp_request_get_connection(request->evhttp), &address, &port);
  COPY_TEXT(request->address, address ? address : "");
  bool proxied = request->http->settings.proxies > 0 || tells_of_a_proxy(request);
  request->is_local = !proxied && is_this_machine(request->address);
  if (request->http->settings.proxies > 0)
    believe_proxies(request);
  find_network(request);
}

static struct http_request *request_new(struct http *http, struct peer *peer, struct evhttp_request *evhttp)
{
  struct http_request *request = memory_new(sizeof *request);
  request->http = http;
  request->peer = peer;
  request->evhttp = evhttp;
  request->method = method_of(evhttp);
  TAILQ_INIT(&request->query);
  find_address(request);
  TAILQ_INSERT_TAIL(&http->requests, request, next);
  peer->request = request;
  return request;
}

void request_take(struct evhttp_request *evhttp, void *arg)
{
  struct http *http = arg;
  struct peer *peer = guard_peer(http, evhttp_request_get_connection(evhttp));
  peer->phase = PEER_ANSWER;
  struct http_request *request = request_new(http, peer, evhttp);
  const char *objection = guard_objection(peer, evhttp);
  size_t size = evbuffer_get_length(evhttp_request_get_input_buffer(evhttp));
  if (!read_uri(request))
    objection = "The address of the request is not well-formed.";
  if (objection) {
    http_request_set_header(request, "Connection", "close");
    request_answer_fault(request, 400, "bad_request", objection);
  } else if (size > http->limit(http->ctx, request->method, request->path)) {
    request_answer_fault(request, 413, "too_large", "The body of the request is longer than is allowed here.");
  } else {
    http->handler(http->ctx, request);
  }
}

enum http_method http_request_method(const struct http_request *request)
{
  return request->method;
}

const char *http_request_path(const struct http_request *request)
{
  return request->path;
}

const char *http_request_query(const struct http_request *request, const char *name)
{
  return evhttp_find_header(&request->query, name);
}

const char *http_request_header(const struct http_request *request, const char *name)
{
  return evhttp_find_header(evhttp_request_get_input_headers(request->evhttp), name);
}

bool http_request_cookie(const struct http_request *request, const char *name, char *out, size_t size)
{
  const char *at = http_request_header(request, "Cookie");
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

const char *http_request_body(const struct http_request *request, size_t *size)
{
  struct evbuffer *body = evhttp_request_get_input_buffer(request->evhttp);
  *size = evbuffer_get_length(body);
  const unsigned char *bytes = evbuffer_pullup(body, -1);
  return bytes ? (const char *)bytes : "";
}

const char *http_request_peer(const struct http_request *request)
{
  return request->address;
}

const char *http_request_network(const struct http_request *request)
{
  return request->network;
}

bool http_request_is_local(const struct http_request *request)
{
  return request->is_local;
}

bool http_request_is_secure(const struct http_request *request)
{
  return request->http->tls != NULL;
}
