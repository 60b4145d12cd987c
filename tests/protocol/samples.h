// SPDX-License-Identifier: GPL-3.0-or-later
// The sample files that kiosk, server and pages all read.
#pragma once

#include "../cmocka_all.h"

#include "base/file.h"
#include "protocol/json.h"

// A new reference.
static inline json_t *sample(const char *name)
{
  struct buffer path = {0};
  struct buffer bytes = {0};
  struct fault fault = {{0}};
  buffer_printf(&path, "%s/%s.json", ANBAN_SAMPLES, name);
  if (!file_read(path.bytes, 1 << 20, &bytes, &fault))
    fail_msg("%s", fault.sentence);
  json_t *json = json_parse(bytes.bytes, bytes.size, &fault);
  if (!json)
    fail_msg("%s: %s", path.bytes, fault.sentence);
  buffer_free(&path);
  buffer_free(&bytes);
  return json;
}
