// SPDX-License-Identifier: GPL-3.0-or-later
// What the kiosk knows and what happens next: reports in, requests out. No window, thread, network, sound or clock.
// Screens read the struct; only the files of this folder write it. Thread: main.
#pragma once

#include "kiosk/model/core/navigation_state.h"
#include "kiosk/model/hearing/hearing_state.h"
#include "kiosk/model/ordering/ordering_state.h"
#include "kiosk/model/person/person_state.h"
#include "kiosk/model/person/setting.h"
#include "kiosk/model/report.h"
#include "kiosk/model/request.h"
#include "kiosk/model/telephone/phone_state.h"
#include "kiosk/model/visiting/visiting_state.h"
#include "kiosk/model/wish.h"

#include <stdint.h>

#define MOST_BEDSIDE MOST_PEOPLE // people at one bedside kiosk
#define MEDIA_FOLDER_SIZE 100

// A shared kiosk stands in a hall: nothing of a person stays on it. A bedside one belongs to the people of a room.
enum kiosk_kind { KIOSK_SHARED, KIOSK_BEDSIDE };

// When a wish goes on paper.
enum prints {
  PRINTS_NEVER,   // there is no printer, or it is not for slips
  PRINTS_OFFLINE, // when the line does not carry it
  PRINTS_ALWAYS,
  PRINTS_ASKED, // when the person wants it
};

struct model_settings {
  enum kiosk_kind kind;
  int bedside_count;
  char bedside[MOST_BEDSIDE][UUID_SIZE]; // residents of a bedside kiosk
  char media_folder[MEDIA_FOLDER_SIZE];  // a picture is the file FOLDER/HASH
  enum prints prints;
  struct kept_settings kept;                          // as the last REQUEST_KEEP left them, or setting_presets()
  anban_ms idle_after, idle_warning;                  // 0: 120 s and 20 s, which are also the least
  char device[UUID_SIZE];                             // ours in calls; empty: a new one
  void (*new_id)(char out[UUID_SIZE], anban_ms wall); // NULL: uuid_new; tests count instead
};

// A message on its way to the server.
struct outbox_message {
  struct message message;
  bool saved;     // on the disk
  anban_ms since; // uptime at which it was; or at which the line went
  enum paper paper;
};

#define BEFORE_THE_START ((anban_ms)1) // a rung that the kiosk had reached before it was started

// A call for help from this kiosk. Times are wall times of the site; 0: not yet.
struct help_call {
  bool open;
  struct help help; // its steps are the server's, or until those have come what the kiosk itself has seen
  bool told;        // they are the server's
  enum progress progress;
  char message_id[UUID_SIZE]; // of help.raise
  anban_ms pressed_at, received_at, taken_at, over_at;
  anban_ms since; // uptime of the last rung
  bool late;      // the next one takes longer than it may
  bool shown;     // its screen lies over all
};

// Signs of life of who stands here.
struct idle {
  anban_ms touched;       // uptime of the last
  bool asked_still_there; // the warning stands
  bool left_alone;        // nobody touched the call for help for so long that its person may have been led away
};

struct privacy {
  bool headphones; // are in, or a handset
  bool aloud;      // the person wants to hear this screen though it is private
};

// Each area has a struct of its own; what several write stands here.
struct model {
  struct model_settings settings;

  // What is to be seen and said.
  uint64_t revision;    // grows whenever there is something new to be seen: model_changed
  bool say_due;         // speak once the page has been laid out: model_say
  enum say_rank saying; // what is being said

  // Time.
  anban_ms at;           // the kiosk's clock at the last report; may jump
  anban_ms uptime;       // only grows; what waits, waits on it
  anban_ms server_ahead; // to be added to the kiosk's clock
  anban_ms not_before; // nobody orders in the past: the site's time goes on though the kiosk's clock is set back, until
                       // the server tells its own

  // The community.
  struct snapshot *snapshot; // owned; NULL: nothing is known yet
  struct order *orders;      // owned: everybody's, from the snapshot, the stream and the answers
  int order_count;
  enum line_state line;
  bool line_told; // before that nothing is known of it, and nothing is shown
  char code[16];  // of a kiosk that waits for approval
  bool broken[PARTS];

  // What is on its way, and what came of it.
  struct outbox_message *outbox; // owned, oldest first
  int outbox_count;
  struct wish done;  // the one that the screen "done" tells about
  struct wish *news; // owned: what went otherwise than wished while its person was not looking
  int news_count;

  struct navigation navigation;
  struct person person;
  struct idle idle;
  struct privacy privacy;
  struct hearing hearing;
  struct lesson lesson;
  struct ordering ordering;
  struct visiting visiting;
  struct phone phone;
  struct help_call help;
};

void model_init(struct model *model, const struct model_settings *settings, anban_ms now);
void model_free(struct model *model);

// Takes what happened. Owned things in the report (the snapshot) become the model's. `requests` is filled from its
// start. Compare `revision` before and after to know whether there is something new to be seen.
void model_take(struct model *model, const struct report *report, struct requests *requests);

// When a REPORT_TICK is wanted, on the clock of report.at. Never before the last report.
anban_ms model_wake_at(const struct model *model);

// The screen to be seen now.
enum screen model_screen(const struct model *model);
// The site's wall time, as the server has it.
anban_ms model_now(const struct model *model);
// The day and minute at the site, now and at a wall time.
struct local_time model_local(const struct model *model);
struct local_time model_local_at(const struct model *model, anban_ms wall);
// Who is signed in; NULL: nobody.
const struct resident *model_person(const struct model *model);

// For the files of this folder. There is something new to be seen; to be said too; or nothing is to be said after all.
void model_changed(struct model *model);
void model_say(struct model *model);
void model_say_nothing(struct model *model);
