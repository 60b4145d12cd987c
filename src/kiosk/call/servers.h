// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses of STUN and TURN as browsers write them (RFC 7064, 7065) as webrtcbin wants them. Pure.
#pragma once

#include "kiosk/call/call.h"

#define SERVER_URI 700

enum server_kind { SERVER_STUN, SERVER_TURN };
// False when it is neither, or has no host.
bool server_uri(const struct call_server *server, enum server_kind *kind, char out[SERVER_URI]);
