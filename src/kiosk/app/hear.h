// SPDX-License-Identifier: GPL-3.0-or-later
// What may be said now: the keys of the page in front of the person by their labels, and the words that count on it.
// Made into a request for the listener; its answer is made into what it means. Thread: main.
#pragma once

#include "kiosk/lang/lang.h"
#include "kiosk/listen/listen.h"
#include "kiosk/model/core/intent.h"
#include "kiosk/ui/tree.h"

struct hear {
  struct listen_request request;           // of the newest try
  struct intent meanings[LISTEN_COMMANDS]; // of its commands
};

// A new try for the page as it lies on the screen. `person`: a resident's id, "": nobody.
void hear_page(struct hear *hear, const struct tree *tree, const struct page *page, const char *person);
// A new try that takes an example of a word (enum word); the other words are what it must not sound like.
void hear_word(struct hear *hear, const struct lang *lang, int word, const char *person);
// What the answer `id` of the try `number` means, and its words. False: it is not of the newest try.
bool hear_meaning(const struct hear *hear, uint64_t number, const char *id, struct intent *meaning, char *words,
                  size_t size);
// Which word (enum word) the answer `id` of a lesson names; -1: none.
int hear_word_of(const struct hear *hear, uint64_t number, const char *id);
