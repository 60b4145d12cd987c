// SPDX-License-Identifier: GPL-3.0-or-later
// Commands about peers, and their life.
#include "kiosk/call/session.h"

#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

struct peer *peers_find(struct session *session, const char *id)
{
  for (int i = 0; i < CALL_PEERS; i++)
    if (*id && strcmp(session->peers[i].id, id) == 0)
      return &session->peers[i];
  return NULL;
}

bool peers_any(const struct session *session)
{
  for (int i = 0; i < CALL_PEERS; i++)
    if (*session->peers[i].id)
      return true;
  return false;
}

// Nothing goes to it and nothing of it counts.
static void part(struct session *session, struct peer *peer)
{
  struct stage *stage = session->stage;
  peer->genuine = false;
  fan_join(&stage->pictures, peer->place, NULL);
  fan_join(&stage->sounds, peer->place, NULL);
  fan_follow(&stage->heard[peer->place], 0);
}

static void disconnect(struct session *session, struct peer *peer)
{
  part(session, peer);
  connection_end(&peer->connection);
  free(peer->answer);
  peer->answer = NULL;
  peer->offered = false;
}

void peer_offer(struct session *session, struct peer *peer, anban_ms now)
{
  struct fault fault;
  disconnect(session, peer);
  watch_offered(&peer->watch, now);
  struct connection_plan plan = {.settings = &session->call->settings,
                                 .codec = &session->camera.codec,
                                 .ice = &peer->ice,
                                 .video = peer->video,
                                 .place = peer->place,
                                 .box = peer->box};
  if (!connection_begin(&peer->connection, session->stage, &plan, &fault))
    peer_fail(session, peer, CALL_BROKEN, fault.sentence);
}

static void drop(struct session *session, struct peer *peer)
{
  disconnect(session, peer);
  gallery_follow(&session->stage->gallery, peer->place + 1, "", 0);
  *peer = (struct peer){.place = peer->place};
}

void peer_close(struct session *session, struct peer *peer)
{
  drop(session, peer);
  if (!peers_any(session) && session->check.until < 0)
    devices_close(session);
}

void peer_fail(struct session *session, struct peer *peer, enum call_failure failure, const char *why)
{
  struct call_event event = {.kind = CALL_ENDED, .failure = failure, .round = peer->round};
  COPY_TEXT(event.peer, peer->id);
  COPY_TEXT(event.sentence, why);
  log_warning("call", "the connection to %s has ended: %s", peer->id, why);
  if (failure == CALL_FORGED)
    peer_close(session, peer);
  else
    disconnect(session, peer);
  session_emit(session, event);
}

void peers_close_all(struct session *session)
{
  for (int i = 0; i < CALL_PEERS; i++)
    drop(session, &session->peers[i]);
}

static struct peer *free_place(struct session *session)
{
  for (int i = 0; i < CALL_PEERS; i++)
    if (!*session->peers[i].id) {
      session->peers[i] = (struct peer){.place = i};
      return &session->peers[i];
    }
  return NULL;
}

static void refuse(struct session *session, const char *id, const char *why)
{
  struct call_event event = {.kind = CALL_ENDED, .failure = CALL_BROKEN};
  COPY_TEXT(event.peer, id);
  COPY_TEXT(event.sentence, why);
  session_emit(session, event);
}

static void open(struct session *session, const struct note *note, anban_ms now)
{
  struct peer *peer = free_place(session);
  if (!peer) {
    refuse(session, note->peer, "more people than a call can have");
    return;
  }
  COPY_TEXT(peer->id, note->peer);
  peer->ice = *note->ice;
  // Without an encoder it is a talk without pictures, both ways: the other side needs to send none.
  peer->video = note->on && !*session->no_codec.sentence;
  rate_init(&peer->rate, session->call->settings.most_kbit);
  devices_open(session, note->on, now);
  peer_offer(session, peer, now);
}

static void answer(struct session *session, struct peer *peer, struct note *note)
{
  if (!peer->offered || note->round != peer->round || peer->answer)
    return;
  if (!connection_answer(&peer->connection, note->text)) {
    peer_fail(session, peer, CALL_NO_SENSE, "its answer makes no sense");
    return;
  }
  peer->answer = note->text;
  note->text = NULL;
}

static void show(struct session *session, const struct note *note)
{
  struct size box = {note->width, note->height};
  struct peer *peer = peers_find(session, note->peer);
  if (!*note->peer)
    camera_show(&session->camera, box);
  if (!peer)
    return;
  peer->box = box;
  connection_show(&peer->connection, box);
}

void peers_command(struct session *session, struct note *note, anban_ms now)
{
  struct peer *peer = peers_find(session, note->peer);
  if (note->kind == NOTE_SHOW)
    show(session, note);
  else if (note->kind == NOTE_OPEN && !peer)
    open(session, note, now);
  else if (!peer)
    return;
  else if (note->kind == NOTE_ANSWER)
    answer(session, peer, note);
  else if (note->kind == NOTE_CANDIDATE && peer->offered && note->round == peer->round)
    connection_candidate(&peer->connection, note->line, note->text);
  else if (note->kind == NOTE_CLOSE)
    peer_close(session, peer);
  else if (note->kind == NOTE_RENEW) {
    peer->ice = note->ice ? *note->ice : peer->ice;
    peer_offer(session, peer, now);
  }
}
