// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to peers: what their connections tell, and what time tells.
#include "kiosk/call/session.h"

#include "base/text.h"

#define PICTURES_GONE (3 * MS_SECOND)

static void tell(struct session *session, const struct peer *peer, struct call_event event)
{
  COPY_TEXT(event.peer, peer->id);
  event.round = peer->round;
  session_emit(session, event);
}

static char *taken(struct note *note)
{
  char *text = note->text;
  note->text = NULL;
  return text;
}

// From here on sound and picture go both ways.
static void let_in(struct session *session, struct peer *peer)
{
  struct stage *stage = session->stage;
  const struct pipe *pipe = &peer->connection.pipe;
  peer->genuine = true;
  fan_join(&stage->sounds, peer->place, pipe_part(pipe, "sounds"));
  fan_join(&stage->pictures, peer->place, peer->resting ? NULL : pipe_part(pipe, "pictures"));
  fan_follow(&stage->heard[peer->place], pipe->serial);
  gallery_follow(&stage->gallery, peer->place + 1, peer->id, pipe->serial);
  camera_key_frame(&session->camera);
}

void peer_joined(struct session *session, struct peer *peer, anban_ms now)
{
  if (peer->genuine || !peer->answer)
    return;
  if (!connection_is_genuine(&peer->connection, peer->answer)) {
    peer_fail(session, peer, CALL_FORGED, "who answered is not who the answer says");
    return;
  }
  let_in(session, peer);
  watch_connected(&peer->watch, now);
  tell(session, peer, (struct call_event){.kind = CALL_CONNECTED});
  peer_watch_pictures(session, peer, now);
}

void peer_watch_pictures(struct session *session, struct peer *peer, anban_ms now)
{
  unsigned pictures = connection_pictures(&peer->connection);
  bool came = pictures != peer->pictures_seen && pictures > 0;
  peer->pictures_seen = pictures;
  if (came)
    peer->picture_at = now;
  bool on = peer->genuine && (came || (peer->pictures && now - peer->picture_at < PICTURES_GONE));
  if (on == peer->pictures)
    return;
  peer->pictures = on;
  tell(session, peer, (struct call_event){.kind = CALL_PICTURES, .on = on});
}

static void take(struct session *session, struct peer *peer, struct note *note, anban_ms now)
{
  switch (note->kind) {
  case NOTE_OFFERED:
    peer->round++;
    peer->offered = true;
    tell(session, peer, (struct call_event){.kind = CALL_OFFER, .text = taken(note)});
    break;
  case NOTE_WAY:
    tell(session, peer, (struct call_event){.kind = CALL_CANDIDATE, .line = note->line, .text = taken(note)});
    break;
  case NOTE_CONNECTED:
    peer_joined(session, peer, now);
    break;
  case NOTE_REFUSED:
    peer_fail(session, peer, CALL_NO_SENSE, "its answer does not fit the offer");
    break;
  case NOTE_BROKEN:
    peer_fail(session, peer, CALL_BROKEN, note->text ? note->text : "the connection broke");
    break;
  case NOTE_KEY:
    camera_key_frame(&session->camera);
    break;
  case NOTE_FLOWS:
    peer_watch_pictures(session, peer, now);
    break;
  case NOTE_LATENCY:
    gst_bin_recalculate_latency(GST_BIN(peer->connection.pipe.top));
    break;
  default:
    break;
  }
}

bool peers_take(struct session *session, struct note *note, anban_ms now)
{
  for (int i = 0; i < CALL_PEERS; i++) {
    struct peer *peer = &session->peers[i];
    if (!*peer->id || peer->connection.pipe.serial != note->serial)
      continue;
    take(session, peer, note, now);
    return true;
  }
  return false;
}

static void watch(struct session *session, struct peer *peer, anban_ms now)
{
  switch (watch_step(&peer->watch, connection_packets(&peer->connection), now)) {
  case WATCH_NOTHING:
    break;
  case WATCH_LATE:
    peer_fail(session, peer, CALL_NO_WAY, "no connection within 15 s");
    break;
  case WATCH_IS_SILENT:
    tell(session, peer, (struct call_event){.kind = CALL_SILENT});
    break;
  case WATCH_IS_BACK:
    tell(session, peer, (struct call_event){.kind = CALL_BACK});
    break;
  }
}

void peers_tick(struct session *session, anban_ms now)
{
  for (int i = 0; i < CALL_PEERS; i++) {
    struct peer *peer = &session->peers[i];
    if (!peer->connection.pipe.top)
      continue;
    peer_watch_pictures(session, peer, now);
    watch(session, peer, now);
  }
}

static void rest(struct session *session, struct peer *peer)
{
  if (peer->resting == peer->rate.resting)
    return;
  peer->resting = peer->rate.resting;
  GstElement *pictures = peer->resting ? NULL : pipe_part(&peer->connection.pipe, "pictures");
  fan_join(&session->stage->pictures, peer->place, pictures);
  camera_key_frame(&session->camera);
}

// One encoder serves all: what it makes is what the weakest line that gets pictures bears.
void peers_share_rates(struct session *session, anban_ms now)
{
  int least = session->call->settings.most_kbit;
  for (int i = 0; i < CALL_PEERS; i++) {
    struct peer *peer = &session->peers[i];
    struct feedback feedback;
    if (!peer->genuine || !peer->video)
      continue;
    if (connection_feedback(&peer->connection, &feedback))
      rate_step(&peer->rate, &feedback, now);
    rest(session, peer);
    if (!peer->resting && peer->rate.kbit < least)
      least = peer->rate.kbit;
  }
  camera_set_rate(&session->camera, least);
}
