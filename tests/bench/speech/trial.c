// SPDX-License-Identifier: GPL-3.0-or-later
#include "trial.h"

#include "kiosk/listen/capture.h"
#include "sphinx.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#define OWN_EXAMPLES 3
#define OWN_TAKE 100 // other takes than those of the trials
#define MADE_TAKE 1000

double processor_ms(void)
{
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

struct utterance *utterance_heard(const struct samples *heard)
{
  struct capture *capture = capture_new();
  bool ended = capture_take(capture, heard->at, heard->count) == ENDING_ENDED;
  struct utterance *utterance = ended ? capture_utterance(capture) : NULL;
  capture_free(capture);
  return utterance;
}

static void learn(struct match_command *command, struct utterance *template)
{
  if (template)
    command->templates[command->count++] = template;
}

void lexicon_own(struct lexicon *lexicon, const struct speaker *speaker)
{
  *lexicon = (struct lexicon){0};
  for (int c = 0; c < COMMAND_COUNT; c++)
    for (unsigned take = OWN_TAKE; take < OWN_TAKE + OWN_EXAMPLES; take++) {
      struct samples *heard = corpus_in_room(corpus_say(speaker, commands[c], take), &rooms[0], take);
      learn(&lexicon->commands[c], utterance_heard(heard));
      samples_free(heard);
    }
}

void lexicon_made(struct lexicon *lexicon, const struct speaker *speaker)
{
  *lexicon = (struct lexicon){0};
  for (int m = 0; m < MAKER_COUNT; m++) {
    char voice[64];
    int base = (int)strcspn(speaker->voice, "+");
    snprintf(voice, sizeof voice, "%.*s%s", base, speaker->voice, makers[m].voice);
    struct speaker maker = {voice, makers[m].pitch, makers[m].pace};
    for (int c = 0; c < COMMAND_COUNT; c++) {
      struct samples *said = corpus_say(&maker, commands[c], MADE_TAKE);
      learn(&lexicon->commands[c], utterance_of_samples(said));
      samples_free(said);
    }
  }
}

void lexicon_free(struct lexicon *lexicon)
{
  for (int c = 0; c < COMMAND_COUNT; c++)
    for (int t = 0; t < lexicon->commands[c].count; t++) {
      struct utterance *template = (struct utterance *)(uintptr_t)lexicon->commands[c].templates[t];
      utterance_free(template);
    }
}

static void judge(struct verdict *verdict, const struct utterance *heard, const struct lexicon *lexicon)
{
  double sure, began = processor_ms();
  verdict->match = match_commands(heard, lexicon->commands, COMMAND_COUNT);
  verdict->ms = processor_ms() - began;
  verdict->best = verdict->match.best;
  verdict->is_sure = match_is_sure(&verdict->match, &sure);
}

void trial_hear(struct trial *trial, const struct samples *heard, const struct lexicon lexicons[LEXICONS])
{
  struct utterance *utterance = utterance_heard(heard);
  for (int l = 0; l < LEXICONS; l++) {
    trial->by[l].best = -1;
    if (utterance)
      judge(&trial->by[l], utterance, &lexicons[l]);
  }
  trial->seconds = utterance ? (double)utterance->count / MEL_FRAMES_A_SECOND : 0;
  utterance_free(utterance);
}

void trial_ask_sphinx(struct trial *trial, const struct samples *heard)
{
  double began = processor_ms();
  trial->sphinx = sphinx_hear(heard);
  trial->sphinx_ms = processor_ms() - began;
  trial->sphinx_seconds = (double)heard->count / heard->rate;
}
