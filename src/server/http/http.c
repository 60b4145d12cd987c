// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/http.h"

#include "base/log.h"
#include "base/memory.h"
#include "server/http/inside.h"

#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#define MOST_HEADER_BYTES 8192
#define IDLE_SECONDS 60
#define STOP_ROUNDS 60
static const struct timeval stop_round = {0, 50000};
static const struct timeval one_second = {1, 0};
static const struct timeval half_second = {0, 500000};

// Without files to open, accepting would fail again at once, for ever.
static void pause_listener(struct evconnlistener *listener, void *arg)
{
  struct http *http = arg;
  log_warning("http", "connections can't be accepted: %s; next attempt in half a second", strerror(errno));
  evconnlistener_disable(listener);
  event_add(http->reopen, &half_second);
}

static void reopen_listener(evutil_socket_t fd, short what, void *arg)
{
  struct http *http = arg;
  if (!http->listener_off && !atomic_load(&http->stop))
    evconnlistener_enable(http->listener);
}

static in_port_t *port_of(struct sockaddr_storage *address)
{
  return address->ss_family == AF_INET6 ? &((struct sockaddr_in6 *)address)->sin6_port
                                        : &((struct sockaddr_in *)address)->sin_port;
}

static bool resolve(const struct http_settings *settings, struct sockaddr_storage *out, int *size, struct fault *fault)
{
  *size = sizeof *out;
  if (evutil_parse_sockaddr_port(settings->address, (struct sockaddr *)out, size) != 0)
    return fault_set(fault, "%s is not an address to listen on", settings->address);
  *port_of(out) = htons((uint16_t)settings->port);
  return true;
}

static bool listen_on(struct http *http, struct fault *fault)
{
  struct sockaddr_storage address;
  int size;
  int one = 1;
  if (!resolve(&http->settings, &address, &size, fault))
    return false;
  unsigned flags = LEV_OPT_REUSEABLE | LEV_OPT_CLOSE_ON_FREE | LEV_OPT_CLOSE_ON_EXEC;
  http->listener = evconnlistener_new_bind(http->base, NULL, NULL, flags, 1024, (struct sockaddr *)&address, size);
  if (!http->listener || !evhttp_bind_listener(http->evhttp, http->listener))
    return fault_set(fault, "port %d of %s can't be listened on: %s", http->settings.port, http->settings.address,
                     strerror(errno));
  evutil_socket_t fd = evconnlistener_get_fd(http->listener);
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one); // connections inherit it
  evconnlistener_set_error_cb(http->listener, pause_listener);
  socklen_t length = sizeof address;
  getsockname(fd, (struct sockaddr *)&address, &length);
  http->port = ntohs(*port_of(&address));
  return true;
}

static void finish(evutil_socket_t fd, short what, void *arg)
{
  struct http *http = arg;
  bool waiting = !TAILQ_EMPTY(&http->requests);
  struct peer *peer;
  TAILQ_FOREACH(peer, &http->peers, next)
  waiting = waiting || evbuffer_get_length(bufferevent_get_output(peer->bev)) > 0;
  if (!waiting || http->stop_rounds-- == 0)
    event_base_loopbreak(http->base);
  else
    event_add(http->stopper, &stop_round);
}

static void begin_stop(struct http *http)
{
  if (http->stop_rounds)
    return;
  http->stop_rounds = STOP_ROUNDS;
  evconnlistener_disable(http->listener);
  stream_stop_all(http);
  event_add(http->stopper, &stop_round);
}

static void woken(evutil_socket_t fd, short what, void *arg)
{
  struct http *http = arg;
  uint64_t count;
  if (read(http->wake_fd, &count, sizeof count) < 0)
    return;
  if (http->woken)
    http->woken(http->ctx);
  if (atomic_load(&http->stop))
    begin_stop(http);
}

