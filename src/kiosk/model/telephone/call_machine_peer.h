// SPDX-License-Identifier: GPL-3.0-or-later
// Inside the call machine: its steps and its peers. Only the files machine*.c include it.
#pragma once

#include "kiosk/model/telephone/call_machine.h"

#define PATIENCE (10 * MS_SECOND)    // without a packet before a fresh offer is tried, and between two tries
#define TRY_AGAIN (2 * MS_SECOND)    // after media that failed, and the least between two tries
#define SILENT_AFTER (3 * MS_SECOND) // how long it was quiet when the media tell so
#define MEET_WITHIN (30 * MS_SECOND) // from accepting to the first sound
#define MISS_WITHIN (75 * MS_SECOND) // a minute's cut of the network is survived

struct call_machine_step {
  struct call_machine *machine;
  const struct call_machine_input *in;
  struct call_machine_todo *out;
};

struct call_machine_action *call_machine_ask(const struct call_machine_step *step, enum call_machine_do what);
void call_machine_send(const struct call_machine_step *step, enum signal_kind signal, const char *device);
void call_machine_enter(const struct call_machine_step *step, enum call_machine_state state);
void call_machine_finish(const struct call_machine_step *step, enum call_reason reason);
void call_machine_begin(const struct call_machine_step *step,
                        enum call_machine_state state); // a call: nothing of the last one stays

struct call_machine_peer *call_machine_peer(struct call_machine *machine, const char *device); // NULL: none
// Opens the media with a device; an open one stays as it is.
void call_machine_peer_open(const struct call_machine_step *step, const char *device, bool kiosk, bool offers);
// With all that have answered; the older member makes the offer.
void call_machine_peers_open(const struct call_machine_step *step);
// It has left. A call without its kiosk, or without others, is over.
void call_machine_peer_drop(const struct call_machine_step *step, struct call_machine_peer *peer,
                            enum call_reason reason);
// Asks for a fresh offer, from this side or from the other.
void call_machine_peer_renew(const struct call_machine_step *step, struct call_machine_peer *peer);
void call_machine_peer_heard(struct call_machine_peer *peer, struct call_machine *machine);
void call_machine_peer_quiet(const struct call_machine_step *step, struct call_machine_peer *peer);
// Talking, reconnecting or still connecting, by who is heard.
void call_machine_peers_weigh(const struct call_machine_step *step);
void call_machine_peers_wait(const struct call_machine_step *step); // time has passed
anban_ms call_machine_peers_due(const struct call_machine *machine);

// One for each kind of input; "comes" is accept and join, "detail" answer and candidate, "heard" connected and back.
void call_machine_person_call(const struct call_machine_step *step);
void call_machine_person_join(const struct call_machine_step *step);
void call_machine_person_answer(const struct call_machine_step *step);
void call_machine_person_decline(const struct call_machine_step *step);
void call_machine_person_hang_up(const struct call_machine_step *step);
void call_machine_server_posted(const struct call_machine_step *step);
void call_machine_server_refused(const struct call_machine_step *step);
void call_machine_server_resumed(const struct call_machine_step *step);
void call_machine_server_away(const struct call_machine_step *step);
void call_machine_signal_ring(const struct call_machine_step *step);
void call_machine_signal_ringing(const struct call_machine_step *step);
void call_machine_signal_comes(const struct call_machine_step *step);
void call_machine_signal_decline(const struct call_machine_step *step);
void call_machine_signal_offer(const struct call_machine_step *step);
void call_machine_signal_detail(const struct call_machine_step *step);
void call_machine_signal_renew(const struct call_machine_step *step);
void call_machine_signal_update(const struct call_machine_step *step);
void call_machine_signal_gone(const struct call_machine_step *step);
void call_machine_signal_back(const struct call_machine_step *step);
void call_machine_signal_bye(const struct call_machine_step *step);
void call_machine_signal_over(const struct call_machine_step *step);
void call_machine_media_offer(const struct call_machine_step *step);
void call_machine_media_answer(const struct call_machine_step *step);
void call_machine_media_candidate(const struct call_machine_step *step);
void call_machine_media_heard(const struct call_machine_step *step);
void call_machine_media_silent(const struct call_machine_step *step);
void call_machine_media_failed(const struct call_machine_step *step);
