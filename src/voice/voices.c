// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/voices.h"

#define RATE 22050 // Hz, espeak-ng's

struct voice voices_init(struct voices *voices, const struct voices_settings *settings)
{
  *voices = (struct voices){.espeak = {.data = settings->data ? settings->data : "",
                                       .readings = {.path = settings->readings ? settings->readings : ""}},
                            .recorded = {.folder = settings->packs ? settings->packs : "", .rate = RATE},
                            .programs = {.path = settings->engines ? settings->engines : "",
                                         .rate = RATE,
                                         .dispatcher = {.began = settings->began, .began_ctx = settings->began_ctx}}};
  chain_add(&voices->chain, recorded_engine(&voices->recorded));
  chain_add(&voices->chain, programs_engine(&voices->programs));
  chain_add(&voices->chain, espeak_engine(&voices->espeak));
  return chain_voice(&voices->chain);
}

void voices_renew(struct voices *voices)
{
  recorded_renew(&voices->recorded);
  readings_renew(&voices->espeak.readings);
}
