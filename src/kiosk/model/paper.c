// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/paper.h"

#include "base/text.h"
#include "kiosk/model/core/ask.h"
#include "protocol/slip.h"

#include <string.h>

#define LINE_AWAY_MS (3 * MS_SECOND)  // a short gap is none
#define NO_ANSWER_MS (12 * MS_SECOND) // the line is up, and the server says nothing

bool paper_is_for(const struct model *model, enum message_kind kind)
{
  return model->settings.prints != PRINTS_NEVER && slip_carries(kind);
}

static anban_ms due_of(const struct model *model, const struct outbox_message *item)
{
  bool asks = item->saved && item->paper == PAPER_NONE && paper_is_for(model, item->message.kind);
  switch (model->settings.prints) {
  case PRINTS_ALWAYS:
    return asks ? item->since : -1;
  case PRINTS_OFFLINE:
    return asks ? item->since + (model->line == LINE_STATE_UP ? NO_ANSWER_MS : LINE_AWAY_MS) : -1;
  case PRINTS_NEVER:
  case PRINTS_ASKED:
    break;
  }
  return -1;
}

anban_ms paper_due(const struct model *model)
{
  anban_ms first = -1;
  for (int i = 0; i < model->outbox_count; i++) {
    anban_ms due = due_of(model, &model->outbox[i]);
    if (due >= 0 && (first < 0 || due < first))
      first = due;
  }
  return first;
}

static struct outbox_message *find(struct model *model, const char *message_id)
{
  for (int i = 0; i < model->outbox_count; i++)
    if (strcmp(model->outbox[i].message.id, message_id) == 0)
      return &model->outbox[i];
  return NULL;
}

static void note(struct model *model, struct outbox_message *item, enum paper paper)
{
  item->paper = paper;
  if (strcmp(model->done.message_id, item->message.id) != 0)
    return;
  model->done.paper = paper;
  model_changed(model);
  if (model_screen(model) == SCREEN_DONE)
    model_say(model);
}

static void print(struct model *model, struct outbox_message *item, bool again, struct requests *out)
{
  struct request *request = ask(out, REQUEST_PRINT);
  request->message = item->message;
  request->number = again;
  note(model, item, PAPER_COMING);
}

void paper_passed(struct model *model, struct requests *out)
{
  for (int i = 0; i < model->outbox_count; i++) {
    anban_ms due = due_of(model, &model->outbox[i]);
    if (due >= 0 && model->uptime >= due && out->count < MOST_REQUESTS)
      print(model, &model->outbox[i], false, out);
  }
}

void paper_fares(struct model *model, const char *message_id, enum paper paper)
{
  struct outbox_message *item = find(model, message_id);
  if (item && item->paper != paper)
    note(model, item, paper);
}

void paper_answered(struct model *model, const struct outbox_message *item, struct requests *out)
{
  if (item->paper != PAPER_NONE && !paper_is_out(item->paper))
    COPY_TEXT(ask(out, REQUEST_PRINT_DROP)->id, item->message.id);
}

bool paper_may_ask(const struct model *model)
{
  const struct wish *done = &model->done;
  bool waits = done->progress == PROGRESS_NOTED && paper_is_for(model, done->kind);
  bool asked = model->settings.prints == PRINTS_ASKED && done->paper == PAPER_NONE;
  return waits && (asked || paper_is_out(done->paper));
}

static bool may_print(const struct model *model, const struct intent *intent)
{
  return paper_may_ask(model);
}

static void print_done(struct model *model, const struct intent *intent, struct requests *out)
{
  struct outbox_message *item = find(model, model->done.message_id);
  if (item)
    print(model, item, paper_is_out(item->paper), out);
}

const struct intent_row paper_intents[] = {
    {.kind = INTENT_PRINT, .act = print_done, .may = may_print},
    {.kind = INTENT_NONE},
};
