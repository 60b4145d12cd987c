// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/outbox.h"

#include "base/memory.h"
#include "base/text.h"
#include "kiosk/model/core/ask.h"
#include "kiosk/model/core/navigation.h"
#include "kiosk/model/paper.h"
#include "kiosk/model/wish_kinds.h"

#include <string.h>

static struct outbox_message *find(const struct model *model, const char *message_id)
{
  for (int i = 0; i < model->outbox_count; i++) {
    if (strcmp(model->outbox[i].message.id, message_id) == 0)
      return &model->outbox[i];
  }
  return NULL;
}

static struct outbox_message *add(struct model *model, const struct message *message)
{
  model->outbox = memory_resize(model->outbox, (size_t)(model->outbox_count + 1) * sizeof *model->outbox);
  struct outbox_message *item = &model->outbox[model->outbox_count++];
  *item = (struct outbox_message){.message = *message};
  return item;
}

static void take_out(struct model *model, struct outbox_message *item)
{
  model->outbox_count--;
  memmove(item, item + 1, (size_t)(&model->outbox[model->outbox_count] - item) * sizeof *item);
}

void outbox_send(struct model *model, struct requests *out, struct message *message)
{
  ask_new_id(model, message->id);
  message->made_at = model_now(model);
  add(model, message);
  ask(out, REQUEST_DELIVER)->message = *message;
}

void outbox_wish(struct model *model, struct requests *out, struct message *message)
{
  outbox_send(model, out, message);
  model->done = (struct wish){.kind = message->kind, .record = message->body, .since = model->uptime};
  COPY_TEXT(model->done.message_id, message->id);
  navigation_begin(model, SCREEN_HOME);
  navigation_open(model, SCREEN_DONE);
}

static void retry(struct model *model, const struct intent *intent, struct requests *out)
{
  if (model->done.progress != PROGRESS_NOT_SAVED)
    return;
  struct message message = message_blank(model->done.kind);
  message.body = model->done.record;
  outbox_wish(model, out, &message);
}

static bool is_done(const struct model *model, const char *message_id)
{
  return model->done.message_id[0] && strcmp(model->done.message_id, message_id) == 0;
}

// What the person waits for has come a step further.
static void done_reached(struct model *model, enum progress progress)
{
  model->done.progress = progress;
  model->done.since = model->uptime;
  model->done.slow = model->done.seen = false;
  model_changed(model);
  if (model_screen(model) == SCREEN_DONE)
    model_say(model);
}

static void reached(struct model *model, const struct message *message, enum progress progress)
{
  const struct wish_kind *kind = wish_kinds[message->kind];
  if (is_done(model, message->id))
    done_reached(model, progress);
  if (kind->reached)
    kind->reached(model, message->id, progress);
}

void outbox_saved(struct model *model, const struct message *message)
{
  struct outbox_message *item = find(model, message->id);
  if (!item) { // from before the kiosk was started
    item = add(model, message);
    if (wish_kinds[message->kind]->found)
      wish_kinds[message->kind]->found(model, message);
  }
  item->saved = true;
  item->since = model->uptime;
  model_changed(model);
  reached(model, message, PROGRESS_NOTED);
}

// What is about nobody's thing is nobody's news.
static void add_news(struct model *model, const struct wish *wish)
{
  if (!wish_kinds[wish->kind]->told || !record_id(&wish->record)[0])
    return;
  model->news = memory_resize(model->news, (size_t)(model->news_count + 1) * sizeof *model->news);
  model->news[model->news_count++] = *wish;
  model_changed(model);
}

static struct record about(const struct model *model, const struct message *message)
{
  struct record record = message->body;
  if (wish_kinds[message->kind]->about)
    wish_kinds[message->kind]->about(model, message, &record);
  return record;
}

void outbox_not_saved(struct model *model, const struct message *message)
{
  struct outbox_message *item = find(model, message->id);
  if (!item)
    return;
  take_out(model, item);
  struct wish news = {.kind = message->kind, .progress = PROGRESS_NOT_SAVED, .record = about(model, message)};
  if (!is_done(model, message->id))
    add_news(model, &news);
  reached(model, message, PROGRESS_NOT_SAVED);
}

