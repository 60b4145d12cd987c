// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/app/persistence.h"

#include "base/log.h"
#include "kiosk/app/loop.h"
#include "kiosk/app/slips.h"
#include "kiosk/model/wish_kinds.h"

#include <stdlib.h>
#include <string.h>

// A store that fails at runtime goes on being asked: a disk can be emptied.
static bool note(struct app *app, bool ok, const struct fault *fault)
{
  loop_note(app, PROBLEM_STORE, ok ? "" : fault->sentence);
  return ok;
}

static enum page_theme theme_of(const char *name)
{
  return strcmp(name, "black-white") == 0    ? THEME_BLACK_WHITE
         : strcmp(name, "black-yellow") == 0 ? THEME_BLACK_YELLOW
                                             : THEME_LIGHT;
}

static struct kept_settings settings_of(const struct options *options)
{
  struct kept_settings settings = {.voice = {options->volume, options->rate},
                                   .theme = (int)theme_of(options->theme),
                                   .text_percent = options->text_percent};
  COPY_TEXT(settings.locale, options->locale);
  return settings;
}

static bool read_settings(const json_t *json, struct kept_settings *out, struct fault *fault)
{
  struct json_at root = json_root("settings", json);
  struct json_at volume = json_member(&root, "volume"), rate = json_member(&root, "rate"),
                 theme = json_member(&root, "theme"), text = json_member(&root, "text_percent"),
                 locale = json_member(&root, "locale");
  return json_get_int(&volume, 0, 100, &out->voice.volume_percent, fault) &&
         json_get_int(&rate, 80, 450, &out->voice.rate_wpm, fault) &&
         json_get_int(&theme, 0, THEMES - 1, &out->theme, fault) &&
         json_get_int(&text, 0, 200, &out->text_percent, fault) &&
         json_get_text(&locale, out->locale, sizeof out->locale, fault);
}

struct kept_settings persistence_read_settings(struct app *app)
{
  struct kept_settings usual = settings_of(app->options), kept = {0};
  struct buffer text = {0};
  struct fault fault;
  if (!store_get_settings(&app->store, &text, &fault) || text.size == 0) {
    buffer_free(&text);
    return usual;
  }
  json_t *json = json_parse(text.bytes, text.size, &fault);
  bool ok = json && read_settings(json, &kept, &fault);
  if (!ok)
    log_warning("kiosk", "the kept settings are left aside: %s", fault.sentence);
  json_decref(json);
  buffer_free(&text);
  return ok ? kept : usual;
}

void persistence_write_settings(struct app *app, const struct kept_settings *settings)
{
  struct fault fault;
  json_t *json =
      json_pack("{si si si si ss}", "volume", settings->voice.volume_percent, "rate", settings->voice.rate_wpm, "theme",
                settings->theme, "text_percent", settings->text_percent, "locale", settings->locale);
  char *text = json_print(json);
  note(app, store_put_settings(&app->store, text, &fault), &fault);
  free(text);
  json_decref(json);
}

// Left by a newer kiosk: what it asks for is not known here, but it may still go where it is.
static bool is_newer(const json_t *json)
{
  const char *kind = json_string_value(json_object_get(json, "kind"));
  return kind && !message_kind_is_known(kind);
}

static void restore_message(void *ctx, const char *id, const char *text)
{
  struct app *app = ctx;
  struct report report = {.kind = REPORT_SAVED, .at = clock_wall()};
  struct fault fault;
  json_t *json = json_parse(text, strlen(text), &fault);
  if (json && message_read(json, &report.is.message, &fault)) {
    loop_report(app, &report);
    loop_post(app, &report.is.message, text);
  } else if (json && is_newer(json) && *app->options->server) {
    link_deliver(&app->link, id, text, false);
  } else {
    log_error("kiosk", "the waiting message %s can't be read and stays on the disk: %s", id, fault.sentence);
  }
  json_decref(json);
}

static void restore_messages(struct app *app)
{
  struct fault fault;
  if (app->store.db)
    note(app, store_each_message(&app->store, restore_message, app, &fault), &fault);
}

// What was in the way at the start may be gone: somebody has made room, another kiosk has ended.
static void open_again(struct app *app)
{
  struct fault fault;
  if (store_open(&app->store, app->options->data, clock_wall(), &fault) != STORE_CLOSED)
    restore_messages(app);
}

