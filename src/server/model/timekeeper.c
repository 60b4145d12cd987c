// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/timekeeper.h"

#include "base/log.h"
#include "base/memory.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#define MOST_AT_ONCE 64
#define JUMP_MS (2 * MS_SECOND)  // what the clock was set by; less is drift, and the loop's own delay
#define FIRST_PAUSE_MS MS_MINUTE // before a timer that failed is tried again; twice as long each time
#define MOST_DOUBLINGS 6         // about an hour

struct timekeeper {
  const struct timer_kind *kinds;
  int kind_count;
  struct timekeeper_ears ears;
  atomic_llong next;     // when the first is due; -1: none. Thread: any
  anban_ms wall, steady; // at the tick before; both 0: there was none
  int jobs;              // that the writer has of it
  anban_ms rests_until;  // steady: a timer could not even be put off
  struct timer due[MOST_AT_ONCE];
  int due_count;
  struct writer *writer;
};

struct timekeeper *timekeeper_new(const struct timer_kind *kinds, int count, const struct timekeeper_ears *ears)
{
  struct timekeeper *keeper = memory_new(sizeof *keeper);
  keeper->kinds = kinds;
  keeper->kind_count = count;
  keeper->ears = *ears;
  atomic_store(&keeper->next, -1);
  return keeper;
}

void timekeeper_free(struct timekeeper *keeper)
{
  free(keeper);
}

void timekeeper_committed(struct timekeeper *keeper, struct db *db)
{
  struct fault fault;
  anban_ms next = timers_next(db);
  if (!db_fault_take(db, &fault))
    atomic_store(&keeper->next, next);
  else
    log_error("timers", "when the next one is due can't be read: %s", fault.sentence);
}

anban_ms timekeeper_next(const struct timekeeper *keeper)
{
  return atomic_load(&keeper->next);
}

// A job of the writer's for one timer, or for all of them.
struct task {
  struct timekeeper *keeper;
  struct timer timer;
  anban_ms now;
  anban_ms by; // what the clock was set by
};

static bool submit(struct timekeeper *keeper, bool (*run)(struct db *, void *, struct fault *),
                   void (*done)(void *, bool, const struct fault *), struct task *task)
{
  struct write_job job = {run, done, task};
  if (!writer_submit(keeper->writer, &job))
    return false;
  keeper->jobs++;
  return true;
}

static void end(struct task *task)
{
  task->keeper->jobs--;
  timer_clear(&task->timer);
  free(task);
}

static const struct timer_kind *kind_of(const struct timekeeper *keeper, const char *code)
{
  for (int i = 0; i < keeper->kind_count; i++)
    if (strcmp(keeper->kinds[i].code, code) == 0)
      return &keeper->kinds[i];
  return NULL;
}

static bool put_off(struct db *db, void *ctx, struct fault *fault)
{
  const struct task *task = ctx;
  int doublings = task->timer.tries < MOST_DOUBLINGS ? task->timer.tries : MOST_DOUBLINGS;
  timer_put_off(db, &task->timer, task->now + (FIRST_PAUSE_MS << doublings));
  return true;
}

static void was_put_off(void *ctx, bool committed, const struct fault *fault)
{
  struct task *task = ctx;
  if (!committed)
    task->keeper->rests_until = task->keeper->steady + FIRST_PAUSE_MS;
  end(task);
}

static bool carry_out(struct db *db, void *ctx, struct fault *fault)
{
  const struct task *task = ctx;
  const struct timer_kind *kind = kind_of(task->keeper, task->timer.kind);
  if (!timer_take(db, &task->timer))
    return true;
  if (!kind)
    log_error("timers", "a timer of the unknown kind %s was taken away", task->timer.kind);
  return !kind || kind->run(db, &task->timer, task->now, fault);
}

static void carried_out(void *ctx, bool committed, const struct fault *fault)
{
  struct task *task = ctx;
  struct timekeeper *keeper = task->keeper;
  if (committed) {
    if (keeper->ears.ran)
      keeper->ears.ran(keeper->ears.ctx);
    end(task);
    return;
  }
  log_warning("timers", "%s %s could not be done and is tried again: %s", task->timer.kind, task->timer.subject,
              fault->sentence);
  keeper->jobs--;
  if (!submit(keeper, put_off, was_put_off, task)) {
    keeper->jobs++;
    was_put_off(task, false, fault);
  }
}

static bool look(struct db *db, void *ctx, struct fault *fault)
{
  struct task *task = ctx;
  struct timekeeper *keeper = task->keeper;
  for (int i = 0; i < keeper->due_count; i++) // of a run before
    timer_clear(&keeper->due[i]);
  keeper->due_count = timers_due(db, task->now, MOST_AT_ONCE, keeper->due);
  return true;
}

static void looked(void *ctx, bool committed, const struct fault *fault)
{
  struct task *task = ctx;
  struct timekeeper *keeper = task->keeper;
  for (int i = 0; i < keeper->due_count; i++) {
    struct task *one = memory_new(sizeof *one);
    *one = (struct task){.keeper = keeper, .timer = keeper->due[i], .now = task->now};
    if (submit(keeper, carry_out, carried_out, one))
      continue;
    timer_clear(&one->timer); // it stays in the data, and is looked for again
    free(one);
  }
  keeper->due_count = 0;
  if (!committed)
    keeper->rests_until = keeper->steady + FIRST_PAUSE_MS;
  end(task);
}

static bool shift(struct db *db, void *ctx, struct fault *fault)
{
  const struct task *task = ctx;
  for (int i = 0; i < task->keeper->kind_count; i++)
    if (task->keeper->kinds[i].clock == TIMER_BY_INTERVAL)
      timers_shift(db, task->keeper->kinds[i].code, task->by);
  return true;
}

static void shifted(void *ctx, bool committed, const struct fault *fault)
{
  struct task *task = ctx;
  if (!committed)
    log_warning("timers", "the clock was set and timers could not go along: %s", fault->sentence);
  end(task);
}

// false: the writer is busy, and the next tick sees the same.
static bool begin(struct timekeeper *keeper, bool (*run)(struct db *, void *, struct fault *),
                  void (*done)(void *, bool, const struct fault *), anban_ms now, anban_ms by)
{
  struct task *task = memory_new(sizeof *task);
  *task = (struct task){.keeper = keeper, .now = now, .by = by};
  bool begun = submit(keeper, run, done, task);
  if (!begun)
    free(task);
  return begun;
}

// What the clock was set by since the tick before.
static anban_ms jump_of(const struct timekeeper *keeper, anban_ms wall, anban_ms steady)
{
  if (keeper->wall == 0 && keeper->steady == 0)
    return 0;
  return (wall - keeper->wall) - (steady - keeper->steady);
}

void timekeeper_tick(struct timekeeper *keeper, struct writer *writer, anban_ms wall, anban_ms steady)
{
  anban_ms next = timekeeper_next(keeper), jump = jump_of(keeper, wall, steady);
  keeper->writer = writer;
  if (keeper->jobs > 0)
    return; // what it has begun comes first; a jump is seen then
  bool jumped = jump >= JUMP_MS || jump <= -JUMP_MS;
  if (jumped && !begin(keeper, shift, shifted, wall, jump))
    return;
  keeper->wall = wall;
  keeper->steady = steady;
  if (!jumped && next >= 0 && wall >= next && steady >= keeper->rests_until)
    begin(keeper, look, looked, wall, 0);
}
