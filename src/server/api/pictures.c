// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/memory.h"
#include "server/api/handlers.h"
#include "server/api/slow.h"
#include "server/model/family.h"
#include "server/model/media.h"
#include "server/picture/shrink.h"

#include <stdlib.h>

#define SIDE 960 // as large as a kiosk shows any

struct upload {
  struct request request; // the body is not kept
  struct buffer file, jpeg;
  enum shrink_end end;
  struct fault fault;
};

static void upload_free(void *ctx)
{
  struct upload *upload = ctx;
  buffer_free(&upload->file);
  buffer_free(&upload->jpeg);
  free(upload);
}

static enum outcome keep(struct db *db, struct change *change, struct fault *fault)
{
  const struct upload *upload = change->subject;
  char hash[HASH_SIZE];
  enum outcome outcome = media_put(db, upload->jpeg.bytes, upload->jpeg.size, change->now, hash, fault);
  if (outcome == OUTCOME_DONE)
    change_answer_json(change, json_pack("{s:s}", "hash", hash));
  return outcome;
}

static void make_anew(void *ctx)
{
  struct upload *upload = ctx;
  upload->end = shrink(upload->request.api->settings.picture, SIDE, &upload->file, &upload->jpeg, &upload->fault);
}

static void made_anew(void *ctx)
{
  struct upload *upload = ctx;
  if (upload->end == SHRINK_DONE) {
    struct change *change = change_new(&upload->request, keep, upload);
    change->release = upload_free;
    change_submit(change);
    return;
  }
  if (upload->end == SHRINK_REFUSED)
    answer_fault(&upload->request.reply, 422, "wrong", upload->fault.sentence);
  else
    answer_fault(&upload->request.reply, 503, "picture", upload->fault.sentence);
  upload_free(upload);
}

void post_media(struct request *request)
{
  size_t size;
  const char *bytes = http_request_body(request->http, &size);
  struct upload *upload = memory_new(sizeof *upload);
  upload->request = *request;
  buffer_add(&upload->file, bytes, size);
  if (slow_submit(request->api->studio, &(struct slow_job){.work = make_anew, .done = made_anew, .ctx = upload}))
    return;
  answer_fault(&request->reply, 503, "busy", "The server is busy at the moment. Please try again.");
  upload_free(upload);
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
