// SPDX-License-Identifier: GPL-3.0-or-later
// What there is to be recorded in a locale: the sentences of the kiosk's catalogue and their pieces (made when Anban is
// built), and what only this site says: names of dishes and of people.
#pragma once

#include "protocol/pack.h"
#include "server/store/db.h"

#define LINE_ID_SIZE 17 // the first half of the text's hash: the same text has the same id for ever

enum line_kind { LINE_CATALOGUE, LINE_DISH, LINE_PERSON, LINE_KINDS };

struct line {
  char id[LINE_ID_SIZE];
  enum line_kind kind;
  char text[TEXT_SIZE];
  char context[TEXT_SIZE]; // the whole sentence of a piece; may be empty
  int most_ms;             // a recording should take
  bool often;              // every visit needs it
};

struct script {
  int count, room;
  struct line *lines; // owned; in the order in which they are best said
};

// All catalogues' scripts of a folder, as locales/make_script writes them. Never NULL; a file that can't be read is
// left out, and the log says why.
struct scripts *scripts_load(const char *folder);
void scripts_free(struct scripts *scripts); // NULL is fine

// What a voice of this locale may say at this site. The caller gives it back with script_free. Thread: the db's.
void script_of(const struct scripts *scripts, struct db *db, const char *locale, struct script *out);
void script_free(struct script *script);
const struct line *script_line(const struct script *script, const char *id); // NULL: there is none

// How much of it has been recorded, in percent: of all, and of what every visit needs.
struct coverage {
  int all, often;
};
struct coverage script_coverage(const struct script *script, const struct pack *pack);
// {"lines": [{"id","kind","text","context","most_ms","often","clip": {"hash","gain_cb","ms"}?}], "coverage"}
json_t *script_write(const struct script *script, const struct pack *pack);
json_t *coverage_write(struct coverage coverage);
