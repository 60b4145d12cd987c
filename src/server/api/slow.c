// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/slow.h"

#include "base/mailbox.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define MOST_WAITING 64 // of any
#define MOST_OF_ONE 8

struct slow {
  pthread_t thread;
  struct mailbox jobs, finished; // of struct slow_job
  void (*wake)(void *ctx);
  void *wake_ctx;
  // The owner's thread only.
  int most, waiting;
  const char *whose[MOST_WAITING]; // of each that waits; NULL: nobody's, or a free place
};

static void *work_until_stopped(void *arg)
{
  struct slow *slow = arg;
  struct slow_job job;
  while (mailbox_wait(&slow->jobs, &job, -1)) {
    job.work(job.ctx);
    mailbox_send(&slow->finished, &job);
    slow->wake(slow->wake_ctx);
  }
  return NULL;
}

static void slow_free(struct slow *slow)
{
  mailbox_destroy(&slow->jobs);
  mailbox_destroy(&slow->finished);
  free(slow);
}

struct slow *slow_start(const char *name, int most, void (*wake)(void *ctx), void *wake_ctx, struct fault *fault)
{
  struct slow *slow = memory_new(sizeof *slow);
  slow->most = most < MOST_WAITING ? most : MOST_WAITING;
  slow->wake = wake;
  slow->wake_ctx = wake_ctx;
  mailbox_init(&slow->jobs, sizeof(struct slow_job), NULL, NULL);
  mailbox_init(&slow->finished, sizeof(struct slow_job), NULL, NULL);
  int error = pthread_create(&slow->thread, NULL, work_until_stopped, slow);
  if (error == 0) {
    pthread_setname_np(slow->thread, name);
    return slow;
  }
  fault_set(fault, "the thread %s can't start: %s", name, strerror(error));
  slow_free(slow);
  return NULL;
}

static int count_of(const struct slow *slow, const char *whose)
{
  int count = 0;
  for (int i = 0; i < MOST_WAITING; i++)
    count += slow->whose[i] && strcmp(slow->whose[i], whose) == 0;
  return count;
}

// Puts `now` in the place of `before`.
static void replace(struct slow *slow, const char *before, const char *now)
{
  int i = 0;
  while (i < MOST_WAITING && slow->whose[i] != before)
    i++;
  if (i < MOST_WAITING)
    slow->whose[i] = now;
}

bool slow_submit(struct slow *slow, const struct slow_job *job)
{
  bool has_its_share = job->whose && count_of(slow, job->whose) >= MOST_OF_ONE;
  if (has_its_share || slow->waiting >= slow->most || !mailbox_send(&slow->jobs, job))
    return false;
  replace(slow, NULL, job->whose);
  slow->waiting++;
  return true;
}

void slow_deliver(struct slow *slow)
{
  struct slow_job job;
  while (mailbox_take(&slow->finished, &job)) {
    slow->waiting--;
    replace(slow, job.whose, NULL);
    job.done(job.ctx);
  }
}

void slow_stop(struct slow *slow)
{
  if (!slow)
    return;
  mailbox_close(&slow->jobs);
  pthread_join(slow->thread, NULL);
  slow_deliver(slow);
  slow_free(slow);
}
