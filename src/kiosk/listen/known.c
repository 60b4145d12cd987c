// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/listen/known.h"

#include "base/text.h"
#include "kiosk/listen/examples.h"

#include <string.h>

#define OWN_ENOUGH 2 // own examples with which nobody else's voice is asked

static void clear(struct known_text *text)
{
  for (int i = 0; i < text->count; i++)
    utterance_free(text->templates[i]);
  *text = (struct known_text){0};
}

static void make(const struct listen_maker *maker, struct known_text *text)
{
  for (int variant = 0; maker->make && text->count < MATCH_TEMPLATES; variant++) {
    struct samples *samples = maker->make(maker->ctx, text->text, text->locale, variant);
    if (!samples)
      return;
    struct utterance *template = utterance_of_samples(samples);
    samples_free(samples);
    if (!template)
      return;
    text->templates[text->count++] = template;
  }
}

const struct known_text *known_made(struct known *known, const char *text, const char *locale)
{
  struct known_text *oldest = known->texts;
  known->uses++;
  for (struct known_text *at = known->texts; at < known->texts + KNOWN_MOST; at++) {
    if (at->count > 0 && strcmp(at->text, text) == 0 && strcmp(at->locale, locale) == 0) {
      at->used = known->uses;
      return at;
    }
    oldest = at->used < oldest->used ? at : oldest;
  }
  clear(oldest);
  COPY_TEXT(oldest->text, text);
  COPY_TEXT(oldest->locale, locale);
  oldest->used = known->uses;
  for (int m = 0; m < LISTEN_MAKERS; m++)
    make(&known->makers[m], oldest);
  return oldest;
}

void known_make_room(struct known *known)
{
  if (known->own_count > LISTEN_COMMANDS)
    known_forget_own(known);
}

void known_forget_own(struct known *known)
{
  for (int i = 0; i < known->own_count; i++)
    clear(&known->own[i]);
  known->own_count = 0;
}

const struct known_text *known_own(struct known *known, const char *person, const char *text, struct fault *fault)
{
  *fault = (struct fault){0};
  if (!*person)
    return NULL;
  if (strcmp(known->person, person) != 0)
    known_forget_own(known);
  COPY_TEXT(known->person, person);
  for (int i = 0; i < known->own_count; i++)
    if (strcmp(known->own[i].text, text) == 0)
      return known->own[i].count > 0 ? &known->own[i] : NULL;
  struct known_text *own = &known->own[known->own_count++];
  COPY_TEXT(own->text, text);
  own->count = examples_read(known->folder, person, text, own->templates, fault);
  return own->count > 0 ? own : NULL;
}

static void add(struct match_command *command, const struct known_text *text)
{
  for (int i = 0; i < text->count && command->count < MATCH_TEMPLATES; i++)
    command->templates[command->count++] = text->templates[i];
}

struct match_command known_command(struct known *known, const char *text, const char *locale, const char *person,
                                   struct fault *fault)
{
  struct match_command command = {0};
  const struct known_text *own = known_own(known, person, text, fault);
  if (own)
    add(&command, own);
  if (command.count < OWN_ENOUGH)
    add(&command, known_made(known, text, locale));
  return command;
}

void known_free(struct known *known)
{
  known_forget_own(known);
  for (int i = 0; i < KNOWN_MOST; i++)
    clear(&known->texts[i]);
}