static struct record after(const struct model *model, const struct message *message, const struct answer *answer)
{
  if (answer->record.kind != RECORD_NONE)
    return answer->record;
  struct record record = about(model, message);
  if (record.kind != RECORD_NONE && wish_kinds[message->kind]->after)
    wish_kinds[message->kind]->after(model, message, answer, &record);
  return record;
}

static void put(struct model *model, const struct record *record, struct requests *out)
{
  const struct record_area *area = record_areas[record->kind];
  if (area && area->put)
    area->put(model, record, out);
}

static void settle(struct model *model, const struct message *message, const struct wish *wish)
{
  bool watched = is_done(model, message->id);
  if (watched) {
    if (wish->record.kind != RECORD_NONE)
      model->done.record = wish->record;
    model->done.reason = wish->reason;
    model->done.facts = wish->facts;
  }
  reached(model, message, wish->progress);
  if (wish->progress == PROGRESS_REFUSED && !(watched && navigation_here(model) == SCREEN_DONE))
    add_news(model, wish);
}

void outbox_answered(struct model *model, const struct answer *answer, struct requests *out)
{
  struct outbox_message *item = find(model, answer->id);
  if (!item)
    return; // a repeat
  struct message message = item->message;
  paper_answered(model, item, out);
  take_out(model, item);
  model_changed(model);
  struct wish wish = {.kind = message.kind,
                      .record = after(model, &message, answer),
                      .progress = answer->accepted ? PROGRESS_ACCEPTED : PROGRESS_REFUSED,
                      .reason = answer->reason,
                      .facts = answer->facts};
  if (answer->record.kind != RECORD_NONE || wish_kinds[message.kind]->after)
    put(model, &wish.record, out);
  settle(model, &message, &wish);
}

void outbox_record(struct model *model, const struct record *record, struct requests *out)
{
  const struct record_area *area = record_areas[record->kind];
  struct wish news = {.record = *record, .progress = PROGRESS_REFUSED};
  if (area->taken_back && area->taken_back(model, record, &news))
    add_news(model, &news);
  put(model, record, out);
  if (model->done.progress == PROGRESS_ACCEPTED && record_is(&model->done.record, record))
    model->done.record = *record;
  model_changed(model);
}

void outbox_line(struct model *model, struct requests *out)
{
  model->done.since = model->uptime;
  for (int i = 0; i < model->outbox_count; i++)
    model->outbox[i].since = model->uptime;
}

int outbox_waiting(const struct model *model)
{
  int count = 0;
  for (int i = 0; i < model->outbox_count; i++) {
    const struct message *message = &model->outbox[i].message;
    struct record record = about(model, message);
    count += model->person.id[0] && wish_kinds[message->kind]->told &&
             strcmp(record_resident_id(&record), model->person.id) == 0;
  }
  return count;
}

void outbox_touched(struct model *model, enum intent_kind kind, struct requests *out)
{
  if (model_screen(model) != SCREEN_DONE || model->done.seen)
    return;
  model->done.seen = true;
  model_changed(model);
}

void outbox_person_leaves(struct model *model, struct requests *out)
{
  const struct wish *done = &model->done;
  bool otherwise = done->progress == PROGRESS_REFUSED || done->progress == PROGRESS_NOT_SAVED;
  if (otherwise && !done->seen && navigation_here(model) == SCREEN_DONE)
    add_news(model, done);
  model->done = (struct wish){0};
}

static bool is_for_person(const struct model *model, const struct wish *news)
{
  return model->person.id[0] && strcmp(record_resident_id(&news->record), model->person.id) == 0;
}

const struct wish *outbox_news(const struct model *model)
{
  for (int i = 0; i < model->news_count; i++) {
    if (is_for_person(model, &model->news[i]))
      return &model->news[i];
  }
  return NULL;
}

static bool take_news(struct model *model)
{
  const struct wish *news = outbox_news(model);
  if (!news)
    return false;
  ptrdiff_t i = news - model->news;
  model->done = *news;
  model->news_count--;
  memmove(&model->news[i], &model->news[i + 1], (size_t)(model->news_count - i) * sizeof *model->news);
  return true;
}

static void show_news(struct model *model, const struct intent *intent, struct requests *out)
{
  if (take_news(model))
    navigation_open(model, SCREEN_DONE);
}

const struct intent_row outbox_intents[] = {
    {.kind = INTENT_RETRY, .act = retry},
    {.kind = INTENT_SHOW_NEWS, .act = show_news},
    {.kind = INTENT_NONE},
};
