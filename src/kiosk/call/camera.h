// SPDX-License-Identifier: GPL-3.0-or-later
// The camera, encoded once for all peers, and the own picture as in a mirror. Thread: call's.
#pragma once

#include "kiosk/call/codec.h"
#include "kiosk/call/media_device.h"
#include "kiosk/call/rate.h"
#include "kiosk/call/source.h"

struct camera {
  struct media_device device;
  const struct call_settings *settings;
  struct codec codec;
  int kbit;
  enum rate_picture picture;
  struct size box; // of the own picture; 0 × 0: not shown
};

// Chooses what encodes; false and the fault when nothing does.
bool camera_init(struct camera *camera, struct stage *stage, const struct call_settings *settings, struct fault *fault);
void camera_show(struct camera *camera, struct size box);
// Sends so much; the size and pace of the picture go with it.
void camera_set_rate(struct camera *camera, int kbit);
// A picture that can be understood without those before it, for somebody who comes or has lost some.
void camera_key_frame(struct camera *camera);
