// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/app.h"

#include "base/log.h"
#include "base/memory.h"
#include "protocol/json.h"
#include "server/api/api.h"
#include "server/app/first_admin.h"
#include "server/model/call_log.h"
#include "server/model/demo.h"
#include "server/model/help_escalation.h"
#include "server/model/timekeeper.h"
#include "server/outbound/sender.h"

#include <stdlib.h>
#include <string.h>

// Connections that read: one for what is small, the others for what is large.
#define READING (1 + MOST_READER_THREADS)

struct app {
  struct settings settings;
  struct db *writing, *reading[READING];
  struct reader *small, *large;
  struct writer *writer;
  struct timekeeper *timekeeper;
  struct sender *sender;
  struct hub *hub;
  struct pages *pages;
  struct api *api;
  struct http *http;
};

static void wake(void *ctx)
{
  struct app *app = ctx;
  http_wake(app->http);
}

// What is carried on from start to start.
static bool begin_work(struct app *app, struct fault *fault)
{
  anban_ms now = clock_wall();
  db_begin(app->writing);
  call_log_mend(app->writing);
  timer_kinds_begin(app->writing, now);
  sender_begin(outbound_drivers, outbound_driver_count, &app->settings.outbound, app->writing, now);
  if (!app->settings.demo)
    timer_cancel(app->writing, DEMO_TIMER, "");
  return db_commit(app->writing) || !db_fault_take(app->writing, fault);
}

static bool fill_demo(struct app *app, struct fault *fault)
{
  if (!app->settings.demo)
    return true;
  const struct timer today = {.kind = DEMO_TIMER, .payload = app->settings.pictures};
  if (!db_begin(app->writing) || !demo_run(app->writing, &today, clock_wall(), fault)) {
    db_rollback(app->writing);
    db_fault_take(app->writing, fault);
    return false;
  }
  return db_commit(app->writing) || !db_fault_take(app->writing, fault);
}

#define URL_SIZE 300

static void url_of(const struct settings *settings, char url[URL_SIZE])
{
  text_format(url, URL_SIZE, "sqlite:%s/anban.db", settings->data);
}

bool app_backup(const struct settings *settings, struct fault *fault)
{
  char url[URL_SIZE];
  url_of(settings, url);
  return db_backup(url, settings->backup, fault);
}

static bool open_data(struct app *app, struct fault *fault)
{
  char url[URL_SIZE];
  url_of(&app->settings, url);
  app->writing = db_open(url, DB_WRITE, fault);
  if (!app->writing || !db_migrate(app->writing, fault) || !first_admin_make(app->writing, app->settings.data, fault) ||
      !begin_work(app, fault) || !fill_demo(app, fault))
    return false;
  for (int i = 0; i < READING; i++)
    if (!(app->reading[i] = db_open(url, DB_READ, fault)))
      return false;
  return true;
}

static void committed(void *ctx, struct db *db)
{
  struct app *app = ctx;
  hub_committed(app->hub, db);
  timekeeper_committed(app->timekeeper, db);
  sender_committed(app->sender, db);
}

static void timers_ran(void *ctx)
{
  struct app *app = ctx;
  api_data_changed(app->api);
}

// The hub before the writer, which tells it of each commit.
static bool start_threads(struct app *app, struct fault *fault)
{
  struct writer_ears ears = {committed, wake, app};
  struct timekeeper_ears keeper_ears = {timers_ran, app};
  struct sender_ears sender_ears = {wake, app, help_escalation_settled};
  app->small = reader_start("small", app->reading, 1, wake, app, fault);
  app->large = reader_start("large", app->reading + 1, READING - 1, wake, app, fault);
  if (!app->small || !app->large)
    return false;
  app->hub = hub_new(app->writing, app->large);
  app->timekeeper = timekeeper_new(timer_kinds, timer_kind_count, &keeper_ears);
  app->sender = sender_start(outbound_drivers, outbound_driver_count, &app->settings.outbound, &sender_ears, fault);
  if (!app->sender)
    return false;
  timekeeper_committed(app->timekeeper, app->writing);
  sender_committed(app->sender, app->writing);
  app->writer = writer_start(app->writing, &ears, fault);
  return app->writer != NULL;
}

static bool is_loopback(const char *address)
{
  return strncmp(address, "127.", 4) == 0 || strcmp(address, "::1") == 0;
}

static void handle(void *ctx, struct http_request *request)
{
  struct app *app = ctx;
  api_handle(app->api, request);
}

static size_t body_limit(void *ctx, enum http_method method, const char *path)
{
  struct app *app = ctx;
  return api_body_limit(app->api, method, path);
}

