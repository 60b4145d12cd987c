// SPDX-License-Identifier: GPL-3.0-or-later
// Sound's real thread and PortAudio in a room with a virtual loudspeaker and microphone.
#pragma once

#include "base/mailbox.h"
#include "kiosk/sound/sound.h"

#include "../../cmocka_all.h"
#include "../../support/loudspeaker.h"

struct room {
  struct loudspeaker speaker;
  struct sound sound;
  bool began;
  struct mailbox events, ears; // of the loudspeaker; of the microphone and the plug
};

// For a group of tests: the room is its state. What a test has begun ends after it, also when it has failed.
#define IN_ROOM(test) cmocka_unit_test_teardown(test, room_end)
int room_set_up(void **state);
int room_tear_down(void **state);
void room_begin(struct room *room, const struct sound_settings *settings);
int room_end(void **state);
// Wait for it; the test fails when none comes.
struct sound_event room_next_event(struct room *room);
struct sound_event room_next_ear(struct room *room);
// A new microphone may stand still and be opened once more: what came of that until now.
void room_forget_ears(struct room *room);
// Noise that resembles itself at no other lag, in syllables of a quarter second.
struct samples *room_speech_like(uint64_t number, int rate, int seconds);
