// SPDX-License-Identifier: GPL-3.0-or-later
// A kiosk's call and up to four answerers in one process; what they tell each other is carried by hand, and can be
// forged on the way.
#pragma once

#include "../../support/hung.h"
#include "answerer.h"
#include "base/mailbox.h"
#include "kiosk/call/call.h"

struct two_sides;

struct side {
  struct two_sides *both;
  struct answerer answerer;
  char id[UUID_SIZE];
  atomic_int round; // of the offer it answers
};

struct two_sides {
  struct call_part call;
  struct call_settings settings;
  struct call_ice ice;
  struct mailbox events;
  struct side sides[CALL_PEERS];
  struct call_devices devices;     // as told last
  char missing[256];               // the last sentence about a missing one
  atomic_int pictures;             // that could be taken
  bool deaf;                       // answerers get no offer
  char *(*forge)(const char *sdp); // what becomes of an answer; g_free; NULL: nothing
};

// Camera and microphone are test ones, the loudspeaker plays unheard. Change `settings`, then begin.
struct two_sides *two_sides_new(void);
void two_sides_begin(struct two_sides *both);
void two_sides_end(struct two_sides *both);

void two_sides_open(struct two_sides *both, int side, bool video);
// Carries what is said until an event of this kind comes, which is returned (its text freed); fails the test otherwise.
struct call_event two_sides_wait(struct two_sides *both, enum call_event_kind kind);
// Carries what is said until the condition holds.
void two_sides_until(struct two_sides *both, bool (*holds)(struct two_sides *both));

// The answerer of this side has pictures and a sound of the kiosk.
bool two_sides_sees_and_hears(struct two_sides *both, int side);
bool two_sides_first_sees_and_hears(struct two_sides *both);
// Begins, and waits until the first side sees and hears the kiosk. Its box is 400 x 300.
void two_sides_talk(struct two_sides *both);

int two_sides_set_up(void **state);
int two_sides_tear_down(void **state);
