// SPDX-License-Identifier: GPL-3.0-or-later
// The loudspeaker as PortAudio has it. Thread: sound's only.
#pragma once

#include "base/fault.h"
#include "kiosk/sound/mixer.h"

#define SOUND_RATE 22050 // Hz: espeak-ng's; the card's own rate is the sound system's business

struct device {
  void *stream;        // NULL: closed
  bool runs;           // the callback is being called
  struct mixer *mixer; // whom the callback asks
  atomic_bool asked;   // we ended the stream ourselves
  atomic_bool broke;   // it ended without us: the card is gone
};

// Looks for a loudspeaker anew: PortAudio sees only what was there when it began.
bool device_open(struct device *device, struct mixer *mixer, struct fault *fault);
bool device_run(struct device *device, struct fault *fault);
void device_rest(struct device *device);  // plays what is on its way, then no more callbacks
void device_close(struct device *device); // also a closed one
