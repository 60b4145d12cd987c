// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/slow.h"

#include "base/mailbox.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define MOST_WAITING 8

struct slow {
  pthread_t thread;
  struct mailbox jobs, finished; // of struct slow_job
  void (*wake)(void *ctx);
  void *wake_ctx;
  int waiting; // the owner's thread only
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

struct slow *slow_start(const char *name, void (*wake)(void *ctx), void *wake_ctx, struct fault *fault)
{
  struct slow *slow = memory_new(sizeof *slow);
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

bool slow_submit(struct slow *slow, const struct slow_job *job)
{
  if (slow->waiting >= MOST_WAITING || !mailbox_send(&slow->jobs, job))
    return false;
  slow->waiting++;
  return true;
}

void slow_deliver(struct slow *slow)
{
  struct slow_job job;
  while (mailbox_take(&slow->finished, &job)) {
    slow->waiting--;
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
