// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/outbound/sender.h"

#include "base/log.h"
#include "base/mailbox.h"
#include "base/memory.h"

#include <inttypes.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#define MOST_AT_ONCE 16
#define REST_MS MS_MINUTE // when what came of a message could not be written down

struct lane {
  struct sender *sender;
  const struct outbound_driver *driver;
  pthread_t thread;
  struct mailbox work;            // of struct parcel *, to the thread
  atomic_llong next;              // when the first is due; -1: none waits. Thread: any
  int64_t sent, failed, given_up; // since the start
  int busy;                       // jobs of the writer's and messages on their way
  anban_ms rests_until, looked_at;
  struct outbound due[MOST_AT_ONCE];
  int due_count;
};

struct sender {
  struct outbound_settings settings;
  struct lane lanes[MOST_WAYS];
  int count;
  struct mailbox sent; // of struct parcel *, from the threads
  struct sender_ears ears;
  struct writer *writer;
  anban_ms wall, steady; // at the last tick
};

// A message on its way.
struct parcel {
  struct lane *lane;
  struct outbound work;
  enum outbound_result result;
  struct fault why;
  enum outbound_state state;
  anban_ms now;
};

// What has waited for so long is news no more: after a night without power, or out of a backup.
static enum outbound_result send(const struct lane *lane, struct parcel *parcel)
{
  if (parcel->now - parcel->work.made_at < OUTBOUND_KEPT_TRYING_MS)
    return lane->driver->send(&lane->sender->settings, &parcel->work, &parcel->why);
  fault_set(&parcel->why, "it has waited for too long");
  return OUTBOUND_NEVER;
}

static void *send_until_stopped(void *arg)
{
  struct lane *lane = arg;
  struct sender *sender = lane->sender;
  struct parcel *parcel;
  while (mailbox_wait(&lane->work, &parcel, -1)) {
    parcel->result = send(lane, parcel);
    mailbox_send(&sender->sent, &parcel);
    sender->ears.wake(sender->ears.ctx);
  }
  return NULL;
}

static bool start_lane(struct sender *sender, const struct outbound_driver *driver, struct fault *fault)
{
  struct lane *lane = &sender->lanes[sender->count];
  lane->sender = sender;
  lane->driver = driver;
  atomic_store(&lane->next, -1);
  mailbox_init(&lane->work, sizeof(struct parcel *), NULL, NULL);
  int error = pthread_create(&lane->thread, NULL, send_until_stopped, lane);
  if (error) {
    mailbox_destroy(&lane->work);
    return fault_set(fault, "the thread of the way out %s can't start: %s", driver->way, strerror(error));
  }
  pthread_setname_np(lane->thread, driver->way);
  sender->count++;
  return true;
}

struct sender *sender_start(const struct outbound_driver *drivers, int count, const struct outbound_settings *settings,
                            const struct sender_ears *ears, struct fault *fault)
{
  struct sender *sender = memory_new(sizeof *sender);
  sender->settings = *settings;
  sender->ears = *ears;
  mailbox_init(&sender->sent, sizeof(struct parcel *), NULL, NULL);
  bool ok = true;
  for (int i = 0; ok && i < count && sender->count < MOST_WAYS; i++)
    if (drivers[i].is_set(settings))
      ok = drivers[i].check(settings, fault) && start_lane(sender, &drivers[i], fault);
  if (ok)
    return sender;
  sender_stop(sender);
  sender_free(sender);
  return NULL;
}

void sender_begin(const struct outbound_driver *drivers, int count, const struct outbound_settings *settings,
                  struct db *db, anban_ms now)
{
  struct outbound_way ways[MOST_WAYS];
  int used = 0;
  for (int i = 0; i < count && used < MOST_WAYS; i++)
    if (drivers[i].is_set(settings))
      ways[used++] = (struct outbound_way){drivers[i].way, drivers[i].takes};
  outbound_set_ways(db, ways, used, now);
}

void sender_committed(struct sender *sender, struct db *db)
{
  struct fault fault;
  for (int i = 0; i < sender->count; i++) {
    struct lane *lane = &sender->lanes[i];
    anban_ms next = outbound_next(db, lane->driver->way);
    if (!db_fault_take(db, &fault))
      atomic_store(&lane->next, next);
    else
      log_error("outbound", "what waits to leave can't be read: %s", fault.sentence);
  }
}

static void parcel_end(struct parcel *parcel)
{
  parcel->lane->busy--;
  outbound_clear(&parcel->work);
  free(parcel);
}

static bool settle(struct db *db, void *ctx, struct fault *fault)
{
  struct parcel *parcel = ctx;
  const struct sender_ears *ears = &parcel->lane->sender->ears;
  parcel->state = outbound_settle(db, &parcel->work, parcel->result,
                                  parcel->result == OUTBOUND_SENT ? "" : parcel->why.sentence, parcel->now);
  if (ears->settled)
    ears->settled(db, &parcel->work, parcel->state, parcel->now);
  return true;
}

