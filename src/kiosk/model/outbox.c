// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/outbox.h"

#include "base/memory.h"
#include "base/text.h"
#include "kiosk/model/core/ask.h"
#include "kiosk/model/core/navigation.h"
#include "kiosk/model/help_call.h"
#include "kiosk/model/ordering/orders.h"

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

void outbox_saved(struct model *model, const struct message *message)
{
  struct outbox_message *item = find(model, message->id);
  if (!item)
    item = add(model, message); // from before the kiosk was started
  item->saved = true;
  model_changed(model);
  if (is_done(model, message->id))
    done_reached(model, PROGRESS_NOTED);
  help_call_reached(model, message->id, PROGRESS_NOTED);
}

static void add_news(struct model *model, const struct done *done)
{
  model->news = memory_resize(model->news, (size_t)(model->news_count + 1) * sizeof *model->news);
  model->news[model->news_count++] = *done;
  model_changed(model);
}

// The order that a message is about, as far as it is known; id empty: it is about none.
static struct order order_of_message(const struct model *model, const struct message *message)
{
  struct order_view view = {0};
  if (message->kind == MESSAGE_ORDER_PLACE || message->kind == MESSAGE_ORDER_CHANGE)
    return message->body.order;
  if (message->kind == MESSAGE_ORDER_CANCEL)
    orders_find(model, message->body.order_id, &view);
  return view.order;
}

void outbox_not_saved(struct model *model, const struct message *message)
{
  struct outbox_message *item = find(model, message->id);
  if (!item)
    return;
  take_out(model, item);
  struct done news = {.kind = message->kind, .progress = PROGRESS_NOT_SAVED};
  news.order = order_of_message(model, message);
  if (is_done(model, message->id))
    done_reached(model, PROGRESS_NOT_SAVED);
  else if (news.order.id[0])
    add_news(model, &news);
  help_call_reached(model, message->id, PROGRESS_NOT_SAVED);
}

// How the order stands after the answer to a message about it.
static struct order order_after(const struct model *model, const struct message *message, const struct answer *answer)
{
  if (answer->has_order)
    return answer->order;
  if (message->kind == MESSAGE_ORDER_PLACE) {
    struct order order = message->body.order;
    order.status = answer->accepted ? ORDER_ACCEPTED : ORDER_DECLINED;
    COPY_TEXT(order.reason, refusal_code(answer->reason));
    return order;
  }
  const char *id = message->kind == MESSAGE_ORDER_CANCEL ? message->body.order_id : message->body.order.id;
  struct order_view view = {0};
  orders_find(model, id, &view);
  if (answer->accepted && message->kind == MESSAGE_ORDER_CANCEL)
    view.order.status = ORDER_CANCELLED;
  return view.order;
}

static void order_answered(struct model *model, const struct message *message, const struct answer *answer)
{
  struct done news = {.kind = message->kind, .progress = PROGRESS_REFUSED, .reason = answer->reason};
  news.order = order_after(model, message, answer);
  if (news.order.id[0])
    orders_put(model, &news.order);
  bool watched = is_done(model, message->id);
  if (watched) {
    if (news.order.id[0])
      model->done.order = news.order;
    model->done.reason = answer->reason;
    done_reached(model, answer->accepted ? PROGRESS_ACCEPTED : PROGRESS_REFUSED);
  }
  if (!answer->accepted && !(watched && navigation_here(model) == SCREEN_DONE))
    add_news(model, &news);
}

void outbox_answered(struct model *model, const struct answer *answer)
{
  struct outbox_message *item = find(model, answer->id);
  if (!item)
    return; // a repeat
  struct message message = item->message;
  take_out(model, item);
  model_changed(model);
  if (message.kind == MESSAGE_HELP_RAISE || message.kind == MESSAGE_HELP_CANCEL)
    help_call_reached(model, answer->id, answer->accepted ? PROGRESS_ACCEPTED : PROGRESS_REFUSED);
  else
    order_answered(model, &message, answer);
}

static bool staff_took_it_back(const struct model *model, const struct order *order)
{
  struct order_view before;
  return order->status == ORDER_DECLINED && refusal_of(order->reason) == REFUSAL_BY_STAFF &&
         orders_find(model, order->id, &before) && before.order.status != ORDER_DECLINED;
}

void outbox_order(struct model *model, const struct order *order)
{
  struct done news = {.kind = MESSAGE_ORDER_PLACE, .order = *order, .progress = PROGRESS_REFUSED};
  news.reason = REFUSAL_BY_STAFF;
  if (staff_took_it_back(model, order))
    add_news(model, &news);
  orders_put(model, order);
  if (strcmp(model->done.order.id, order->id) == 0 && model->done.progress == PROGRESS_ACCEPTED)
    model->done.order = *order;
  model_changed(model);
}

void outbox_line(struct model *model, struct requests *out)
{
  model->done.since = model->uptime;
}

void outbox_touched(struct model *model, enum intent_kind kind, struct requests *out)
{
  if (model_screen(model) == SCREEN_DONE)
    model->done.seen = true;
}

void outbox_person_leaves(struct model *model, struct requests *out)
{
  const struct done *done = &model->done;
  bool otherwise = done->progress == PROGRESS_REFUSED || done->progress == PROGRESS_NOT_SAVED;
  if (otherwise && !done->seen && done->order.id[0] && navigation_here(model) == SCREEN_DONE)
    add_news(model, done);
  model->done = (struct done){0};
}

static bool is_for_person(const struct model *model, const struct done *news)
{
  return model->person.id[0] && strcmp(news->order.resident_id, model->person.id) == 0;
}

bool outbox_has_news(const struct model *model)
{
  for (int i = 0; i < model->news_count; i++) {
    if (is_for_person(model, &model->news[i]))
      return true;
  }
  return false;
}

void outbox_take_news(struct model *model)
{
  for (int i = 0; i < model->news_count; i++) {
    if (!is_for_person(model, &model->news[i]))
      continue;
    model->done = model->news[i];
    model->news_count--;
    memmove(&model->news[i], &model->news[i + 1], (size_t)(model->news_count - i) * sizeof *model->news);
    return;
  }
}
