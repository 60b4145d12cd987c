// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/hub.h"

#include "base/log.h"
#include "base/mailbox.h"
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

// What one reader has missed, on its way from the log.
struct page {
  struct hub_reader *reader; // NULL: it has left meanwhile
  const char *stream;
  int64_t after;
  // Then:
  bool is_read, reaches; // else it could not be read; else some of it is no longer kept
  int64_t newest;        // of the stream, as of the same moment
  int count;
  struct appended events;
};

struct hub_reader {
  TAILQ_ENTRY(hub_reader) next;
  struct hub *hub;
  enum hub_stream stream;
  char ears[UUID_SIZE];
  int64_t had;       // the number it has had everything up to
  bool is_live;      // else it has the next page at hub_drained
  struct page *page; // NULL: none is asked for
  hub_send *send;
  void *ctx;
};

TAILQ_HEAD(readers, hub_reader);

struct hub {
  struct reader *log;
  struct mailbox committed; // of struct appended, from the writer
  struct readers readers;
  int64_t newest[HUB_STREAMS]; // that was handed out
  int count[HUB_STREAMS];
};

static const char *const names[HUB_STREAMS] = {STREAM_DESK, STREAM_KIOSKS, STREAM_FAMILY};

struct hub *hub_new(struct db *db, struct reader *log)
{
  struct hub *hub = memory_new(sizeof *hub);
  struct fault fault;
  hub->log = log;
  mailbox_init(&hub->committed, sizeof(struct appended), NULL, NULL);
  TAILQ_INIT(&hub->readers);
  for (int i = 0; i < HUB_STREAMS; i++)
    hub->newest[i] = events_newest(db, names[i]);
  if (db_fault_take(db, &fault))
    log_error("hub", "how far the events have come can't be read: %s", fault.sentence);
  return hub;
}

void hub_free(struct hub *hub)
{
  struct appended appended;
  if (!hub)
    return;
  while (mailbox_take(&hub->committed, &appended))
    appended_free(&appended);
  mailbox_destroy(&hub->committed);
  free(hub);
}

static bool may_hear(const struct hub_reader *reader, const struct event_row *row)
{
  return row->only_for[0] == '\0' || strcmp(row->only_for, reader->ears) == 0;
}

// On a reader's thread.
static void read_page(struct db *db, void *ctx)
{
  struct page *page = ctx;
  struct fault fault;
  db_begin(db); // one moment for all of it
  page->reaches = events_reach(db, page->stream, page->after);
  page->newest = events_newest(db, page->stream);
  if (page->reaches)
    page->count = events_read(db, page->stream, page->after, PAGE, &page->events);
  db_rollback(db);
  page->is_read = !db_fault_take(db, &fault);
  if (!page->is_read)
    log_error("hub", "events can't be read: %s", fault.sentence);
}

static void write_page(struct hub_reader *reader, const struct page *page, struct buffer *out)
{
  if (!page->reaches)
    sse_event(out, "reset", page->newest, "{}");
  for (const struct appended_event *event = page->events.first; event; event = event->next) {
    reader->had = event->row.number;
    if (may_hear(reader, &event->row))
      sse_event(out, event->row.kind, event->row.number, event->row.data);
  }
  if (page->count < PAGE)
    reader->had = page->newest;
}

static void send_page(struct hub_reader *reader, const struct page *page)
{
  struct buffer out = {0};
  if (!page->is_read)
    return; // the next heartbeat, once drained, asks again
  write_page(reader, page, &out);
  reader->is_live = page->count < PAGE && reader->had >= reader->hub->newest[reader->stream];
  if (!reader->is_live && out.size == 0)
    sse_comment(&out, ""); // none of the page was for its ears: so that it drains and asks for the next
  if (out.size > 0)
    reader->is_live = reader->send(reader->ctx, out.bytes, out.size) && reader->is_live;
  buffer_free(&out);
}

static void page_read(void *ctx)
{
  struct page *page = ctx;
  if (page->reader) {
    page->reader->page = NULL;
    send_page(page->reader, page);
  }
  appended_free(&page->events);
  free(page);
}

// When too many wait for the log already, the next heartbeat, once drained, asks again.
static void ask_for_page(struct hub_reader *reader)
{
  struct page *page = memory_new(sizeof *page);
  *page = (struct page){.reader = reader, .stream = names[reader->stream], .after = reader->had};
  struct read_job job = {read_page, page_read, page};
  if (reader_submit(reader->hub->log, &job))
    reader->page = page;
  else
    free(page);
}

static void greet(struct hub_reader *reader, anban_ms now)
{
  struct buffer out = {0};
  char data[48];
  FORMAT_TEXT(data, "{\"now\":%" PRId64 "}", now);
  sse_event(&out, event_kind_code(EVENT_HELLO), 0, data);
  reader->send(reader->ctx, out.bytes, out.size);
  buffer_free(&out);
}

struct hub_reader *hub_join(struct hub *hub, enum hub_stream stream, const char *ears, int64_t after, hub_send *send,
                            void *ctx, anban_ms now)
{
  struct hub_reader *reader = memory_new(sizeof *reader);
  int64_t had = after == HUB_FROM_NOW ? hub->newest[stream] : after;
  *reader = (struct hub_reader){.hub = hub, .stream = stream, .had = had, .send = send, .ctx = ctx};
  COPY_TEXT(reader->ears, ears);
  TAILQ_INSERT_TAIL(&hub->readers, reader, next);
  hub->count[stream]++;
  greet(reader, now);
  reader->is_live = had == hub->newest[stream];
  if (!reader->is_live)
    ask_for_page(reader);
  return reader;
}

void hub_drained(struct hub_reader *reader)
{
  if (!reader->is_live && !reader->page)
    ask_for_page(reader);
}

void hub_leave(struct hub_reader *reader)
{
  TAILQ_REMOVE(&reader->hub->readers, reader, next);
  reader->hub->count[reader->stream]--;
  if (reader->page)
    reader->page->reader = NULL;
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

void hub_committed(struct hub *hub, struct db *db)
{
  struct appended appended = events_take_appended(db);
  if (appended.first)
    mailbox_send(&hub->committed, &appended);
}

static void tell_of(struct hub *hub, const struct appended_event *event)
{
  for (int i = 0; i < HUB_STREAMS; i++)
    if (strcmp(names[i], event->stream) == 0) {
      hub->newest[i] = event->row.number;
      fan_out(hub, (enum hub_stream)i, &event->row);
    }
}

void hub_moved(struct hub *hub)
{
  struct appended appended;
  while (mailbox_take(&hub->committed, &appended)) {
    for (const struct appended_event *event = appended.first; event; event = event->next)
      tell_of(hub, event);
    appended_free(&appended);
  }
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
