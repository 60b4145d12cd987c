// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/hub.h"

#include "base/log.h"
#include "base/memory.h"
#include "base/secret.h"
#include "protocol/event.h"
#include "server/hub/sse.h"
#include "server/store/events.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/queue.h>

#define PAGE 200 // events read at once: some 60 KB, well below what a slow reader may hold

struct hub_reader {
  TAILQ_ENTRY(hub_reader) next;
  struct hub *hub;
  enum hub_stream stream;
  char ears[UUID_SIZE];
  int64_t had;  // the number it has had everything up to
  bool is_live; // else it has the next page at hub_drained
  hub_send *send;
  void *ctx;
};

TAILQ_HEAD(readers, hub_reader);

struct hub {
  struct db *db;
  struct readers readers;
  int64_t newest[HUB_STREAMS]; // that was handed out
  int count[HUB_STREAMS];
};

static const char *const names[HUB_STREAMS] = {STREAM_DESK, STREAM_KIOSKS, STREAM_FAMILY};

// Events are read again from the log whenever a read failed, so nothing is lost by it.
static bool read_went_well(struct hub *hub)
{
  struct fault fault;
  if (!db_fault_take(hub->db, &fault))
    return true;
  log_error("hub", "events can't be read: %s", fault.sentence);
  return false;
}

struct hub *hub_new(struct db *db)
{
  struct hub *hub = memory_new(sizeof *hub);
  hub->db = db;
  TAILQ_INIT(&hub->readers);
  for (int i = 0; i < HUB_STREAMS; i++)
    hub->newest[i] = events_newest(db, names[i]);
  read_went_well(hub);
  return hub;
}

void hub_free(struct hub *hub)
{
  free(hub);
}

static bool may_hear(const struct hub_reader *reader, const struct event_row *row)
{
  return row->only_for[0] == '\0' || strcmp(row->only_for, reader->ears) == 0;
}

static void send_page(struct hub_reader *reader)
{
  struct buffer out = {0};
  struct event_row row;
  int count = 0;
  struct db_rows *rows = events_after(reader->hub->db, names[reader->stream], reader->had, PAGE);
  while (events_next(rows, &row)) {
    count++;
    reader->had = row.number;
    if (may_hear(reader, &row))
      sse_event(&out, row.kind, row.number, row.data);
  }
  db_rows_end(rows);
  bool well = read_went_well(reader->hub); // else the next heartbeat, once drained, asks again
  reader->is_live = well && count < PAGE;
  if (well && !reader->is_live && out.size == 0)
    sse_comment(&out, ""); // none of the page was for its ears: so that it drains and asks for the next
  if (out.size > 0)
    reader->is_live = reader->send(reader->ctx, out.bytes, out.size) && reader->is_live;
  buffer_free(&out);
}

static void greet(struct hub_reader *reader, anban_ms now)
{
  struct buffer out = {0};
  char data[48];
  FORMAT_TEXT(data, "{\"now\":%" PRId64 "}", now);
  sse_event(&out, event_kind_code(EVENT_HELLO), 0, data);
  if (reader->had == HUB_FROM_NOW) {
    reader->had = events_newest(reader->hub->db, names[reader->stream]);
  } else if (!events_reach(reader->hub->db, names[reader->stream], reader->had)) {
    reader->had = events_newest(reader->hub->db, names[reader->stream]);
    sse_event(&out, "reset", reader->had, "{}");
  }
  reader->send(reader->ctx, out.bytes, out.size);
  buffer_free(&out);
}

struct hub_reader *hub_join(struct hub *hub, enum hub_stream stream, const char *ears, int64_t after, hub_send *send,
                            void *ctx, anban_ms now)
{
  struct hub_reader *reader = memory_new(sizeof *reader);
  *reader = (struct hub_reader){.hub = hub, .stream = stream, .had = after, .send = send, .ctx = ctx};
  COPY_TEXT(reader->ears, ears);
  TAILQ_INSERT_TAIL(&hub->readers, reader, next);
  hub->count[stream]++;
  greet(reader, now);
  send_page(reader);
  return reader;
}

void hub_drained(struct hub_reader *reader)
{
  if (!reader->is_live)
    send_page(reader);
}

void hub_leave(struct hub_reader *reader)
{
  TAILQ_REMOVE(&reader->hub->readers, reader, next);
  reader->hub->count[reader->stream]--;
  free(reader);
}

static void fan_out(struct hub *hub, enum hub_stream stream, const struct event_row *row)
{
  struct buffer out = {0};
  sse_event(&out, row->kind, row->number, row->data);
  struct hub_reader *reader;
  TAILQ_FOREACH(reader, &hub->readers, next)
  {
    if (reader->stream != stream || !reader->is_live || reader->had >= row->number)
      continue;
    reader->had = row->number;
    if (may_hear(reader, row))
      reader->is_live = reader->send(reader->ctx, out.bytes, out.size);
  }
  buffer_free(&out);
}

static void follow(struct hub *hub, enum hub_stream stream)
{
  int count;
  do {
    struct event_row row;
    struct db_rows *rows = events_after(hub->db, names[stream], hub->newest[stream], PAGE);
    for (count = 0; events_next(rows, &row); count++) {
      hub->newest[stream] = row.number;
      fan_out(hub, stream, &row);
    }
    db_rows_end(rows);
  } while (read_went_well(hub) && count == PAGE);
}

void hub_moved(struct hub *hub)
{
  for (int i = 0; i < HUB_STREAMS; i++)
    follow(hub, i);
}

void hub_heartbeat(struct hub *hub)
{
  struct buffer out = {0};
  sse_comment(&out, "");
  struct hub_reader *reader;
  TAILQ_FOREACH(reader, &hub->readers, next)
  reader->send(reader->ctx, out.bytes, out.size);
  buffer_free(&out);
}

static void send_now(struct hub_reader *reader, struct buffer *out)
{
  reader->is_live = reader->send(reader->ctx, out->bytes, out->size) && reader->is_live;
  buffer_free(out);
}

void hub_tell(struct hub_reader *reader, const char *kind, const char *data)
{
  struct buffer out = {0};
  sse_event(&out, kind, 0, data);
  send_now(reader, &out);
}

void hub_comment(struct hub_reader *reader)
{
  struct buffer out = {0};
  sse_comment(&out, "");
  send_now(reader, &out);
}

int64_t hub_newest(const struct hub *hub, enum hub_stream stream)
{
  return hub->newest[stream];
}

int hub_count(const struct hub *hub, enum hub_stream stream)
{
  return hub->count[stream];
}
