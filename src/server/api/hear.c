// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence as a kiosk of this site would say it, for who looks after the readings.
#include "base/memory.h"
#include "server/api/handlers.h"
#include "server/api/slow.h"
#include "server/model/readings.h"
#include "server/sound/say.h"

#include <stdlib.h>
#include <string.h>

#define MOST_MS 8000 // on a busy machine; usually some tenths of a second

struct hearing {
  struct request request; // the body is not kept
  char text[TEXT_SIZE], locale[LOCALE_SIZE];
  struct reading tried;   // over those of the site; no word: none
  struct buffer readings; // as anban-say takes them
  struct buffer wav;
  bool is_read, said;
  struct fault fault;
};

static void hearing_free(struct hearing *hearing)
{
  buffer_free(&hearing->readings);
  buffer_free(&hearing->wav);
  free(hearing);
}

static bool read_wish(const json_t *body, struct hearing *out, struct fault *fault)
{
  struct json_at at = json_root("hear", body), text = json_member(&at, "text"), locale = json_member(&at, "locale"),
                 tried = json_member(&at, "reading");
  return json_get_name(&text, out->text, sizeof out->text, fault) &&
         json_get_name(&locale, out->locale, sizeof out->locale, fault) &&
         (!tried.value || reading_read_at(&tried, &out->tried, fault));
}

// Sorted by word, as kiosks have them.
static void write_readings(struct hearing *hearing, struct db *db)
{
  int count;
  struct reading *readings = readings_load(db, &count);
  bool is_in = !*hearing->tried.word;
  buffer_add_text(&hearing->readings, "");
  for (int i = 0; i <= count; i++) {
    int order = i < count ? strcmp(readings[i].word, hearing->tried.word) : 1;
    if (!is_in && order >= 0) {
      buffer_printf(&hearing->readings, "%s\t%s\n", hearing->tried.word, hearing->tried.pinyin);
      is_in = true;
    }
    if (i < count && (order != 0 || !*hearing->tried.word))
      buffer_printf(&hearing->readings, "%s\t%s\n", readings[i].word, readings[i].pinyin);
  }
  free(readings);
}

static void work(void *ctx)
{
  struct hearing *hearing = ctx;
  const struct api_settings *settings = &hearing->request.api->settings;
  struct say_program program = {settings->say, settings->voices, MOST_MS};
  struct say_wish wish = {hearing->text, hearing->locale, hearing->readings.bytes};
  hearing->said = say(&program, &wish, &hearing->wav, &hearing->fault);
}

static void done(void *ctx)
{
  struct hearing *hearing = ctx;
  if (hearing->said)
    answer_bytes(&hearing->request.reply, "audio/wav", hearing->wav.bytes, hearing->wav.size);
  else
    answer_fault(&hearing->request.reply, 503, "voice", hearing->fault.sentence);
  hearing_free(hearing);
}

static void read_readings(struct db *db, void *ctx)
{
  struct hearing *hearing = ctx;
  write_readings(hearing, db);
  hearing->is_read = !db_fault_take(db, &hearing->fault);
}

static void readings_read(void *ctx)
{
  struct hearing *hearing = ctx;
  const struct reply *reply = &hearing->request.reply;
  if (!hearing->is_read)
    answer_fault(reply, 503, "store", hearing->fault.sentence);
  else if (slow_submit(reply->api->studio, &(struct slow_job){.work = work, .done = done, .ctx = hearing}))
    return;
  else
    answer_fault(reply, 503, "busy", "The server is busy at the moment. Please try again.");
  hearing_free(hearing);
}

void post_hear(struct request *request)
{
  struct fault fault;
  struct hearing *hearing = memory_new(sizeof *hearing);
  hearing->request = *request;
  if (!read_wish(request->body, hearing, &fault))
    answer_fault(&request->reply, 400, "wrong", fault.sentence);
  else if (reader_submit(request->api->parts.large, &(struct read_job){read_readings, readings_read, hearing}))
    return;
  else
    answer_fault(&request->reply, 503, "busy", "The server is busy at the moment. Please try again.");
  hearing_free(hearing);
}
