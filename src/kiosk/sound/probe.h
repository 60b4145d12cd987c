// SPDX-License-Identifier: GPL-3.0-or-later
// Whether ALSA has a device now, asked without PortAudio, whose search takes 40 ms and leaks some kB each time.
// Thread: sound's only.
#pragma once

#include <stdbool.h>
#include <stddef.h>

// `wanted`: a part of the name, capital or small, of a card's device or of a pcm of ALSA's configuration;
// "": the usual one.
bool probe_is_there(const char *wanted, bool input);
// A device's name as PortAudio gives it, to be held against `wanted`.
void probe_name(char *out, size_t size, const char *card, const char *device, int card_number, int device_number);
