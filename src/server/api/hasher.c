// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/hasher.h"

#include "base/mailbox.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define MOST_WAITING 8

struct hasher {
  pthread_t thread;
  struct mailbox jobs, results; // of struct hash_job
  void (*wake)(void *ctx);
  void *wake_ctx;
  int waiting; // the owner's thread only
};

static void work(struct hash_job *job)
{
  switch (job->kind) {
  case HASH_CHECK:
    job->ok = secret_password_matches(job->hash, job->password);
    break;
  case HASH_PASSWORD:
    job->ok = secret_hash_password(job->password, job->hash);
    break;
  case HASH_PIN:
    job->ok = secret_hash_pin(job->password, job->hash);
    break;
  }
  explicit_bzero(job->password, sizeof job->password);
}

static void *work_until_stopped(void *arg)
{
  struct hasher *hasher = arg;
  struct hash_job job;
  while (mailbox_wait(&hasher->jobs, &job, -1)) {
    work(&job);
    mailbox_send(&hasher->results, &job);
    hasher->wake(hasher->wake_ctx);
  }
  return NULL;
}

static void hasher_free(struct hasher *hasher)
{
  mailbox_destroy(&hasher->jobs);
  mailbox_destroy(&hasher->results);
  free(hasher);
}

struct hasher *hasher_start(void (*wake)(void *ctx), void *wake_ctx, struct fault *fault)
{
  struct hasher *hasher = memory_new(sizeof *hasher);
  hasher->wake = wake;
  hasher->wake_ctx = wake_ctx;
  mailbox_init(&hasher->jobs, sizeof(struct hash_job), NULL, NULL);
  mailbox_init(&hasher->results, sizeof(struct hash_job), NULL, NULL);
  int error = pthread_create(&hasher->thread, NULL, work_until_stopped, hasher);
  if (error == 0) {
    pthread_setname_np(hasher->thread, "hasher");
    return hasher;
  }
  fault_set(fault, "the hasher's thread can't start: %s", strerror(error));
  hasher_free(hasher);
  return NULL;
}

bool hasher_submit(struct hasher *hasher, const struct hash_job *job)
{
  if (hasher->waiting >= MOST_WAITING || !mailbox_send(&hasher->jobs, job))
    return false;
  hasher->waiting++;
  return true;
}

void hasher_deliver(struct hasher *hasher)
{
  struct hash_job job;
  while (mailbox_take(&hasher->results, &job)) {
    hasher->waiting--;
    job.done(&job);
  }
}

void hasher_stop(struct hasher *hasher)
{
  if (!hasher)
    return;
  mailbox_close(&hasher->jobs);
  pthread_join(hasher->thread, NULL);
  hasher_deliver(hasher);
  hasher_free(hasher);
}
