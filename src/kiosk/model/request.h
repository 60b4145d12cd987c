// SPDX-License-Identifier: GPL-3.0-or-later
// What the model asks of the parts, in the order it is to be done. Carried out by app on the main thread.
#pragma once

#include "protocol/message.h"
#include "protocol/signal.h"

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
  REQUEST_PEOPLE,       // phone.people of the model: for whom the kiosk answers, to the server
  REQUEST_RING,         // the sound of a telephone, once; number: 1 here, 0 softly, as it is heard of the other end
  REQUEST_LEND,         // the sound devices: to the call (number 1) or back
  REQUEST_CALL,         // phone.request of the model to the server; its answer comes as REPORT_CALL
  REQUEST_SIGNALS,      // all signals of the call once more
  REQUEST_SIGNAL,       // call: to the others of the call
  REQUEST_MEDIA,        // call: to sound and picture of the call
  REQUEST_VOICE_MESSAGE_SEND,  // phone.message_out of the model: the file is complete
  REQUEST_VOICE_MESSAGE_DROP,  // id: of a message whose file is not wanted
  REQUEST_VOICE_MESSAGE_HEARD, // id: of a message
  REQUEST_PRINT,               // message: on a slip; number 1: once more
  REQUEST_PRINT_DROP,          // id: of a message whose slip is not wanted any more
  REQUESTS
};

enum media_act {
  MEDIA_OPEN,   // device, video
  MEDIA_ANSWER, // device, number: the round; text
  MEDIA_WAY,    // device, number: the round; line; text: a candidate
  MEDIA_RENEW,  // device
  MEDIA_CLOSE,  // device
  MEDIA_CLOSE_ALL,
  MEDIA_SET,    // phone.volume and phone.curtain of the model
  MEDIA_CHECK,  //
  MEDIA_RECORD, // device: the message
  MEDIA_RECORD_END,
  MEDIA_PLAY, // device: the message
  MEDIA_PLAY_END,
};

// To the others or to the media. What `text` points to lives until the requests are carried out.
struct call_request_part {
  enum signal_kind signal;
  enum media_act act;
  char device[UUID_SIZE];
  char call_id[UUID_SIZE]; // of a signal
  int number;              // of the offer in signals, the round for the media
  int line;
  bool video, fresh, automatic;
  const char *text;
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
  struct call_request_part call;
  int number;
  char id[UUID_SIZE];
};

#define MOST_REQUESTS 32
struct requests {
  int count;
  struct request list[MOST_REQUESTS];
};
