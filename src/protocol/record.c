// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/record.h"

#include <string.h>

const char *record_code(enum record_kind kind)
{
  return record_shapes[kind]->code;
}

enum record_kind record_kind_of(const char *code)
{
  for (int i = RECORD_NONE + 1; i < record_shape_count; i++) {
    if (strcmp(record_shapes[i]->code, code) == 0)
      return (enum record_kind)i;
  }
  return RECORD_NONE;
}

bool record_read_at(const struct json_at *at, enum record_kind kind, struct record *out, struct fault *fault)
{
  *out = (struct record){.kind = kind};
  return record_shapes[kind]->read(at, out, fault);
}

bool record_read(const json_t *json, enum record_kind kind, struct record *out, struct fault *fault)
{
  struct json_at at = json_root(record_code(kind), json);
  return record_read_at(&at, kind, out, fault);
}

json_t *record_write(const struct record *record)
{
  return record_shapes[record->kind]->write(record);
}

const char *record_id(const struct record *record)
{
  return record->kind == RECORD_NONE ? "" : record_shapes[record->kind]->id(record);
}

const char *record_resident_id(const struct record *record)
{
  return record->kind == RECORD_NONE ? "" : record_shapes[record->kind]->resident_id(record);
}

const char *record_kiosk_id(const struct record *record)
{
  const struct record_shape *shape = record_shapes[record->kind];
  return shape && shape->kiosk_id ? shape->kiosk_id(record) : "";
}

bool record_is(const struct record *left, const struct record *right)
{
  return left->kind == right->kind && strcmp(record_id(left), record_id(right)) == 0;
}
