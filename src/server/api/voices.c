// SPDX-License-Identifier: GPL-3.0-or-later
// Recorded voices: who lends one, what is to be said, and the clips; a recording is worked on in the studio's thread.
#include "server/model/voices.h"

#include "base/memory.h"
#include "server/api/handlers.h"
#include "server/api/slow.h"
#include "server/model/script.h"
#include "server/sound/make_clip.h"

#include <stdlib.h>
#include <string.h>

static json_t *voice_with_coverage(const struct request *request, const struct voice *voice)
{
  struct script script;
  struct pack *pack = voice_pack(request->db, voice->id);
  json_t *json = voice_write(voice);
  script_of(request->api->scripts, request->db, voice->locale, &script);
  if (pack) {
    json_object_set_new(json, "clips", json_integer(pack->clip_count));
    json_object_set_new(json, "coverage", coverage_write(script_coverage(&script, pack)));
  }
  script_free(&script);
  pack_free(pack);
  return json;
}

void get_voices(struct request *request)
{
  int count;
  struct voice *voices = voices_load(request->db, &count);
  json_t *list = json_array();
  for (int i = 0; i < count; i++)
    json_array_append_new(list, voice_with_coverage(request, &voices[i]));
  free(voices);
  answer_list(request, "voices", list);
}

static enum outcome keep_voice(struct db *db, struct change *change, struct fault *fault)
{
  return voice_put(db, change->subject, &change->actor, change->now, fault);
}

void put_voice(struct request *request)
{
  struct fault fault;
  struct voice *voice = memory_new(sizeof *voice);
  bool ok = voice_read(request->body, voice, &fault);
  if (ok && strcmp(voice->id, request->parameters[0]) != 0)
    ok = fault_set(&fault, "voice.id: the id in the address is expected");
  if (ok) {
    change_submit(change_new(request, keep_voice, voice));
    return;
  }
  free(voice);
  answer_fault(&request->reply, 400, "wrong", fault.sentence);
}

static enum outcome withdraw(struct db *db, struct change *change, struct fault *fault)
{
  return voice_withdraw(db, change->subject, &change->actor, change->now, fault);
}

void delete_voice(struct request *request)
{
  change_submit(change_new(request, withdraw, memory_text(request->parameters[0])));
}

// NULL: it has been answered.
static struct pack *pack_of(struct request *request)
{
  struct fault fault;
  struct pack *pack = voice_pack(request->db, request->parameters[0]);
  if (db_fault_take(request->db, &fault)) {
    answer_fault(&request->reply, 503, "store", fault.sentence);
    pack_free(pack);
    return NULL;
  }
  if (!pack)
    answer_fault(&request->reply, 404, "not_found", "There is no such voice.");
  return pack;
}

void get_voice_pack(struct request *request)
{
  struct pack *pack = pack_of(request);
  if (!pack)
    return;
  answer_json(&request->reply, 200, pack_write(pack));
  pack_free(pack);
}

void get_voice_script(struct request *request)
{
  struct script script;
  struct pack *pack = pack_of(request);
  if (!pack)
    return;
  script_of(request->api->scripts, request->db, pack->locale, &script);
  answer_json(&request->reply, 200, script_write(&script, pack));
  script_free(&script);
  pack_free(pack);
}

// A recording, or the end of one, of a line of the script.
struct recorded {
  struct request request; // the body is not kept
  bool takes_away;        // the clip that is there
  enum outcome found;     // OUTCOMES: could not be read
  struct line line;
  struct buffer sound; // as it came
  enum verdict verdict;
  struct made_clip made;
  struct fault fault;
};

static void recorded_free(void *ctx)
{
  struct recorded *recorded = ctx;
  buffer_free(&recorded->sound);
  buffer_free(&recorded->made.opus);
  free(recorded);
}

