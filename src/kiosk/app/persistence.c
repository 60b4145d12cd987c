// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/app/persistence.h"

#include "base/log.h"
#include "kiosk/app/loop.h"

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
  return kind && message_kind_of(kind) == MESSAGE_KINDS;
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

static void keep_order(struct app *app, const struct order *order)
{
  struct fault fault;
  json_t *json = order_write(order);
  char *text = json_print(json);
  note(app, store_put_order(&app->store, order->id, text, &fault), &fault);
  free(text);
  json_decref(json);
}

// The order is kept before the message is forgotten: cut off in between, the message is sent once more, to no effect.
static void keep_answer(struct app *app, const struct letter *letter)
{
  const struct answer *answer = &letter->report.is.answer;
  struct fault fault;
  if (answer->has_order)
    keep_order(app, &answer->order);
  bool ok = letter->text ? store_refuse_message(&app->store, answer->id, letter->text, &fault)
                         : store_remove_message(&app->store, answer->id, &fault);
  note(app, ok, &fault);
}

void persistence_letter(struct app *app, const struct letter *letter)
{
  struct fault fault;
  switch (letter->report.kind) {
  case REPORT_SNAPSHOT:
    note(app, store_put_snapshot(&app->store, letter->text, &fault), &fault);
    break;
  case REPORT_ORDER:
    keep_order(app, &letter->report.is.order);
    break;
  case REPORT_ANSWER:
    keep_answer(app, letter);
    break;
  default:
    break;
  }
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
      loop_report(app, &report);
    else
      log_warning("kiosk", "the kept snapshot is left aside: %s", fault.sentence);
  }
  buffer_free(&text);
}

static void restore_order(void *ctx, const char *id, const char *text)
{
  struct report report = {.kind = REPORT_ORDER, .at = clock_wall()};
  struct fault fault;
  json_t *json = json_parse(text, strlen(text), &fault);
  if (json && order_read(json, &report.is.order, &fault))
    loop_report(ctx, &report);
  else
    log_warning("kiosk", "the kept order %s is left aside: %s", id, fault.sentence);
  json_decref(json);
}

void persistence_restore(struct app *app)
{
  struct fault fault;
  restore_snapshot(app);
  if (app->store.db)
    note(app, store_each_order(&app->store, restore_order, app, &fault), &fault);
  restore_messages(app);
}
