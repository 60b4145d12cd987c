// SPDX-License-Identifier: GPL-3.0-or-later
#include "tally.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define ANY -1
#define CERTAINTY 0.95

// Which trials a row is of.
struct row {
  const char *name;
  int room, pace;
  const char *dialect; // the beginning of a voice's name; NULL: any
};

struct count {
  int commands, unheard, best, right, wrong, sentences, taken;
  double seconds; // of the sentences
};

static bool is_of(const struct row *row, const struct crew *crew, const struct trial *trial)
{
  const char *voice = crew->people[trial->person]->voice;
  return (row->room == ANY || trial->room == row->room) && (row->pace == ANY || trial->pace == row->pace) &&
         (!row->dialect || strncmp(voice, row->dialect, strlen(row->dialect)) == 0);
}

static void add(struct count *count, const struct trial *trial, enum lexicon_kind by)
{
  const struct verdict *verdict = &trial->by[by];
  if (trial->said < 0) {
    count->sentences++;
    count->taken += verdict->is_sure;
    count->seconds += trial->seconds;
    return;
  }
  count->commands++;
  count->unheard += verdict->best < 0;
  count->best += verdict->best == trial->said;
  count->right += verdict->is_sure && verdict->best == trial->said;
  count->wrong += verdict->is_sure && verdict->best != trial->said;
}

static double percent(double part, double whole)
{
  return whole > 0 ? 100 * part / whole : 0;
}

// How likely at most `few` of `all` are when each is as likely as `share`.
static double likelihood(int few, int all, double share)
{
  double sum = 0;
  for (int k = 0; k <= few; k++)
    sum += exp(lgamma(all + 1) - lgamma(k + 1) - lgamma(all - k + 1) + k * log(share) + (all - k) * log1p(-share));
  return sum;
}

// The largest share with which so few would still be seen once in twenty times (Clopper and Pearson).
static double upper_bound(int few, int all)
{
  double low = 0, high = 1;
  for (int i = 0; i < 50 && few < all; i++) {
    double share = (low + high) / 2;
    if (likelihood(few, all, share) > 1 - CERTAINTY)
      low = share;
    else
      high = share;
  }
  return high;
}

static void print_row(const struct row *row, const struct crew *crew, enum lexicon_kind by)
{
  struct count count = {0};
  for (int i = 0; i < crew->trial_count; i++)
    if (is_of(row, crew, &crew->trials[i]))
      add(&count, &crew->trials[i], by);
  if (count.commands == 0)
    return;
  int refused = count.commands - count.right - count.wrong - count.unheard;
  printf("%-20s%7d%7.1f%%%7d%7.2f%%  <%6.3f%%%7.1f%%%7.1f%%%7.1f%%", row->name, count.commands,
         percent(count.right, count.commands), count.wrong, percent(count.wrong, count.commands),
         100 * upper_bound(count.wrong, count.commands), percent(refused, count.commands),
         percent(count.unheard, count.commands), percent(count.best, count.commands));
  if (count.sentences && row->room != ANY)
    printf("  %d of %d, %.1f an hour", count.taken, count.sentences,
           count.seconds > 0 ? count.taken * 3600 / count.seconds : 0);
  putchar('\n');
}

void tally_print(const struct crew *crew, enum lexicon_kind by, const char *title)
{
  static const char *const dialects[] = {"cmn-x-standard", "cmn-x-sichuan", "cmn-x-dongbei",  "cmn-x-henan",
                                         "cmn-x-shandong", "cmn-x-wuhan",   "cmn-x-shanghai", "yue"};
  static const char *const names[PACES] = {"usual pace", "slow, 4/5 of it", "quick, 5/4 of it"};
  printf("\n%s\n%-20s%7s%8s%7s%8s%9s%8s%8s%8s  %s\n", title, "", "said", "right", "wrong", "", "95% sure", "refused",
         "unheard", "nearest", "other sentences taken for a command");
  for (int room = 0; room < ROOM_COUNT; room++)
    print_row(&(struct row){rooms[room].name, room, ANY, NULL}, crew, by);
  for (size_t i = 0; i < sizeof dialects / sizeof *dialects; i++)
    print_row(&(struct row){dialects[i], ANY, ANY, dialects[i]}, crew, by);
  for (int pace = 0; pace < PACES; pace++)
    print_row(&(struct row){names[pace], ANY, pace, NULL}, crew, by);
  print_row(&(struct row){"all", ANY, ANY, NULL}, crew, by);
}

void tally_confusions(const struct crew *crew, enum lexicon_kind by)
{
  int counts[COMMAND_COUNT][COMMAND_COUNT] = {0}, taken[COMMAND_COUNT][COMMAND_COUNT] = {0};
  for (int i = 0; i < crew->trial_count; i++) {
    const struct trial *trial = &crew->trials[i];
    int best = trial->by[by].best;
    if (trial->said < 0 || best < 0)
      continue;
    counts[trial->said][best]++;
    taken[trial->said][best] += trial->by[by].is_sure;
  }
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
  for (int said = 0; said < COMMAND_COUNT; said++)
    for (int best = 0; best < COMMAND_COUNT; best++)
      if (said != best && taken[said][best])
        printf("wrongly accepted: %s for %s, %d times\n", commands[best], commands[said], taken[said][best]);
}

void tally_sphinx(const struct crew *crew)
{
  double ms = 0, seconds = 0;
  printf("\npocketsphinx, English model, a grammar of the same commands, on the same sound (a part of it)\n"
         "%-20s%7s%8s%8s  %s\n",
         "", "said", "right", "wrong", "other sentences taken for a command");
  for (int room = 0; room < ROOM_COUNT; room++) {
    struct count count = {0};
    for (int i = 0; i < crew->trial_count; i++) {
      const struct trial *trial = &crew->trials[i];
      if (trial->room != room || trial->sphinx == NOT_ASKED)
        continue;
      ms += trial->sphinx_ms;
      seconds += trial->sphinx_seconds;
      count.commands += trial->said >= 0;
      count.right += trial->said >= 0 && trial->sphinx == trial->said;
      count.wrong += trial->said >= 0 && trial->sphinx >= 0 && trial->sphinx != trial->said;
      count.sentences += trial->said < 0;
      count.taken += trial->said < 0 && trial->sphinx >= 0;
    }
    printf("%-20s%7d%7.1f%%%7.1f%%", rooms[room].name, count.commands, percent(count.right, count.commands),
           percent(count.wrong, count.commands));
    if (count.sentences)
      printf("  %d of %d", count.taken, count.sentences);
    putchar('\n');
  }
  printf("processor: %.0f ms a second of sound\n", seconds > 0 ? ms / seconds : 0);
}

void tally_time(const struct crew *crew)
{
  double ms[LEXICONS] = {0}, most[LEXICONS] = {0};
  for (int i = 0; i < crew->trial_count; i++)
    for (int l = 0; l < LEXICONS; l++) {
      ms[l] += crew->trials[i].by[l].ms;
      most[l] = fmax(most[l], crew->trials[i].by[l].ms);
    }
  printf("\nA match takes %.1f ms of processor time, at most %.1f, by own examples; %.1f, at most %.1f, by the kiosk's "
         "voices.\n",
         ms[OWN] / crew->trial_count, most[OWN], ms[MADE] / crew->trial_count, most[MADE]);
}
