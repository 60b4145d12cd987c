// SPDX-License-Identifier: GPL-3.0-or-later
// Sound and picture of calls (the only GStreamer): camera, microphone and loudspeaker, one encrypted connection to each
// other device, and messages left when nobody answers. What a call means (who rings, who may answer, when it is over)
// is the model's; here are only devices and connections, each named by the UUID of the other device.
//
// The kiosk makes every offer. A connection is made anew, never mended: each offer to one peer has a round, growing
// from 1, and answers and candidates carry the round they belong to; those of an older round are dropped. When it is
// time to make one anew, after silence or failure, is the model's to say (call_renew).
//
// Threads: all is built, changed and ended on a thread of its own, `call`, which may wait for a device that hangs.
// Commands come from any thread and return at once; what they point to is copied. They are carried out in their order.
// Late and senseless ones (a peer that is not open, twice the same) are dropped.
#pragma once

#include "base/fault.h"
#include "base/secret.h"
#include "kiosk/call/picture.h"

#define CALL_PEERS 4
#define CALL_SERVERS 8
#define CALL_SDP (256 * 1024)   // bytes at most of a description that is read
#define CALL_MESSAGE_SECONDS 60 // of a message that is left

// How this kiosk is set up.
struct call_settings {
  char codec[8];         // of the picture that is sent: "vp8" or "h264"
  char camera[512];      // "": the first that works; /dev/videoN; "none"; "test:bars" (source.h)
  char microphone[512];  // "": the usual one; a name of the sound system; "none"; "test:440": a tone of so many Hz
  char loudspeaker[512]; // "": the usual one; a name of the sound system; "none": plays unheard
  int width, height;     // of the picture that is sent, px, when the line is good
  int most_kbit;         // per second, of the picture, to each peer
  bool loopback;         // connect by 127.0.0.1 only: a machine without any network, in tests
};

// Who helps two devices to find each other.
struct call_server {
  char url[256];  // "stun:HOST:PORT", "turn:HOST:PORT?transport=udp", "turns:…"
  char user[160]; // of turn
  char password[160];
};
struct call_ice {
  int count;
  struct call_server servers[CALL_SERVERS];
  bool relay_only;
};

// What the person set. All may change in the middle of a call.
struct call_controls {
  int volume;   // percent
  bool muted;   // nothing of the microphone is sent
  bool curtain; // camera and microphone are closed; black and silence are sent
};

enum call_event_kind {
  CALL_OFFER,     // peer, round, text: the description to be sent to it
  CALL_CANDIDATE, // peer, round, line, text: one way to reach this kiosk, to be sent to it
  CALL_CONNECTED, // peer: it is who the description said, sound and picture flow
  CALL_SILENT,    // peer: nothing came for 3 s; it may still come back
  CALL_BACK,      // peer: it is heard again after CALL_SILENT
  CALL_PICTURES,  // peer, on: its pictures have begun, or ended
  CALL_ENDED,     // peer, failure, sentence: its connection has ended. call_renew makes another; a forged one is closed
  CALL_DEVICES,   // devices: opened, lost, found again; sentence tells which is missing and why, "" when none is
  CALL_LEVELS,    // levels: twice a second while devices are open or a message is recorded
  CALL_CHECKED,   // checked: what call_check found
  CALL_RECORDED,  // peer: the message; milliseconds: it is in its file; sentence: why it is not, milliseconds is 0 then
  CALL_PLAYED,    // peer: the message, it is over or was ended; sentence: why it could not be played
};

enum call_failure {
  CALL_NO_WAY,   // no connection within 15 s: no route, or wrong credentials for the relay
  CALL_FORGED,   // who answered is not who the description names; nothing was sent or shown
  CALL_NO_SENSE, // the answer can't be understood
  CALL_BROKEN,   // here: sentence says what
};

enum call_device { CALL_DEVICE_CLOSED, CALL_DEVICE_WORKS, CALL_DEVICE_MISSING };
struct call_devices {
  enum call_device camera, microphone, loudspeaker; // missing: black and silence stand in, and it is looked for again
};

