// SPDX-License-Identifier: GPL-3.0-or-later
// What parts and the person tell the model. Sent through the mailbox to the main thread. A snapshot becomes the
// model's; what else a report owns is read by the model and given back with report_free.
#pragma once

#include "kiosk/model/core/intent.h"
#include "kiosk/model/wish.h"
#include "protocol/event.h"
#include "protocol/family.h"
#include "protocol/message.h"
#include "protocol/signal.h"

enum report_kind {
  REPORT_INTENT,       // intent
  REPORT_SHOWN,        // shown: a page has been laid out; sent after every layout, the model then asks to speak
  REPORT_TICK,         // time has passed: the wake-up the model asked for
  REPORT_CARD,         // text: the number of a card held to the reader; empty: it could not be read
  REPORT_LINE,         // line
  REPORT_SERVER_TIME,  // number: ms to add to the kiosk's wall clock to have the server's
  REPORT_SNAPSHOT,     // snapshot, owned: the community as the server (or at the start the disk) knows it
  REPORT_RECORD,       // standing: how an order, a call for help … stands now
  REPORT_SAVED,        // message: it is on the disk; at the start once for each that is still there, oldest first
  REPORT_NOT_SAVED,    // message, text: why (the disk is full)
  REPORT_ANSWER,       // answer: the server has it
  REPORT_PICTURE,      // text: hash of a picture that is now on the disk
  REPORT_SPEECH_BEGAN, // the sentence can be heard
  REPORT_SPEECH_ENDED, // it is over or was stopped
  REPORT_EAR,          // ear: how listening stands
  REPORT_HEARD,        // intent: what was said means this; text: the words
  REPORT_LESSON,       // lesson: what came of REQUEST_ENROL
  REPORT_HEADPHONES,   // number: 1 when headphones or a handset are in
  REPORT_PART,         // part: a part works, or does not and why
  REPORT_REACH,        // reach, owned: who of the families can be called; those not named stay as they are
  REPORT_CALL, // placed, the call owned: the server's answer to ours; NULL: it will not take it, and why is `refused`
  REPORT_RESUMED,            // calls, owned: those that the server knows of after our stream was away
  REPORT_SIGNAL,             // signal, owned
  REPORT_CALL_LOG,           // record: a call that is over
  REPORT_VOICE_MESSAGE,      // voice: a message as it stands
  REPORT_VOICE_MESSAGE_SENT, // text: id of ours that the server has
  REPORT_VOICE_MESSAGE_LOST, // text: id of ours that could not be kept
  REPORT_MEDIA,              // media
  REPORT_PAPER,              // paper: how the slip of a message fares
  REPORTS
};

enum line_state { LINE_STATE_AWAY, LINE_STATE_UP, LINE_STATE_NOT_APPROVED };
enum kiosk_part {
  PART_SPEECH,
  PART_SOUND,
  PART_LINK,
  PART_STORE,
  PART_TOUCH,
  PART_EAR,
  PART_CALL,
  PART_PRINTER,
  PARTS
};

// Of a try to hear something.
enum ear {
  EAR_OPEN,    // now speak
  EAR_QUIET,   // nothing was said
  EAR_UNKNOWN, // something was said that is not on offer
  EAR_DEAD,    // nothing can be heard: no microphone
};

enum lesson_outcome { LESSON_KEPT, LESSON_LIKE_ANOTHER, LESSON_NOT_LIKE_BEFORE };

// What sound and picture of a call tell. `device` is the other side's.
enum media_news {
  MEDIA_OFFERS,    // device, round, text
  MEDIA_HAS_WAY,   // device, round, line, text: a candidate
  MEDIA_CONNECTED, // device
  MEDIA_SILENT,    // device
  MEDIA_BACK,      // device
  MEDIA_FAILED,    // device, final
  MEDIA_DEVICES,   // no_camera, no_microphone
  MEDIA_CHECKED,   // findings
  MEDIA_RECORDED,  // milliseconds; 0: could not be
  MEDIA_PLAYED,
  MEDIA_PICTURES, // a picture has begun or ended
};

enum finding { FINDING_GOOD, FINDING_MISSING, FINDING_NO_SIGNAL, FINDING_FAINT, FINDING_OFF };
struct call_findings {
  enum finding microphone, loudspeaker, camera, remote;
};

struct media_report {
  enum media_news news;
  char device[UUID_SIZE];
  int round, line, milliseconds;
  bool final, no_camera, no_microphone;
  struct call_findings findings;
  char *text; // owned
};

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
    struct record standing;
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
    struct {
      struct reach *list;
      int count;
    } reach;
    struct {
      char id[UUID_SIZE]; // of ours; a call of theirs may have come first
      bool resumed;       // it was told once more
      struct call *call;
      enum call_reason refused;
    } placed;
    struct {
      struct call *list;
      int count;
    } calls;
    struct signal *signal;
    struct call_record record;
    struct voice_message voice;
    struct media_report media;
    struct {
      char message_id[UUID_SIZE];
      enum paper paper;
    } paper;
  } is;
  char text[TEXT_SIZE]; // a card, a hash, a reason
};

void report_free(struct report *report);
