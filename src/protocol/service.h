// SPDX-License-Identifier: GPL-3.0-or-later
// What a community does for its elders besides meals: the kinds of service on offer, as a kiosk knows them. They are
// the site's data; nothing in the programs knows one by name.
#pragma once

#include "base/clock.h"
#include "base/secret.h"
#include "protocol/json.h"
#include "protocol/limits.h"

enum service_place {
  SERVICE_AT_HOME = 0,
  SERVICE_AT_CENTRE = 1,
  SERVICE_BY_TELEPHONE = 2,
  SERVICE_PLACES
}; // "home" "centre" "telephone"
const char *service_place_code(enum service_place place);

struct service {
  char id[UUID_SIZE];
  char code[KIND_SIZE]; // of the published catalogues: "bath"; also names its drawing
  char name[NAME_SIZE];
  char about[TEXT_SIZE]; // what is said of it; may be empty
  char price[TEXT_SIZE]; // as a sentence; empty: nothing is said of money
  int minutes;           // how long one takes
  enum service_place place;
  bool is_private;    // not said aloud in a hall
  int cancel_minutes; // until so long before it begins the elder may take it back
  // The next times that are free, earliest first.
  int free_count;
  anban_ms free[MOST_FREE_TIMES];
};

bool service_read_at(const struct json_at *at, struct service *out, struct fault *fault);
json_t *service_write(const struct service *service);
bool service_place_read(const struct json_at *at, enum service_place *out, struct fault *fault);
