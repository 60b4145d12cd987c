// SPDX-License-Identifier: GPL-3.0-or-later
// A thread or two that read for the loop, each by a connection of its own that can't write: what waits for the disk
// waits here. Jobs are begun in the order in which they come.
#pragma once

#include "server/store/db.h"

struct read_job {
  void (*run)(struct db *db, void *ctx); // on a reader's thread; a fault it does not take is logged and forgotten
  void (*done)(void *ctx);               // on the owner's thread by reader_deliver, exactly once
  void *ctx;
};

struct reader;

#define MOST_READER_THREADS 2

// `name` is the threads', for who looks at the process; it outlives the call. `wake` is called on one of them when jobs
// are ready to be delivered. The `count` connections stay the caller's. NULL and a fault when a thread can't start.
struct reader *reader_start(const char *name, struct db *const *dbs, int count, void (*wake)(void *ctx), void *wake_ctx,
                            struct fault *fault);
// Thread: the owner's, as of all that follow. false: too many wait; nothing is called then.
bool reader_submit(struct reader *reader, const struct read_job *job);
void reader_deliver(struct reader *reader);
int reader_waiting(const struct reader *reader); // jobs not yet delivered
// Finishes and delivers what waits; what is submitted from then on is refused. NULL is fine.
void reader_stop(struct reader *reader);
void reader_free(struct reader *reader); // stopped before; NULL is fine
