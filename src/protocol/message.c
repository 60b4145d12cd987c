// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/message.h"

#include "protocol/message_shape.h"

#include <string.h>

static const char *kind_code_at(int kind)
{
  return message_shapes[kind]->code;
}

const char *message_kind_code(enum message_kind kind)
{
  return kind_code_at((int)kind);
}

bool message_kind_is_known(const char *code)
{
  int i = 0;
  while (i < message_shape_count && strcmp(kind_code_at(i), code) != 0)
    i++;
  return i < message_shape_count;
}

bool message_is_urgent(enum message_kind kind)
{
  return message_shapes[kind]->urgent;
}

struct message message_blank(enum message_kind kind)
{
  return (struct message){.kind = kind, .body.kind = message_shapes[kind]->record};
}

static bool body_read(const struct json_at *at, struct message *out, struct fault *fault)
{
  const struct message_shape *shape = message_shapes[out->kind];
  return shape->read ? shape->read(at, &out->body, fault) : record_read_at(at, shape->record, &out->body, fault);
}

bool message_read(const json_t *json, struct message *out, struct fault *fault)
{
  struct json_at at = json_root("message", json);
  struct json_at id = json_member(&at, "id");
  struct json_at kind = json_member(&at, "kind");
  struct json_at made = json_member(&at, "made_at");
  struct json_at body = json_member(&at, "body");
  int kind_index = 0;
  *out = (struct message){0};
  if (!json_get_object(&at, fault) || !json_get_uuid(&id, out->id, fault) ||
      !json_get_code(&kind, kind_code_at, message_shape_count, &kind_index, fault) ||
      !json_get_integer(&made, 0, INT64_MAX, &out->made_at, fault))
    return false;
  out->kind = (enum message_kind)kind_index;
  out->body.kind = message_shapes[out->kind]->record;
  return body_read(&body, out, fault);
}

static json_t *body_write(const struct message *message)
{
  const struct message_shape *shape = message_shapes[message->kind];
  return shape->write ? shape->write(&message->body) : record_write(&message->body);
}

json_t *message_write(const struct message *message)
{
  return json_pack("{s:s, s:s, s:I, s:o}", "id", message->id, "kind", message_kind_code(message->kind), "made_at",
                   (json_int_t)message->made_at, "body", body_write(message));
}
