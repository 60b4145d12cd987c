// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/csv_text.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

#define BOM "\xEF\xBB\xBF"

static bool begins(const char *bytes, size_t size, const char *with)
{
  return size >= strlen(with) && memcmp(bytes, with, strlen(with)) == 0;
}

static int lines_before(const char *bytes, size_t size)
{
  int line = 1;
  for (size_t i = 0; i < size; i++)
    line += bytes[i] == '\n';
  return line;
}

// Appends what can be read. Returns how many bytes were read.
static size_t convert(iconv_t converter, const char *bytes, size_t size, struct buffer *out)
{
  char copy[4096], text[16384];
  size_t done = 0;
  bool ok = true;
  while (ok && done < size) {
    size_t part = size - done < sizeof copy ? size - done : sizeof copy;
    memcpy(copy, bytes + done, part);
    char *from = copy, *to = text;
    size_t left = part, room = sizeof text;
    // A character cut at the end of the part is read with the next one.
    ok = iconv(converter, &from, &left, &to, &room) != (size_t)-1 || (errno == EINVAL && done + part < size);
    buffer_add(out, text, sizeof text - room);
    done += part - left;
  }
  return done;
}

static void from_gb18030(struct csv_table *table, const char *bytes, size_t size, struct buffer *out)
{
  iconv_t converter = iconv_open("UTF-8", "GB18030");
  size_t done = converter != (iconv_t)-1 ? convert(converter, bytes, size, out) : 0;
  if (converter != (iconv_t)-1)
    iconv_close(converter);
  if (done == size && text_is_utf8(out->bytes, out->size)) {
    table->encoding = "GB18030";
  } else {
    table->trouble = CSV_NOT_TEXT;
    table->trouble_line = lines_before(bytes, done);
  }
}

// CRLF and CR become LF, so that a line has one end.
static void plain_line_ends(struct buffer *text)
{
  size_t to = 0;
  for (size_t from = 0; from < text->size; from++) {
    bool is_return = text->bytes[from] == '\r';
    if (is_return && from + 1 < text->size && text->bytes[from + 1] == '\n')
      continue;
    text->bytes[to++] = is_return ? '\n' : text->bytes[from];
  }
  text->size = to;
  if (text->bytes)
    text->bytes[to] = '\0';
}

void csv_text(struct csv_table *table, const char *bytes, size_t size, struct buffer *out)
{
  table->encoding = "";
  if (begins(bytes, size, "\xFF\xFE") || begins(bytes, size, "\xFE\xFF")) {
    table->trouble = CSV_UTF16;
    table->trouble_line = 1;
  } else if (text_is_utf8(bytes, size)) {
    size_t skipped = begins(bytes, size, BOM) ? strlen(BOM) : 0;
    table->encoding = "UTF-8";
    buffer_add(out, bytes + skipped, size - skipped);
  } else {
    from_gb18030(table, bytes, size, out);
  }
  plain_line_ends(out);
}
