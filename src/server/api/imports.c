// SPDX-License-Identifier: GPL-3.0-or-later
// Residents, menus and readings from a file: looked at, or taken. The file is read and its PINs are hashed on a thread
// of their own, for both take as long as the file is.
#include "server/model/import.h"

#include "base/memory.h"
#include "server/api/handlers.h"
#include "server/api/slow.h"

#include <stdlib.h>
#include <string.h>

struct importing {
  struct request request; // the body is not kept
  enum import_kind kind;
  bool english, commits;
  char *bytes; // the file
  size_t size;
  struct import *import; // NULL until it is read
  struct fault fault;
  bool hashed, is_checked;
};

static void importing_free(void *ctx)
{
  struct importing *importing = ctx;
  import_free(importing->import);
  free(importing->bytes);
  free(importing);
}

static enum outcome commit(struct db *db, struct change *change, struct fault *fault)
{
  struct import *import = ((struct importing *)change->subject)->import;
  enum outcome outcome = import_commit(import, db, &change->actor, change->now, fault);
  if (outcome != OUTCOME_WRONG)
    change_answer_json(change, import_result(import, outcome == OUTCOME_DONE));
  return outcome;
}

static void take(struct importing *importing)
{
  if (!importing->hashed) {
    answer_fault(&importing->request.reply, 503, "busy", importing->fault.sentence);
    importing_free(importing);
    return;
  }
  struct change *change = change_new(&importing->request, commit, importing);
  change->release = importing_free;
  change_submit(change);
}

static void check(struct db *db, void *ctx)
{
  struct importing *importing = ctx;
  import_check(importing->import, db);
  importing->is_checked = !db_fault_take(db, &importing->fault);
}

static void checked(void *ctx)
{
  struct importing *importing = ctx;
  const struct reply *reply = &importing->request.reply;
  if (importing->is_checked)
    answer_json(reply, 200, import_result(importing->import, false));
  else
    answer_fault(reply, 503, "store", importing->fault.sentence);
  importing_free(importing);
}

static void look(struct importing *importing)
{
  struct read_job job = {check, checked, importing};
  if (reader_submit(importing->request.api->parts.large, &job))
    return;
  answer_fault(&importing->request.reply, 503, "busy", "The server is busy at the moment. Please try again.");
  importing_free(importing);
}

static void read_file(void *ctx)
{
  struct importing *importing = ctx;
  importing->import =
      import_new(importing->kind, importing->bytes, importing->size, importing->english, importing->request.now);
  importing->hashed = importing->commits && import_hash_pins(importing->import, &importing->fault);
}

static void file_read(void *ctx)
{
  struct importing *importing = ctx;
  if (importing->commits)
    take(importing);
  else
    look(importing);
}

static bool wants_english(const struct request *request)
{
  const char *languages = http_request_header(request->http, "Accept-Language");
  return languages && strncmp(languages, "en", 2) == 0;
}

static void post_import(struct request *request, enum import_kind kind)
{
  size_t size;
  const char *bytes = http_request_body(request->http, &size);
  const char *commits = http_request_query(request->http, "commit");
  bool yes = commits && strcmp(commits, "yes") == 0;
  if (!yes && !(commits && strcmp(commits, "no") == 0)) {
    answer_fault(&request->reply, 400, "wrong", "commit: yes or no is expected");
    return;
  }
  struct importing *importing = memory_new(sizeof *importing);
  importing->request = *request;
  importing->kind = kind;
  importing->commits = yes;
  importing->english = wants_english(request);
  importing->bytes = memory_new(size + 1);
  memcpy(importing->bytes, bytes, size);
  importing->size = size;
  if (slow_submit(request->api->files, &(struct slow_job){.work = read_file, .done = file_read, .ctx = importing}))
    return;
  answer_fault(&request->reply, 503, "busy", "The server is busy at the moment. Please try again.");
  importing_free(importing);
}

void post_import_residents(struct request *request)
{
  post_import(request, IMPORT_RESIDENTS);
}

void post_import_menu(struct request *request)
{
  post_import(request, IMPORT_MENU);
}

void post_import_readings(struct request *request)
{
  post_import(request, IMPORT_READINGS);
}
