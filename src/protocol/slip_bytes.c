// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/slip_bytes.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

void slip_put(struct slip_writer *out, const void *bytes, size_t size)
{
  if (size > out->room - out->size) {
    out->broken = true;
    return;
  }
  memcpy(out->bytes + out->size, bytes, size);
  out->size += size;
}

void slip_put_number(struct slip_writer *out, uint64_t number, int bytes)
{
  unsigned char parts[8];
  for (int i = 0; i < bytes; i++)
    parts[i] = (unsigned char)(number >> (8 * (bytes - 1 - i)));
  slip_put(out, parts, (size_t)bytes);
}

static unsigned digit_of(char c)
{
  return (unsigned)(c <= '9' ? c - '0' : c - 'a' + 10) & 15U;
}

void slip_put_uuid(struct slip_writer *out, const char *uuid)
{
  unsigned char bytes[16];
  int digits = 0;
  out->broken = out->broken || !uuid_is(uuid);
  for (const char *at = uuid; *at && digits < 32; at++) {
    if (*at == '-')
      continue;
    unsigned high = digits % 2 ? (unsigned)bytes[digits / 2] << 4 : 0;
    bytes[digits / 2] = (unsigned char)(high | digit_of(*at));
    digits++;
  }
  slip_put(out, bytes, out->broken ? 0 : sizeof bytes);
}

void slip_put_text(struct slip_writer *out, const char *text)
{
  size_t size = strlen(text);
  out->broken = out->broken || size > UINT8_MAX;
  slip_put_number(out, size, 1);
  slip_put(out, text, size);
}

void slip_take(struct slip_reader *in, void *bytes, size_t size)
{
  memset(bytes, 0, size);
  in->broken = in->broken || size > in->size - in->at;
  if (in->broken)
    return;
  memcpy(bytes, in->bytes + in->at, size);
  in->at += size;
}

uint64_t slip_take_number(struct slip_reader *in, int bytes)
{
  unsigned char parts[8];
  uint64_t number = 0;
  slip_take(in, parts, (size_t)bytes);
  for (int i = 0; i < bytes; i++)
    number = number << 8 | parts[i];
  return number;
}

int slip_take_below(struct slip_reader *in, int limit)
{
  int number = (int)slip_take_number(in, 1);
  in->broken = in->broken || number >= limit;
  return in->broken ? 0 : number;
}

void slip_take_uuid(struct slip_reader *in, char out[UUID_SIZE])
{
  unsigned char b[16];
  slip_take(in, b, sizeof b);
  snprintf(out, UUID_SIZE, "%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", b[0], b[1], b[2],
           b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]);
}

void slip_take_text(struct slip_reader *in, char *out, size_t size)
{
  char bytes[UINT8_MAX + 1] = "";
  size_t length = (size_t)slip_take_number(in, 1);
  slip_take(in, bytes, length);
  in->broken = in->broken || length >= size || !text_is_utf8(bytes, length);
  text_copy(out, size, in->broken ? "" : bytes);
}
