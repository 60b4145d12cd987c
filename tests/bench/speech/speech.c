// SPDX-License-Identifier: GPL-3.0-or-later
// ./bench speech: how well commands are heard, by voices made up on this machine, in this run.
//   anban_bench_speech VOICES [--takes N] [--tune]    VOICES: the folder that holds espeak-ng-data/
// --takes: how often each says each command in each room: 12 so that no wrong one among them shows less than 0.1 %.
// --tune: the other set of voices, which the thresholds were chosen by; pocketsphinx is not asked.
#include "lessons.h"
#include "tally.h"
#include "weight.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TAKES 12
#define BABBLERS 8

static void invite(struct crew *crew, const struct speaker *speakers, int count)
{
  for (int i = 0; i < count; i++) {
    if (corpus_has(speakers[i].voice))
      crew->people[crew->count++] = &speakers[i];
    else
      printf("There is no voice %s; it is left out.\n", speakers[i].voice);
  }
}

static void report(const struct crew *crew)
{
  printf("Commands, by %d voices of espeak-ng, each said %d times in each room. \"95%% sure\": the share of wrong ones "
         "is less.\n",
         crew->count, crew->takes);
  tally_print(crew, OWN, "The person's own three examples, given in a quiet room");
  tally_confusions(crew, OWN);
  tally_print(crew, MADE, "Never taught: the kiosk's own voices, in the person's dialect");
  tally_confusions(crew, MADE);
  if (crew->sphinx)
    tally_sphinx(crew);
  lessons_print(crew);
  tally_time(crew);
  printf(
      "All of these are machine voices of one kind (espeak-ng), which say a word each time alike: people are harder.\n"
      "Take the figures as what can't be exceeded, and the comparison of the two ways as their worth.\n");
}

int main(int argc, char **argv)
{
  struct crew crew = {.takes = TAKES, .sphinx = true};
  for (int i = 2; i < argc; i++) {
    if (strcmp(argv[i], "--tune") == 0)
      crew.sphinx = false;
    if (strcmp(argv[i], "--takes") == 0 && i + 1 < argc)
      crew.takes = atoi(argv[++i]);
  }
  if (argc < 2 || crew.takes < 1) {
    fprintf(stderr, "anban_bench_speech VOICES [--takes N] [--tune]\n");
    return 2;
  }
  bool light = weight_print(argv[1]);
  if (!corpus_start(argv[1])) {
    fprintf(stderr, "espeak-ng can't start with the voices in %s\n", argv[1]);
    return 2;
  }
  invite(&crew, crew.sphinx ? reporters : tuners, crew.sphinx ? reporter_count : tuner_count);
  corpus_babble(reporters, BABBLERS, sentences, SENTENCE_COUNT);
  if (!crew_work(&crew)) {
    fprintf(stderr, "the trials failed (packages pocketsphinx-en-us, libpocketsphinx-dev)\n");
    return 1;
  }
  report(&crew);
  crew_free(&crew);
  corpus_stop();
  return light ? 0 : 1;
}
