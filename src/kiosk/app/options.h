// SPDX-License-Identifier: GPL-3.0-or-later
// How this kiosk is set up: kiosk.conf, and the command line over it.
#pragma once

#include "base/config.h"
#include "base/fault.h"
#include "base/locale.h"

#include <stdbool.h>

#define OPTIONS_PATH 300

struct options {
  char server[256], ca_file[OPTIONS_PATH];
  char serial[48];
  char kind[16];       // "shared" or "bedside"
  char residents[320]; // of a bedside kiosk: ids, separated by spaces
  char data[OPTIONS_PATH], assets[OPTIONS_PATH], locales[OPTIONS_PATH], voices[OPTIONS_PATH], engines[OPTIONS_PATH];
  char size[16]; // "1280x800": a window of that size; "": the whole screen
  int width_mm, height_mm, viewing_mm, deaf_ms;
  int idle_seconds, warning_seconds;
  char speak_key[24]; // SDL's name; "": none
  int volume, rate, text_percent;
  char sound_output[80], sound_input[80]; // a part of a device's name; "": the usual one
  char call_codec[8], call_camera[512], call_microphone[512], call_loudspeaker[512];
  int call_width, call_height, call_kilobits;
  bool call_loopback;
  char printer[256], prints[12]; // the device; "offline", "always", "asked" or "never"
  int printer_dots;              // of a row of its paper
  char theme[16], locale[LOCALE_SIZE];
  // Of the command line only.
  int width, height; // from `size`; 0: the whole screen
  char trouble[400]; // what is wrong with the configuration file, which is otherwise in force; "": nothing
};

enum options_verdict {
  OPTIONS_RUN,
  OPTIONS_TOLD,  // what was asked for is written on standard output: the help, the version
  OPTIONS_WRONG, // of the command line; the fault says what
};
enum options_verdict options_read(struct options *options, int argc, char **argv, struct fault *fault);

// The keys of kiosk.conf, for the documents and their test.
extern const struct config_key options_keys[];
extern const size_t options_key_count;
