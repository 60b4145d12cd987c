// SPDX-License-Identifier: GPL-3.0-or-later
// What the kiosk knows of the call it is in, or was in last, and of a spoken message that is being left.
#pragma once

#include "kiosk/model/report.h"
#include "kiosk/model/telephone/call_machine.h"

#define MOST_PEOPLE 8 // for whom one kiosk answers

// Another device in the call, as its media stand.
struct phone_line {
  char device[UUID_SIZE];
  bool curtain; // they have shut camera and microphone
};

enum check_step { CHECK_NONE, CHECK_RUNS, CHECK_DONE };

// A message to somebody who did not answer.
enum leave_step {
  LEAVE_NONE,
  LEAVE_TOLD, // the person is told what to do
  LEAVE_RECORDS,
  LEAVE_ENDS,   // asked to end, the file is being closed
  LEAVE_FAILED, // could not be recorded
  LEAVE_NOTED,  // on the disk, on its way
  LEAVE_SENT,   // the server has it
};
struct voice_message_out {
  enum leave_step step;
  char id[UUID_SIZE];
  char resident_id[UUID_SIZE];
  struct party to;
  anban_ms since; // uptime
  int seconds;
};

// When a person last read the list of calls: what was missed before is no news.
struct looked {
  char resident_id[UUID_SIZE];
  anban_ms at; // wall time of the site
};

struct phone {
  char device[UUID_SIZE]; // ours, new at every start
  struct call_machine machine;
  struct call_request request; // of our own call, or of the one that is resumed
  bool shown;                  // the call's screens lie over the others, until they are put away
  char resident_id[UUID_SIZE]; // for whom; empty: for whoever stands here
  struct party with;           // who calls or is called
  bool outgoing;
  bool may_auto;      // the server too says that it may be answered by itself
  anban_ms answer_at; // uptime at which it is answered by itself; -1: never
  bool automatic;     // was answered by itself
  anban_ms ring_at;   // uptime of the next ring
  int rings;
  bool curtain;
  int volume; // percent, of this call
  struct phone_line lines[CALL_MACHINE_PEERS];
  bool no_camera, no_microphone;
  enum check_step check;
  struct call_findings findings;
  struct voice_message_out message_out;
  char playing[UUID_SIZE]; // the message that is heard; empty: none
  anban_ms played_at;      // uptime, when it began
  bool lent;               // the sound devices are the call's
  anban_ms over_at;        // uptime
  int second;              // that is seen now, of a countdown or a recording
  int people_count;        // whom we answer for, as last told
  char people[MOST_PEOPLE][UUID_SIZE];
  int reached_count;
  char (*reached)[UUID_SIZE]; // owned: who of all families can be called now
  struct looked *looked;      // owned
  int looked_count;
};
