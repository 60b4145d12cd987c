// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/config.h"

#include "base/text.h"

#include <errno.h>
#include <ini.h>
#include <stdlib.h>
#include <string.h>

static bool set_number(const struct config_key *key, int *field, const char *value, struct fault *fault)
{
  char *end;
  errno = 0;
  long number = strtol(value, &end, 10);
  if (errno || end == value || *end || number < key->least || number > key->most)
    return fault_set(fault, "[%s] %s = %.60s: a whole number from %d to %d is allowed", key->section, key->name, value,
                     key->least, key->most);
  *field = (int)number;
  return true;
}

static bool set_flag(const struct config_key *key, bool *field, const char *value, struct fault *fault)
{
  bool yes = strcmp(value, "yes") == 0;
  if (!yes && strcmp(value, "no") != 0)
    return fault_set(fault, "[%s] %s = %.60s: yes or no is allowed", key->section, key->name, value);
  *field = yes;
  return true;
}

static bool set_text(const struct config_key *key, char *field, const char *value, struct fault *fault)
{
  if (strlen(value) >= key->size || !text_is_utf8(value, strlen(value)))
    return fault_set(fault, "[%s] %s: a text in UTF-8 of at most %zu bytes is allowed", key->section, key->name,
                     key->size - 1);
  memcpy(field, value, strlen(value) + 1);
  return true;
}

bool config_set(const struct config_key *key, void *fields, const char *value, struct fault *fault)
{
  char *field = (char *)fields + key->offset;
  switch (key->kind) {
  case CONFIG_NUMBER:
    return set_number(key, (int *)(void *)field, value, fault);
  case CONFIG_FLAG:
    return set_flag(key, (bool *)field, value, fault);
  case CONFIG_TEXT:
    break;
  }
  return set_text(key, field, value, fault);
}

void config_presets(const struct config_key *keys, size_t count, void *fields)
{
  struct fault fault;
  for (size_t i = 0; i < count; i++)
    if (!config_set(&keys[i], fields, keys[i].preset, &fault))
      abort(); // the table itself is wrong
}

struct reading {
  const char *path;
  const struct config_key *keys;
  size_t count;
  void *fields;
  struct fault *fault;
  bool failed;
};

static void remember_first(struct reading *reading, const char *sentence)
{
  if (!reading->failed)
    fault_set(reading->fault, "%s: %s", reading->path, sentence);
  reading->failed = true;
}

static const struct config_key *find(const struct reading *reading, const char *section, const char *name)
{
  for (size_t i = 0; i < reading->count; i++)
    if (strcmp(reading->keys[i].section, section) == 0 && strcmp(reading->keys[i].name, name) == 0)
      return &reading->keys[i];
  return NULL;
}

// Debian's inih tells a handler no line number, so a bad value is named by section and key.
static int take_line(void *user, const char *section, const char *name, const char *value)
{
  struct reading *reading = user;
  const struct config_key *key = find(reading, section, name);
  struct fault fault;
  if (!key)
    fault_set(&fault, "[%.40s] has no key %.40s", section, name);
  if (key && config_set(key, reading->fields, value, &fault))
    return 1;
  remember_first(reading, fault.sentence);
  return 1;
}

bool config_read(const char *path, const struct config_key *keys, size_t count, void *fields, struct fault *fault)
{
  struct reading reading = {path, keys, count, fields, fault, false};
  int line = ini_parse(path, take_line, &reading);
  if (line < 0)
    return fault_set(fault, "%s can't be read: %s", path, strerror(errno));
  if (line > 0) {
    struct fault bad;
    fault_set(&bad, "line %d is neither a [section] nor a key = value", line);
    remember_first(&reading, bad.sentence);
  }
  return !reading.failed;
}
