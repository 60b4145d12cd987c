// SPDX-License-Identifier: GPL-3.0-or-later
// The one writer: a thread that owns the writing connection, takes the jobs that wait, runs them in one transaction and
// commits once. An answer leaves only after its commit is on disk.
#pragma once

#include "server/store/db.h"

// A job: `run` on the writer's thread inside a transaction (false: this job's effects are taken back, the others' stay,
// and the fault is the job's answer; a fault of the database itself is retried alone), so it may be called twice and
// starts from the beginning each time; then `done` on the owner's thread by writer_deliver, exactly once.
struct write_job {
  bool (*run)(struct db *db, void *ctx, struct fault *fault);
  void (*done)(void *ctx, bool committed, const struct fault *fault);
  void *ctx;
};

struct writer;

// Who is told, on the writer's thread.
struct writer_ears {
  void (*committed)(void *ctx, struct db *db); // after each commit, before its jobs can be delivered; may be NULL
  void (*wake)(void *ctx);                     // jobs are ready to be delivered
  void *ctx;
};

// NULL and a fault when the thread can't start.
struct writer *writer_start(struct db *db, const struct writer_ears *ears, struct fault *fault);
// Thread: the owner's. false when the queue is full (then nothing of the job is run).
bool writer_submit(struct writer *writer, const struct write_job *job);
// Thread: the owner's: calls `done` of every finished job.
void writer_deliver(struct writer *writer);
// Thread: the owner's. Whether the store could do the last job delivered (true before the first).
bool writer_works(const struct writer *writer);
struct writer_figures {
  int waiting;     // jobs not yet delivered
  int64_t jobs;    // delivered
  int64_t commits; // transactions that held them: fewer than jobs when they come together
};
// Thread: the owner's.
void writer_figures(struct writer *writer, struct writer_figures *out);
// Finishes what waits, delivers it, ends the thread. The db stays the caller's. NULL is fine.
void writer_stop(struct writer *writer);
