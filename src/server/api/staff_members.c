// SPDX-License-Identifier: GPL-3.0-or-later
// Who works here, kept by administrators.
#include "base/memory.h"
#include "server/api/handlers.h"
#include "server/api/slow.h"
#include "server/api/streams.h"

#include <stdlib.h>
#include <string.h>

#define LEAST_PASSWORD 10 // characters

struct keeping {
  struct request request; // the body is not kept
  struct staff staff;
  char password[PASSWORD_SIZE];
  char hash[PASSWORD_HASH_SIZE]; // "": the password stays
  bool hashed, signed_out;
};

void get_staff(struct request *request)
{
  answer_list(request, "staff", staff_list(request->db));
}

static enum outcome keep(struct db *db, struct change *change, struct fault *fault)
{
  struct keeping *keeping = change->subject;
  return staff_put(db, &keeping->staff, keeping->hash, &change->actor, change->now, &keeping->signed_out, fault);
}

// A new role or password ends what was opened with the old one; who only has another name talks on.
static void end_streams(struct change *change)
{
  const struct keeping *keeping = change->subject;
  if (keeping->signed_out)
    streams_close_of(change->reply.api, keeping->staff.id);
}

static void submit(struct keeping *keeping)
{
  struct change *change = change_new(&keeping->request, keep, keeping);
  change_edits(change, &keeping->request, REVISED_STAFF, keeping->staff.id);
  change->after = end_streams;
  change_submit(change);
}

static void hash(void *ctx)
{
  struct keeping *keeping = ctx;
  keeping->hashed = secret_hash_password(keeping->password, keeping->hash);
  explicit_bzero(keeping->password, sizeof keeping->password);
}

static void hashed(void *ctx)
{
  struct keeping *keeping = ctx;
  if (keeping->hashed) {
    submit(keeping);
    return;
  }
  answer_fault(&keeping->request.reply, 503, "busy", "The server has too little memory for a password at the moment.");
  free(keeping);
}

static void hash_password(struct keeping *keeping)
{
  struct slow_job job = {.work = hash, .done = hashed, .ctx = keeping};
  if (slow_submit(keeping->request.api->slow, &job))
    return;
  answer_fault(&keeping->request.reply, 503, "busy", "The server is busy at the moment. Please try again.");
  free(keeping);
}

static bool read_staff(struct request *request, struct staff *staff, char password[PASSWORD_SIZE], struct fault *fault)
{
  struct json_at at = json_root("staff", request->body);
  struct json_at password_at = json_member(&at, "password");
  password[0] = '\0';
  if (!staff_read(request->body, staff, fault) ||
      (password_at.value && !json_get_text(&password_at, password, PASSWORD_SIZE, fault)))
    return false;
  if (strcmp(staff->id, request->parameters[0]) != 0)
    return fault_set(fault, "staff.id: the id in the address is expected");
  if (password[0] && text_characters(password) < LEAST_PASSWORD)
    return fault_set(fault, "staff.password: at least %d characters are expected", LEAST_PASSWORD);
  return true;
}

void put_staff(struct request *request)
{
  struct fault fault;
  struct keeping *keeping = memory_new(sizeof *keeping);
  keeping->request = *request;
  keeping->request.body = NULL;
  if (!read_staff(request, &keeping->staff, keeping->password, &fault)) {
    answer_fault(&request->reply, 400, "wrong", fault.sentence);
    free(keeping);
  } else if (keeping->password[0]) {
    hash_password(keeping);
  } else {
    submit(keeping);
  }
}

static enum outcome take_away(struct db *db, struct change *change, struct fault *fault)
{
  return staff_remove(db, change->subject, &change->actor, change->now, fault);
}

static void end_all(struct change *change)
{
  streams_close_of(change->reply.api, change->subject);
}

void delete_staff(struct request *request)
{
  struct change *change = change_new(request, take_away, memory_text(request->parameters[0]));
  change_edits(change, request, REVISED_STAFF, request->parameters[0]);
  change->after = end_all;
  change_submit(change);
}
