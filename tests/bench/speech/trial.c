// SPDX-License-Identifier: GPL-3.0-or-later
#include "trial.h"

#include "base/memory.h"
#include "kiosk/listen/capture.h"

#include <stdio.h>
#include <stdlib.h>
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

static struct utterance *captured(const struct samples *heard)
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
      learn(&lexicon->commands[c], captured(heard));
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

static struct trial *next(struct trials *trials)
{
  if (trials->count == trials->room) {
    trials->room = trials->room ? 2 * trials->room : 256;
    trials->at = memory_resize(trials->at, (size_t)trials->room * sizeof *trials->at);
  }
  return &trials->at[trials->count++];
}

void trials_add(struct trials *trials, const struct samples *heard, int room, int said, const struct lexicon *lexicon)
{
  struct trial *trial = next(trials);
  *trial = (struct trial){.room = room, .said = said, .best = -1};
  double sure;
  struct utterance *utterance = captured(heard);
  if (!utterance)
    return;
  double captured_at = processor_ms();
  struct match match = match_commands(utterance, lexicon->commands, COMMAND_COUNT);
  double ms = processor_ms() - captured_at;
  trials->ms += ms;
  trials->most_ms = ms > trials->most_ms ? ms : trials->most_ms;
  trial->best = match.best;
  trial->is_sure = match_is_sure(&match, &sure);
  trial->score = match.scores[match.best];
  trial->gap = match.gap;
  trial->seconds = (double)utterance->count / MEL_FRAMES_A_SECOND;
  utterance_free(utterance);
}

void trials_free(struct trials *trials)
{
  free(trials->at);
  *trials = (struct trials){0};
}
