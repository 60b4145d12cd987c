// SPDX-License-Identifier: GPL-3.0-or-later
// Which steps there are in a booking's life: one table.
#pragma once

#include "protocol/booking.h"
#include "server/model/outcome.h"

enum booking_party { PARTY_OF_ELDER = 1, PARTY_OF_STAFF = 2, PARTY_OF_HELPER = 4 }; // bits

// The word for the audit; NULL: there is no such step for that party.
const char *booking_step_of(enum booking_status from, enum booking_status to, enum booking_party who);
