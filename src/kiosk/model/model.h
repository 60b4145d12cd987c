// SPDX-License-Identifier: GPL-3.0-or-later
// What the kiosk knows and what happens next: reports in, requests out. No window, thread, network, sound or clock.
// Screens read the struct; only the files of this folder write it. Thread: main.
#pragma once

#include "kiosk/model/phone_state.h"
#include "kiosk/model/report.h"
#include "kiosk/model/request.h"
#include "kiosk/model/say.h"
#include "kiosk/model/screen.h"
#include "kiosk/model/setting.h"
#include "kiosk/model/wish.h"

#include <stdint.h>

#define MOST_BEDSIDE MOST_PEOPLE // people at one bedside kiosk
#define MEDIA_FOLDER_SIZE 100
#define PAGE_OF_CHOSEN (-1) // as the toolkit knows it: the page with the item that is chosen

// A shared kiosk stands in a hall: nothing of a person stays on it. A bedside one belongs to the people of a room.
enum kiosk_kind { KIOSK_SHARED, KIOSK_BEDSIDE };

struct model_settings {
  enum kiosk_kind kind;
  int bedside_count;
  char bedside[MOST_BEDSIDE][UUID_SIZE];              // residents of a bedside kiosk
  char media_folder[MEDIA_FOLDER_SIZE];               // a picture is the file FOLDER/HASH
  struct kept_settings kept;                          // as the last REQUEST_KEEP left them, or setting_presets()
  anban_ms idle_after, idle_warning;                  // 0: 120 s and 20 s, which are also the least
  char device[UUID_SIZE];                             // ours in calls; empty: a new one
  void (*new_id)(char out[UUID_SIZE], anban_ms wall); // NULL: uuid_new; tests count instead
};

// A message on its way to the server.
struct outbox_message {
  struct message message;
  bool saved; // on the disk
};

// A half-made order, kept for its person until the meal's cut-off.
struct draft {
  struct order order; // id empty: a new one; else it changes that one
  bool chosen_how;    // order.delivery is the person's choice
};

// A call for help from this kiosk. Times are wall times of the site; 0: not yet.
struct help_call {
  bool open;
  struct help help;
  enum progress progress;
  char message_id[UUID_SIZE]; // of help.raise
  anban_ms pressed_at, sent_at, received_at, taken_at, over_at;
  anban_ms since; // uptime of the last rung
  bool late;      // the next one takes longer than it may
};

// What went otherwise than the person wanted, said kindly on the screen it concerns.
enum notice {
  NOTICE_NONE,
  NOTICE_CARD_UNKNOWN,
  NOTICE_ROOM_UNKNOWN,
  NOTICE_PIN_WRONG,    // try again
  NOTICE_PIN_PAUSED,   // too many tries: a minute's pause
  NOTICE_CUTOFF,       // the time for that meal has just passed
  NOTICE_MENU_CHANGED, // the kitchen has changed the menu: dishes left the basket
  NOTICE_BASKET_FULL,
  NOTICE_VOICE_LATER, // the message has not come to this kiosk yet
};

// When a person last read the list of calls: what was missed before is no news.
struct looked {
  char resident_id[UUID_SIZE];
  anban_ms at; // wall time of the site
};

// Between the press of "speak" and what comes of it.
enum hearing_state {
  HEARING_OFF,
  HEARING_BEGINS,         // the ear is being opened
  HEARING_LISTENS,        // the person's turn
  HEARING_UNDERSTOOD,     // asks whether that was meant
  HEARING_NOT_UNDERSTOOD, // asks for it once more
  HEARING_NOTHING,        // likewise: nothing was said
  HEARING_NO_EAR,         // there is no microphone
  HEARING_OFFERS,         // it has misunderstood so often that it offers to call somebody
};

struct hearing {
  enum hearing_state state;
  int missed; // in a row
  struct intent meant;
  char words[TEXT_SIZE]; // as they were understood
};

enum lesson_state {
  LESSON_ASKS,
  LESSON_HEARS,
  LESSON_MORE, // kept; once more
  LESSON_KNOWN,
  LESSON_ALIKE, // too like `other`
  LESSON_UNLIKE,
  LESSON_QUIET,
  LESSON_NO_EAR,
};

struct lesson {
  enum lesson_state state;
  int word, other; // enum word
  int examples, failed;
  unsigned known; // bits by enum word: taught since the person came
};

#define PIN_DIGITS 4
#define ROOM_DIGITS 6
struct keypad {
  char digits[ROOM_DIGITS + 1];
};

// What of a page's items the toolkit could show; items 0: not laid out yet.
struct shown {
  int page, pages, first_item, items;
};

struct model {
  struct model_settings settings;
  uint64_t revision; // grows whenever there is something new to be seen

  // Time.
  anban_ms at;           // the kiosk's clock at the last report; may jump
  anban_ms uptime;       // only grows; what waits, waits on it
  anban_ms server_ahead; // to be added to the kiosk's clock

  // The community.
  struct snapshot *snapshot; // owned; NULL: nothing is known yet
  struct order *orders;      // owned: everybody's, from the snapshot, the stream and the answers
  int order_count;
  struct outbox_message *outbox; // owned: on their way, oldest first
  int outbox_count;
  enum line_state line;
  char code[16]; // of a kiosk that waits for approval
  bool broken[PARTS];

  // The person.
  char person[UUID_SIZE];    // signed in; empty: nobody
  char candidate[UUID_SIZE]; // whose PIN is asked
  struct keypad keypad;
  struct pin_tries *tries; // owned: of people whose PIN was mistyped
  int tries_count;
  struct kept_settings chosen; // in force now

  // Where we are.
  enum screen trail[SCREENS]; // the way back; the last is where we are
  int depth;
  int page_of[SCREENS]; // which page of the items; PAGE_OF_CHOSEN until it has been laid out
  struct shown shown;
  enum notice notice;
  bool say_due;           // speak once the page has been laid out
  anban_ms touched;       // uptime of the last sign of life
  bool asked_still_there; // the warning stands
  bool left_alone;        // nobody touched the call for help for so long that its person may have been led away
  bool calling;           // the help screen lies over all
  bool headphones;        // are in, or a handset
  bool aloud;             // the person wants to hear this screen though it is private

  // What is said to the kiosk.
  struct hearing hearing;
  struct lesson lesson;

  // Ordering.
  char day_in_hand[CLOCK_DATE_SIZE];
  struct draft draft;
  char dish_in_hand[UUID_SIZE]; // which the warning is about
  char order_in_hand[UUID_SIZE];
  struct draft *kept; // owned: half-made orders of people who left
  int kept_count;
  struct wish done;  // the one that the screen "done" tells about
  struct wish *news; // owned: what went otherwise than wished while its person was not looking
  int news_count;
  struct help_call help;

  // Calls.
  struct phone phone;
  enum say_rank saying;  // what is being said
  struct looked *looked; // owned
  int looked_count;
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
