// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/voices.h"

struct voice voices_init(struct voices *voices, const struct voices_settings *settings)
{
  *voices = (struct voices){.espeak = {.data = settings->data}};
  chain_add(&voices->chain, espeak_engine(&voices->espeak));
  return chain_voice(&voices->chain);
}
