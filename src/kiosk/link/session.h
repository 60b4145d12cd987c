// SPDX-License-Identifier: GPL-3.0-or-later
// What all queues of the link share: the site, who we are there, whom to tell. Thread: link's only.
#pragma once

#include "kiosk/identity/identity.h"
#include "kiosk/link/event.h"
#include "kiosk/link/http_transfer.h"
#include "kiosk/link/retry.h"

#define BEARER_SIZE 256

struct session {
  struct http_site site;
  const struct identity *identity;
  const char *version;
  char kiosk_id[UUID_SIZE];
  char token[BEARER_SIZE]; // empty: none
  struct retry access;     // of asking for a token
  bool snapshot_wanted;    // what we know of the community is not the newest
  unsigned hellos;         // how often the server's stream has begun
  char device[UUID_SIZE];  // of the kiosk in calls, new at each of its starts
  // The newest signal of the newest call, to ask for what came after it.
  char signal_call[UUID_SIZE];
  int64_t signal_seq;
  link_emit *emit;
  void *emit_ctx;
  bool told; // the line's state has been told
  struct link_line line;
};

void session_emit(struct session *session, struct link_event *event); // sets event->at
// Tells when it is news.
void session_set_line(struct session *session, enum link_line_state state, const char *code);

// One kind of request after the other to the server.
struct request_queue {
  struct session *session;
  const char *what; // for the log: "a message"
  struct http_transfer transfer;
  struct retry retry;
  int failures;      // in a row before the last good answer, in case that is none after all
  char trouble[256]; // logged last; a server that is away for a night is one line
};

void request_queue_init(struct request_queue *queue, struct session *session, const char *what, void (*done)(void *ctx),
                        void *ctx);
// A request may begin: none is under way, none has just failed.
bool request_queue_is_free(const struct request_queue *queue, anban_ms now);
void request_queue_begin(struct request_queue *queue, const struct http_transfer_request *request);
void request_queue_free(struct request_queue *queue);

enum outcome {
  OUTCOME_GOOD,
  OUTCOME_AGAIN,   // later: away, busy, we need a new token, or it was not the server that answered
  OUTCOME_REFUSED, // never: the server understood and does not take it
};
// Whether the transfer that is over was answered by the server itself, with an error that it names. Nothing that
// anybody else says ends a request.
bool request_queue_is_refusal(const struct request_queue *queue);
// Of the transfer that is over. Sets when the queue is free again.
enum outcome request_queue_outcome(struct request_queue *queue);
// The server answered 200, but not what was expected: tried again later.
void request_queue_trouble(struct request_queue *queue, const char *sentence);

// The earlier of two times, of which -1 is never.
anban_ms earlier(anban_ms one, anban_ms other);
