// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of calls.h share; nobody else includes it.
#pragma once

#include "server/model/calls.h"

#include <sys/queue.h>

#define MOST_RINGING 20 // devices of whom a call is to; fewer than ends, so that who comes in finds room

enum end_state {
  END_RINGS, // it may be answered here
  END_IN,    // it is in the call
  END_OUT,   // it has heard that it is over for it
};

// A device that a call concerns.
struct end {
  struct calls_device device;
  struct party party;
  enum end_state state;
  anban_ms gone_since; // steady; 0: its stream is there
};

// Beside call.members, by the same index.
struct member_times {
  anban_ms made_at, answered_at; // wall
  bool auto_answered;
  bool was_called;  // it rang for them; else they made the call or came in by themselves
  bool is_recorded; // its end is
};

struct kept_signal {
  STAILQ_ENTRY(kept_signal) next;
  struct signal signal;
  size_t size;
};
STAILQ_HEAD(kept_signals, kept_signal);

struct live {
  TAILQ_ENTRY(live) next;
  struct call call;
  struct party elder;
  struct member_times times[MOST_CALL_MEMBERS];
  int end_count;
  struct end ends[MOST_CALL_ENDS];
  int64_t seq;
  int kept_count;
  size_t kept_bytes;
  struct kept_signals kept;
  bool may_auto;  // it may be answered by itself
  bool resumed;   // by a device of a server's life before
  anban_ms since; // steady: that it rings, is alone, or is over
};
TAILQ_HEAD(lives, live);

struct calls {
  struct calls_ears ears;
  anban_ms ring;
  int count; // that are not over
  struct lives lives;
};

// calls.c
struct live *calls_find(const struct calls *calls, const char *id);
// Whether a device of this owner is in, or rings for, another call than `except`.
bool calls_owner_is_busy(const struct calls *calls, const struct live *except, const char *owner);
// The owner is in `live` now: whatever else rings for or goes on with it ends there.
void calls_release(struct calls *calls, const struct live *live, const char *owner, struct calls_time now);

// calls_ends.c
struct end *end_of(struct live *live, const struct calls_device *device);
// One more device; NULL when there is no room.
struct end *end_add(struct live *live, const struct calls_device *device, const struct party *party,
                    enum end_state state);
// Says it to one device.
void end_tell(struct calls *calls, struct live *live, struct end *end, enum signal_kind kind, json_t *data);
// Says that it is over for it. The reason is the call's, or this one's own.
void end_tell_over(struct calls *calls, struct live *live, struct end *end, enum call_reason reason);
// A signal to all who are in, but to who sends it; to one alone when it says so. Takes over nothing.
int64_t live_say(struct calls *calls, struct live *live, const struct signal *signal, bool changed);
// The server's own word about a party.
void live_say_own(struct calls *calls, struct live *live, enum signal_kind kind, const struct party *about,
                  const char *device);
void live_forget_signals(struct live *live);

// calls_members.c
int member_index(const struct live *live, const struct party *party); // -1: none
// A member at the end of the list; -1 when there is no room.
int member_add(struct live *live, const struct call_member *member, struct calls_time now);
// The member comes in with this device, at the end of the list; what it had before hears that.
bool member_enter(struct calls *calls, struct live *live, int index, const struct calls_device *device,
                  struct calls_time now);
void member_leave(struct calls *calls, struct live *live, int index, enum call_reason reason, struct calls_time now);
int members_talking(const struct live *live, bool only_others); // others: without the elder
void live_finish(struct calls *calls, struct live *live, enum call_reason reason, struct calls_time now);
// The call is a talk from now on, the caller in it; who answered has still to enter.
void live_answered(struct calls *calls, struct live *live, bool automatic, struct calls_time now);

// calls_place.c
// Whether members of this resident's family may come in, as long as there is room for one more.
bool live_may_be_joined(const struct live *live, const char *resident_id);
bool live_has_room(const struct live *live);
