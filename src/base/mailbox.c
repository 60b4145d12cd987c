// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/mailbox.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

void mailbox_init(struct mailbox *box, size_t letter_size, void (*wake)(void *ctx), void *wake_ctx)
{
  *box = (struct mailbox){.letter_size = letter_size, .wake = wake, .wake_ctx = wake_ctx};
  pthread_mutex_init(&box->mutex, NULL);
  pthread_condattr_t attributes;
  pthread_condattr_init(&attributes);
  pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
  pthread_cond_init(&box->filled, &attributes);
  pthread_condattr_destroy(&attributes);
}

void mailbox_destroy(struct mailbox *box)
{
  if (!box->letter_size)
    return;
  pthread_cond_destroy(&box->filled);
  pthread_mutex_destroy(&box->mutex);
  free(box->letters);
  *box = (struct mailbox){0};
}

static void grow(struct mailbox *box)
{
  size_t room = box->room ? box->room * 2 : 16;
  char *letters = memory_new(room * box->letter_size);
  for (size_t i = 0; i < box->count; i++)
    memcpy(letters + i * box->letter_size, box->letters + (box->first + i) % box->room * box->letter_size,
           box->letter_size);
  free(box->letters);
  box->letters = letters;
  box->room = room;
  box->first = 0;
}

bool mailbox_send(struct mailbox *box, const void *letter)
{
  pthread_mutex_lock(&box->mutex);
  bool open = !box->closed;
  if (open) {
    if (box->count == box->room)
      grow(box);
    memcpy(box->letters + (box->first + box->count) % box->room * box->letter_size, letter, box->letter_size);
    box->count++;
    pthread_cond_signal(&box->filled);
  }
  pthread_mutex_unlock(&box->mutex);
  if (open && box->wake)
    box->wake(box->wake_ctx);
  return open;
}

// The mutex is held.
static bool take_first(struct mailbox *box, void *letter)
{
  if (box->count == 0)
    return false;
  memcpy(letter, box->letters + box->first * box->letter_size, box->letter_size);
  box->first = (box->first + 1) % box->room;
  box->count--;
  return true;
}

bool mailbox_take(struct mailbox *box, void *letter)
{
  pthread_mutex_lock(&box->mutex);
  bool taken = take_first(box, letter);
  pthread_mutex_unlock(&box->mutex);
  return taken;
}

// The mutex is held. Returns false when the deadline has passed.
static bool wait_until(struct mailbox *box, anban_ms deadline)
{
  if (deadline < 0)
    return pthread_cond_wait(&box->filled, &box->mutex) == 0;
  struct timespec at = {.tv_sec = deadline / MS_SECOND, .tv_nsec = deadline % MS_SECOND * 1000000};
  return pthread_cond_timedwait(&box->filled, &box->mutex, &at) == 0;
}

bool mailbox_wait(struct mailbox *box, void *letter, anban_ms deadline)
{
  pthread_mutex_lock(&box->mutex);
  while (box->count == 0 && !box->closed && wait_until(box, deadline))
    ;
  bool taken = take_first(box, letter);
  pthread_mutex_unlock(&box->mutex);
  return taken;
}

void mailbox_close(struct mailbox *box)
{
  pthread_mutex_lock(&box->mutex);
  box->closed = true;
  pthread_cond_broadcast(&box->filled);
  pthread_mutex_unlock(&box->mutex);
}
