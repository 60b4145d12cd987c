// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons.h"

#include "kiosk/listen/judge.h"

#include <stdio.h>
#include <stdlib.h>

#define EXAMPLES 3 // of each command, of which the last is judged by the ones before
#define TAKE 200   // other takes than those of the trials

enum lesson { FIRST, NEXT, OTHER, LESSONS };
static const char *const names[LESSONS] = {"a first example", "a third example",
                                           "another command instead of the third"};

struct outcome {
  int all, kept, alike, unlike;
  double *scores; // of the command itself
};

static void learn(const struct speaker *speaker, struct utterance *examples[COMMAND_COUNT][EXAMPLES])
{
  for (int c = 0; c < COMMAND_COUNT; c++)
    for (unsigned e = 0; e < EXAMPLES; e++) {
      struct samples *heard = corpus_in_room(corpus_say(speaker, commands[c], TAKE + e), &rooms[0], TAKE + e);
      examples[c][e] = utterance_heard(heard);
      samples_free(heard);
    }
}

// `heard` is held to be `wanted`, of which `known` examples are there; two are of each of the others.
static void judge(struct outcome *outcome, struct utterance *examples[COMMAND_COUNT][EXAMPLES], int wanted, int known,
                  const struct utterance *heard)
{
  struct match_command offered[COMMAND_COUNT] = {0};
  int other;
  for (int i = 0; i < COMMAND_COUNT; i++) {
    int c = i == 0 ? wanted : i <= wanted ? i - 1 : i;
    for (int e = 0; e < (i == 0 ? known : EXAMPLES - 1); e++)
      if (examples[c][e])
        offered[i].templates[offered[i].count++] = examples[c][e];
  }
  if (!heard)
    return;
  struct match match = match_commands(heard, offered, COMMAND_COUNT);
  enum listen_event_kind kind = judge_compared(&match, COMMAND_COUNT, offered[0].count > 0, &other);
  outcome->scores[outcome->all++] = known > 0 ? match.scores[0] : match.scores[other];
  outcome->kept += kind == LISTEN_ENROLLED;
  outcome->alike += kind == LISTEN_TOO_ALIKE;
  outcome->unlike += kind == LISTEN_UNLIKE;
}

static void teach(const struct speaker *speaker, struct outcome outcomes[LESSONS])
{
  struct utterance *examples[COMMAND_COUNT][EXAMPLES];
  learn(speaker, examples);
  for (int c = 0; c < COMMAND_COUNT; c++) {
    judge(&outcomes[FIRST], examples, c, 0, examples[c][EXAMPLES - 1]);
    judge(&outcomes[NEXT], examples, c, EXAMPLES - 1, examples[c][EXAMPLES - 1]);
    for (int said = 0; said < COMMAND_COUNT; said++)
      if (said != c)
        judge(&outcomes[OTHER], examples, c, EXAMPLES - 1, examples[said][EXAMPLES - 1]);
  }
  for (int c = 0; c < COMMAND_COUNT; c++)
    for (int e = 0; e < EXAMPLES; e++)
      utterance_free(examples[c][e]);
}

static int compare(const void *left, const void *right)
{
  double l = *(const double *)left, r = *(const double *)right;
  return (l > r) - (l < r);
}

void lessons_print(const struct crew *crew)
{
  static double scores[LESSONS][PEOPLE_MOST * COMMAND_COUNT * COMMAND_COUNT];
  struct outcome outcomes[LESSONS] = {{.scores = scores[FIRST]}, {.scores = scores[NEXT]}, {.scores = scores[OTHER]}};
  for (int i = 0; i < crew->count; i++)
    teach(crew->people[i], outcomes);
  printf("\nEnrolment in a quiet room\n%-38s%7s%8s%10s%8s   scores: of the first, to the nearest command\n", "", "said",
         "kept", "too alike", "unlike");
  for (int l = 0; l < LESSONS; l++) {
    struct outcome *at = &outcomes[l];
    qsort(at->scores, (size_t)at->all, sizeof *at->scores, compare);
    printf("%-38s%7d%7.1f%%%9.1f%%%7.1f%%   1%% %.2f, 50%% %.2f, 99%% %.2f\n", names[l], at->all,
           100.0 * at->kept / at->all, 100.0 * at->alike / at->all, 100.0 * at->unlike / at->all,
           at->scores[at->all / 100], at->scores[at->all / 2], at->scores[at->all - 1 - at->all / 100]);
  }
}
