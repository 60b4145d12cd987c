// SPDX-License-Identifier: GPL-3.0-or-later
// Where devices in a call find servers for their media, with a credential that is good for a while: the form that
// coturn calls REST (user name "expiry:id", password HMAC-SHA1 of it by a secret that both servers share). Thread: any.
#pragma once

#include "base/clock.h"
#include "protocol/signal.h"

// As the operator sets them; lists are separated by commas.
struct turn_settings {
  char urls[512];   // "turn:turn.example:3478?transport=udp, turns:turn.example:443?transport=tcp"; empty: none
  char secret[128]; // coturn's static-auth-secret
  char stun[256];   // "stun:turn.example:3478"; empty: none
  int ttl_minutes;  // how long a credential is good
  bool relay_only;  // media by way of the TURN server only
};

// Whether these make sense together; the fault names what does not.
bool turn_check(const struct turn_settings *settings, struct fault *fault);
// For the kiosk or person of that id. The settings have been checked.
void turn_ice(const struct turn_settings *settings, const char *id, anban_ms now, struct ice *out);
