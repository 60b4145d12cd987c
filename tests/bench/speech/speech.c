// SPDX-License-Identifier: GPL-3.0-or-later
// ./bench speech: how well commands are heard, by voices made up on this machine, in this run.
//   anban_bench_speech VOICES [--takes N] [--people N] [--tune]    VOICES: the folder that holds espeak-ng-data/
// --takes: how often each says each command in each room; --people: only the first so many, for a quick look.
// --tune: the other set of voices, and what other thresholds would give: what they were chosen by.
#include "sphinx.h"
#include "trial.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

struct people {
  const struct speaker *at[PEOPLE_MOST];
  int count;
};

struct sphinx_count {
  int commands, right, wrong, sentences, taken;
  double ms, seconds;
};

struct bench {
  struct people people;
  unsigned takes;
  struct sphinx_count sphinx[ROOM_COUNT];
  double made_ms;
  int made;
};

static struct people people_of(const struct speaker *speakers, int count, int most)
{
  struct people people = {0};
  for (int i = 0; i < count && people.count < most; i++) {
    if (corpus_has(speakers[i].voice))
      people.at[people.count++] = &speakers[i];
    else
      printf("There is no voice %s; it is left out.\n", speakers[i].voice);
  }
  return people;
}

static bool hears_sentences(int room)
{
  return room == 0 || (rooms[room].noise == NOISE_BABBLE && rooms[room].snr == 10 && !rooms[room].echo);
}

static void ask_sphinx(struct sphinx_count *count, const struct samples *heard, int said)
{
  double began = processor_ms();
  int best = sphinx_hear(heard);
  count->ms += processor_ms() - began;
  count->seconds += (double)heard->count / heard->rate;
  if (said < 0) {
    count->sentences++;
    count->taken += best >= 0;
  } else {
    count->commands++;
    count->right += best == said;
    count->wrong += best >= 0 && best != said;
  }
}

static void try_one(struct bench *bench, struct trials *trials, const struct speaker *speaker,
                    const struct lexicon *lexicon, int room, int said, const char *text, unsigned take, bool sphinx)
{
  struct samples *heard = corpus_in_room(corpus_say(speaker, text, take), &rooms[room], take * 64 + (unsigned)said + 1);
  trials_add(trials, heard, room, said, lexicon);
  if (sphinx)
    ask_sphinx(&bench->sphinx[room], heard, said);
  samples_free(heard);
}

static void try_speaker(struct bench *bench, struct trials *trials, const struct speaker *speaker,
                        const struct lexicon *lexicon, bool sphinx)
{
  for (int room = 0; room < ROOM_COUNT; room++) {
    for (int c = 0; c < COMMAND_COUNT; c++)
      for (unsigned take = 0; take < bench->takes; take++)
        try_one(bench, trials, speaker, lexicon, room, c, commands[c], take, sphinx);
    for (int s = 0; s < SENTENCE_COUNT && hears_sentences(room); s++)
      try_one(bench, trials, speaker, lexicon, room, -1, sentences[s], 7, sphinx);
  }
}

static struct trials try_all(struct bench *bench, bool own, bool sphinx)
{
  struct trials trials = {0};
  for (int i = 0; i < bench->people.count; i++) {
    struct lexicon lexicon;
    double began = processor_ms();
    if (own)
      lexicon_own(&lexicon, bench->people.at[i]);
    else
      lexicon_made(&lexicon, bench->people.at[i]);
    if (!own) {
      bench->made_ms += processor_ms() - began;
      bench->made++;
    }
    try_speaker(bench, &trials, bench->people.at[i], &lexicon, sphinx);
    lexicon_free(&lexicon);
  }
  return trials;
}

struct count {
  int commands, unheard, best, right, wrong, sentences, taken;
  double seconds; // of the sentences
};

// `gap` below 0: as the kiosk decides; otherwise as it would with these thresholds.
static struct count count_room(const struct trials *trials, int room, double gap, double score)
{
  struct count count = {0};
  for (int i = 0; i < trials->count; i++) {
    const struct trial *trial = &trials->at[i];
    if (trial->room != room)
      continue;
    bool sure = gap < 0 ? trial->is_sure : trial->best >= 0 && trial->gap > gap && trial->score < score;
    if (trial->said < 0) {
      count.sentences++;
      count.taken += sure;
      count.seconds += trial->seconds;
      continue;
    }
    count.commands++;
    count.unheard += trial->best < 0;
    count.best += trial->best == trial->said;
    count.right += sure && trial->best == trial->said;
    count.wrong += sure && trial->best != trial->said;
  }
  return count;
}

static double percent(int part, int whole)
{
  return whole ? 100.0 * part / whole : 0;
}

// What is shown is there at once: the rest takes its time.
static void print_table(const char *title, const struct trials *trials, double gap, double score)
{
  printf("\n%s\n%-22s%9s%9s%9s%9s%9s%9s   %s\n", title, "", "commands", "right", "wrong", "refused", "unheard",
         "nearest", "other sentences taken for a command");
  for (int room = 0; room < ROOM_COUNT; room++) {
    struct count count = count_room(trials, room, gap, score);
    int refused = count.commands - count.right - count.wrong - count.unheard;
    printf("%-22s%9d%8.1f%%%8.2f%%%8.1f%%%8.1f%%%8.1f%%", rooms[room].name, count.commands,
           percent(count.right, count.commands), percent(count.wrong, count.commands), percent(refused, count.commands),
           percent(count.unheard, count.commands), percent(count.best, count.commands));
    if (count.sentences)
      printf("   %d of %d, %.1f an hour of speech", count.taken, count.sentences,
             count.seconds > 0 ? count.taken * 3600 / count.seconds : 0);
    putchar('\n');
  }
  fflush(stdout);
}

