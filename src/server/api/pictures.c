// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/memory.h"
#include "server/api/handlers.h"
#include "server/model/family.h"
#include "server/model/media.h"

#include <string.h>

static enum outcome keep(struct db *db, struct change *change, struct fault *fault)
{
  const struct buffer *bytes = change->subject;
  char hash[HASH_SIZE];
  enum outcome outcome = media_put(db, bytes + 1, bytes->size, change->now, hash, fault);
  if (outcome == OUTCOME_DONE)
    change_answer_json(change, json_pack("{s:s}", "hash", hash));
  return outcome;
}

void post_media(struct request *request)
{
  size_t size;
  const char *bytes = http_request_body(request->http, &size);
  // One piece of memory, so that one free() gives back all: its head says the size, the bytes follow.
  struct buffer *subject = memory_new(sizeof *subject + size);
  subject->size = size;
  memcpy(subject + 1, bytes, size);
  change_submit(change_new(request, keep, subject));
}

void get_media(struct request *request)
{
  struct buffer bytes = {0};
  struct fault fault;
  struct db *db = request->db;
  bool may = !request->caller.is_family || family_may_see(db, &request->caller.family, request->parameters[0]);
  const char *type = may ? media_get(db, request->parameters[0], &bytes) : NULL;
  if (db_fault_take(db, &fault)) {
    answer_fault(&request->reply, 503, "store", fault.sentence);
  } else if (!type) {
    answer_fault(&request->reply, 404, "not_found", "There is no such picture.");
  } else {
    answer_header(&request->reply, "Cache-Control", "private, max-age=31536000, immutable");
    answer_bytes(&request->reply, type, bytes.bytes, bytes.size);
  }
  buffer_free(&bytes);
}