static enum outcome keep_clip(struct db *db, struct change *change, struct fault *fault)
{
  struct recorded *recorded = change->subject;
  struct clip clip = {.gain_cb = recorded->made.gain_cb, .ms = recorded->made.ms};
  COPY_TEXT(clip.text, recorded->line.text);
  enum outcome outcome =
      clip_put(db, recorded->request.parameters[0], &clip, &recorded->made.opus, &change->actor, change->now, fault);
  if (outcome == OUTCOME_DONE)
    change_answer_json(change, json_pack("{s:s, s:i, s:i}", "hash", clip.hash, "gain_cb", clip.gain_cb, "ms", clip.ms));
  return outcome;
}

// The line that the address names.
static void read_line(struct db *db, void *ctx)
{
  struct recorded *recorded = ctx;
  const struct request *request = &recorded->request;
  struct script script = {0};
  struct pack *pack = voice_pack(db, request->parameters[0]);
  if (pack)
    script_of(request->api->scripts, db, pack->locale, &script);
  const struct line *line = pack ? script_line(&script, request->parameters[1]) : NULL;
  recorded->found = line ? OUTCOME_DONE : OUTCOME_NOT_FOUND;
  if (line)
    recorded->line = *line;
  else
    fault_set(&recorded->fault, pack ? "The script of this voice has no such line." : "There is no such voice.");
  if (db_fault_take(db, &recorded->fault))
    recorded->found = OUTCOMES;
  script_free(&script);
  pack_free(pack);
}

static void make(void *ctx)
{
  struct recorded *recorded = ctx;
  recorded->verdict =
      make_clip(recorded->sound.bytes, recorded->sound.size, recorded->line.most_ms, &recorded->made, &recorded->fault);
}

static void made(void *ctx)
{
  struct recorded *recorded = ctx;
  if (recorded->verdict != VERDICT_GOOD) {
    answer_fault(&recorded->request.reply, 422, verdict_code(recorded->verdict), recorded->fault.sentence);
    recorded_free(recorded);
    return;
  }
  struct change *change = change_new(&recorded->request, keep_clip, recorded);
  change->release = recorded_free;
  change_submit(change);
}

static enum outcome take_clip_away(struct db *db, struct change *change, struct fault *fault)
{
  const struct recorded *recorded = change->subject;
  return clip_remove(db, recorded->request.parameters[0], recorded->line.text, &change->actor, change->now, fault);
}

static void submit_removal(struct recorded *recorded)
{
  struct change *change = change_new(&recorded->request, take_clip_away, recorded);
  change->release = recorded_free;
  change_submit(change);
}

static void line_read(void *ctx)
{
  struct recorded *recorded = ctx;
  const struct reply *reply = &recorded->request.reply;
  if (recorded->found == OUTCOME_DONE && recorded->takes_away) {
    submit_removal(recorded);
    return;
  }
  if (recorded->found == OUTCOMES)
    answer_fault(reply, 503, "store", recorded->fault.sentence);
  else if (recorded->found != OUTCOME_DONE)
    answer_fault(reply, 404, "not_found", recorded->fault.sentence);
  else if (slow_submit(reply->api->studio, &(struct slow_job){.work = make, .done = made, .ctx = recorded}))
    return;
  else
    answer_fault(reply, 503, "busy", "The server is busy at the moment. Please try again.");
  recorded_free(recorded);
}

static void find_line(struct recorded *recorded)
{
  struct read_job job = {read_line, line_read, recorded};
  if (reader_submit(recorded->request.api->parts.large, &job))
    return;
  answer_fault(&recorded->request.reply, 503, "busy", "The server is busy at the moment. Please try again.");
  recorded_free(recorded);
}

void put_clip(struct request *request)
{
  size_t size;
  const char *bytes = http_request_body(request->http, &size);
  struct recorded *recorded = memory_new(sizeof *recorded);
  recorded->request = *request;
  buffer_add(&recorded->sound, bytes, size);
  find_line(recorded);
}

void delete_clip(struct request *request)
{
  struct recorded *recorded = memory_new(sizeof *recorded);
  recorded->request = *request;
  recorded->takes_away = true;
  find_line(recorded);
}
