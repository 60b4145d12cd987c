// SPDX-License-Identifier: GPL-3.0-or-later
// What the model asks of the parts, in the order it is to be done. Carried out by app on the main thread.
#pragma once

#include "protocol/message.h"

enum request_kind {
  REQUEST_SPEAK,   // say `spoken` of the page as it was shown last, in its locale; whatever is being said stops first
  REQUEST_HUSH,    // stop speaking within 100 ms
  REQUEST_CLICK,   // the sound of a key, at once
  REQUEST_DELIVER, // message: to the disk first (REPORT_SAVED or REPORT_NOT_SAVED), then to the server until it answers
  REQUEST_LOCALE,  // locale: the language of all that is shown and said
  REQUEST_VOICE,   // volume and rate from now on
  REQUEST_KEEP,    // keep: settings of this kiosk to the disk
  REQUEST_HEAR,    // listen for what the page that is to be seen offers (REPORT_EAR, REPORT_HEARD)
  REQUEST_DEAF,    // listen no more
  REQUEST_ENROL,   // number: an enum word; take one example of it from the person who is signed in
  REQUEST_FORGET_VOICE, // of the person who is signed in
  REQUESTS
};

struct voice_setting {
  int volume_percent; // 0 to 100
  int rate_wpm;       // 120 to 250
};

struct kept_settings {
  struct voice_setting voice;
  int theme;                // enum page_theme's number
  int text_percent;         // 100, 125, 150, 200; 0: not chosen at this kiosk, then the person's record counts
  char locale[LOCALE_SIZE]; // empty: likewise
};

struct request {
  enum request_kind kind;
  char locale[LOCALE_SIZE];
  struct voice_setting voice;
  struct kept_settings keep;
  struct message message;
  int number;
};

#define MOST_REQUESTS 16
struct requests {
  int count;
  struct request list[MOST_REQUESTS];
};
