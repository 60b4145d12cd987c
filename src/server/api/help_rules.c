// SPDX-License-Identifier: GPL-3.0-or-later
// The ways out, who is told by them when nobody takes a call for help, and what is to be said to 120.
#include "server/model/help_rules.h"

#include "base/memory.h"
#include "server/api/handlers.h"
#include "server/model/ways.h"

#include <stdlib.h>

void get_ways(struct request *request)
{
  answer_list(request, "ways", ways_list(request->db));
}

void get_help_rules(struct request *request)
{
  const char *resident = http_request_query(request->http, "resident_id");
  if (resident && *resident && !uuid_is(resident))
    answer_fault(&request->reply, 400, "wrong", "resident_id: the id of a resident is expected.");
  else
    answer_data(request, help_rule_list_write(request->db, resident ? resident : ""));
}

static enum outcome keep_rules(struct db *db, struct change *change, struct fault *fault)
{
  return help_rules_put(db, change->subject, &change->actor, change->now);
}

void put_help_rules(struct request *request)
{
  struct fault fault;
  struct help_rule_list *list = memory_new(sizeof *list);
  if (help_rule_list_read(request->body, list, &fault)) {
    change_submit(change_new(request, keep_rules, list));
    return;
  }
  free(list);
  answer_fault(&request->reply, 400, "wrong", fault.sentence);
}

void get_on_call(struct request *request)
{
  answer_data(request, on_call_list_write(request->db));
}

static enum outcome keep_on_call(struct db *db, struct change *change, struct fault *fault)
{
  return on_call_put(db, change->subject, &change->actor, change->now);
}

void put_on_call(struct request *request)
{
  struct fault fault;
  struct on_call_list *list = memory_new(sizeof *list);
  if (on_call_list_read(request->body, list, &fault)) {
    change_submit(change_new(request, keep_on_call, list));
    return;
  }
  free(list);
  answer_fault(&request->reply, 400, "wrong", fault.sentence);
}

void get_help_card(struct request *request)
{
  answer_data(request, help_card_write(request->db, request->parameters[0]));
}

static enum outcome keep_card(struct db *db, struct change *change, struct fault *fault)
{
  return help_card_put(db, change->subject, &change->actor, change->now, fault);
}

void put_help_card(struct request *request)
{
  struct fault fault;
  struct help_card *card = memory_new(sizeof *card);
  bool ok = help_card_read(request->body, card, &fault) &&
            (text_copy(card->resident_id, sizeof card->resident_id, request->parameters[0]) ||
             fault_set(&fault, "the id of a resident is expected in the address"));
  if (ok) {
    change_submit(change_new(request, keep_card, card));
    return;
  }
  free(card);
  answer_fault(&request->reply, 400, "wrong", fault.sentence);
}
