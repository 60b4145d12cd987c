// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/writer.h"

#include "base/mailbox.h"
#include "base/memory.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#define MOST_WAITING 4096 // jobs not yet delivered: some seconds of a slow disk
#define MOST_IN_BATCH 256 // past this a commit gains nothing more and the first job waits longer

struct outcome {
  struct write_job job;
  bool committed;
  bool store_failed; // not the job's own refusal
  struct fault fault;
};

struct writer {
  struct db *db; // the writer's thread's, until writer_stop
  pthread_t thread;
  struct mailbox jobs;     // of struct write_job, to the writer
  struct mailbox outcomes; // of struct outcome, to the owner
  struct writer_ears ears;
  int waiting;          // the owner's thread only
  int64_t jobs_done;    // the owner's thread only
  atomic_llong commits; // thread: any
  bool works;           // the owner's thread only
  struct outcome *batch;
};

// Runs a job inside the transaction that is open. Returns whether the transaction may go on: a job that refused without
// having written leaves nothing to take back.
static bool run_job(struct writer *writer, struct outcome *outcome)
{
  int64_t before = db_changes(writer->db);
  outcome->fault.sentence[0] = '\0';
  outcome->committed = outcome->job.run(writer->db, outcome->job.ctx, &outcome->fault);
  outcome->store_failed = db_failed(writer->db);
  return !outcome->store_failed && (outcome->committed || db_changes(writer->db) == before);
}

static bool commit(struct writer *writer)
{
  bool committed = db_commit(writer->db);
  if (committed && writer->ears.committed)
    writer->ears.committed(writer->ears.ctx, writer->db);
  atomic_fetch_add(&writer->commits, committed);
  return committed;
}

static bool run_together(struct writer *writer, int count)
{
  bool ok = db_begin(writer->db);
  for (int i = 0; ok && i < count; i++)
    ok = run_job(writer, &writer->batch[i]);
  if (ok && commit(writer))
    return true;
  db_rollback(writer->db);
  return false;
}

static void run_alone(struct writer *writer, struct outcome *outcome)
{
  bool ok = db_begin(writer->db) && run_job(writer, outcome) && outcome->committed && commit(writer);
  if (!ok)
    db_rollback(writer->db);
  outcome->store_failed = db_fault_take(writer->db, &outcome->fault);
  outcome->committed = ok;
}

static void run_batch(struct writer *writer, int count)
{
  // One bad job spoils the transaction of all: then each gets its own.
  if (!run_together(writer, count))
    for (int i = 0; i < count; i++)
      run_alone(writer, &writer->batch[i]);
  for (int i = 0; i < count; i++)
    mailbox_send(&writer->outcomes, &writer->batch[i]);
  writer->ears.wake(writer->ears.ctx);
}

static void *write_until_stopped(void *arg)
{
  struct writer *writer = arg;
  while (mailbox_wait(&writer->jobs, &writer->batch[0].job, -1)) {
    int count = 1;
    while (count < MOST_IN_BATCH && mailbox_take(&writer->jobs, &writer->batch[count].job))
      count++;
    run_batch(writer, count);
  }
  return NULL;
}

static void writer_free(struct writer *writer)
{
  mailbox_destroy(&writer->jobs);
  mailbox_destroy(&writer->outcomes);
  free(writer->batch);
  free(writer);
}

struct writer *writer_start(struct db *db, const struct writer_ears *ears, struct fault *fault)
{
  struct writer *writer = memory_new(sizeof *writer);
  *writer = (struct writer){.db = db, .ears = *ears, .works = true};
  writer->batch = memory_new(MOST_IN_BATCH * sizeof *writer->batch);
  mailbox_init(&writer->jobs, sizeof(struct write_job), NULL, NULL);
  mailbox_init(&writer->outcomes, sizeof(struct outcome), NULL, NULL);
  int error = pthread_create(&writer->thread, NULL, write_until_stopped, writer);
  if (error == 0) {
    pthread_setname_np(writer->thread, "writer");
    return writer;
  }
  fault_set(fault, "the writer's thread can't start: %s", strerror(error));
  writer_free(writer);
  return NULL;
}

bool writer_submit(struct writer *writer, const struct write_job *job)
{
  if (writer->waiting >= MOST_WAITING || !mailbox_send(&writer->jobs, job))
    return false;
  writer->waiting++;
  return true;
}

void writer_deliver(struct writer *writer)
{
  struct outcome outcome;
  while (mailbox_take(&writer->outcomes, &outcome)) {
    writer->waiting--;
    writer->jobs_done++;
    writer->works = !outcome.store_failed;
    outcome.job.done(outcome.job.ctx, outcome.committed, &outcome.fault);
  }
}

void writer_figures(struct writer *writer, struct writer_figures *out)
{
  *out = (struct writer_figures){writer->waiting, writer->jobs_done, atomic_load(&writer->commits)};
}

bool writer_works(const struct writer *writer)
{
  return writer->works;
}

void writer_stop(struct writer *writer)
{
  if (!writer)
    return;
  mailbox_close(&writer->jobs);
  pthread_join(writer->thread, NULL);
  writer_deliver(writer);
  writer_free(writer);
}
