// SPDX-License-Identifier: GPL-3.0-or-later
// What commands are known by: templates made of how a voice says their texts, kept for the next page, and the person's
// own examples. Thread: listen's.
#pragma once

#include "kiosk/listen/listen.h"
#include "kiosk/listen/match.h"

#define KNOWN_MOST 64 // texts kept; another takes the place of the one used longest ago

struct known_text {
  char text[LISTEN_NAME];
  char locale[LOCALE_SIZE];
  uint64_t used;
  int count;
  struct utterance *templates[MATCH_TEMPLATES];
};

struct known {
  const char *folder;
  const struct listen_maker *makers; // LISTEN_MAKERS
  uint64_t uses;
  struct known_text texts[KNOWN_MOST];
  char person[LISTEN_PERSON]; // whose examples are held in `own`
  int own_count;
  struct known_text own[LISTEN_COMMANDS * 2];
};

// Before the commands of a page are asked for: from then on LISTEN_COMMANDS find room, and what was given out stays.
void known_make_room(struct known *known);
// Made now unless they are there.
const struct known_text *known_made(struct known *known, const char *text, const char *locale);
// NULL: the person has given no example. The fault is empty unless a file was damaged.
const struct known_text *known_own(struct known *known, const char *person, const char *text, struct fault *fault);
// The templates by which `person` is understood. They stay the known's, until known_make_room.
struct match_command known_command(struct known *known, const char *text, const char *locale, const char *person,
                                   struct fault *fault);
void known_forget_own(struct known *known); // they are read anew when they are wanted
void known_free(struct known *known);
