// SPDX-License-Identifier: GPL-3.0-or-later
// Who listens and what they have had. The log is the truth: a reader is a place in it, and the hub brings each reader
// from its place to the newest event, then goes along with what is committed. It never reads itself: what was missed
// comes by a reader's thread, what is new from the writer. Thread: the loop's, but for hub_committed.
#pragma once

#include "base/clock.h"
#include "server/store/reader.h"

#include <stddef.h>
#include <stdint.h>

struct hub;
struct hub_reader;

enum hub_stream { HUB_DESK, HUB_KIOSKS, HUB_FAMILY, HUB_STREAMS };

// Where a reader's bytes go: whole events. Called from within the functions below; must not call them back. false:
// these are taken, but no more before hub_drained.
typedef bool hub_send(void *ctx, const char *bytes, size_t size);

// `db` is read once, now. `log` reads pages of it later; it stays the caller's.
struct hub *hub_new(struct db *db, struct reader *log);
// No reader may be left, and no page of one be asked for: stop `log` before.
void hub_free(struct hub *hub);

#define HUB_FROM_NOW ((int64_t)-1)

// A reader that has had everything up to event number `after`. It gets `hello`, then, page by page, what it missed;
// `reset` instead when that is no longer kept. `ears`: whose they are, for events that one kiosk, one member of a
// family or the desk without the kitchen alone may hear; "" are the kitchen's.
struct hub_reader *hub_join(struct hub *hub, enum hub_stream stream, const char *ears, int64_t after, hub_send *send,
                            void *ctx, anban_ms now);
// All that it was sent has left: it may have the next page.
void hub_drained(struct hub_reader *reader);
void hub_leave(struct hub_reader *reader);

// Takes what the transaction has appended. Thread: the writer's, after each commit.
void hub_committed(struct hub *hub, struct db *db);
// Readers that are up to date get what was committed.
void hub_moved(struct hub *hub);
// The comment that keeps connections alive, to every reader.
void hub_heartbeat(struct hub *hub);

// To this reader alone: what is of the moment, without an id. It is not in the log; who is away does not hear it.
void hub_tell(struct hub_reader *reader, const char *kind, const char *data);
void hub_comment(struct hub_reader *reader);

// The number of the newest event that was handed out.
int64_t hub_newest(const struct hub *hub, enum hub_stream stream);
int hub_count(const struct hub *hub, enum hub_stream stream);
