// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/reader.h"

static void begin_after_rest(struct reader *reader, anban_ms at)
{
  if (reader->count == 0 || at - reader->last > READER_REST_MS)
    *reader = (struct reader){.last = at};
}

static void note_pace(struct reader *reader, anban_ms at)
{
  if (reader->count > 0 && at - reader->last > READER_PAUSE_MS)
    reader->spoiled = true;
  else
    reader->quick++;
  reader->last = at;
}

void reader_key(struct reader *reader, char character, anban_ms at)
{
  begin_after_rest(reader, at);
  note_pace(reader, at);
  if (!character || reader->count >= READER_MOST) {
    reader->spoiled = true;
  } else {
    reader->text[reader->count] = character;
    reader->text[reader->count + 1] = '\0';
  }
  if (reader->count <= READER_MOST)
    reader->count++;
}

bool reader_is_typing(const struct reader *reader, anban_ms at)
{
  return reader->count > 0 && at - reader->last <= READER_PAUSE_MS;
}

enum reader_end reader_ended(struct reader *reader, anban_ms at)
{
  begin_after_rest(reader, at);
  note_pace(reader, at);
  bool typed = reader->quick > READER_LEAST; // the end counts too
  bool card = reader->count >= READER_LEAST && !reader->spoiled;
  reader->count = reader->quick = 0;
  return !typed ? READER_NOTHING : card ? READER_CARD : READER_BROKEN;
}
