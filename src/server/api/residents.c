// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/residents.h"

#include "base/memory.h"
#include "server/api/handlers.h"
#include "server/api/slow.h"
#include "server/api/streams.h"
#include "server/model/departure.h"

#include <stdlib.h>
#include <string.h>

struct keeping {
  struct request request; // the body is not kept
  struct resident_file file;
  char pin[5];
  bool hashed;
  struct fault fault;
};

void get_residents(struct request *request)
{
  answer_list(request, "residents", residents_list(request->db));
}

static enum outcome keep_resident(struct db *db, struct change *change, struct fault *fault)
{
  const struct keeping *keeping = change->subject;
  return resident_put(db, &keeping->file, &change->actor, change->now, fault);
}

// Without consent the family may not listen on.
static void kept(struct change *change)
{
  const struct keeping *keeping = change->subject;
  if (!keeping->file.consent_family_calls)
    streams_close_of(change->reply.api, keeping->file.resident.id);
}

static void submit(struct keeping *keeping)
{
  struct change *change = change_new(&keeping->request, keep_resident, keeping);
  change_edits(change, &keeping->request, REVISED_RESIDENT, keeping->file.resident.id);
  change->after = kept;
  change_submit(change);
}

static void hash(void *ctx)
{
  struct keeping *keeping = ctx;
  keeping->hashed = resident_file_hash_pin(&keeping->file, keeping->pin, &keeping->fault);
}

static void hashed(void *ctx)
{
  struct keeping *keeping = ctx;
  if (keeping->hashed) {
    submit(keeping);
    return;
  }
  answer_fault(&keeping->request.reply, 503, "busy", keeping->fault.sentence);
  free(keeping);
}

static void hash_pin(struct keeping *keeping)
{
  struct slow_job job = {.work = hash, .done = hashed, .ctx = keeping};
  if (slow_submit(keeping->request.api->slow, &job))
    return;
  answer_fault(&keeping->request.reply, 503, "busy", "The server is busy at the moment. Please try again.");
  free(keeping);
}

void put_resident(struct request *request)
{
  struct fault fault;
  struct keeping *keeping = memory_new(sizeof *keeping);
  keeping->request = *request;
  keeping->request.body = NULL;
  bool ok = resident_file_read(request->body, &keeping->file, keeping->pin, &fault);
  if (ok && strcmp(keeping->file.resident.id, request->parameters[0]) != 0)
    ok = fault_set(&fault, "resident.id: the id in the address is expected");
  if (!ok) {
    answer_fault(&request->reply, 400, "wrong", fault.sentence);
    free(keeping);
  } else if (keeping->pin[0]) {
    hash_pin(keeping);
  } else {
    submit(keeping);
  }
}

static enum outcome take_resident_away(struct db *db, struct change *change, struct fault *fault)
{
  return departure_of_resident(db, change->subject, &change->actor, change->now, fault);
}

static void taken_away(struct change *change)
{
  streams_close_of(change->reply.api, change->subject);
}

void delete_resident(struct request *request)
{
  struct change *change = change_new(request, take_resident_away, memory_text(request->parameters[0]));
  change_edits(change, request, REVISED_RESIDENT, request->parameters[0]);
  change->after = taken_away;
  change_submit(change);
}
