// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/print/print.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#define AGAIN_MS (5 * MS_SECOND)

struct slip {
  char id[PRINT_ID];
  struct bitmap picture, again;
  bool dropped;            // a letter that takes the one of this id back
  bool began;              // a part of it may be on paper
  enum print_outcome told; // PRINT_OUTCOMES: nothing yet
};

// Of the thread: the slips that are not on paper, oldest first.
struct queue {
  struct print *print;
  struct slip *slips;
  int count;
};

static void slip_free(struct slip *slip)
{
  bitmap_free(&slip->picture);
  bitmap_free(&slip->again);
}

void print_init(struct print *print, const char *device, void (*emit)(void *ctx, const struct print_event *event),
                void *emit_ctx)
{
  *print = (struct print){.again = AGAIN_MS, .emit = emit, .emit_ctx = emit_ctx};
  COPY_TEXT(print->device, device);
  mailbox_init(&print->slips, sizeof(struct slip), NULL, NULL);
}

// What stays as it is, is no news.
static void tell(struct print *print, struct slip *slip, enum print_outcome outcome, const struct fault *fault)
{
  struct print_event event = {.outcome = outcome};
  if (slip->told == outcome)
    return;
  slip->told = outcome;
  COPY_TEXT(event.id, slip->id);
  COPY_TEXT(event.sentence, print_is_out(outcome) ? "" : fault->sentence);
  print->emit(print->emit_ctx, &event);
}

// A slip that was broken off begins anew, whole, and says so: the server knows it by its number.
static enum print_outcome try(struct print *print, struct slip *slip, struct fault *fault)
{
  const char *where = NULL;
  const struct print_driver *driver = print_driver_of(print->device, &where, fault);
  if (!driver)
    return PRINT_AWAY;
  const struct bitmap *picture = slip->began ? &slip->again : &slip->picture;
  return driver->print(where, slip->id, picture, &slip->began, fault);
}

static void add(struct queue *queue, const struct slip *slip)
{
  queue->slips = memory_resize(queue->slips, (size_t)(queue->count + 1) * sizeof *queue->slips);
  queue->slips[queue->count++] = *slip;
}

static void take_out(struct queue *queue, int i)
{
  slip_free(&queue->slips[i]);
  queue->count--;
  memmove(&queue->slips[i], &queue->slips[i + 1], (size_t)(queue->count - i) * sizeof *queue->slips);
}

static void drop(struct queue *queue, const char *id)
{
  for (int i = queue->count - 1; i >= 0; i--)
    if (strcmp(queue->slips[i].id, id) == 0)
      take_out(queue, i);
}

// All that come out on paper now. Returns when the next is to be tried; -1: nothing waits.
static anban_ms print_waiting(struct queue *queue)
{
  struct print *print = queue->print;
  while (queue->count > 0 && !atomic_load(&print->stop)) {
    struct fault fault = {0};
    enum print_outcome outcome = try(print, &queue->slips[0], &fault);
    tell(print, &queue->slips[0], outcome, &fault);
    if (!print_is_out(outcome))
      return clock_steady() + print->again;
    take_out(queue, 0);
  }
  return -1;
}

static void *run(void *ctx)
{
  struct queue queue = {.print = ctx};
  struct slip slip;
  anban_ms due = -1;
  pthread_setname_np(pthread_self(), "print");
  while (!atomic_load(&queue.print->stop)) {
    bool came = mailbox_wait(&queue.print->slips, &slip, due);
    if (came && slip.dropped)
      drop(&queue, slip.id);
    else if (came)
      add(&queue, &slip);
    if (due < 0 || clock_steady() >= due)
      due = print_waiting(&queue);
  }
  while (queue.count > 0)
    take_out(&queue, 0);
  free(queue.slips);
  return NULL;
}

bool print_start(struct print *print, struct fault *fault)
{
  const char *where = NULL;
  if (!*print->device || !print_driver_of(print->device, &where, fault))
    return false;
  int error = pthread_create(&print->thread, NULL, run, print);
  print->started = error == 0;
  return print->started || fault_set(fault, "printing can't start a thread: error %d", error);
}

void print_stop(struct print *print)
{
  atomic_store(&print->stop, true);
  mailbox_close(&print->slips);
}

void print_join(struct print *print)
{
  struct slip slip;
  if (print->started)
    pthread_join(print->thread, NULL);
  print->started = false;
  while (print->slips.letter_size && mailbox_take(&print->slips, &slip))
    slip_free(&slip);
  mailbox_destroy(&print->slips);
}

void print_slip(struct print *print, const char *id, struct bitmap picture, struct bitmap again)
{
  struct slip slip = {.picture = picture, .again = again, .told = PRINT_OUTCOMES};
  COPY_TEXT(slip.id, id);
  if (!mailbox_send(&print->slips, &slip))
    slip_free(&slip);
}

void print_drop(struct print *print, const char *id)
{
  struct slip slip = {.dropped = true};
  COPY_TEXT(slip.id, id);
  mailbox_send(&print->slips, &slip);
}
