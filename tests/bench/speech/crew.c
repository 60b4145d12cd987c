// SPDX-License-Identifier: GPL-3.0-or-later
#include "crew.h"

#include "sphinx.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define WORKERS_MOST 16
#define SENTENCE_TAKE 7
#define SPHINX_HEARS 4 // every fourth person: it takes longer than all the rest

const double paces[PACES] = {1, 0.8, 1.25};

static bool hears_sentences(int room)
{
  return room == 0 || (rooms[room].noise == NOISE_BABBLE && rooms[room].snr == 10 && !rooms[room].echo);
}

static int trials_a_person(const struct crew *crew)
{
  int count = 0;
  for (int room = 0; room < ROOM_COUNT; room++)
    count += COMMAND_COUNT * crew->takes + (hears_sentences(room) ? SENTENCE_COUNT : 0);
  return count;
}

static struct samples *copy_of(const struct samples *samples)
{
  struct samples *copy = samples_new(samples->rate);
  samples_add(copy, samples->at, samples->count);
  return copy;
}

static void hear(struct trial *trial, const struct samples *said, unsigned seed, bool sphinx,
                 const struct lexicon lexicons[LEXICONS])
{
  struct samples *heard = corpus_in_room(copy_of(said), &rooms[trial->room], seed);
  trial->sphinx = NOT_ASKED;
  trial_hear(trial, heard, lexicons);
  if (sphinx)
    trial_ask_sphinx(trial, heard);
  samples_free(heard);
}

static struct trial *hear_command(const struct crew *crew, struct trial *trial, int person, int command, int take,
                                  const struct lexicon lexicons[LEXICONS])
{
  struct speaker speaker = *crew->people[person];
  int pace = (take + command) % PACES;
  speaker.pace = (int)(speaker.pace * paces[pace]);
  struct samples *said = corpus_say(&speaker, commands[command], (unsigned)take);
  for (int room = 0; room < ROOM_COUNT; room++, trial++) {
    *trial = (struct trial){.person = person, .pace = pace, .room = room, .said = command};
    unsigned seed = (unsigned)((person * crew->takes + take) * COMMAND_COUNT + command + 1);
    hear(trial, said, seed, crew->sphinx && take == 0 && person % SPHINX_HEARS == 0, lexicons);
  }
  samples_free(said);
  return trial;
}

static struct trial *hear_sentence(const struct crew *crew, struct trial *trial, int person, int sentence,
                                   const struct lexicon lexicons[LEXICONS])
{
  struct samples *said = corpus_say(crew->people[person], sentences[sentence], SENTENCE_TAKE);
  for (int room = 0; room < ROOM_COUNT; room++) {
    if (!hears_sentences(room))
      continue;
    *trial = (struct trial){.person = person, .room = room, .said = -1};
    unsigned seed = (unsigned)(person * SENTENCE_COUNT + sentence + 1);
    hear(trial++, said, seed, crew->sphinx && person % SPHINX_HEARS == 0, lexicons);
  }
  samples_free(said);
  return trial;
}

static void try_person(const struct crew *crew, int person)
{
  struct lexicon lexicons[LEXICONS];
  struct trial *trial = &crew->trials[person * trials_a_person(crew)];
  lexicon_own(&lexicons[OWN], crew->people[person]);
  lexicon_made(&lexicons[MADE], crew->people[person]);
  for (int command = 0; command < COMMAND_COUNT; command++)
    for (int take = 0; take < crew->takes; take++)
      trial = hear_command(crew, trial, person, command, take, lexicons);
  for (int sentence = 0; sentence < SENTENCE_COUNT; sentence++)
    trial = hear_sentence(crew, trial, person, sentence, lexicons);
  for (int l = 0; l < LEXICONS; l++)
    lexicon_free(&lexicons[l]);
}

static int work(const struct crew *crew, int worker, int workers)
{
  if (crew->sphinx && !sphinx_start(phones, COMMAND_COUNT))
    return 1;
  for (int person = worker; person < crew->count; person += workers)
    try_person(crew, person);
  if (crew->sphinx)
    sphinx_stop();
  return 0;
}

static int begin(const struct crew *crew, pid_t pids[WORKERS_MOST])
{
  int workers = (int)sysconf(_SC_NPROCESSORS_ONLN);
  workers = workers < 1 ? 1 : workers > WORKERS_MOST ? WORKERS_MOST : workers;
  for (int i = 0; i < workers; i++) {
    pids[i] = fork();
    if (pids[i] == 0)
      _exit(work(crew, i, workers));
  }
  return workers;
}

bool crew_work(struct crew *crew)
{
  pid_t pids[WORKERS_MOST];
  bool well = true;
  crew->trial_count = crew->count * trials_a_person(crew);
  crew->trials = mmap(NULL, (size_t)crew->trial_count * sizeof *crew->trials, PROT_READ | PROT_WRITE,
                      MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (crew->trials == MAP_FAILED)
    return false;
  int workers = begin(crew, pids);
  for (int i = 0; i < workers; i++) {
    int status = 0;
    well = pids[i] > 0 && waitpid(pids[i], &status, 0) == pids[i] && status == 0 && well;
  }
  return well;
}

void crew_free(struct crew *crew)
{
  munmap(crew->trials, (size_t)crew->trial_count * sizeof *crew->trials);
}