static void keep_time(struct app *app)
{
  anban_ms wall = clock_wall(), steady = clock_steady();
  timekeeper_tick(app->timekeeper, app->writer, wall, steady);
  sender_tick(app->sender, app->writer, wall, steady);
}

static void woken(void *ctx)
{
  struct app *app = ctx;
  api_woken(app->api);
  keep_time(app);
}

static void each_second(void *ctx)
{
  struct app *app = ctx;
  api_each_second(app->api);
  keep_time(app);
}

static void each_15_seconds(void *ctx)
{
  struct app *app = ctx;
  api_each_15_seconds(app->api);
}

static void each_5_minutes(void *ctx)
{
  struct app *app = ctx;
  api_each_5_minutes(app->api);
}

static bool open_port(struct app *app, struct fault *fault)
{
  const struct settings *settings = &app->settings;
  struct http_settings http = {.port = settings->port,
                               .most_connections = settings->most_connections,
                               .most_from_one = settings->proxies > 0 ? 0 : settings->most_from_one,
                               .proxies = settings->proxies,
                               .header_seconds = settings->header_seconds};
  COPY_TEXT(http.address, settings->listen);
  COPY_TEXT(http.certificate, settings->certificate);
  COPY_TEXT(http.private_key, settings->private_key);
  if (!is_loopback(settings->listen) && !settings->certificate[0])
    return fault_set(fault,
                     "listening on %s without TLS would send passwords in the clear: set certificate and private_key,"
                     " or listen on 127.0.0.1 behind a proxy that speaks TLS",
                     settings->listen);
  app->http = http_new(&http, handle, body_limit, app, fault);
  return app->http != NULL;
}

static void print_more(void *ctx, struct buffer *out)
{
  const struct app *app = ctx;
  sender_print(app->sender, out);
}

static bool open_api(struct app *app, struct fault *fault)
{
  struct api_settings api = {0};
  COPY_TEXT(api.origin, app->settings.origin);
  COPY_TEXT(api.metrics_token, app->settings.metrics_token);
  COPY_TEXT(api.approve_serial, app->settings.approve_serial);
  COPY_TEXT(api.say, app->settings.say);
  COPY_TEXT(api.picture, app->settings.picture);
  COPY_TEXT(api.voices, app->settings.voices);
  COPY_TEXT(api.script, app->settings.script);
  api.requests_per_second = app->settings.requests_per_second;
  api.ring_seconds = app->settings.ring_seconds;
  api.turn = app->settings.turn;
  struct api_parts parts = {app->small, app->large, app->writer, app->hub, app->pages, wake, app, print_more};
  app->api = api_new(&api, &parts, fault);
  return app->api != NULL;
}

static bool start(struct app *app, struct fault *fault)
{
  static const char *const folders[] = {"desk", "family", "visit", "shared"};
  if (!turn_check(&app->settings.turn, fault) || !open_data(app, fault))
    return false;
  app->pages = pages_load(app->settings.web, folders, sizeof folders / sizeof *folders, fault);
  if (!app->pages || !start_threads(app, fault) || !open_api(app, fault) || !open_port(app, fault))
    return false;
  if (app->settings.approve_serial[0])
    log_warning("app", "the kiosk with the serial %s needs no approval at the desk, as --approve-serial says",
                app->settings.approve_serial);
  http_every(app->http, 1, each_second);
  http_every(app->http, 15, each_15_seconds);
  http_every(app->http, 300, each_5_minutes);
  return true;
}

struct app *app_start(const struct settings *settings, struct fault *fault)
{
  struct app *app = memory_new(sizeof *app);
  app->settings = *settings;
  json_object_seed(0); // before there are threads
  if (start(app, fault))
    return app;
  app_free(app);
  return NULL;
}

int app_port(const struct app *app)
{
  return http_port(app->http);
}

void app_run(struct app *app)
{
  http_run(app->http, woken);
}

void app_stop(struct app *app)
{
  http_stop(app->http);
}

// What waits is answered first, then the connections go, then what they used.
void app_free(struct app *app)
{
  if (!app)
    return;
  reader_stop(app->small);
  reader_stop(app->large);
  if (app->api)
    api_stop(app->api);
  sender_stop(app->sender);
  writer_stop(app->writer);
  http_free(app->http);
  api_free(app->api);
  if (app->pages)
    pages_free(app->pages);
  hub_free(app->hub);
  timekeeper_free(app->timekeeper);
  sender_free(app->sender);
  reader_free(app->small);
  reader_free(app->large);
  for (int i = 0; i < READING; i++)
    db_close(app->reading[i]);
  db_close(app->writing);
  free(app);
}
