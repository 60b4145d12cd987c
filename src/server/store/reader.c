// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/reader.h"

#include "base/log.h"
#include "base/mailbox.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define MOST_WAITING 4096 // every kiosk of a large community at once

struct hand {
  struct reader *reader;
  struct db *db;
  pthread_t thread;
};

struct reader {
  struct hand hands[MOST_READER_THREADS];
  int count;                    // of those that run
  struct mailbox jobs, results; // of struct read_job
  void (*wake)(void *ctx);
  void *wake_ctx;
  int waiting; // the owner's thread only
};

static void *read_until_stopped(void *arg)
{
  struct hand *hand = arg;
  struct reader *reader = hand->reader;
  struct read_job job;
  struct fault fault;
  while (mailbox_wait(&reader->jobs, &job, -1)) {
    job.run(hand->db, job.ctx);
    if (db_fault_take(hand->db, &fault))
      log_error("store", "what was asked for could not be read: %s", fault.sentence);
    mailbox_send(&reader->results, &job);
    reader->wake(reader->wake_ctx);
  }
  return NULL;
}

static bool start_hand(struct reader *reader, const char *name, struct db *db, struct fault *fault)
{
  struct hand *hand = &reader->hands[reader->count];
  *hand = (struct hand){.reader = reader, .db = db};
  int error = pthread_create(&hand->thread, NULL, read_until_stopped, hand);
  if (error)
    return fault_set(fault, "the thread %s can't start: %s", name, strerror(error));
  pthread_setname_np(hand->thread, name);
  reader->count++;
  return true;
}

struct reader *reader_start(const char *name, struct db *const *dbs, int count, void (*wake)(void *ctx), void *wake_ctx,
                            struct fault *fault)
{
  struct reader *reader = memory_new(sizeof *reader);
  reader->wake = wake;
  reader->wake_ctx = wake_ctx;
  mailbox_init(&reader->jobs, sizeof(struct read_job), NULL, NULL);
  mailbox_init(&reader->results, sizeof(struct read_job), NULL, NULL);
  bool ok = true;
  for (int i = 0; ok && i < count; i++)
    ok = start_hand(reader, name, dbs[i], fault);
  if (ok)
    return reader;
  reader_stop(reader);
  reader_free(reader);
  return NULL;
}

bool reader_submit(struct reader *reader, const struct read_job *job)
{
  if (reader->waiting >= MOST_WAITING || !mailbox_send(&reader->jobs, job))
    return false;
  reader->waiting++;
  return true;
}

void reader_deliver(struct reader *reader)
{
  struct read_job job;
  while (mailbox_take(&reader->results, &job)) {
    reader->waiting--;
    job.done(job.ctx);
  }
}

int reader_waiting(const struct reader *reader)
{
  return reader->waiting;
}

void reader_stop(struct reader *reader)
{
  if (!reader)
    return;
  mailbox_close(&reader->jobs);
  for (int i = 0; i < reader->count; i++)
    pthread_join(reader->hands[i].thread, NULL);
  reader->count = 0;
  reader_deliver(reader);
}

void reader_free(struct reader *reader)
{
  if (!reader)
    return;
  mailbox_destroy(&reader->jobs);
  mailbox_destroy(&reader->results);
  free(reader);
}
