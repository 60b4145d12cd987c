// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/answer.h"

#include "base/text.h"

#include <string.h>

static const char *refusal_code_at(int refusal)
{
  static const char *const codes[REFUSALS] = {
      [REFUSAL_NONE] = "",
      [REFUSAL_CUTOFF] = "cutoff",
      [REFUSAL_NOT_ON_MENU] = "not_on_menu",
      [REFUSAL_UNKNOWN_RESIDENT] = "unknown_resident",
      [REFUSAL_UNKNOWN_ORDER] = "unknown_order",
      [REFUSAL_DIET] = "diet",
      [REFUSAL_WITHDRAWN] = "withdrawn",
      [REFUSAL_BY_STAFF] = "by_staff",
      [REFUSAL_NOT_OFFERED] = "not_offered",
      [REFUSAL_TIME_TAKEN] = "time_taken",
      [REFUSAL_UNKNOWN_BOOKING] = "unknown_booking",
      [REFUSAL_NO_HELPER] = "no_helper",
      [REFUSAL_CLOSED] = "closed",
      [REFUSAL_ILL] = "ill",
      [REFUSAL_NOBODY_THERE] = "nobody_there",
  };
  return codes[refusal];
}

const char *refusal_code(enum refusal refusal)
{
  return refusal_code_at((int)refusal);
}

enum refusal refusal_of(const char *code)
{
  int i = 0;
  while (i < REFUSALS && strcmp(refusal_code_at(i), code) != 0)
    i++;
  return (enum refusal)i;
}

static json_t *next_write(const struct facts *facts)
{
  json_t *times = json_array();
  for (int i = 0; i < facts->next_count; i++)
    json_array_append_new(times, json_integer((json_int_t)facts->next[i]));
  return times;
}

json_t *facts_write(const struct facts *facts)
{
  if (!facts->until && !facts->subject[0] && !facts->decided_by[0] && !facts->next_count)
    return NULL;
  json_t *json = json_object();
  if (facts->until)
    json_object_set_new(json, "until", json_integer((json_int_t)facts->until));
  if (facts->subject[0])
    json_object_set_new(json, "subject", json_string(facts->subject));
  if (facts->decided_by[0])
    json_object_set_new(json, "decided_by", json_string(facts->decided_by));
  if (facts->next_count)
    json_object_set_new(json, "next", next_write(facts));
  return json;
}

static void read_name(const struct json_at *facts, const char *member, char out[NAME_SIZE])
{
  struct json_at at = json_member(facts, member);
  struct fault ignored;
  if (!json_get_text(&at, out, NAME_SIZE, &ignored))
    out[0] = '\0';
}

static void read_next(const struct json_at *facts, struct facts *out)
{
  struct json_at at = json_member(facts, "next");
  struct fault ignored;
  for (size_t i = 0; i < json_array_size(at.value) && out->next_count < MOST_NEXT_TIMES; i++) {
    struct json_at item = json_item(&at, i);
    int64_t time = 0;
    if (json_get_time(&item, &time, &ignored))
      out->next[out->next_count++] = time;
  }
}

// What can't be read is missing: the reason alone makes a sentence too.
static void facts_read(const struct json_at *at, struct facts *out)
{
  struct json_at until = json_member(at, "until");
  struct fault ignored;
  int64_t time = 0;
  if (json_get_time(&until, &time, &ignored))
    out->until = time;
  read_name(at, "subject", out->subject);
  read_name(at, "decided_by", out->decided_by);
  read_next(at, out);
}

static bool record_read_in(const struct json_at *answer, struct record *out, struct fault *fault)
{
  for (int kind = RECORD_NONE + 1; kind < record_shape_count; kind++) {
    struct json_at at = json_member(answer, record_code((enum record_kind)kind));
    if (at.value)
      return record_read_at(&at, (enum record_kind)kind, out, fault);
  }
  return true;
}

bool answer_read(const json_t *json, struct answer *out, struct fault *fault)
{
  *out = (struct answer){0};
  struct json_at at = json_root("answer", json);
  struct json_at id = json_member(&at, "id");
  struct json_at accepted = json_member(&at, "accepted");
  struct json_at reason = json_member(&at, "reason");
  struct json_at facts = json_member(&at, "facts");
  char code[KIND_SIZE];
  if (!json_get_object(&at, fault) || !json_get_uuid(&id, out->id, fault) ||
      !json_get_flag(&accepted, &out->accepted, fault) || !json_get_text(&reason, code, sizeof code, fault))
    return false;
  enum refusal known = refusal_of(code);
  out->reason = known == REFUSALS ? REFUSAL_NONE : known;
  facts_read(&facts, &out->facts);
  return record_read_in(&at, &out->record, fault);
}

json_t *answer_write(const struct answer *answer)
{
  json_t *json = json_pack("{s:s, s:b, s:s}", "id", answer->id, "accepted", answer->accepted, "reason",
                           refusal_code(answer->reason));
  json_t *facts = facts_write(&answer->facts);
  if (facts)
    json_object_set_new(json, "facts", facts);
  if (answer->record.kind != RECORD_NONE)
    json_object_set_new(json, record_code(answer->record.kind), record_write(&answer->record));
  return json;
}
