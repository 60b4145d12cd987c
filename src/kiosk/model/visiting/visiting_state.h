// SPDX-License-Identifier: GPL-3.0-or-later
// A service that is being asked for, and everybody's bookings.
#pragma once

#include "protocol/message.h"

struct visiting {
  char service_in_hand[UUID_SIZE];
  anban_ms time_in_hand;
  char booking_in_hand[UUID_SIZE];
  struct booking *bookings; // owned: from the snapshot, the stream and the answers
  int booking_count;
};
