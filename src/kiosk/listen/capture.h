// SPDX-License-Identifier: GPL-3.0-or-later
// From the microphone's samples to one utterance: the speech, with a moment of the room before and after it. Pure, and
// its time is the samples'. Thread: one at a time.
#pragma once

#include "kiosk/listen/ending.h"
#include "kiosk/listen/utterance.h"

struct capture;

struct capture *capture_new(void);
void capture_free(struct capture *capture);  // NULL is fine
void capture_begin(struct capture *capture); // anew
// HEARD_RATE samples. Takes no more once it is ENDING_ENDED.
enum ending_state capture_take(struct capture *capture, const int16_t *at, size_t count);
// After ENDING_ENDED; the caller's. NULL: nothing stood out of the noise after all.
struct utterance *capture_utterance(const struct capture *capture);
int capture_frames(const struct capture *capture); // since it began
int capture_level(const struct capture *capture);  // of the newest frame, dB below full scale
