// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/identity/identity.h"

#include "base/text.h"

#include <inttypes.h>

void identity_sign_enrolment(const struct identity *identity, anban_ms made_at, char out[SIGNATURE_SIZE])
{
  char text[300];
  FORMAT_TEXT(text, "anban-enrol\n%s\n%s\n%" PRId64, identity->serial, identity->key.public_key, made_at);
  device_key_sign(&identity->key, text, out);
}

void identity_sign_challenge(const struct identity *identity, const char *kiosk_id, const char *nonce,
                             char out[SIGNATURE_SIZE])
{
  struct buffer text = {0};
  buffer_printf(&text, "anban-token\n%s\n%s", kiosk_id, nonce);
  device_key_sign(&identity->key, text.bytes, out);
  buffer_free(&text);
}

bool identity_sign_slip(const struct identity *identity, const struct message *message, int number,
                        char text[SLIP_TEXT_SIZE])
{
  return slip_write(message, number, &identity->key, text);
}
