// SPDX-License-Identifier: GPL-3.0-or-later
// What is said when nobody answers: sent up, listed, fetched, heard.
#include "base/memory.h"
#include "server/api/handlers.h"
#include "server/api/range.h"
#include "server/model/voice_message.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

// As whom a person asks; a kiosk asks for the resident it names.
static struct party self_of(const struct caller *caller)
{
  struct party self = {.kind = caller->is_family ? PARTY_FAMILY : PARTY_STAFF};
  COPY_TEXT(self.id, caller->actor.id);
  return self;
}

void get_voice_messages(struct request *request)
{
  struct party self = self_of(&request->caller);
  answer_list(request, "messages", voice_message_list(request->db, &self));
}

static bool read_id(const struct request *request, const char *name, char out[UUID_SIZE], struct fault *fault)
{
  const char *text = http_request_query(request->http, name);
  return (text && uuid_is(text) && text_copy(out, UUID_SIZE, text)) ||
         fault_set(fault, "%s: a UUID in lower case is expected", name);
}

static bool read_number(const struct request *request, const char *name, int64_t most, int64_t *out,
                        struct fault *fault)
{
  const char *text = http_request_query(request->http, name);
  char *end;
  if (!text)
    return true;
  errno = 0;
  *out = strtoll(text, &end, 10);
  return (!errno && *text && !*end && *out >= 0 && *out <= most) ||
         fault_set(fault, "%s: a whole number from 0 to %lld is expected", name, (long long)most);
}

static bool read_to(const struct request *request, struct party *out, struct fault *fault)
{
  const char *kind = http_request_query(request->http, "to_kind");
  out->kind = party_kind_of(kind ? kind : "");
  if (out->kind != PARTY_RESIDENT && out->kind != PARTY_FAMILY)
    return fault_set(fault, "to_kind: resident or family is expected");
  return read_id(request, "to_id", out->id, fault);
}

// A kiosk's clock may go ahead of ours; what the elder has said is kept all the same.
static bool read_made_at(const struct request *request, anban_ms *out, struct fault *fault)
{
  int64_t told = request->now;
  if (!read_number(request, "made_at", INT64_MAX, &told, fault))
    return false;
  *out = told < request->now ? told : request->now;
  return true;
}

static bool read_message(const struct request *request, struct voice_message *out, struct fault *fault)
{
  int64_t seconds = 0;
  if (!read_id(request, "message_id", out->id, fault) || !read_id(request, "resident_id", out->resident_id, fault) ||
      !read_to(request, &out->to, fault) || !read_made_at(request, &out->made_at, fault) ||
      !read_number(request, "seconds", MOST_VOICE_SECONDS, &seconds, fault))
    return false;
  out->seconds = (int)seconds;
  out->from = self_of(&request->caller);
  if (request->caller.is_kiosk) {
    out->from.kind = PARTY_RESIDENT;
    COPY_TEXT(out->from.id, out->resident_id);
  }
  return true;
}

// One piece of memory, so that one free() gives back all: the bytes follow.
struct sending {
  struct voice_message message;
  size_t size;
};

static enum outcome keep(struct db *db, struct change *change, struct fault *fault)
{
  const struct sending *sending = change->subject;
  enum outcome outcome = voice_message_put(db, &sending->message, sending + 1, sending->size, change->now, fault);
  if (outcome == OUTCOME_DONE)
    change_answer_json(change, json_pack("{s:s}", "id", sending->message.id));
  return outcome;
}

void post_voice_message(struct request *request)
{
  struct fault fault;
  size_t size;
  const char *bytes = http_request_body(request->http, &size);
  struct sending *sending = memory_new(sizeof *sending + size);
  sending->size = size;
  if (!read_message(request, &sending->message, &fault)) {
    answer_fault(&request->reply, 400, "wrong", fault.sentence);
    free(sending);
    return;
  }
  memcpy(sending + 1, bytes, size);
  change_submit(change_new(request, keep, sending));
}

// Whose it is to hear: at a kiosk anything of a resident.
static bool concerns(const struct caller *caller, const struct voice_message *message, bool only_to)
{
  struct party self = self_of(caller);
  if (caller->is_kiosk)
    return !only_to || message->to.kind == PARTY_RESIDENT;
  return party_same(&message->to, &self) || (!only_to && party_same(&message->from, &self));
}

#define NO_SUCH "There is no such voice message."

// Some browsers play sound only from a server that gives parts of it.
static void answer_sound(const struct request *request, const char *type, const struct buffer *bytes)
{
  size_t first = 0, last = bytes->size - 1;
  char range[80];
  enum range_kind kind = range_read(http_request_header(request->http, "Range"), bytes->size, &first, &last);
  answer_header(&request->reply, "Accept-Ranges", "bytes");
  answer_header(&request->reply, "Cache-Control", "private, max-age=31536000, immutable");
  if (kind == RANGE_OUTSIDE) {
    answer_fault(&request->reply, 416, "range", "There is no such part of the voice message.");
    return;
  }
  FORMAT_TEXT(range, "bytes %zu-%zu/%zu", first, last, bytes->size);
  if (kind == RANGE_PART)
    answer_header(&request->reply, "Content-Range", range);
  answer_bytes_with(&request->reply, kind == RANGE_PART ? 206 : 200, type, bytes->bytes + first, last - first + 1);
}

void get_voice_message(struct request *request)
{
  struct voice_message message;
  struct buffer bytes = {0};
  struct fault fault;
  bool found =
      voice_message_get(request->db, request->parameters[0], &message) && concerns(&request->caller, &message, false);
  bool has_bytes = found && voice_message_bytes(request->db, message.id, &bytes);
  if (db_fault_take(request->db, &fault) || (found && !has_bytes))
    answer_fault(&request->reply, 503, "store", "The voice message could not be read. Please try again.");
  else if (!found)
    answer_fault(&request->reply, 404, "not_found", NO_SUCH);
  else
    answer_sound(request, message.type, &bytes);
  buffer_free(&bytes);
}

struct hearing {
  char id[PARAMETER_SIZE];
  struct caller caller;
};

static enum outcome hear(struct db *db, struct change *change, struct fault *fault)
{
  const struct hearing *hearing = change->subject;
  struct voice_message message;
  if (voice_message_get(db, hearing->id, &message) && concerns(&hearing->caller, &message, true))
    return voice_message_hear(db, message.id, change->now, fault);
  fault_set(fault, NO_SUCH);
  return OUTCOME_NOT_FOUND;
}

void post_voice_message_heard(struct request *request)
{
  struct hearing *hearing = memory_new(sizeof *hearing);
  COPY_TEXT(hearing->id, request->parameters[0]);
  hearing->caller = request->caller;
  struct change *change = change_new(request, hear, hearing);
  change->spares_callers = true;
  change_submit(change);
}
