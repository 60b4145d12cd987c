// SPDX-License-Identifier: GPL-3.0-or-later
// Plays reports to a model and keeps what it asked for: everything a test does to a kiosk it does by reports.
#pragma once

#include "community.h"
#include "kiosk/model/model.h"

#define PLAYER_MESSAGES 16

struct player {
  struct model model;
  anban_ms now;
  struct requests asked; // by the last report
  int spoken, hushed, clicked, kept;
  struct kept_settings last_kept;
  char locale[LOCALE_SIZE]; // the last that was asked for
  struct voice_setting voice;
  bool listening; // the ear was opened last, not closed
  int word;       // of the last enrolment
  int forgot;
  int message_count; // asked to be delivered, oldest first; of many the last
  struct message messages[PLAYER_MESSAGES];
  // See telephone.h.
  char did[1024];
  int64_t seq;
  int telephone_who, records;
  bool no_auto; // the server does not let calls be answered by themselves
};

// A shared kiosk just started at community_now(); `settings` NULL: setting_presets() and a media folder.
void player_start(struct player *player, const struct model_settings *settings);
void player_stop(struct player *player);
// A shared kiosk with the line up and a community of `people`, at rest.
void player_start_ready(struct player *player, int people);

void player_report(struct player *player, struct report *report);
void player_do(struct player *player, enum intent_kind kind, int number, const char *id); // `id` may be NULL
void player_open(struct player *player, enum screen screen);
void player_card(struct player *player, const char *card);
void player_type(struct player *player, const char *digits);
void player_line(struct player *player, enum line_state state, const char *code);
void player_snapshot(struct player *player, struct snapshot *snapshot); // owned by the model from then on
// As a page was laid out: all of it in one.
void player_shown(struct player *player);
// Time passes; the model is woken as it asks.
void player_wait(struct player *player, anban_ms ms);

const struct message *player_last_message(const struct player *player); // NULL: none
void player_saved(struct player *player);                               // the last message is on the disk
void player_not_saved(struct player *player);
void player_answer(struct player *player, bool accepted, enum refusal reason, int number); // to the last message
void player_refuse(struct player *player, enum refusal reason, struct facts facts);        // the last message
void player_help_state(struct player *player, enum help_state state, const char *staff);
// What the server says of the open call, with these steps behind those that it has told before.
struct help player_help_of_server(const struct player *player);
void player_help_step(struct help *help, enum help_step_kind kind, const char *way, const char *who, anban_ms at);
void player_help(struct player *player, const struct help *help);

void player_part(struct player *player, enum kiosk_part part, bool works);
void player_ear(struct player *player, enum ear ear);
void player_said(struct player *player); // the page is shown, and its sentence said to the end
void player_headphones(struct player *player, bool plugged);
void player_hushed(struct player *player); // the sentence before it is over
void player_hears(struct player *player, struct intent intent, const char *words);
void player_learns(struct player *player, enum lesson_outcome outcome, int examples, int other);

// Signs the person in from rest.
void player_sign_in(struct player *player, int person);
// From home to the page that confirms one lunch set of today.
void player_choose_lunch(struct player *player);
