// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"

#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// The length of the longest whole-character head of `text` that fits `limit` bytes.
static size_t whole_characters(const char *text, size_t limit)
{
  while (limit > 0 && ((unsigned char)text[limit] & 0xC0) == 0x80)
    limit--;
  return limit;
}

bool text_copy(char *to, size_t size, const char *from)
{
  size_t length = strlen(from);
  bool fits = length < size;
  if (!fits)
    length = whole_characters(from, size - 1);
  memcpy(to, from, length);
  to[length] = '\0';
  return fits;
}

bool text_format(char *to, size_t size, const char *format, ...)
{
  char *whole = NULL;
  va_list args;
  va_start(args, format);
  int length = vasprintf(&whole, format, args);
  va_end(args);
  if (length < 0)
    memory_exhausted();
  bool fits = text_copy(to, size, whole);
  free(whole);
  return fits;
}

// Decodes one character of at most `size` bytes; returns its length, 0 when it is malformed.
static size_t decode(const unsigned char *at, size_t size, unsigned *character)
{
  static const unsigned least[] = {0, 0, 0x80, 0x800, 0x10000};
  size_t length = at[0] < 0x80 ? 1 : at[0] < 0xC2 ? 0 : at[0] < 0xE0 ? 2 : at[0] < 0xF0 ? 3 : at[0] < 0xF5 ? 4 : 0;
  if (length == 0 || length > size)
    return 0;
  unsigned value = length == 1 ? at[0] : at[0] & (0xFFu >> (length + 1));
  for (size_t i = 1; i < length; i++) {
    if ((at[i] & 0xC0) != 0x80)
      return 0;
    value = value << 6 | (at[i] & 0x3F);
  }
  if (value < least[length] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
    return 0;
  *character = value;
  return length;
}

bool text_is_utf8(const char *bytes, size_t size)
{
  const unsigned char *at = (const unsigned char *)bytes;
  while (size > 0) {
    unsigned character = 0;
    size_t length = decode(at, size, &character);
    if (length == 0 || character == 0)
      return false;
    at += length;
    size -= length;
  }
  return true;
}

unsigned text_next(const char **at)
{
  if (!**at)
    return 0;
  unsigned character = 0;
  size_t length = decode((const unsigned char *)*at, strnlen(*at, 4), &character);
  *at += length ? length : 1;
  return length ? character : 0xFFFD;
}

// What copying from a web page or a spreadsheet brings along, and what makes one name two.
static bool is_unseen(unsigned c)
{
  return c == 0xAD || c == 0x61C || c == 0x180E || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

static bool is_like_a_space(unsigned c)
{
  return c == ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F;
}

void text_tidy(char *text)
{
  const char *from = text;
  char *to = text, *end = text; // `end`: after the last thing that is no space
  while (*from) {
    const char *begin = from;
    unsigned character = text_next(&from);
    bool is_space = is_like_a_space(character);
    size_t size = is_space ? 1 : (size_t)(from - begin);
    if (is_unseen(character) || (is_space && to == text))
      continue;
    memmove(to, is_space ? " " : begin, size);
    to += size;
    end = is_space ? end : to;
  }
  *end = '\0';
}

size_t text_characters(const char *text)
{
  size_t count = 0;
  while (text_next(&text))
    count++;
  return count;
}

static void make_room(struct buffer *buffer, size_t more)
{
  size_t need = buffer->size + more + 1;
  if (need <= buffer->room)
    return;
  size_t room = buffer->room ? buffer->room : 64;
  while (room < need)
    room *= 2;
  buffer->bytes = memory_resize(buffer->bytes, room);
  buffer->room = room;
}

void buffer_add(struct buffer *buffer, const void *bytes, size_t size)
{
  make_room(buffer, size);
  if (size > 0)
    memcpy(buffer->bytes + buffer->size, bytes, size);
  buffer->size += size;
  buffer->bytes[buffer->size] = '\0';
}

void buffer_add_text(struct buffer *buffer, const char *text)
{
  buffer_add(buffer, text, strlen(text));
}

void buffer_printf(struct buffer *buffer, const char *format, ...)
{
  char *text = NULL;
  va_list args;
  va_start(args, format);
  int length = vasprintf(&text, format, args);
  va_end(args);
  if (length < 0)
    memory_exhausted();
  buffer_add(buffer, text, (size_t)length);
  free(text);
}

void buffer_free(struct buffer *buffer)
{
  free(buffer->bytes);
  *buffer = (struct buffer){0};
}
