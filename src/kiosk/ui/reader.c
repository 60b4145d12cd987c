// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/reader.h"

void reader_digit(struct reader *reader, char digit, anban_ms at)
{
  if (at - reader->last > READER_PAUSE_MS)
    reader->count = 0;
  reader->last = at;
  if (reader->count < READER_DIGITS) {
    reader->digits[reader->count] = digit;
    reader->digits[reader->count + 1] = '\0';
  }
  if (reader->count <= READER_DIGITS)
    reader->count++;
}

bool reader_enter(struct reader *reader, anban_ms at)
{
  bool card = reader->count >= READER_LEAST && reader->count <= READER_DIGITS && at - reader->last <= READER_PAUSE_MS;
  reader->count = 0;
  return card;
}
