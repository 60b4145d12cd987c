// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/kiosks.h"

#include "base/log.h"
#include "base/memory.h"
#include "server/api/handlers.h"
#include "server/api/streams.h"
#include "server/model/silence.h"

#include <stdlib.h>

struct listing {
  struct reply reply;
  struct kiosk *kiosks;
  int count, room;
  bool is_read;
  struct fault fault;
};

static void add(void *ctx, const struct kiosk *kiosk)
{
  struct listing *listing = ctx;
  if (listing->count == listing->room) {
    listing->room = listing->room ? listing->room * 2 : 64;
    listing->kiosks = memory_resize(listing->kiosks, (size_t)listing->room * sizeof *listing->kiosks);
  }
  listing->kiosks[listing->count++] = *kiosk;
}

static void read_kiosks(struct db *db, void *ctx)
{
  struct listing *listing = ctx;
  kiosk_each(db, add, listing);
  listing->is_read = !db_fault_take(db, &listing->fault);
}

// Who is heard now is known on the loop.
static json_t *write_heard_kiosk(const struct api *api, struct kiosk *kiosk)
{
  anban_ms heard = presence_last_heard(api->presence, kiosk->id);
  kiosk->last_heard = heard ? heard : kiosk->last_heard;
  return kiosk_write(kiosk, presence_is_online(api->presence, kiosk->id), presence_problems(api->presence, kiosk->id));
}

static void kiosks_read(void *ctx)
{
  struct listing *listing = ctx;
  json_t *list = json_array();
  for (int i = 0; i < listing->count; i++)
    json_array_append_new(list, write_heard_kiosk(listing->reply.api, &listing->kiosks[i]));
  if (listing->is_read)
    answer_json(&listing->reply, 200, json_pack("{s:O}", "kiosks", list));
  else
    answer_fault(&listing->reply, 503, "store", listing->fault.sentence);
  json_decref(list);
  free(listing->kiosks);
  free(listing);
}

void get_kiosks(struct request *request)
{
  struct listing *listing = memory_new(sizeof *listing);
  listing->reply = request->reply;
  if (reader_submit(request->api->parts.large, &(struct read_job){read_kiosks, kiosks_read, listing}))
    return;
  answer_fault(&request->reply, 503, "busy", "The server is busy at the moment. Please try again.");
  free(listing);
}

struct approval {
  char id[UUID_SIZE], code[CODE_SIZE], name[NAME_SIZE], place[ROOM_SIZE];
};

static enum outcome approve(struct db *db, struct change *change, struct fault *fault)
{
  const struct approval *approval = change->subject;
  enum outcome outcome = kiosk_approve(db, approval->id, approval->code, approval->name, approval->place,
                                       &change->actor, change->now, fault);
  change->counts_refusal = outcome == OUTCOME_CODE_WRONG;
  kiosk_announce(db, approval->id, false, "[]", change->now);
  return outcome;
}

void post_kiosk_approve(struct request *request)
{
  struct fault fault;
  struct approval *approval = memory_new(sizeof *approval);
  struct json_at at = json_root("approval", request->body);
  struct json_at code = json_member(&at, "code"), name = json_member(&at, "name"), place = json_member(&at, "place");
  COPY_TEXT(approval->id, request->parameters[0]);
  if (json_get_object(&at, &fault) && json_get_name(&code, approval->code, sizeof approval->code, &fault) &&
      json_get_name(&name, approval->name, sizeof approval->name, &fault) &&
      json_get_text(&place, approval->place, sizeof approval->place, &fault)) {
    change_submit(change_new(request, approve, approval));
    return;
  }
  free(approval);
  answer_fault(&request->reply, 400, "wrong", fault.sentence);
}

static enum outcome revoke(struct db *db, struct change *change, struct fault *fault)
{
  enum outcome outcome = kiosk_revoke(db, change->subject, &change->actor, change->now, fault);
  kiosk_announce(db, change->subject, false, "[]", change->now);
  silence_ends(db, change->subject);
  return outcome;
}

static void turn_away(struct change *change)
{
  presence_forget(change->reply.api->presence, change->subject);
  streams_close_of(change->reply.api, change->subject);
}

void delete_kiosk(struct request *request)
{
  struct change *change = change_new(request, revoke, memory_text(request->parameters[0]));
  change->after = turn_away;
  change_submit(change);
}

struct writing {
  struct heard *heard;
  int count;
  anban_ms now;
};

static bool write_heard(struct db *db, void *ctx, struct fault *fault)
{
  const struct writing *writing = ctx;
  for (int i = 0; i < writing->count; i++) {
    const struct heard *heard = &writing->heard[i];
    kiosk_heard(db, heard->kiosk_id, heard->version, heard->at);
    if (!heard->went)
      continue;
    kiosk_announce(db, heard->kiosk_id, false, "[]", writing->now);
    silence_begins(db, heard->kiosk_id, writing->now);
  }
  return true;
}

static void written(void *ctx, bool committed, const struct fault *fault)
{
  struct writing *writing = ctx;
  if (!committed)
    log_warning("api", "when kiosks were heard could not be written: %s", fault->sentence);
  free(writing->heard);
  free(writing);
}

void kiosks_write_heard(struct api *api, bool all)
{
  struct writing *writing = memory_new(sizeof *writing);
  struct write_job job = {write_heard, written, writing};
  writing->now = clock_wall();
  writing->heard = presence_take(api->presence, writing->now, all, &writing->count);
  static const struct fault busy = {"the writer is busy"};
  if (writing->count == 0) {
    free(writing);
  } else if (!writer_submit(api->parts.writer, &job)) {
    written(writing, false, &busy);
  }
}
