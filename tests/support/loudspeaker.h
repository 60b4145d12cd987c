// SPDX-License-Identifier: GPL-3.0-or-later
// tests/support/loudspeaker for C tests: a virtual loudspeaker and what is heard from it.
#pragma once

#include "hung.h"

#include <dirent.h>
#include <fcntl.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

struct loudspeaker {
  char folder[64];
  bool on;
};

static inline bool loudspeaker_command(struct loudspeaker *speaker, const char *command)
{
  char line[400];
  snprintf(line, sizeof line, "%s/tests/support/loudspeaker %s %s", ANBAN_SOURCE, command, speaker->folder);
  return system(line) == 0;
}

// Sets the environment so that the process finds this loudspeaker and no other; it is not there yet. Call before
// threads start.
static inline bool loudspeaker_init(struct loudspeaker *speaker)
{
  *speaker = (struct loudspeaker){.folder = "/tmp/anban-loudspeaker-XXXXXX"};
  if (!mkdtemp(speaker->folder) || !loudspeaker_command(speaker, "environment"))
    return false;
  char value[200];
  snprintf(value, sizeof value, "unix:%s/socket", speaker->folder);
  setenv("PULSE_SERVER", value, 1);
  snprintf(value, sizeof value, "%s/alsa.conf", speaker->folder);
  setenv("ALSA_CONFIG_PATH", value, 1);
  return true;
}

static inline bool loudspeaker_on(struct loudspeaker *speaker)
{
  speaker->on = loudspeaker_command(speaker, "start");
  return speaker->on;
}

static inline void loudspeaker_off(struct loudspeaker *speaker)
{
  if (speaker->on)
    loudspeaker_command(speaker, "stop");
  speaker->on = false;
}

static inline void loudspeaker_free(struct loudspeaker *speaker)
{
  loudspeaker_off(speaker);
  char line[100];
  snprintf(line, sizeof line, "rm -r %s", speaker->folder);
  if (system(line) != 0)
    fprintf(stderr, "%s is left behind\n", speaker->folder);
}

// Somebody says samples to the microphone: a player that reads them from `to`.
struct mouth {
  pid_t player;
  int to;
};

static inline bool mouth_open(struct mouth *mouth, int rate)
{
  int ends[2];
  char option[32];
  snprintf(option, sizeof option, "--rate=%d", rate);
  if (pipe2(ends, O_CLOEXEC) != 0)
    return false;
  mouth->to = ends[1];
  mouth->player = fork();
  if (mouth->player == 0) {
    dup2(ends[0], STDIN_FILENO);
    execlp("pacat", "pacat", "--playback", "--raw", "--device=mic", option, "--channels=1", "--format=s16le",
           "--latency-msec=30", NULL);
    _exit(127);
  }
  close(ends[0]);
  return mouth->player > 0;
}

// Says all of it and closes the mouth. Returns when it was heard.
static inline bool mouth_say(int rate, const int16_t *samples, size_t count)
{
  struct mouth mouth = {0};
  bool ok = mouth_open(&mouth, rate);
  for (size_t at = 0; ok && at < count;) {
    ssize_t put = write(mouth.to, samples + at, (count - at) * sizeof *samples);
    ok = put > 0;
    at += ok ? (size_t)put / sizeof *samples : 0;
  }
  close(mouth.to);
  int status = 1;
  return waitpid(mouth.player, &status, 0) > 0 && ok && status == 0;
}

// What is heard, from now on, with the time each block of it arrived.
#define EAR_RATE 22050
#define EAR_SECONDS 40
struct ear {
  pid_t recorder;
  int from;
  size_t count;
  int16_t *heard;     // EAR_SECONDS of it
  anban_ms *heard_at; // steady, of each sample: when it reached us, not earlier than it was played
};

// Reads what has arrived until `deadline`. Returns false when the time is over.
static inline bool ear_listen(struct ear *ear, anban_ms deadline)
{
  struct pollfd poll_one = {.fd = ear->from, .events = POLLIN};
  anban_ms left = deadline - clock_steady();
  if (left <= 0 || poll(&poll_one, 1, (int)left) <= 0)
    return false;
  size_t room = (size_t)EAR_SECONDS * EAR_RATE - ear->count;
  ssize_t got = read(ear->from, ear->heard + ear->count, (room < 2048 ? room : 2048) * 2);
  anban_ms now = clock_steady();
  for (ssize_t i = 0; i < got / 2; i++)
    ear->heard_at[ear->count++] = now;
  return got > 0;
}

