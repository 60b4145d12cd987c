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
  double microphone, remote; // dBFS
};

struct voice_message_recorder {
  struct pipe pipe;
  bool recording, ending;
  char id[UUID_SIZE];
  char path[300];
  anban_ms began_at; // its first sound; -1: not yet
  anban_ms until;    // then it ends, or, before its first sound, has failed
};

struct talk {
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
  struct voice_message_recorder recorder;
  anban_ms tick_at, rates_at; // -1: not
};

void talk_init(struct talk *talk, struct call_part *call);
void talk_end(struct talk *talk);
// Takes what the note owns.
void talk_take(struct talk *talk, struct note *note, anban_ms now);
void talk_tick(struct talk *talk, anban_ms now);
anban_ms talk_wake_at(const struct talk *talk); // -1: nothing waits

// Takes what the event owns.
void talk_emit(struct talk *talk, struct call_event event);

// Devices (devices.c).
void devices_open(struct talk *talk, bool video, anban_ms now);
void devices_close(struct talk *talk);
bool devices_are_open(const struct talk *talk);
void devices_set(struct talk *talk, const struct call_controls *controls, anban_ms now);
bool devices_take(struct talk *talk, const struct note *note, anban_ms now);
void devices_tick(struct talk *talk, anban_ms now);
int devices_db(double level); // in whole dBFS, with a floor

// Peers (peers.c, peer_events.c).
void peers_command(struct talk *talk, struct note *note, anban_ms now);
bool peers_take(struct talk *talk, struct note *note, anban_ms now);
void peers_tick(struct talk *talk, anban_ms now);
void peers_share_rates(struct talk *talk, anban_ms now);
void peers_close_all(struct talk *talk);
bool peers_any(const struct talk *talk);
struct peer *peers_find(struct talk *talk, const char *id); // NULL: none
void peer_close(struct talk *talk, struct peer *peer);
// Its connection has ended; forged, it is closed.
void peer_fail(struct talk *talk, struct peer *peer, enum call_failure failure, const char *why);
// Makes its connection, or makes it anew.
void peer_offer(struct talk *talk, struct peer *peer, anban_ms now);
void peer_joined(struct talk *talk, struct peer *peer, anban_ms now); // connected with somebody
void peer_watch_pictures(struct talk *talk, struct peer *peer, anban_ms now);

// Messages (voice_message_recorder.c) and the check (check.c).
void voice_message_recorder_record(struct talk *talk, const char *id, const char *path, anban_ms now);
void voice_message_recorder_play(struct talk *talk, const char *id, const char *path, anban_ms now);
void voice_message_recorder_end(struct talk *talk, bool recording, anban_ms now);
bool voice_message_recorder_take(struct talk *talk, const struct note *note, anban_ms now);
void voice_message_recorder_tick(struct talk *talk, anban_ms now);
void check_begin(struct talk *talk, anban_ms now);
void check_level(struct check *check, bool remote, double level);
void check_tick(struct talk *talk, anban_ms now);
