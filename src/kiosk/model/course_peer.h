// SPDX-License-Identifier: GPL-3.0-or-later
// Inside the course: its steps and its peers. Only the files course*.c include it.
#pragma once

#include "kiosk/model/course.h"

#define PATIENCE (10 * MS_SECOND)    // without a packet before a fresh offer is tried, and between two tries
#define TRY_AGAIN (2 * MS_SECOND)    // after media that failed, and the least between two tries
#define SILENT_AFTER (3 * MS_SECOND) // how long it was quiet when the media tell so
#define MEET_WITHIN (30 * MS_SECOND) // from accepting to the first sound
#define MISS_WITHIN (75 * MS_SECOND) // a minute's cut of the network is survived

struct course_step {
  struct course *course;
  const struct course_input *in;
  struct course_todo *out;
};

struct course_action *course_ask(const struct course_step *step, enum course_do what);
void course_send(const struct course_step *step, enum signal_kind signal, const char *device);
void course_enter(const struct course_step *step, enum course_state state);
void course_finish(const struct course_step *step, enum call_reason reason);
void course_begin(const struct course_step *step, enum course_state state); // a call: nothing of the last one stays

struct course_peer *course_peer(struct course *course, const char *device); // NULL: none
// Opens the media with a device; an open one stays as it is.
void course_peer_open(const struct course_step *step, const char *device, bool kiosk, bool offers);
// With all that have answered; the older member makes the offer.
void course_peers_open(const struct course_step *step);
// It has left. A call without its kiosk, or without others, is over.
void course_peer_drop(const struct course_step *step, struct course_peer *peer, enum call_reason reason);
// Asks for a fresh offer, from this side or from the other.
void course_peer_renew(const struct course_step *step, struct course_peer *peer);
void course_peer_heard(struct course_peer *peer, struct course *course);
void course_peer_quiet(const struct course_step *step, struct course_peer *peer);
// Talking, reconnecting or still connecting, by who is heard.
void course_peers_weigh(const struct course_step *step);
void course_peers_wait(const struct course_step *step); // time has passed
anban_ms course_peers_due(const struct course *course);

// One for each kind of input; "comes" is accept and join, "detail" answer and candidate, "heard" connected and back.
void course_person_call(const struct course_step *step);
void course_person_join(const struct course_step *step);
void course_person_answer(const struct course_step *step);
void course_person_decline(const struct course_step *step);
void course_person_hang_up(const struct course_step *step);
void course_server_posted(const struct course_step *step);
void course_server_refused(const struct course_step *step);
void course_server_resumed(const struct course_step *step);
void course_server_away(const struct course_step *step);
void course_signal_ring(const struct course_step *step);
void course_signal_ringing(const struct course_step *step);
void course_signal_comes(const struct course_step *step);
void course_signal_decline(const struct course_step *step);
void course_signal_offer(const struct course_step *step);
void course_signal_detail(const struct course_step *step);
void course_signal_renew(const struct course_step *step);
void course_signal_update(const struct course_step *step);
void course_signal_gone(const struct course_step *step);
void course_signal_back(const struct course_step *step);
void course_signal_bye(const struct course_step *step);
void course_signal_over(const struct course_step *step);
void course_media_offer(const struct course_step *step);
void course_media_answer(const struct course_step *step);
void course_media_candidate(const struct course_step *step);
void course_media_heard(const struct course_step *step);
void course_media_silent(const struct course_step *step);
void course_media_failed(const struct course_step *step);