// At the loudspeaker `name`. Returns once the first sound of silence has come: from then on nothing is missed.
static inline bool ear_open_at(struct ear *ear, const char *name)
{
  int ends[2];
  char monitor[64];
  snprintf(monitor, sizeof monitor, "--device=%s.monitor", name);
  *ear = (struct ear){0};
  ear->heard = calloc((size_t)EAR_SECONDS * EAR_RATE, sizeof *ear->heard);
  ear->heard_at = calloc((size_t)EAR_SECONDS * EAR_RATE, sizeof *ear->heard_at);
  if (pipe2(ends, O_CLOEXEC) != 0)
    return false;
  ear->from = ends[0];
  ear->recorder = fork();
  if (ear->recorder == 0) {
    dup2(ends[1], STDOUT_FILENO);
    execlp("parec", "parec", "--raw", monitor, "--rate=22050", "--channels=1", "--format=s16le", "--latency-msec=5",
           NULL);
    _exit(127);
  }
  close(ends[1]);
  return ear->recorder > 0 && ear_listen(ear, clock_steady() + HUNG);
}

static inline bool ear_open(struct ear *ear)
{
  return ear_open_at(ear, "speaker");
}

static inline void ear_close(struct ear *ear)
{
  kill(ear->recorder, SIGTERM);
  waitpid(ear->recorder, NULL, 0);
  close(ear->from);
  free(ear->heard);
  free(ear->heard_at);
}

#define LOUD 300 // of 32767

// The first sample not before `from` that is loud; ear->count when none is.
static inline size_t ear_first_loud(const struct ear *ear, size_t from)
{
  while (from < ear->count && abs(ear->heard[from]) < LOUD)
    from++;
  return from;
}

// How much what was heard from sample `lag` on is the same as `samples`: 1 the same but for loudness, 0 unlike.
static inline double ear_likeness(const struct ear *ear, size_t lag, const int16_t *samples, size_t count)
{
  double both = 0, heard = 0, said = 0;
  for (size_t i = 0; i < count && lag + i < ear->count; i++) {
    double h = ear->heard[lag + i], s = samples[i];
    both += h * s;
    heard += h * h;
    said += s * s;
  }
  return heard > 0 && said > 0 ? both / sqrt(heard * said) : 0;
}

#define EAR_PIECE 662             // samples that are looked for at once: 30 ms of the loudspeaker's
#define EAR_AROUND (EAR_RATE / 2) // how far from its place a piece may stand
#define EAR_ALIKE 0.9

static inline bool ear_is_loud(const int16_t *samples, size_t count)
{
  for (size_t i = 0; i < count; i++)
    if (abs(samples[i]) >= LOUD)
      return true;
  return false;
}

// Where from `from` to before `to` the piece stands; `to` when it doesn't.
static inline size_t ear_find(const struct ear *ear, size_t from, size_t to, const int16_t *piece)
{
  double best = EAR_ALIKE;
  size_t at = to;
  for (size_t lag = from; lag < to; lag++) {
    double likeness = ear_likeness(ear, lag, piece, EAR_PIECE);
    at = likeness >= best ? lag : at;
    best = likeness >= best ? likeness : best;
  }
  return at;
}

// How much of the samples was heard from `from` on: the share of their loud pieces that are there, in their order. A
// busy machine puts silence between and loses some; then the next piece stands elsewhere, but there it is.
static inline double ear_share(const struct ear *ear, size_t from, const int16_t *samples, size_t count)
{
  int loud = 0, found = 0;
  size_t onset = ear_first_loud(ear, from), end = onset > 400 ? onset - 400 : 0, place = onset;
  for (size_t i = 0; i + EAR_PIECE <= count; i += EAR_PIECE, place += EAR_PIECE) {
    if (!ear_is_loud(samples + i, EAR_PIECE))
      continue;
    size_t first = place > end + EAR_AROUND ? place - EAR_AROUND : end, last = place + EAR_AROUND;
    size_t at = place >= end + 4 ? ear_find(ear, place - 4, place + 5, samples + i) : place + 5;
    at = at < place + 5 ? at : ear_find(ear, first, last, samples + i);
    bool there = at < last;
    loud++;
    found += there;
    place = there ? at : place;
    end = there ? at + EAR_PIECE - 4 : end;
  }
  return loud > 0 ? (double)found / loud : 0;
}

// Listens until something loud has come and then half a second of quiet. False: that never came.
static inline bool ear_hear_out(struct ear *ear, size_t from)
{
  anban_ms deadline = clock_steady() + HUNG;
  for (;;) {
    size_t onset = ear_first_loud(ear, from);
    if (ear->count > onset + EAR_AROUND && !ear_is_loud(ear->heard + ear->count - EAR_AROUND, EAR_AROUND))
      return true;
    if (!ear_listen(ear, deadline))
      return false;
  }
}

// Listens until something loud has come. False: that never came.
static inline bool ear_hears(struct ear *ear, size_t from)
{
  anban_ms deadline = clock_steady() + HUNG;
  while (ear_first_loud(ear, from) == ear->count)
    if (!ear_listen(ear, deadline))
      return false;
  return true;
}
