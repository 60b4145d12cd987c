// SPDX-License-Identifier: GPL-3.0-or-later
// What devices in a call say to each other by way of the server (POST /api/v1/calls/{id}/signals, event "call"), and
// where they find the servers for their media.
#pragma once

#include "protocol/call.h"

enum signal_kind {
  // A device sends these.
  SIGNAL_RINGING,   // "ringing"    it rings here: the caller hears the tone
  SIGNAL_ACCEPT,    // "accept"     {} or {"auto":true}: answered by itself, as the elder's settings say
  SIGNAL_DECLINE,   // "decline"
  SIGNAL_JOIN,      // "join"       into a call of their resident that goes on; or with another device of the same party
  SIGNAL_OFFER,     // "offer"      {"sdp","fresh"}: fresh replaces the peer connection on both sides
  SIGNAL_ANSWER,    // "answer"     {"sdp","fresh"}
  SIGNAL_CANDIDATE, // "candidate"  {"candidate","sdpMid","sdpMLineIndex"}
  SIGNAL_RENEW,     // "renew"      {}: please make a fresh offer to me
  SIGNAL_STATE,     // "state"      {"camera","microphone","curtain"}
  SIGNAL_BYE,       // "bye"        {} or {"reason":"failed"}
  // The server sends these.
  SIGNAL_RING,   // "ring"    it rings here, see the call
  SIGNAL_UPDATE, // "update"  the call's members have changed
  SIGNAL_GONE,   // "gone"    the event stream of `device` has been away for CALL_GONE_MS
  SIGNAL_BACK,   // "back"    it is there again
  SIGNAL_OVER,   // "over"    for this device; {"reason"}
  SIGNAL_KINDS
};
const char *signal_kind_code(enum signal_kind kind);
// Whether the kind is none of ours, that of a newer version: such a signal is passed over.
bool signal_is_newer(const json_t *json);
bool signal_is_sent_by_devices(enum signal_kind kind);

// {"call_id","seq","kind","from","device","to_device","data","call"?}
struct signal {
  char call_id[UUID_SIZE];
  int64_t seq; // from 1, growing in its call; a device sees holes, as not all is for its ears
  enum signal_kind kind;
  struct party from;
  char device[UUID_SIZE];    // that sent it, or that it is about; empty: the server's own
  char to_device[UUID_SIZE]; // empty: all devices in the call
  json_t *data;              // an object; a reference of its own
  bool has_call;             // it has changed
  struct call call;
};
// `out` is to be given back with signal_free in any case.
bool signal_read(const json_t *json, struct signal *out, struct fault *fault);
bool signal_read_at(const struct json_at *at, struct signal *out, struct fault *fault);
json_t *signal_write(const struct signal *signal);
void signal_free(struct signal *signal);

// What `data` has under a name; 0, NULL, false when it has no such thing.
int signal_number(const struct signal *signal, const char *name);
const char *signal_text(const struct signal *signal, const char *name);
bool signal_flag(const struct signal *signal, const char *name);
enum call_reason signal_reason(const struct signal *signal); // of "over"; CALL_HUNG_UP when none is said

// The body of a post: {"device","kind","to_device"?,"data"?}; call_id, seq and from are left empty.
bool signal_read_post(const json_t *json, struct signal *out, struct fault *fault);
json_t *signal_write_post(const struct signal *signal);

#define MOST_ICE_SERVERS 4
#define MOST_ICE_URLS 4
#define ICE_URL_SIZE 160
#define ICE_WORD_SIZE 96

struct ice_server {
  int url_count;
  char urls[MOST_ICE_URLS][ICE_URL_SIZE]; // "stun:HOST:PORT", "turn:…?transport=udp", "turns:…"
  char username[ICE_WORD_SIZE];           // empty: none is needed
  char credential[ICE_WORD_SIZE];
};

// GET /api/v1/calls/ice: {"ice_servers":[{"urls":[…],"username"?,"credential"?}],"relay_only"}
struct ice {
  int count;
  struct ice_server servers[MOST_ICE_SERVERS];
  bool relay_only;
};
bool ice_read(const json_t *json, struct ice *out, struct fault *fault);
json_t *ice_write(const struct ice *ice);
