// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of this folder share: a request on its way from the route table to its answer.
#pragma once

#include "protocol/json.h"
#include "server/api/api.h"
#include "server/model/family_session.h"
#include "server/model/helper_links.h"
#include "server/model/kiosk.h"
#include "server/model/outcome.h"
#include "server/model/presence.h"
#include "server/model/revision.h"
#include "server/model/session.h"

struct metrics;
struct callers;
struct limits;
struct listeners;
struct slow;
struct nonces;
struct kept_snapshot;
struct scripts;
struct switchboard;

struct api {
  struct api_settings settings;
  struct api_parts parts;
  struct metrics *metrics;
  struct callers *callers; // those who asked lately
  struct limits *limits;
  struct slow *slow;   // passwords and PINs
  struct slow *files;  // imports, with all their PINs: of its own, so that nobody who signs in waits for a file
  struct slow *studio; // sound and pictures; of its own, so that nobody who signs in waits for a recording
  struct scripts *scripts;
  struct nonces *nonces;
  struct presence *presence;
  struct kept_snapshot *snapshot;
  struct listeners *listeners;
  struct switchboard *switchboard;
};

// Who may: staff by role, kiosks, members of a family, helpers, anybody.
enum who {
  WHO_ANYBODY = 0,
  WHO_KIOSK = 1,
  WHO_DESK = 2,
  WHO_KITCHEN = 4,
  WHO_ADMIN = 8,
  WHO_STAFF = 14,
  WHO_FAMILY = 16,
  WHO_HELPER = 32
};
enum body_kind { BODY_NONE, BODY_JSON, BODY_BYTES };

// Where a route's handler runs.
enum where {
  ON_LOOP,   // it answers at once, or hands the rest on and waits for no disk itself
  ON_READER, // it reads `db`, and gives one of the answers below; what lives in memory on the loop it may not touch
};

#define PASSWORD_SIZE 128
#define ROUTE_PARAMETERS 2
#define PARAMETER_SIZE 128

struct request;
struct route {
  enum http_method method;
  const char *path; // "{name}" stands for one part of it
  unsigned who;
  enum body_kind body;
  size_t most_bytes;
  enum where where;
  void (*handle)(struct request *request);
};
extern const struct route routes[];
extern const int route_count;
// NULL: no such route; `*other_method` then tells whether the path is there for another method.
const struct route *route_find(enum http_method method, const char *path,
                               char parameters[ROUTE_PARAMETERS][PARAMETER_SIZE], bool *other_method);

// An answer that waits to be given on the loop.
#define KEPT_HEADERS 4
struct kept_answer {
  int status; // 0: none yet
  bool has_type;
  char type[64];
  struct buffer bytes;
  struct {
    const char *name;
    char value[80];
  } headers[KEPT_HEADERS];
  int header_count;
};

// Whom to answer; may be copied and kept until then.
struct reply {
  struct api *api;
  struct http_request *http;
  const struct route *route; // NULL: none matched
  anban_ms began;            // steady
  struct kept_answer *kept;  // NULL: answers are given at once
};

// Who asks.
struct caller {
  bool is_kiosk, is_staff, is_family, is_helper; // at most one of them
  struct actor actor;
  struct kiosk kiosk;
  struct staff staff;
  struct family_member family;
  struct helper_day day;  // of a helper
  char token[TOKEN_SIZE]; // of the session or the kiosk
};

// Lives while its handler runs.
struct request {
  struct reply reply;
  struct api *api;
  struct http_request *http;
  anban_ms now; // wall
  char parameters[ROUTE_PARAMETERS][PARAMETER_SIZE];
  json_t *body; // of a BODY_JSON route, an object
  struct caller caller;
  struct db *db; // of a reader, while a handler runs there; else NULL
  struct kept_answer kept;
};

// answer.c: each gives the one answer, or keeps it for the loop. JSON is taken over.
void answer_json(const struct reply *reply, int status, json_t *json);
void answer_text(const struct reply *reply, int status, const char *json);
void answer_bytes(const struct reply *reply, const char *type, const void *bytes, size_t size);
void answer_bytes_with(const struct reply *reply, int status, const char *type, const void *bytes, size_t size);
void answer_nothing(const struct reply *reply);
void answer_fault(const struct reply *reply, int status, const char *code, const char *sentence);
// Before the answer is given.
void answer_header(const struct reply *reply, const char *name, const char *value);
// Gives what was kept; on the loop.
void answer_kept(struct request *request);
void answer_outcome(const struct reply *reply, enum outcome outcome, const struct fault *fault);
// The stream was opened instead of an answer.
void answer_counted(const struct reply *reply, int status);
// On a reader: the JSON, or {name: list}, or 503 when the data could not be read. Both are taken over.
void answer_data(const struct request *request, json_t *json);
void answer_list(const struct request *request, const char *name, json_t *list);

// caller.c: finds out who asks, from memory or by a reader, then calls `then` on the loop. It may have been answered
// instead, and the request is gone then.
void caller_find(struct request *request, void (*then)(struct request *request));
void request_free(struct request *request);
bool caller_may(struct request *request, unsigned who);
enum cookie { COOKIE_STAFF, COOKIE_FAMILY, COOKIE_HELPER, COOKIES };
void caller_set_cookie(const struct reply *reply, enum cookie cookie, const char *token); // "": takes it away
#define ORIGIN_SIZE 200
// How browsers see this server: "https://anban.example".
void caller_own_origin(const struct reply *reply, char out[ORIGIN_SIZE]);

// A thing that is edited as a whole, and the revision of it that whoever edits had before them.
struct edit {
  bool is_one;
  enum revised kind;
  char thing[PARAMETER_SIZE + 16];
  int64_t expected;
};

// change.c: a change to the data, made by the writer; its answer leaves after the commit.
struct change {
  struct reply reply;
  struct actor actor;
  anban_ms now;
  enum outcome (*rule)(struct db *db, struct change *change, struct fault *fault);
  // On the loop after the commit, whatever the outcome, before the answer. May be NULL.
  void (*after)(struct change *change);
  void *subject;                  // what the rule needs
  void (*release)(void *subject); // in the end; free() unless set
  struct edit edit;               // refused before the rule when somebody else was faster
  struct buffer answer;           // JSON, written by the rule, whatever the outcome; none: 204, or by the outcome
  int status;                     // 0: 200 or 204, or by the outcome
  const char *code;               // of a status that is a failure
  bool counts_refusal;            // a refusal has effects to be kept too
  bool spares_callers;            // whoever was let in before is let in after it; else all are looked up anew
  enum outcome outcome;
};
// `subject` is taken over.
struct change *change_new(const struct request *request,
                          enum outcome (*rule)(struct db *db, struct change *change, struct fault *fault),
                          void *subject);
void change_submit(struct change *change);
// edits.c: the change holds only for the revision that If-Match names; without one it holds whatever was before.
void change_edits(struct change *change, const struct request *request, enum revised kind, const char *thing);
enum outcome change_check_edit(struct db *db, struct change *change, struct fault *fault);
void change_answer_json(struct change *change, json_t *json); // taken over
