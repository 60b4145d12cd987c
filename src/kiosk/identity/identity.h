// SPDX-License-Identifier: GPL-3.0-or-later
// Who this kiosk is: a key made on the device, that never leaves it, and a serial that staff can compare. Whatever the
// key signs is signed here, each under words of its own, so that no signature is good for something else. Thread: any,
// once it is loaded.
#pragma once

#include "base/clock.h"
#include "protocol/slip.h"

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

// That it wishes to be let in, and that it is the one with this key.
void identity_sign_enrolment(const struct identity *identity, anban_ms made_at, char out[SIGNATURE_SIZE]);
void identity_sign_challenge(const struct identity *identity, const char *kiosk_id, const char *nonce,
                             char out[SIGNATURE_SIZE]);
// See slip_write.
bool identity_sign_slip(const struct identity *identity, const struct message *message, int number,
                        char text[SLIP_TEXT_SIZE]);
