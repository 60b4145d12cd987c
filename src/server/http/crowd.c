// SPDX-License-Identifier: GPL-3.0-or-later
// Who holds connections, so that nobody holds all of them: how many each address has, and who only waits.
#include "base/log.h"
#include "base/memory.h"
#include "base/secret.h"
#include "server/http/inside.h"

#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#define BUCKETS 4096
#define LEAST_REST_MS MS_SECOND // who has just come is about to ask

struct host {
  struct host *next;
  unsigned char network[16];
  int connections;
};

struct crowd {
  char secret[TOKEN_SIZE]; // so that nobody can choose addresses that meet in one bucket
  struct host *buckets[BUCKETS];
};

struct crowd *crowd_new(void)
{
  struct crowd *crowd = memory_new(sizeof *crowd);
  token_new(crowd->secret);
  return crowd;
}

void crowd_free(struct crowd *crowd)
{
  free(crowd);
}

// The address, of IPv6 the network of 64 bits that one household has.
static void network_of(int fd, unsigned char out[16])
{
  struct sockaddr_storage address = {0};
  socklen_t size = sizeof address;
  memset(out, 0, 16);
  if (getpeername(fd, (struct sockaddr *)&address, &size) != 0)
    return;
  if (address.ss_family == AF_INET6)
    memcpy(out, &((struct sockaddr_in6 *)&address)->sin6_addr, 8);
  else
    memcpy(out + 12, &((struct sockaddr_in *)&address)->sin_addr, 4);
}

static struct host **place_of(struct crowd *crowd, const unsigned char network[16])
{
  char hash[HASH_SIZE];
  char bytes[TOKEN_SIZE + 16];
  memcpy(bytes, crowd->secret, TOKEN_SIZE);
  memcpy(bytes + TOKEN_SIZE, network, 16);
  secret_hash(bytes, sizeof bytes, hash);
  hash[8] = '\0';
  struct host **place = &crowd->buckets[strtoul(hash, NULL, 16) % BUCKETS];
  while (*place && memcmp((*place)->network, network, 16) != 0)
    place = &(*place)->next;
  return place;
}

void crowd_join(struct peer *peer)
{
  struct http *http = peer->http;
  unsigned char network[16];
  network_of(peer->fd, network);
  struct host **place = place_of(http->crowd, network);
  if (!*place) {
    *place = memory_new(sizeof **place);
    memcpy((*place)->network, network, 16);
  }
  peer->host = *place;
  peer->host->connections++;
  peer->is_over = http->settings.most_from_one > 0 && peer->host->connections > http->settings.most_from_one;
  crowd_rests(peer);
}

void crowd_leave(struct peer *peer)
{
  crowd_works(peer);
  if (!peer->host || --peer->host->connections > 0)
    return;
  struct host **place = place_of(peer->http->crowd, peer->host->network);
  *place = peer->host->next;
  free(peer->host);
}

void crowd_rests(struct peer *peer)
{
  struct http *http = peer->http;
  if (peer->rests)
    return;
  peer->rests = true;
  peer->rests_since = clock_steady();
  if (peer->is_over)
    TAILQ_INSERT_HEAD(&http->resting, peer, next_resting);
  else
    TAILQ_INSERT_TAIL(&http->resting, peer, next_resting);
  if (peer->is_over)
    event_active(http->settle, EV_TIMEOUT, 0);
}

void crowd_works(struct peer *peer)
{
  if (peer->rests)
    TAILQ_REMOVE(&peer->http->resting, peer, next_resting);
  peer->rests = false;
}

// Its answer may still be on its way out.
static bool has_said_all(const struct peer *peer)
{
  return evbuffer_get_length(bufferevent_get_output(peer->bev)) == 0;
}

void crowd_make_room(struct http *http)
{
  struct peer *peer, *after;
  for (peer = TAILQ_FIRST(&http->resting); peer; peer = after) {
    bool is_full = http->peer_count >= http->settings.most_connections;
    bool may_go = is_full && clock_steady() - peer->rests_since >= LEAST_REST_MS;
    after = TAILQ_NEXT(peer, next_resting);
    if (!peer->is_over && !may_go)
      return;
    if (peer->phase == PEER_ANSWER)
      crowd_works(peer); // it is closed after its answer
    else if (has_said_all(peer))
      evhttp_connection_free(peer->connection);
  }
}