static void print_confusions(const struct trials *trials)
{
  int counts[COMMAND_COUNT][COMMAND_COUNT] = {0};
  for (int i = 0; i < trials->count; i++)
    if (trials->at[i].said >= 0 && trials->at[i].best >= 0)
      counts[trials->at[i].said][trials->at[i].best]++;
  printf("\nWhat comes nearest, before it is refused or not; rows: said, columns: taken for\n   ");
  for (int c = 0; c < COMMAND_COUNT; c++)
    printf("%5d", c + 1);
  for (int said = 0; said < COMMAND_COUNT; said++) {
    printf("\n%2d ", said + 1);
    for (int best = 0; best < COMMAND_COUNT; best++)
      printf(counts[said][best] ? "%5d" : "    .", counts[said][best]);
    printf("  %s", commands[said]);
  }
  putchar('\n');
}

static void print_sphinx(const struct bench *bench)
{
  double ms = 0, seconds = 0;
  printf("\npocketsphinx, English model, a grammar of the same commands, on the same sound\n%-22s%9s%9s%9s   %s\n", "",
         "commands", "right", "wrong", "other sentences taken for a command");
  for (int room = 0; room < ROOM_COUNT; room++) {
    const struct sphinx_count *count = &bench->sphinx[room];
    ms += count->ms;
    seconds += count->seconds;
    printf("%-22s%9d%8.1f%%%8.2f%%", rooms[room].name, count->commands, percent(count->right, count->commands),
           percent(count->wrong, count->commands));
    if (count->sentences)
      printf("   %d of %d", count->taken, count->sentences);
    putchar('\n');
  }
  printf("processor: %.0f ms a second of sound\n", ms / seconds);
}

static long megabytes(void)
{
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

static void tune(const struct trials *own, const struct trials *made)
{
  static const double gaps[] = {0.04, 0.05, 0.06, 0.07, 0.08, 0.1}, scores[] = {0.97, 0.92, 0.88};
  for (size_t s = 0; s < sizeof scores / sizeof *scores; s++)
    for (size_t g = 0; g < sizeof gaps / sizeof *gaps; g++) {
      char title[80];
      snprintf(title, sizeof title, "own examples: gap over %.2f, score under %.2f", gaps[g], scores[s]);
      print_table(title, own, gaps[g], scores[s]);
      snprintf(title, sizeof title, "the kiosk's voices: gap over %.2f, score under %.2f", gaps[g], scores[s]);
      print_table(title, made, gaps[g], scores[s]);
    }
}

static void report(const struct bench *bench, const struct trials *own, const struct trials *made, long before)
{
  print_table("Never taught: the kiosk's own voices, in the person's dialect", made, -1, 0);
  print_confusions(made);
  print_sphinx(bench);
  printf("\nA match takes %.1f ms of processor time, at most %.1f (own) and %.1f, at most %.1f (kiosk's voices); "
         "templates of\n"
         "%d commands by %d voices %.0f ms. The most memory this program used before pocketsphinx began: %ld MB.\n",
         own->ms / own->count, own->most_ms, made->ms / made->count, made->most_ms, COMMAND_COUNT, MAKER_COUNT,
         bench->made_ms / bench->made, before);
  printf(
      "All of these are machine voices of one kind (espeak-ng), which say a word each time alike: people are harder.\n"
      "Take the figures as what can't be exceeded, and the comparison of the two ways as their worth.\n");
}

int main(int argc, char **argv)
{
  struct bench bench = {.takes = 3};
  bool tunes = false;
  int most = PEOPLE_MOST;
  for (int i = 2; i < argc; i++) {
    tunes = tunes || strcmp(argv[i], "--tune") == 0;
    if (strcmp(argv[i], "--takes") == 0 && i + 1 < argc)
      bench.takes = (unsigned)strtoul(argv[++i], NULL, 10);
    else if (strcmp(argv[i], "--people") == 0 && i + 1 < argc)
      most = atoi(argv[++i]);
  }
  if (argc < 2 || !corpus_start(argv[1]) || bench.takes == 0) {
    fprintf(stderr, "anban_bench_speech VOICES [--takes N] [--people N] [--tune]\n");
    return 2;
  }
  bench.people = tunes ? people_of(tuners, tuner_count, most) : people_of(reporters, reporter_count, most);
  corpus_babble(reporters, 8, sentences, SENTENCE_COUNT);
  printf("Commands, by %d voices of espeak-ng, each said %u times in each room\n", bench.people.count, bench.takes);
  struct trials own = try_all(&bench, true, false);
  if (!tunes)
    print_table("The person's own three examples, given in a quiet room", &own, -1, 0);
  long before = megabytes();
  if (!sphinx_start(phones, COMMAND_COUNT)) {
    fprintf(stderr, "pocketsphinx can't start (packages pocketsphinx-en-us, libpocketsphinx-dev)\n");
    return 1;
  }
  struct trials made = try_all(&bench, false, !tunes);
  if (tunes)
    tune(&own, &made);
  else
    report(&bench, &own, &made, before);
  trials_free(&own);
  trials_free(&made);
  sphinx_stop();
  corpus_stop();
  return 0;
}
