// SPDX-License-Identifier: GPL-3.0-or-later
// A recorded voice: one person who has said sentences of the kiosk, and pieces of them, in one locale. Its clips are
// Opus, named by the hash of their bytes; the text alone decides when a clip is heard, so that a sentence that has been
// changed since is simply no longer recorded.
#pragma once

#include "protocol/catalogue.h"

#define PACK_FORMAT 1
#define MOST_CLIPS 3000
#define MOST_CLIP_MS 60000
#define CONSENT_SIZE 512

struct clip {
  char text[TEXT_SIZE]; // as clip_text_trim leaves it
  char hash[HASH_SIZE]; // of the bytes
  int gain_cb;          // tenths of a decibel, to be added so that all are equally loud
  int ms;
};

// Born by pack_new or pack_read, given back by pack_free.
struct pack {
  char id[UUID_SIZE];
  char speaker[NAME_SIZE];
  char locale[LOCALE_SIZE];
  char licence[NAME_SIZE];
  char consent_date[CLOCK_DATE_SIZE]; // when the speaker agreed
  char consent_words[CONSENT_SIZE];   // and to what
  int64_t revision;                   // grows with every change
  int clip_count;
  struct clip *clips; // owned
};

struct pack *pack_new(void);
void pack_free(struct pack *pack); // NULL is fine
struct clip *pack_add(struct pack *pack);
// NULL when the JSON is not a pack; the fault names the item.
struct pack *pack_read(const json_t *json, struct fault *fault);
json_t *pack_write(const struct pack *pack);

bool pack_name_read_at(const struct json_at *at, struct pack_name *out, struct fault *fault);
json_t *pack_name_write(const struct pack_name *name);

// Letters, "_" and "@" only: it is also the name of a folder.
bool pack_locale_is(const char *text);

// The punctuation and the space at both ends go: who speaks says none of it.
void clip_text_trim(char *text);
// Whether a character only parts words and is not said.
bool clip_text_parts(unsigned character);