static bool prepare(struct http *http, struct fault *fault)
{
  struct event_config *config = event_config_new();
  event_config_set_flag(config, EVENT_BASE_FLAG_NOLOCK | EVENT_BASE_FLAG_EPOLL_USE_CHANGELIST);
  http->base = event_base_new_with_config(config);
  event_config_free(config);
  http->evhttp = http->base ? evhttp_new(http->base) : NULL;
  if (!http->evhttp || http->wake_fd < 0)
    return fault_set(fault, "the event loop can't start: %s", strerror(errno));
  http->wake = event_new(http->base, http->wake_fd, EV_READ | EV_PERSIST, woken, http);
  http->settle = event_new(http->base, -1, 0, guard_settle, http);
  http->cutter = event_new(http->base, -1, 0, stream_cut_slow, http);
  http->second = event_new(http->base, -1, EV_PERSIST, guard_each_second, http);
  http->stopper = evtimer_new(http->base, finish, http);
  http->reopen = evtimer_new(http->base, reopen_listener, http);
  event_add(http->wake, NULL);
  event_add(http->second, &one_second);
  evhttp_set_max_headers_size(http->evhttp, MOST_HEADER_BYTES);
  evhttp_set_max_body_size(http->evhttp, 0); // until the guard knows the route
  evhttp_set_timeout(http->evhttp, IDLE_SECONDS);
  evhttp_set_flags(http->evhttp, EVHTTP_SERVER_LINGERING_CLOSE);
  evhttp_set_allowed_methods(http->evhttp, EVHTTP_REQ_GET | EVHTTP_REQ_POST | EVHTTP_REQ_PUT | EVHTTP_REQ_DELETE);
  evhttp_set_bevcb(http->evhttp, guard_bufferevent, http);
  evhttp_set_gencb(http->evhttp, request_take, http);
  return true;
}

struct http *http_new(const struct http_settings *settings, http_handler *handler, http_body_limit *limit, void *ctx,
                      struct fault *fault)
{
  struct http *http = memory_new(sizeof *http);
  signal(SIGPIPE, SIG_IGN); // a client that has left is an error of a write, not the end of the program
  http->settings = *settings;
  http->handler = handler;
  http->limit = limit;
  http->ctx = ctx;
  http->wake_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
  TAILQ_INIT(&http->peers);
  TAILQ_INIT(&http->resting);
  http->crowd = crowd_new();
  TAILQ_INIT(&http->requests);
  TAILQ_INIT(&http->streams);
  bool wants_tls = settings->certificate[0] || settings->private_key[0];
  bool ok = !wants_tls || (http->tls = tls_open(settings->certificate, settings->private_key, fault)) != NULL;
  if (ok && prepare(http, fault) && listen_on(http, fault))
    return http;
  http_free(http);
  return NULL;
}

int http_port(const struct http *http)
{
  return http->port;
}

void http_run(struct http *http, void (*on_woken)(void *ctx))
{
  http->woken = on_woken;
  event_base_dispatch(http->base);
}

void http_wake(struct http *http)
{
  uint64_t one = 1;
  if (write(http->wake_fd, &one, sizeof one) < 0 && errno != EAGAIN) // EAGAIN: it is awake for a long time
    log_error("http", "the loop can't be woken: %s", strerror(errno));
}

void http_stop(struct http *http)
{
  atomic_store(&http->stop, true);
  http_wake(http);
}

static void tick(evutil_socket_t fd, short what, void *arg)
{
  struct timer *timer = arg;
  timer->tick(timer->http->ctx);
}

void http_every(struct http *http, int seconds, void (*on_tick)(void *ctx))
{
  struct timer *timer = memory_new(sizeof *timer);
  struct timeval every = {seconds, 0};
  *timer = (struct timer){.http = http, .tick = on_tick, .next = http->timers};
  timer->event = event_new(http->base, -1, EV_PERSIST, tick, timer);
  event_add(timer->event, &every);
  http->timers = timer;
}

static void free_event(struct event *event)
{
  if (event)
    event_free(event);
}

static void free_timers(struct http *http)
{
  while (http->timers) {
    struct timer *timer = http->timers;
    http->timers = timer->next;
    event_free(timer->event);
    free(timer);
  }
}

void http_free(struct http *http)
{
  if (!http)
    return;
  if (http->evhttp)
    evhttp_free(http->evhttp); // with the listener and all connections
  free_timers(http);
  free_event(http->wake);
  free_event(http->settle);
  free_event(http->cutter);
  free_event(http->second);
  free_event(http->stopper);
  free_event(http->reopen);
  if (http->base)
    event_base_free(http->base);
  SSL_CTX_free(http->tls);
  if (http->wake_fd >= 0)
    close(http->wake_fd);
  crowd_free(http->crowd);
  free(http->by_fd);
  free(http);
}
