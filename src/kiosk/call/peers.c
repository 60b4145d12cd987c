// SPDX-License-Identifier: GPL-3.0-or-later
// Commands about peers, and their life.
#include "kiosk/call/talk.h"

#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

struct peer *peers_find(struct talk *talk, const char *id)
{
  for (int i = 0; i < CALL_PEERS; i++)
    if (*id && strcmp(talk->peers[i].id, id) == 0)
      return &talk->peers[i];
  return NULL;
}

bool peers_any(const struct talk *talk)
{
  for (int i = 0; i < CALL_PEERS; i++)
    if (*talk->peers[i].id)
      return true;
  return false;
}

// Nothing goes to it and nothing of it counts.
static void part(struct talk *talk, struct peer *peer)
{
  struct stage *stage = talk->stage;
  peer->genuine = false;
  fan_join(&stage->pictures, peer->place, NULL);
  fan_join(&stage->sounds, peer->place, NULL);
  fan_follow(&stage->heard[peer->place], 0);
}

static void disconnect(struct talk *talk, struct peer *peer)
{
  part(talk, peer);
  connection_end(&peer->connection);
  free(peer->answer);
  peer->answer = NULL;
  peer->offered = false;
  gallery_pause(&talk->stage->gallery, peer->place + 1);
}

void peer_offer(struct talk *talk, struct peer *peer, anban_ms now)
{
  struct fault fault;
  disconnect(talk, peer);
  watch_offered(&peer->watch, now);
  struct connection_plan plan = {.settings = &talk->call->settings,
                                 .codec = &talk->camera.codec,
                                 .ice = &peer->ice,
                                 .video = peer->video,
                                 .place = peer->place,
                                 .box = peer->box};
  if (!connection_begin(&peer->connection, talk->stage, &plan, &fault))
    peer_fail(talk, peer, CALL_BROKEN, fault.sentence);
}

static void drop(struct talk *talk, struct peer *peer)
{
  disconnect(talk, peer);
  gallery_follow(&talk->stage->gallery, peer->place + 1, "", 0);
  *peer = (struct peer){.place = peer->place};
}

void peer_close(struct talk *talk, struct peer *peer)
{
  drop(talk, peer);
  if (!peers_any(talk) && talk->check.until < 0)
    devices_close(talk);
}

void peer_fail(struct talk *talk, struct peer *peer, enum call_failure failure, const char *why)
{
  struct call_event event = {.kind = CALL_ENDED, .failure = failure, .round = peer->round};
  COPY_TEXT(event.peer, peer->id);
  COPY_TEXT(event.sentence, why);
  log_warning("call", "the connection to %s has ended: %s", peer->id, why);
  if (failure == CALL_FORGED)
    peer_close(talk, peer);
  else
    disconnect(talk, peer);
  talk_emit(talk, event);
}

void peers_close_all(struct talk *talk)
{
  for (int i = 0; i < CALL_PEERS; i++)
    drop(talk, &talk->peers[i]);
}

static struct peer *free_place(struct talk *talk)
{
  for (int i = 0; i < CALL_PEERS; i++)
    if (!*talk->peers[i].id) {
      talk->peers[i] = (struct peer){.place = i};
      return &talk->peers[i];
    }
  return NULL;
}

static void refuse(struct talk *talk, const char *id, const char *why)
{
  struct call_event event = {.kind = CALL_ENDED, .failure = CALL_BROKEN};
  COPY_TEXT(event.peer, id);
  COPY_TEXT(event.sentence, why);
  talk_emit(talk, event);
}

static void open(struct talk *talk, const struct note *note, anban_ms now)
{
  struct peer *peer = free_place(talk);
  if (!peer) {
    refuse(talk, note->peer, "more people than a call can have");
    return;
  }
  COPY_TEXT(peer->id, note->peer);
  peer->ice = *note->ice;
  // Without an encoder it is a talk without pictures, both ways: the other side needs to send none.
  peer->video = note->on && !*talk->no_codec.sentence;
  rate_init(&peer->rate, talk->call->settings.most_kbit);
  devices_open(talk, note->on, now);
  peer_offer(talk, peer, now);
}

static void answer(struct talk *talk, struct peer *peer, struct note *note)
{
  if (!peer->offered || note->round != peer->round || peer->answer)
    return;
  if (!connection_answer(&peer->connection, note->text)) {
    peer_fail(talk, peer, CALL_NO_SENSE, "its answer makes no sense");
    return;
  }
  peer->answer = note->text;
  note->text = NULL;
}

static void show(struct talk *talk, const struct note *note)
{
  struct size box = {note->width, note->height};
  struct peer *peer = peers_find(talk, note->peer);
  if (!*note->peer)
    camera_show(&talk->camera, box);
  if (!peer)
    return;
  peer->box = box;
  connection_show(&peer->connection, box);
}

void peers_command(struct talk *talk, struct note *note, anban_ms now)
{
  struct peer *peer = peers_find(talk, note->peer);
  if (note->kind == NOTE_SHOW)
    show(talk, note);
  else if (note->kind == NOTE_OPEN && !peer)
    open(talk, note, now);
  else if (!peer)
    return;
  else if (note->kind == NOTE_ANSWER)
    answer(talk, peer, note);
  else if (note->kind == NOTE_CANDIDATE && peer->offered && note->round == peer->round)
    connection_candidate(&peer->connection, note->line, note->text);
  else if (note->kind == NOTE_CLOSE)
    peer_close(talk, peer);
  else if (note->kind == NOTE_RENEW) {
    peer->ice = note->ice ? *note->ice : peer->ice;
    peer_offer(talk, peer, now);
  }
}
