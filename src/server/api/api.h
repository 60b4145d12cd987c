// SPDX-License-Identifier: GPL-3.0-or-later
// The routes put to work: who asks is found out, held against the route's row, and its handler answers. Thread: the
// loop's, but for what it hands to the writer and to the slow thread.
#pragma once

#include "server/http/http.h"
#include "server/http/pages.h"
#include "server/hub/hub.h"
#include "server/store/reader.h"
#include "server/store/writer.h"
#include "server/turn/turn.h"

struct api;

struct api_settings {
  char origin[128];        // as browsers see the server, "https://anban.example"; empty: by the request's own Host
  char metrics_token[128]; // empty: /metrics answers this machine only
  char approve_serial[64]; // a kiosk of that serial needs no approval at the desk; empty: none
  char say[256];           // the program anban-say
  char picture[256];       // the program anban-picture
  char voices[256];        // folder of its data
  char script[256];        // folder of what voices are to say, see locales/make_script
  int requests_per_second; // of each who is known, on average
  int ring_seconds;        // of a call, before nobody answers
  struct turn_settings turn;
};

// What the api works with; all of it stays the caller's and outlives the api.
struct api_parts {
  struct reader *small; // reads a few rows for who can't wait long: who asks, who may be called
  struct reader *large; // lists, files, what readers of events have missed
  struct writer *writer;
  struct hub *hub;
  const struct pages *pages;
  void (*wake)(void *ctx);                           // thread: any; api_woken is then to be called on the loop
  void *wake_ctx;                                    // of print_more too
  void (*print_more)(void *ctx, struct buffer *out); // figures of others, for /metrics; NULL: there are none
};

struct api *api_new(const struct api_settings *settings, const struct api_parts *parts, struct fault *fault);
// All calls must have been answered: stop the writer before, after api_stop.
void api_free(struct api *api);
// Answers what still waits for a password; to be called after the readers are stopped, and before the writer is.
void api_stop(struct api *api);
// Others than the api's own changes have changed the data: who is let in is looked up anew.
void api_data_changed(struct api *api);

// http_handler and http_body_limit, with the api as ctx.
void api_handle(void *api, struct http_request *request);
size_t api_body_limit(void *api, enum http_method method, const char *path);
// Takes what the writer and the slow thread have done; tells the hub.
void api_woken(void *api);
void api_each_second(void *api);     // calls and who can be called
void api_each_15_seconds(void *api); // keeps streams alive, notices silent kiosks
void api_each_5_minutes(void *api);  // writes down who was heard and who is still signed in
