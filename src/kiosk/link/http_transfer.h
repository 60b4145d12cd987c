// SPDX-License-Identifier: GPL-3.0-or-later
// One HTTP request and its answer at a time, over and over on one handle. Thread: link's only.
#pragma once

#include "base/clock.h"
#include "base/text.h"

#include <stdbool.h>

// Where requests go; the same for all transfers of a link. The texts outlive them.
struct http_site {
  void *multi;         // libcurl's, that carries them
  const char *server;  // "https://host:port"
  const char *ca_file; // PEM; "": the system's
  const char *agent;
};

struct http_transfer_request {
  const char *path;
  const char *method; // NULL: GET, or POST with a body
  const char *json;   // body; NULL: none
  const void *bytes;  // body of another type; NULL: none
  size_t bytes_size;
  const char *type;   // of `bytes`
  const char *token;  // NULL: none
  const char *header; // one more; NULL: none
  anban_ms longest;   // for the whole transfer; 0: for ever
  size_t most;        // bytes of the answer
};

struct http_transfer {
  void *easy; // libcurl's; NULL until the first request
  void *headers;
  bool busy;
  // Called with the parts of a good answer as they come, instead of collecting them; false ends the transfer.
  bool (*part)(void *ctx, const char *bytes, size_t size);
  // Called once when the transfer is over, not when it was cancelled. A new one may begin in it.
  void (*done)(void *ctx);
  void *ctx;
  struct buffer sent;
  struct buffer answer;
  size_t most;
  int status;        // of HTTP; 0: no answer came
  bool is_ours;      // the server has said it, nobody between
  bool is_text;      // a page for people, or the like
  char trouble[256]; // why none came
};

void http_transfer_begin(struct http_transfer *transfer, const struct http_site *site,
                         const struct http_transfer_request *request);
void http_transfer_cancel(struct http_transfer *transfer, const struct http_site *site);
void http_transfer_free(struct http_transfer *transfer, const struct http_site *site);
// Calls `done` of those that are over.
void http_transfer_collect(const struct http_site *site);
