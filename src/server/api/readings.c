// SPDX-License-Identifier: GPL-3.0-or-later
// How words are read at this site.
#include "server/model/readings.h"

#include "base/memory.h"
#include "server/api/handlers.h"

#include <stdlib.h>
#include <string.h>

void get_readings(struct request *request)
{
  answer_list(request, "readings", readings_list(request->db));
}

static enum outcome keep_reading(struct db *db, struct change *change, struct fault *fault)
{
  return reading_put(db, change->subject, &change->actor, change->now, fault);
}

void put_reading(struct request *request)
{
  struct fault fault;
  struct reading *reading = memory_new(sizeof *reading);
  struct json_at at = json_root("reading", request->body);
  bool ok = reading_read_at(&at, reading, &fault);
  if (ok && strcmp(reading->word, request->parameters[0]) != 0)
    ok = fault_set(&fault, "reading.word: the word in the address is expected");
  if (ok) {
    struct change *change = change_new(request, keep_reading, reading);
    change_edits(change, request, REVISED_READING, reading->word);
    change_submit(change);
    return;
  }
  free(reading);
  answer_fault(&request->reply, 400, "wrong", fault.sentence);
}

static enum outcome take_reading_away(struct db *db, struct change *change, struct fault *fault)
{
  return reading_remove(db, change->subject, &change->actor, change->now, fault);
}

void delete_reading(struct request *request)
{
  struct change *change = change_new(request, take_reading_away, memory_text(request->parameters[0]));
  change_edits(change, request, REVISED_READING, request->parameters[0]);
  change_submit(change);
}
