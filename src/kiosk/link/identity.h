// SPDX-License-Identifier: GPL-3.0-or-later
// Who this kiosk is: a key made on the device, that never leaves it, and a serial that staff can compare.
#pragma once

#include "base/clock.h"
#include "base/secret.h"

#define SERIAL_SIZE 48

struct identity {
  struct device_key key;
  char serial[SERIAL_SIZE];
};

// FOLDER/kiosk.key, made when it is missing. `serial` "": made from the key, so that two kiosks never share one. When
// the file is damaged or can't be written there is still an identity, and the fault says what is wrong: a damaged file
// is set aside and staff have to approve the kiosk again.
bool identity_load(struct identity *identity, const char *folder, const char *serial, anban_ms now,
                   struct fault *fault);
