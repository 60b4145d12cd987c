// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/message.h"

#include <string.h>

static const char *kind_code_at(int kind)
{
  static const char *const codes[MESSAGE_KINDS] = {
      [MESSAGE_ORDER_PLACE] = "order.place",   [MESSAGE_ORDER_CHANGE] = "order.change",
      [MESSAGE_ORDER_CANCEL] = "order.cancel", [MESSAGE_HELP_RAISE] = "help.raise",
      [MESSAGE_HELP_CANCEL] = "help.cancel",   [MESSAGE_ANSWER_HOURS] = "answer_hours.set",
  };
  return codes[kind];
}

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
  };
  return codes[refusal];
}

const char *message_kind_code(enum message_kind kind)
{
  return kind_code_at((int)kind);
}

const char *refusal_code(enum refusal refusal)
{
  return refusal_code_at((int)refusal);
}

enum message_kind message_kind_of(const char *code)
{
  int i = 0;
  while (i < MESSAGE_KINDS && strcmp(kind_code_at(i), code) != 0)
    i++;
  return (enum message_kind)i;
}

enum refusal refusal_of(const char *code)
{
  int i = 0;
  while (i < REFUSALS && strcmp(refusal_code_at(i), code) != 0)
    i++;
  return (enum refusal)i;
}

static bool help_body_read(const struct json_at *at, struct message *out, struct fault *fault)
{
  struct json_at help = json_member(at, "help_id");
  struct json_at resident = json_member(at, "resident_id");
  if (!json_get_object(at, fault) || !json_get_uuid(&help, out->body.help.id, fault))
    return false;
  const char *resident_id = json_string_value(resident.value);
  if (out->kind == MESSAGE_HELP_CANCEL || (resident_id && !*resident_id))
    return true;
  return json_get_uuid(&resident, out->body.help.resident_id, fault);
}

static bool hours_body_read(const struct json_at *at, struct message *out, struct fault *fault)
{
  struct json_at resident = json_member(at, "resident_id");
  struct json_at from = json_member(at, "from");
  struct json_at to = json_member(at, "to");
  return json_get_object(at, fault) && json_get_uuid(&resident, out->body.hours.resident_id, fault) &&
         answer_hours_read(&from, &to, &out->body.hours.from, &out->body.hours.to, fault);
}

static bool body_read(const struct json_at *at, struct message *out, struct fault *fault)
{
  switch (out->kind) {
  case MESSAGE_ORDER_PLACE:
  case MESSAGE_ORDER_CHANGE:
    return order_read_at(at, &out->body.order, fault);
  case MESSAGE_ORDER_CANCEL: {
    struct json_at order = json_member(at, "order_id");
    return json_get_object(at, fault) && json_get_uuid(&order, out->body.order_id, fault);
  }
  case MESSAGE_ANSWER_HOURS:
    return hours_body_read(at, out, fault);
  default:
    return help_body_read(at, out, fault);
  }
}

bool message_read(const json_t *json, struct message *out, struct fault *fault)
{
  *out = (struct message){0};
  struct json_at at = json_root("message", json);
  struct json_at id = json_member(&at, "id");
  struct json_at kind = json_member(&at, "kind");
  struct json_at made = json_member(&at, "made_at");
  struct json_at body = json_member(&at, "body");
  int kind_index = 0;
  int64_t made_at = 0;
  if (!json_get_object(&at, fault) || !json_get_uuid(&id, out->id, fault) ||
      !json_get_code(&kind, kind_code_at, MESSAGE_KINDS, &kind_index, fault) ||
      !json_get_integer(&made, 0, INT64_MAX, &made_at, fault))
    return false;
  out->kind = (enum message_kind)kind_index;
  out->made_at = made_at;
  return body_read(&body, out, fault);
}

static json_t *body_write(const struct message *message)
{
  switch (message->kind) {
  case MESSAGE_ORDER_PLACE:
  case MESSAGE_ORDER_CHANGE:
    return order_write(&message->body.order);
  case MESSAGE_ORDER_CANCEL:
    return json_pack("{s:s}", "order_id", message->body.order_id);
  case MESSAGE_ANSWER_HOURS:
    return json_pack("{s:s, s:i, s:i}", "resident_id", message->body.hours.resident_id, "from",
                     message->body.hours.from, "to", message->body.hours.to);
  case MESSAGE_HELP_RAISE:
    return json_pack("{s:s, s:s}", "help_id", message->body.help.id, "resident_id", message->body.help.resident_id);
  default:
    return json_pack("{s:s}", "help_id", message->body.help.id);
  }
}

json_t *message_write(const struct message *message)
{
  return json_pack("{s:s, s:s, s:I, s:o}", "id", message->id, "kind", message_kind_code(message->kind), "made_at",
                   (json_int_t)message->made_at, "body", body_write(message));
}

static bool reason_read(const struct json_at *at, enum refusal *out, struct fault *fault)
{
  char code[KIND_SIZE];
  if (!json_get_text(at, code, sizeof code, fault))
    return false;
  enum refusal reason = refusal_of(code);
  *out = reason == REFUSALS ? REFUSAL_NONE : reason;
  return true;
}

bool answer_read(const json_t *json, struct answer *out, struct fault *fault)
{
  *out = (struct answer){0};
  struct json_at at = json_root("answer", json);
  struct json_at id = json_member(&at, "id");
  struct json_at accepted = json_member(&at, "accepted");
  struct json_at reason = json_member(&at, "reason");
  struct json_at order = json_member(&at, "order");
  bool ok = json_get_object(&at, fault) && json_get_uuid(&id, out->id, fault) &&
            json_get_flag(&accepted, &out->accepted, fault) && reason_read(&reason, &out->reason, fault);
  out->has_order = order.value != NULL;
  return ok && (!out->has_order || order_read_at(&order, &out->order, fault));
}

json_t *answer_write(const struct answer *answer)
{
  json_t *json = json_pack("{s:s, s:b, s:s}", "id", answer->id, "accepted", answer->accepted, "reason",
                           refusal_code(answer->reason));
  if (answer->has_order)
    json_object_set_new(json, "order", order_write(&answer->order));
  return json;
}