static void settled(void *ctx, bool committed, const struct fault *fault)
{
  struct parcel *parcel = ctx;
  struct lane *lane = parcel->lane;
  const char *way = lane->driver->way;
  if (!committed) { // it is sent again, with the same id
    log_error("outbound", "what came of %s by %s can't be written down: %s", parcel->work.subject, way,
              fault->sentence);
    lane->rests_until = lane->sender->steady + REST_MS;
    parcel_end(parcel);
    return;
  }
  lane->sent += parcel->state == OUTBOUND_DONE;
  lane->failed += parcel->result != OUTBOUND_SENT;
  lane->given_up += parcel->state == OUTBOUND_GIVEN_UP;
  if (parcel->state == OUTBOUND_GIVEN_UP) {
    log_error("outbound", "%s could not be sent by %s and is given up: %s", parcel->work.subject, way,
              parcel->why.sentence);
  } else if (parcel->state == OUTBOUND_WAITING) {
    log_warning("outbound", "%s could not be sent by %s and is tried again: %s", parcel->work.subject, way,
                parcel->why.sentence);
  }
  parcel_end(parcel);
}

static void deliver(struct sender *sender)
{
  static const struct fault busy = {"the writer is busy"};
  struct parcel *parcel;
  while (mailbox_take(&sender->sent, &parcel)) {
    struct write_job job = {settle, settled, parcel};
    parcel->now = sender->wall;
    if (!writer_submit(sender->writer, &job))
      settled(parcel, false, &busy);
  }
}

static bool look(struct db *db, void *ctx, struct fault *fault)
{
  struct lane *lane = ctx;
  for (int i = 0; i < lane->due_count; i++) // of a run before
    outbound_clear(&lane->due[i]);
  lane->due_count = outbound_due(db, lane->driver->way, lane->looked_at, MOST_AT_ONCE, lane->due);
  return true;
}

static void looked(void *ctx, bool committed, const struct fault *fault)
{
  struct lane *lane = ctx;
  for (int i = 0; i < lane->due_count; i++) {
    struct parcel *parcel = memory_new(sizeof *parcel);
    *parcel = (struct parcel){.lane = lane, .work = lane->due[i], .now = lane->looked_at};
    lane->busy++;
    if (!mailbox_send(&lane->work, &parcel))
      parcel_end(parcel); // it stops: at the next start
  }
  lane->due_count = 0;
  lane->busy--;
}

static bool is_due(const struct lane *lane, anban_ms wall)
{
  anban_ms next = atomic_load(&lane->next);
  return next >= 0 && (wall >= next || next > wall + OUTBOUND_MOST_PAUSE_MS);
}

void sender_tick(struct sender *sender, struct writer *writer, anban_ms wall, anban_ms steady)
{
  sender->writer = writer;
  sender->wall = wall;
  sender->steady = steady;
  deliver(sender);
  for (int i = 0; i < sender->count; i++) {
    struct lane *lane = &sender->lanes[i];
    struct write_job job = {look, looked, lane};
    if (lane->busy > 0 || steady < lane->rests_until || !is_due(lane, wall))
      continue;
    lane->looked_at = wall;
    if (writer_submit(writer, &job))
      lane->busy++;
  }
}

void sender_stop(struct sender *sender)
{
  if (!sender)
    return;
  struct parcel *parcel;
  for (int i = 0; i < sender->count; i++) {
    while (mailbox_take(&sender->lanes[i].work, &parcel))
      parcel_end(parcel); // at the next start
    mailbox_close(&sender->lanes[i].work);
  }
  for (int i = 0; i < sender->count; i++)
    pthread_join(sender->lanes[i].thread, NULL);
  if (sender->writer)
    deliver(sender);
}

void sender_free(struct sender *sender)
{
  if (!sender)
    return;
  for (int i = 0; i < sender->count; i++)
    mailbox_destroy(&sender->lanes[i].work);
  mailbox_destroy(&sender->sent);
  free(sender);
}

static void print_figure(const struct sender *sender, struct buffer *out, const char *name, const char *help,
                         size_t offset)
{
  buffer_printf(out, "# HELP anban_outbound_%s_total %s\n# TYPE anban_outbound_%s_total counter\n", name, help, name);
  for (int i = 0; i < sender->count; i++) {
    int64_t value;
    memcpy(&value, (const char *)&sender->lanes[i] + offset, sizeof value);
    buffer_printf(out, "anban_outbound_%s_total{way=\"%s\"} %" PRId64 "\n", name, sender->lanes[i].driver->way, value);
  }
}

void sender_print(const struct sender *sender, struct buffer *out)
{
  print_figure(sender, out, "sent", "Messages that a way out has taken.", offsetof(struct lane, sent));
  print_figure(sender, out, "failed", "Tries that a way out has not taken.", offsetof(struct lane, failed));
  print_figure(sender, out, "given_up", "Messages that were given up.", offsetof(struct lane, given_up));
}
