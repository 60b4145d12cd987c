// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/residents.h"

#include "base/memory.h"
#include "server/api/handlers.h"
#include "server/api/hasher.h"

#include <stdlib.h>
#include <string.h>

struct keeping {
  struct request request; // the body is not kept
  struct resident_file file;
  bool keep_pin;
};

void get_residents(struct request *request)
{
  answer_list(request, "residents", residents_list(request->api->parts.reader));
}

static enum outcome keep_resident(struct db *db, struct change *change, struct fault *fault)
{
  const struct keeping *keeping = change->subject;
  return resident_put(db, &keeping->file, keeping->keep_pin, &change->actor, change->now, fault);
}

static void hashed(const struct hash_job *job)
{
  struct keeping *keeping = job->ctx;
  COPY_TEXT(keeping->file.resident.pin, job->hash);
  if (job->ok) {
    change_submit(change_new(&keeping->request, keep_resident, keeping));
    return;
  }
  answer_fault(&keeping->request.reply, 503, "busy", "The server has too little memory for a PIN at the moment.");
  free(keeping);
}

static void hash_pin(struct keeping *keeping, const char *pin)
{
  struct hash_job job = {.kind = HASH_PIN, .done = hashed, .ctx = keeping};
  COPY_TEXT(job.password, pin);
  if (hasher_submit(keeping->request.api->hasher, &job))
    return;
  answer_fault(&keeping->request.reply, 503, "busy", "The server is busy at the moment. Please try again.");
  free(keeping);
}

void put_resident(struct request *request)
{
  char pin[5];
  bool sets_pin;
  struct fault fault;
  struct keeping *keeping = memory_new(sizeof *keeping);
  keeping->request = *request;
  keeping->request.body = NULL;
  bool ok = resident_file_read(request->body, &keeping->file, pin, &sets_pin, &fault);
  if (ok && strcmp(keeping->file.resident.id, request->parameters[0]) != 0)
    ok = fault_set(&fault, "resident.id: the id in the address is expected");
  keeping->keep_pin = ok && !sets_pin;
  if (!ok) {
    answer_fault(&request->reply, 400, "wrong", fault.sentence);
    free(keeping);
  } else if (sets_pin && pin[0]) {
    hash_pin(keeping, pin);
  } else {
    change_submit(change_new(request, keep_resident, keeping));
  }
}

static enum outcome take_resident_away(struct db *db, struct change *change, struct fault *fault)
{
  return resident_remove(db, change->subject, &change->actor, change->now, fault);
}

void delete_resident(struct request *request)
{
  change_submit(change_new(request, take_resident_away, memory_text(request->parameters[0])));
}
