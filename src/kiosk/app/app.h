// SPDX-License-Identifier: GPL-3.0-or-later
// The kiosk, put together: every part is a member of one struct, started in the order of one table, stopped in
// reverse, and carried by one loop on the main thread.
#pragma once

#include "base/mailbox.h"
#include "kiosk/app/film.h"
#include "kiosk/app/hear.h"
#include "kiosk/app/maker.h"
#include "kiosk/app/options.h"
#include "kiosk/app/problems.h"
#include "kiosk/call/call.h"
#include "kiosk/lang/lang.h"
#include "kiosk/link/link.h"
#include "kiosk/model/model.h"
#include "kiosk/print/print.h"
#include "kiosk/sound/sound.h"
#include "kiosk/speech/speech.h"
#include "kiosk/store/store.h"
#include "kiosk/ui/ui.h"
#include "voice/voices.h"

#define APP_WAITING 24

enum letter_kind {
  LETTER_REPORT,   // report: for the model
  LETTER_HEARD,    // heard: the main thread makes reports of it
  LETTER_ICE,      // ice: the servers for the media
  LETTER_RELEASED, // released: the lending whose sound devices are the call's now
};

// From a part's thread to the main one.
struct letter {
  enum letter_kind kind;
  struct report report;
  char *text;         // owned; of a snapshot: its JSON for the store; of an answer: why the server refuses the message
  struct fault fault; // of REPORT_PART: why it does not work
  struct ice *ice;    // owned
  unsigned released;
  struct listen_event heard;
};

struct app {
  const struct options *options;
  struct ui *ui;
  struct lang lang;
  struct store store;
  struct model model;
  struct sound sound;
  char packs[OPTIONS_PATH + 16];    // folder of the recorded voices
  char readings[OPTIONS_PATH + 40]; // file of the site's readings, among them
  struct voices voices;             // speech's thread only, but for voices_renew
  struct speech speech;
  struct maker maker; // listen's thread only, but for maker_renew
  struct listen *listen;
  struct hear hear;    // what the newest try is about
  atomic_ullong aloud; // the sentence that is being heard, 0: none; from the threads that say it
  struct identity identity;
  struct link link;
  struct print print;
  struct call_part call;
  char device[UUID_SIZE]; // ours in calls, new at each start
  struct ice *ice;        // owned: the servers for the media; NULL: not known yet
  unsigned lending;       // of sound's devices to the call, as sound_release counts; 0: they are not lent
  bool released;          // sound has given them away for it
  int waiting_count;
  struct call_request_part waiting[APP_WAITING]; // for the call, until that is so
  struct mailbox letters;
  struct problems problems;

  struct page page;         // on the screen
  uint64_t shown;           // the model's revision that it shows
  struct film_boxes films;  // of that page
  bool show_again;          // the window has changed
  int rate_wpm;             // of sentences from now on
  uint64_t sentences;       // said so far: the number of the newest
  char said[SENTENCE_TEXT]; // its text
  atomic_ullong heard;      // sentence << 32 | byte of it that is being heard, -1: none; from sound's thread
  uint64_t followed;        // what the page shows of that
  bool quit;
};

// Until somebody quits; returns the exit status. Only a kiosk that has nothing to show its page on ends by itself.
int app_run(const struct options *options);
