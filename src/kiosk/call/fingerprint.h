// SPDX-License-Identifier: GPL-3.0-or-later
// Whether who answered is who the description names: webrtcbin encrypts to anybody. Pure.
#pragma once

#include <stdbool.h>

// True when the description (SDP) names at least one SHA-256 fingerprint and all it names are the certificate's (PEM).
bool fingerprint_matches(const char *sdp, const char *certificate);
