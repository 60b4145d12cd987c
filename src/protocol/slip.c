// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/slip.h"

#include "protocol/slip_digits.h"
#include "protocol/slip_shape.h"

#include <stdio.h>
#include <string.h>

#define VERSION 1
#define LEAST_BYTES (34 + SIGNATURE_BYTES) // what stands before that which is of each kind, and behind it
#define CONTEXT "anban-slip-1\n"           // of what is signed

_Static_assert(SLIP_TEXT_SIZE > sizeof SLIP_PREFIX - 1 + SLIP_DIGITS_OF(MOST_SLIP_BYTES), "room for the longest slip");

static const struct slip_shape *shape_of(enum message_kind kind)
{
  return (int)kind < slip_shape_count ? slip_shapes[kind] : NULL;
}

bool slip_carries(enum message_kind kind)
{
  return shape_of(kind);
}

static void key_id(const char *public_key, unsigned char out[SLIP_KEY_BYTES])
{
  char hash[HASH_SIZE];
  secret_hash(public_key, strlen(public_key), hash);
  for (int i = 0; i < SLIP_KEY_BYTES; i++) {
    unsigned byte = 0;
    sscanf(hash + (size_t)i * 2, "%2x", &byte);
    out[i] = (unsigned char)byte;
  }
}

static void put_record(struct slip_writer *out, const struct message *message, int number, const unsigned char *key)
{
  const struct slip_shape *shape = shape_of(message->kind);
  slip_put_number(out, VERSION, 1);
  slip_put_number(out, (uint64_t)shape->code, 1);
  slip_put(out, key, SLIP_KEY_BYTES);
  slip_put_number(out, (uint64_t)number, 2);
  slip_put_uuid(out, message->id);
  slip_put_number(out, (uint64_t)message->made_at, 6);
  shape->write(out, message);
}

bool slip_write(const struct message *message, int number, const struct device_key *key, char text[SLIP_TEXT_SIZE])
{
  unsigned char bytes[MOST_SLIP_BYTES], id[SLIP_KEY_BYTES], signature[SIGNATURE_BYTES];
  struct slip_writer out = {.bytes = bytes, .room = sizeof bytes};
  if (!slip_carries(message->kind))
    return false;
  key_id(key->public_key, id);
  put_record(&out, message, number, id);
  device_key_sign_bytes(key, CONTEXT, bytes, out.size, signature);
  slip_put(&out, signature, sizeof signature);
  memcpy(text, SLIP_PREFIX, sizeof SLIP_PREFIX);
  slip_digits_write(bytes, out.broken ? 0 : out.size, text + sizeof SLIP_PREFIX - 1);
  return !out.broken;
}

static bool kind_of_code(int code, enum message_kind *kind)
{
  for (int i = 0; i < slip_shape_count; i++)
    if (slip_shapes[i] && slip_shapes[i]->code == code) {
      *kind = (enum message_kind)i;
      return true;
    }
  return false;
}

static enum slip_reading take_record(struct slip_reader *in, struct slip *out)
{
  uint64_t version = slip_take_number(in, 1);
  int code = (int)slip_take_number(in, 1);
  enum message_kind kind = MESSAGE_KINDS;
  if (in->size < LEAST_BYTES)
    return SLIP_TORN;
  if (version != VERSION || !kind_of_code(code, &kind))
    return SLIP_NEWER;
  out->message = message_blank(kind);
  slip_take(in, out->key, sizeof out->key);
  out->number = (int)slip_take_number(in, 2);
  slip_take_uuid(in, out->message.id);
  out->message.made_at = (anban_ms)slip_take_number(in, 6);
  shape_of(kind)->read(in, &out->message);
  return in->broken || in->size - in->at != SIGNATURE_BYTES ? SLIP_TORN : SLIP_READ;
}

enum slip_reading slip_read(const char *text, struct slip *out)
{
  *out = (struct slip){0};
  if (strncmp(text, SLIP_PREFIX, sizeof SLIP_PREFIX - 1) != 0)
    return SLIP_FOREIGN;
  if (!slip_digits_read(text + sizeof SLIP_PREFIX - 1, out->record, sizeof out->record, &out->size))
    return SLIP_TORN;
  struct slip_reader in = {.bytes = out->record, .size = out->size};
  return take_record(&in, out);
}

bool slip_is_of_key(const struct slip *slip, const char *public_key)
{
  unsigned char id[SLIP_KEY_BYTES];
  key_id(public_key, id);
  return memcmp(slip->key, id, sizeof id) == 0;
}

bool slip_is_signed_by(const struct slip *slip, const char *public_key)
{
  size_t size = slip->size - SIGNATURE_BYTES;
  return device_signed_bytes(public_key, CONTEXT, slip->record, size, slip->record + size);
}

bool slip_reduce(const struct message *message, struct message *out)
{
  const struct slip_shape *shape = shape_of(message->kind);
  unsigned char bytes[MOST_SLIP_BYTES];
  struct slip_writer to = {.bytes = bytes, .room = sizeof bytes};
  if (!shape)
    return false;
  shape->write(&to, message);
  struct slip_reader from = {.bytes = bytes, .size = to.size};
  *out = message_blank(message->kind);
  memcpy(out->id, message->id, sizeof out->id);
  out->made_at = message->made_at;
  shape->read(&from, out);
  return !to.broken && !from.broken;
}
