// SPDX-License-Identifier: GPL-3.0-or-later
// What parts and the person tell the model. Sent through the mailbox to the main thread; what a report points to
// becomes the receiver's (report_free gives it back when nobody took it).
#pragma once

#include "kiosk/model/intent.h"
#include "protocol/event.h"

enum report_kind {
  REPORT_INTENT,       // intent
  REPORT_SHOWN,        // shown: a page has been laid out; sent after every layout, the model then asks to speak
  REPORT_TICK,         // time has passed: the wake-up the model asked for
  REPORT_CARD,         // text: the number of a card held to the reader
  REPORT_LINE,         // line
  REPORT_SERVER_TIME,  // number: ms to add to the kiosk's wall clock to have the server's
  REPORT_SNAPSHOT,     // snapshot, owned: the community as the server (or at the start the disk) knows it
  REPORT_ORDER,        // order
  REPORT_HELP_STATE,   // help
  REPORT_SAVED,        // message: it is on the disk; at the start once for each that is still there, oldest first
  REPORT_NOT_SAVED,    // message, text: why (the disk is full)
  REPORT_ANSWER,       // answer: the server has it
  REPORT_PICTURE,      // text: hash of a picture that is now on the disk
  REPORT_SPEECH_BEGAN, // the sentence can be heard
  REPORT_SPEECH_ENDED, // it is over or was stopped
  REPORT_EAR,          // ear: how listening stands
  REPORT_HEARD,        // intent: what was said means this; text: the words
  REPORT_LESSON,       // lesson: what came of REQUEST_ENROL
  REPORT_PART,         // part: a part works, or does not and why
  REPORTS
};

enum line_state { LINE_STATE_AWAY, LINE_STATE_UP, LINE_STATE_NOT_APPROVED };
enum kiosk_part { PART_SPEECH, PART_SOUND, PART_LINK, PART_STORE, PART_TOUCH, PART_EAR, PART_CALL, PARTS };

// Of a try to hear something.
enum ear {
  EAR_OPEN,    // now speak
  EAR_QUIET,   // nothing was said
  EAR_UNKNOWN, // something was said that is not on offer
  EAR_DEAD,    // nothing can be heard: no microphone
};

enum lesson_outcome { LESSON_KEPT, LESSON_LIKE_ANOTHER, LESSON_NOT_LIKE_BEFORE };

struct report {
  enum report_kind kind;
  anban_ms at; // wall clock of the kiosk when it happened
  union {
    struct intent intent;
    struct {
      int page, pages;       // of the items, from 0
      int first_item, items; // which of them are to be seen
    } shown;
    struct {
      enum line_state state;
      char code[16]; // of a kiosk that waits for approval: what staff compare
    } line;
    int64_t number;
    struct snapshot *snapshot;
    struct order order;
    struct help help;
    struct message message;
    struct answer answer;
    enum ear ear;
    struct {
      enum lesson_outcome outcome;
      int examples; // kept of this word so far
      int other;    // enum word that it is too like
    } lesson;
    struct {
      enum kiosk_part part;
      bool works;
    } part;
  } is;
  char text[TEXT_SIZE]; // a card, a hash, a reason
};

void report_free(struct report *report);
