// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to peers: what their connections tell, and what time tells.
#include "kiosk/call/talk.h"

#include "base/text.h"

#define PICTURES_GONE (3 * MS_SECOND)

static void tell(struct talk *talk, const struct peer *peer, struct call_event event)
{
  COPY_TEXT(event.peer, peer->id);
  event.round = peer->round;
  talk_emit(talk, event);
}

static char *taken(struct note *note)
{
  char *text = note->text;
  note->text = NULL;
  return text;
}

// From here on sound and picture go both ways.
static void let_in(struct talk *talk, struct peer *peer)
{
  struct stage *stage = talk->stage;
  const struct pipe *pipe = &peer->connection.pipe;
  peer->genuine = true;
  fan_join(&stage->sounds, peer->place, pipe_part(pipe, "sounds"));
  fan_join(&stage->pictures, peer->place, peer->resting ? NULL : pipe_part(pipe, "pictures"));
  fan_follow(&stage->heard[peer->place], pipe->serial);
  gallery_follow(&stage->gallery, peer->place + 1, peer->id, pipe->serial);
  camera_key_frame(&talk->camera);
}

void peer_joined(struct talk *talk, struct peer *peer, anban_ms now)
{
  if (peer->genuine || !peer->answer)
    return;
  if (!connection_is_genuine(&peer->connection, peer->answer)) {
    peer_fail(talk, peer, CALL_FORGED, "who answered is not who the answer says");
    return;
  }
  let_in(talk, peer);
  watch_connected(&peer->watch, now);
  tell(talk, peer, (struct call_event){.kind = CALL_CONNECTED});
  peer_watch_pictures(talk, peer, now);
}

void peer_watch_pictures(struct talk *talk, struct peer *peer, anban_ms now)
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
  if (!on)
    gallery_pause(&talk->stage->gallery, peer->place + 1);
  tell(talk, peer, (struct call_event){.kind = CALL_PICTURES, .on = on});
}

static void take(struct talk *talk, struct peer *peer, struct note *note, anban_ms now)
{
  switch (note->kind) {
  case NOTE_OFFERED:
    peer->round++;
    peer->offered = true;
    tell(talk, peer, (struct call_event){.kind = CALL_OFFER, .text = taken(note)});
    break;
  case NOTE_WAY:
    tell(talk, peer, (struct call_event){.kind = CALL_CANDIDATE, .line = note->line, .text = taken(note)});
    break;
  case NOTE_CONNECTED:
    peer_joined(talk, peer, now);
    break;
  case NOTE_REFUSED:
    peer_fail(talk, peer, CALL_NO_SENSE, "its answer does not fit the offer");
    break;
  case NOTE_BROKEN:
    peer_fail(talk, peer, CALL_BROKEN, note->text ? note->text : "the connection broke");
    break;
  case NOTE_KEY:
    camera_key_frame(&talk->camera);
    break;
  case NOTE_FLOWS:
    peer_watch_pictures(talk, peer, now);
    break;
  case NOTE_LATENCY:
    gst_bin_recalculate_latency(GST_BIN(peer->connection.pipe.top));
    break;
  case NOTE_OPEN:
  case NOTE_ANSWER:
  case NOTE_CANDIDATE:
  case NOTE_RENEW:
  case NOTE_CLOSE:
  case NOTE_CLOSE_ALL:
  case NOTE_SET:
  case NOTE_CHECK:
  case NOTE_RECORD:
  case NOTE_RECORD_END:
  case NOTE_PLAY:
  case NOTE_PLAY_END:
  case NOTE_SHOW:
  case NOTE_ENDED:
  case NOTE_LEVEL: // not of a connection
    break;
  }
}

bool peers_take(struct talk *talk, struct note *note, anban_ms now)
{
  for (int i = 0; i < CALL_PEERS; i++) {
    struct peer *peer = &talk->peers[i];
    if (!*peer->id || peer->connection.pipe.serial != note->serial)
      continue;
    take(talk, peer, note, now);
    return true;
  }
  return false;
}

static void watch(struct talk *talk, struct peer *peer, anban_ms now)
{
  switch (watch_step(&peer->watch, connection_packets(&peer->connection), now)) {
  case WATCH_NOTHING:
    break;
  case WATCH_LATE:
    peer_fail(talk, peer, CALL_NO_WAY, "no connection within 15 s");
    break;
  case WATCH_IS_SILENT:
    tell(talk, peer, (struct call_event){.kind = CALL_SILENT});
    break;
  case WATCH_IS_BACK:
    tell(talk, peer, (struct call_event){.kind = CALL_BACK});
    break;
  }
}

void peers_tick(struct talk *talk, anban_ms now)
{
  for (int i = 0; i < CALL_PEERS; i++) {
    struct peer *peer = &talk->peers[i];
    if (!peer->connection.pipe.top)
      continue;
    peer_watch_pictures(talk, peer, now);
    watch(talk, peer, now);
  }
}

static void rest(struct talk *talk, struct peer *peer)
{
  if (peer->resting == peer->rate.resting)
    return;
  peer->resting = peer->rate.resting;
  GstElement *pictures = peer->resting ? NULL : pipe_part(&peer->connection.pipe, "pictures");
  fan_join(&talk->stage->pictures, peer->place, pictures);
  camera_key_frame(&talk->camera);
}

// One encoder serves all: what it makes is what the weakest line that gets pictures bears.
void peers_share_rates(struct talk *talk, anban_ms now)
{
  int least = talk->call->settings.most_kbit;
  for (int i = 0; i < CALL_PEERS; i++) {
    struct peer *peer = &talk->peers[i];
    struct feedback feedback;
    if (!peer->genuine || !peer->video)
      continue;
    if (connection_feedback(&peer->connection, &feedback))
      rate_step(&peer->rate, &feedback, now);
    rest(talk, peer);
    if (!peer->resting && peer->rate.kbit < least)
      least = peer->rate.kbit;
  }
  camera_set_rate(&talk->camera, least);
}
