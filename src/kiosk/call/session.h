// SPDX-License-Identifier: GPL-3.0-or-later
// All that call's thread holds: devices, peers, a message that is recorded or played, a check. Thread: call's.
#pragma once

#include "kiosk/call/camera.h"
#include "kiosk/call/connection.h"
#include "kiosk/call/sounds.h"
#include "kiosk/call/watch.h"

struct peer {
  char id[UUID_SIZE]; // "": the place is free
  int place, round;
  bool video;
  struct call_ice ice;
  struct connection connection;
  bool offered;  // of this connection
  char *answer;  // to it; NULL: none yet
  bool genuine;  // it is who its answer says; sound and picture go both ways
  bool resting;  // the line bears no picture
  bool pictures; // its pictures come
  unsigned pictures_seen;
  anban_ms picture_at; // the last one
  struct watch watch;
  struct rate rate;
  struct size box;
};

// "I can't hear you": the loudest of some seconds.
struct check {
  anban_ms until;            // -1: none runs
  bool opened;               // it has opened the devices itself
  double microphone, remote; // dBFS
};

struct message {
  struct pipe pipe;
  bool recording, ending;
  char path[300];
  anban_ms began_at; // its first sound; -1: not yet
  anban_ms until;    // then it ends, or, before its first sound, has failed
};

struct session {
  struct call_part *call;
  struct stage *stage;
  struct camera camera;
  struct loudspeaker loudspeaker;
  struct microphone microphone;
  struct peer peers[CALL_PEERS];
  bool with_picture; // the camera is wanted
  struct call_controls controls;
  struct call_levels levels;
  struct fault no_codec;    // why no picture can be sent; "": it can
  struct call_devices told; // of the devices, last
  struct check check;
  struct message message;
  anban_ms tick_at, rates_at, levels_at; // -1: not
};

void session_init(struct session *session, struct call_part *call);
void session_end(struct session *session);
// Takes what the note owns.
void session_take(struct session *session, struct note *note, anban_ms now);
void session_tick(struct session *session, anban_ms now);
anban_ms session_wake_at(const struct session *session); // -1: nothing waits

// Takes what the event owns.
void session_emit(struct session *session, struct call_event event);

// Devices (devices.c).
void devices_open(struct session *session, bool video, anban_ms now);
void devices_close(struct session *session);
bool devices_are_open(const struct session *session);
void devices_set(struct session *session, const struct call_controls *controls, anban_ms now);
bool devices_take(struct session *session, const struct note *note, anban_ms now);
void devices_tick(struct session *session, anban_ms now);
void devices_tell_levels(struct session *session);

// Peers (peers.c, peer_events.c).
void peers_command(struct session *session, struct note *note, anban_ms now);
bool peers_take(struct session *session, struct note *note, anban_ms now);
void peers_tick(struct session *session, anban_ms now);
void peers_share_rates(struct session *session, anban_ms now);
void peers_close_all(struct session *session);
bool peers_any(const struct session *session);
struct peer *peers_find(struct session *session, const char *id); // NULL: none
void peer_close(struct session *session, struct peer *peer);
// Its connection has ended; forged, it is closed.
void peer_fail(struct session *session, struct peer *peer, enum call_failure failure, const char *why);
// Makes its connection, or makes it anew.
void peer_offer(struct session *session, struct peer *peer, anban_ms now);
void peer_joined(struct session *session, struct peer *peer, anban_ms now); // connected with somebody
void peer_watch_pictures(struct session *session, struct peer *peer, anban_ms now);

// Messages (message.c) and the check (check.c).
void message_record(struct session *session, const char *path, anban_ms now);
void message_play(struct session *session, const char *path, anban_ms now);
void message_end(struct session *session, bool recording, anban_ms now);
bool message_take(struct session *session, const struct note *note, anban_ms now);
void message_tick(struct session *session, anban_ms now);
void check_begin(struct session *session, anban_ms now);
void check_level(struct check *check, bool remote, double level);
void check_tick(struct session *session, anban_ms now);