// Loudness of the last half second, dBFS, at least -90.
struct call_levels {
  int microphone, remote;
};

enum call_finding { CALL_GOOD, CALL_MISSING, CALL_NO_SIGNAL, CALL_FAINT, CALL_OFF };
struct call_checked {
  enum call_finding microphone;  // NO_SIGNAL: dead silence; FAINT: hardly anything; OFF: muted or behind the curtain
  enum call_finding loudspeaker; // NO_SIGNAL: takes no sound; FAINT: volume below 20; OFF: volume 0
  enum call_finding camera;      // NO_SIGNAL: gives no picture; FAINT: all dark; OFF: behind the curtain, not wanted
  enum call_finding remote;      // MISSING: nobody connected; NO_SIGNAL: dead silence comes from there; FAINT: hardly
};

struct call_event {
  enum call_event_kind kind;
  char peer[UUID_SIZE];
  int round;
  char *text; // owned by who takes the event (free); NULL: none
  int line;   // of a candidate: sdpMLineIndex
  bool on;
  int milliseconds;
  enum call_failure failure;
  struct call_devices devices;
  struct call_levels levels;
  struct call_checked checked;
  char sentence[256]; // English, for the log and the desk
};

struct call_part {
  struct call_settings settings;
  void (*emit)(void *ctx, struct call_event *event); // on call's thread
  void *ctx;
  struct stage *stage; // what it shares with its pipelines
  pthread_t thread;
  bool started;
};

// `settings` are copied. Nothing is opened yet. `picture` tells that one can be taken, on any thread, and must return
// at once.
void call_init(struct call_part *call, const struct call_settings *settings,
               void (*emit)(void *ctx, struct call_event *event), void (*picture)(void *ctx), void *ctx);
bool call_start(struct call_part *call, struct fault *fault);
void call_stop(struct call_part *call); // asks the thread to end
void call_join(struct call_part *call); // closes all, waits for the thread and frees; also when it never started

// Connects to a device; the first opens ours. Answered by CALL_OFFER (round 1) or CALL_ENDED. `video` false: sound
// only, both ways.
void call_open(struct call_part *call, const char *peer, const struct call_ice *ice, bool video);
void call_answer(struct call_part *call, const char *peer, int round, const char *sdp);
void call_candidate(struct call_part *call, const char *peer, int round, int line, const char *candidate);
// A fresh connection in the place of the old one, because the other device asks or the network has changed. `ice` NULL:
// the servers as before. Answered by CALL_OFFER of the next round.
void call_renew(struct call_part *call, const char *peer, const struct call_ice *ice);
// Without an event. When the last peer is closed, the devices are closed too.
void call_close(struct call_part *call, const char *peer);
void call_close_all(struct call_part *call);
void call_set(struct call_part *call, const struct call_controls *controls);

// "I can't hear you": listens for three seconds (opening devices when none is open), then CALL_CHECKED.
void call_check(struct call_part *call);

// The message `id` of at most CALL_MESSAGE_SECONDS to a file, Opus in Ogg; ends by itself or by call_record_end, then
// CALL_RECORDED. Nothing else may be recorded, played or called at that time: it would wait for its device.
void call_record(struct call_part *call, const char *id, const char *path);
void call_record_end(struct call_part *call);
// Plays the message `id` (Ogg, WebM or what else browsers record), then CALL_PLAYED.
void call_play(struct call_part *call, const char *id, const char *path);
void call_play_end(struct call_part *call);

// Pictures, for whoever draws. `who` is a peer, or "" for the own picture (a mirror). Thread: any; nothing waits.
// How large the box is in which it will be shown: pictures then come in exactly this size, black around what they
// leave of it. 0 × 0: it is not shown; nothing is converted. A peer that is not open has no picture.
void call_show(struct call_part *call, const char *who, int width, int height);
// True when there is something new: the newest picture, the caller's until picture_release, or, `held` NULL, that no
// more come for now.
bool call_take_picture(struct call_part *call, const char *who, struct picture *out);
