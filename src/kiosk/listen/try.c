// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/listen/try.h"

#include "kiosk/listen/examples.h"
#include "kiosk/listen/judge.h"

#define NO_SOUND_AFTER (3 * MS_SECOND) // without a sample
#define SILENCE_FRAMES 700             // after "now speak"
#define LEVEL_FRAMES 10                // between two levels
#define ECHO (HEARD_RATE * 3 / 10)     // samples after the kiosk has spoken: the room still does
#define BLOCK 1600

void try_init(struct listen *listen)
{
  listen->known.folder = listen->folder;
  listen->known.makers = listen->settings.makers;
  listen->capture = capture_new();
}

void try_free(struct listen *listen)
{
  known_free(&listen->known);
  capture_free(listen->capture);
}

anban_ms try_wake_at(const struct listen *listen)
{
  return listen->trying ? listen->heard_at + NO_SOUND_AFTER : -1;
}

static void emit(struct listen *listen, enum listen_event_kind kind, int level)
{
  struct listen_event event = {.kind = kind, .number = listen->request.number, .level = level};
  listen->emit(listen->emit_ctx, &event);
}

void try_cancel(struct listen *listen)
{
  if (listen->trying)
    listen->settings.source.deaf(listen->settings.source.ctx);
  listen->trying = false;
}

static void begin_anew(struct listen *listen)
{
  capture_begin(listen->capture);
  listen->ready = false;
  listen->levelled = 0;
}

static void prepare(struct listen *listen, const struct listen_request *request)
{
  known_make_room(&listen->known);
  for (int i = 0; i < request->count; i++) {
    struct fault fault;
    known_command(&listen->known, request->commands[i].text, request->locale, request->person, &fault);
    judge_tell_trouble(listen, &fault);
  }
}

static void begin(struct listen *listen, const struct listen_order *order)
{
  try_cancel(listen);
  listen->request = order->request;
  listen->enrols = order->kind == ORDER_ENROL;
  listen->trying = true;
  listen->deaf = 0;
  sample_ring_skip(&listen->ring);
  listen->settings.source.hear(listen->settings.source.ctx, &listen->ring);
  begin_anew(listen);
  // While the microphone begins.
  if (listen->enrols)
    known_make_room(&listen->known);
  else
    prepare(listen, &listen->request);
  listen->heard_at = clock_steady();
}

static void forget(struct listen *listen, const char *person)
{
  struct fault fault = {0};
  known_forget_own(&listen->known);
  examples_forget(listen->folder, person, &fault);
  judge_tell_trouble(listen, &fault);
}

void try_order(struct listen *listen, const struct listen_order *order)
{
  switch (order->kind) {
  case ORDER_HEAR:
  case ORDER_ENROL:
    begin(listen, order);
    break;
  case ORDER_CANCEL:
    try_cancel(listen);
    break;
  case ORDER_FORGET:
    forget(listen, order->request.person);
    break;
  }
}

static void end(struct listen *listen)
{
  struct listen_event event = {.number = listen->request.number};
  struct utterance *heard = capture_utterance(listen->capture);
  try_cancel(listen);
  if (listen->enrols)
    judge_example(listen, heard, &event);
  else
    judge_heard(listen, heard, &event);
  utterance_free(heard);
  listen->emit(listen->emit_ctx, &event);
}

static void end_with(struct listen *listen, enum listen_event_kind kind)
{
  try_cancel(listen);
  emit(listen, kind, 0);
}

// Whether the kiosk's own voice, or its echo, is in these samples.
static bool is_own_voice(struct listen *listen, size_t count)
{
  if (atomic_load(&listen->speaking))
    listen->deaf = ECHO;
  else if (listen->deaf == 0)
    return false;
  else
    listen->deaf -= count < listen->deaf ? count : listen->deaf;
  if (listen->ready || capture_frames(listen->capture) > 0)
    begin_anew(listen);
  return true;
}

static void tell_level(struct listen *listen)
{
  if (capture_frames(listen->capture) < listen->levelled + LEVEL_FRAMES)
    return;
  listen->levelled = capture_frames(listen->capture);
  emit(listen, LISTEN_LEVEL, capture_level(listen->capture));
}

static void take(struct listen *listen, const int16_t *samples, size_t count)
{
  if (is_own_voice(listen, count))
    return;
  enum ending_state state = capture_take(listen->capture, samples, count);
  tell_level(listen);
  if (state != ENDING_SETTLING && !listen->ready) {
    listen->ready = true;
    emit(listen, LISTEN_READY, 0);
  }
  if (state == ENDING_ENDED)
    end(listen);
  else if (state == ENDING_WAITING && capture_frames(listen->capture) > SILENCE_FRAMES)
    end_with(listen, LISTEN_SILENCE);
}

void try_go_on(struct listen *listen, anban_ms now)
{
  int16_t samples[BLOCK];
  size_t count;
  while (listen->trying && (count = sample_ring_take(&listen->ring, samples, BLOCK)) > 0) {
    listen->heard_at = now;
    take(listen, samples, count);
  }
  if (listen->trying && now - listen->heard_at >= NO_SOUND_AFTER)
    end_with(listen, LISTEN_NO_SOUND);
}