bool persistence_message(struct app *app, const struct message *message, const char *json, struct fault *fault)
{
  if (!app->store.db)
    open_again(app);
  return note(app, store_add_message(&app->store, message->id, json, fault), fault);
}

// False: it is to be kept, and could not be.
static bool keep_record(struct app *app, const struct record *record)
{
  struct fault fault;
  if (record->kind == RECORD_NONE || !record_areas[record->kind]->kept)
    return true;
  json_t *json = record_write(record);
  char *text = json_print(json);
  struct store_record row = {.kind = record_code(record->kind),
                             .id = record_id(record),
                             .text = text,
                             .until_snapshot = record_shapes[record->kind]->in_snapshot};
  bool kept = note(app, store_put_record(&app->store, &row, &fault), &fault);
  free(text);
  json_decref(json);
  return kept;
}

// The record is kept before the message is forgotten: cut off in between, or when the disk does not take it, the
// message is sent once more after a start, to the same answer and no other effect.
static void keep_answer(struct app *app, const struct letter *letter)
{
  const struct answer *answer = &letter->report.is.answer;
  struct fault fault;
  if (!keep_record(app, &answer->record))
    return;
  bool ok = letter->text ? store_refuse_message(&app->store, answer->id, letter->text, &fault)
                         : store_remove_message(&app->store, answer->id, &fault);
  note(app, ok, &fault);
}

// The snapshot took the place of the records that it holds; the kiosk's own calls for help go on as records, so that
// what is heard of them later is what is known after a start.
static void keep_snapshot(struct app *app, const struct letter *letter)
{
  const struct snapshot *snapshot = letter->report.is.snapshot;
  struct fault fault;
  note(app, store_put_snapshot(&app->store, letter->text, &fault), &fault);
  for (int i = 0; i < snapshot->help_count; i++)
    keep_record(app, &(struct record){.kind = RECORD_HELP, .is.help = snapshot->help[i]});
}

void persistence_letter(struct app *app, const struct letter *letter)
{
  enum report_kind kind = letter->report.kind;
  if (kind == REPORT_SNAPSHOT)
    keep_snapshot(app, letter);
  else if (kind == REPORT_RECORD)
    keep_record(app, &letter->report.is.standing);
  else if (kind == REPORT_ANSWER)
    keep_answer(app, letter);
}

static void restore_snapshot(struct app *app)
{
  struct buffer text = {0};
  struct fault fault = {0};
  struct report report = {.kind = REPORT_SNAPSHOT, .at = clock_wall()};
  if (store_get_snapshot(&app->store, &text, &fault) && text.size > 0) {
    json_t *json = json_parse(text.bytes, text.size, &fault);
    report.is.snapshot = json ? snapshot_read(json, &fault) : NULL;
    json_decref(json);
    if (report.is.snapshot)
      report.is.snapshot->help_count = 0; // the records beside it are newer
    if (report.is.snapshot)
      loop_report(app, &report);
    else
      log_warning("kiosk", "the kept snapshot is left aside: %s", fault.sentence);
  }
  buffer_free(&text);
}

struct restoring {
  struct app *app;
  enum record_kind kind;
};

static void restore_record(void *ctx, const char *id, const char *text)
{
  const struct restoring *restoring = ctx;
  struct report report = {.kind = REPORT_RECORD, .at = clock_wall()};
  struct fault fault;
  json_t *json = json_parse(text, strlen(text), &fault);
  if (json && record_read(json, restoring->kind, &report.is.standing, &fault))
    loop_report(restoring->app, &report);
  else
    log_warning("kiosk", "the kept %s %s is left aside: %s", record_code(restoring->kind), id, fault.sentence);
  json_decref(json);
}

static void restore_records(struct app *app)
{
  for (int kind = RECORD_NONE + 1; app->store.db && kind < record_shape_count; kind++) {
    struct restoring restoring = {app, (enum record_kind)kind};
    struct fault fault;
    const char *code = record_code(restoring.kind);
    note(app, store_each_record(&app->store, code, restore_record, &restoring, &fault), &fault);
  }
}

void persistence_restore(struct app *app)
{
  restore_snapshot(app);
  restore_records(app);
  restore_messages(app);
  slips_restore(app);
}
