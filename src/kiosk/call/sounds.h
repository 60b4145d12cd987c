// SPDX-License-Identifier: GPL-3.0-or-later
// The loudspeaker, where all peers are mixed, and the microphone, encoded once for all peers and freed from what the
// loudspeaker says: the one is told to the other as what to take away. Thread: call's.
#pragma once

#include "kiosk/call/media_device.h"

// From the moment a sound or a picture was made until it is heard or seen, the same for both: they stay together.
#define SOUNDS_LATENCY (120 * GST_MSECOND)

struct loudspeaker {
  struct media_device device;
  const struct call_settings *settings;
  int volume; // percent
  unsigned probes;
  char probe[20]; // the name under which the microphone finds what is played
};

struct microphone {
  struct media_device device;
  const struct call_settings *settings;
  const struct loudspeaker *loudspeaker;
  bool muted;
};

void loudspeaker_init(struct loudspeaker *loudspeaker, struct stage *stage, const struct call_settings *settings);
void loudspeaker_set_volume(struct loudspeaker *loudspeaker, int percent);

// Begins anew (media_device_again) when the loudspeaker has become another one.
void microphone_init(struct microphone *microphone, struct stage *stage, const struct call_settings *settings,
                     const struct loudspeaker *loudspeaker);
void microphone_mute(struct microphone *microphone, bool mute);
