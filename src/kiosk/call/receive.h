// SPDX-License-Identifier: GPL-3.0-or-later
// What a peer sends, unwrapped and decoded: pictures to its place in the gallery, sound to its place at the
// loudspeaker. Thread: the connection's.
#pragma once

#include "kiosk/call/webrtc_callbacks.h"

// webrtcbin has a pad for something that comes.
void receive_pad(struct webrtc_callbacks *callbacks, GstPad *pad);
