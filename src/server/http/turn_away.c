// SPDX-License-Identifier: GPL-3.0-or-later
// evhttp would answer with a page of its own, in HTML; who sends too much gets a sentence like everybody else. A client
// reads the answer only when it has sent its body, so that is heard to its end, within the time of a body.
#include "server/http/inside.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static void hang_up_when_said(struct peer *peer)
{
  bool all_heard = peer->received - peer->head_size >= (size_t)peer->declared;
  if (all_heard && evbuffer_get_length(bufferevent_get_output(peer->bev)) == 0)
    evhttp_connection_free(peer->connection);
}

// evhttp may have planned to read what came with the request before, and then calls with an argument of its own.
static void throw_away(struct bufferevent *bev, void *not_always_ours)
{
  void *peer;
  struct evbuffer *input = bufferevent_get_input(bev);
  bufferevent_getcb(bev, NULL, NULL, NULL, &peer);
  evbuffer_drain(input, evbuffer_get_length(input));
  hang_up_when_said(peer);
}

static void has_said(struct bufferevent *bev, void *arg)
{
  hang_up_when_said(arg);
}

static void has_gone(struct bufferevent *bev, short what, void *arg)
{
  struct peer *peer = arg;
  evhttp_connection_free(peer->connection);
}

void turn_away(struct peer *peer)
{
  char body[200], has[40] = "more";
  if (!peer->is_chunked)
    snprintf(has, sizeof has, "%" PRId64 " bytes", peer->declared);
  int size = snprintf(body, sizeof body,
                      "{\"error\":{\"code\":\"too_large\",\"sentence\":\"The body of the request has %s; at most"
                      " %zu are taken here.\"}}",
                      has, peer->limit);
  evbuffer_add_printf(
      bufferevent_get_output(peer->bev),
      "HTTP/1.1 413 Content Too Large\r\nAnban-Server: 1\r\nContent-Type: application/json\r\nContent-Length: %d\r\n"
      "Connection: close\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n\r\n%s",
      size, body);
  bufferevent_setcb(peer->bev, throw_away, has_said, has_gone, peer);
  bufferevent_enable(peer->bev, EV_READ | EV_WRITE);
}
