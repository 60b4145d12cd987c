// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/json.h"

#include "base/memory.h"
#include "base/secret.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#define MOST_LEVELS 32

struct json_at json_root(const char *name, const json_t *value)
{
  return (struct json_at){.name = name, .value = value};
}

struct json_at json_member(const struct json_at *object, const char *name)
{
  return (struct json_at){.parent = object, .name = name, .value = json_object_get(object->value, name)};
}

struct json_at json_item(const struct json_at *array, size_t index)
{
  return (struct json_at){.parent = array, .index = index, .value = json_array_get(array->value, index)};
}

static void add_path(const struct json_at *at, struct buffer *path)
{
  if (at->parent)
    add_path(at->parent, path);
  if (at->name)
    buffer_printf(path, "%s%s", at->parent ? "." : "", at->name);
  else
    buffer_printf(path, "[%zu]", at->index);
}

bool json_fault(const struct json_at *at, struct fault *fault, const char *expected)
{
  struct buffer path = {0};
  add_path(at, &path);
  fault_set(fault, "%s: %s is expected", path.bytes, expected);
  buffer_free(&path);
  return false;
}

bool json_get_object(const struct json_at *at, struct fault *fault)
{
  return json_is_object(at->value) || json_fault(at, fault, "an object");
}

bool json_get_array(const struct json_at *at, size_t most, struct fault *fault)
{
  char expected[64];
  FORMAT_TEXT(expected, "an array of at most %zu", most);
  return (json_is_array(at->value) && json_array_size(at->value) <= most) || json_fault(at, fault, expected);
}

static bool has_control_characters(const char *text)
{
  for (; *text; text++)
    if ((unsigned char)*text < 0x20 || *text == 0x7F)
      return true;
  return false;
}

bool json_get_text(const struct json_at *at, char *out, size_t size, struct fault *fault)
{
  char expected[64];
  FORMAT_TEXT(expected, "one line of text of at most %zu bytes", size - 1);
  const char *text = json_string_value(at->value);
  if (!text || strlen(text) >= size || has_control_characters(text))
    return json_fault(at, fault, expected);
  memcpy(out, text, strlen(text) + 1);
  return true;
}

bool json_get_name(const struct json_at *at, char *out, size_t size, struct fault *fault)
{
  if (!json_get_text(at, out, size, fault))
    return false;
  text_tidy(out);
  return out[0] || json_fault(at, fault, "a text that is not empty");
}

bool json_get_uuid(const struct json_at *at, char out[], struct fault *fault)
{
  const char *text = json_string_value(at->value);
  if (!text || !uuid_is(text))
    return json_fault(at, fault, "a UUID in lower case");
  memcpy(out, text, UUID_SIZE);
  return true;
}

bool json_get_uuid_or_empty(const struct json_at *at, char out[], struct fault *fault)
{
  const char *text = json_string_value(at->value);
  if (!text || *text)
    return json_get_uuid(at, out, fault);
  out[0] = '\0';
  return true;
}

static bool is_hash_or_empty(const char *text)
{
  size_t length = strlen(text);
  return length == 0 || (length == HASH_SIZE - 1 && strspn(text, "0123456789abcdef") == length);
}

// The hash is also a file's name, so nothing else may stand there.
bool json_get_hash_or_empty(const struct json_at *at, char out[], struct fault *fault)
{
  return json_get_text(at, out, HASH_SIZE, fault) &&
         (is_hash_or_empty(out) || json_fault(at, fault, "the hash of a picture, or an empty text"));
}

bool json_get_integer(const struct json_at *at, int64_t least, int64_t most, int64_t *out, struct fault *fault)
{
  char expected[96];
  FORMAT_TEXT(expected, "a whole number from %lld to %lld", (long long)least, (long long)most);
  int64_t value = json_integer_value(at->value);
  if (!json_is_integer(at->value) || value < least || value > most)
    return json_fault(at, fault, expected);
  *out = value;
  return true;
}

bool json_get_int(const struct json_at *at, int least, int most, int *out, struct fault *fault)
{
  int64_t value = 0;
  bool ok = json_get_integer(at, least, most, &value, fault);
  if (ok)
    *out = (int)value;
  return ok;
}

bool json_get_time(const struct json_at *at, int64_t *out, struct fault *fault)
{
  return json_get_integer(at, 0, INT64_MAX, out, fault);
}

bool json_get_flag(const struct json_at *at, bool *out, struct fault *fault)
{
  *out = json_is_true(at->value);
  return json_is_boolean(at->value) || json_fault(at, fault, "true or false");
}

bool json_get_code(const struct json_at *at, const char *(*code)(int), int count, int *out, struct fault *fault)
{
  const char *text = json_string_value(at->value);
  for (int i = 0; text && i < count; i++) {
    if (strcmp(code(i), text) == 0) {
      *out = i;
      return true;
    }
  }
  struct buffer expected = {0};
  buffer_add_text(&expected, "one of");
  for (int i = 0; i < count; i++)
    buffer_printf(&expected, " \"%s\"", code(i));
  json_fault(at, fault, expected.bytes);
  buffer_free(&expected);
  return false;
}

// jansson's own cap is 2048 levels, deeper than anything of ours; strings and escapes are skipped as it would read
// them.
static bool is_too_deep(const char *bytes, size_t size)
{
  int level = 0;
  bool in_text = false;
  for (size_t i = 0; i < size; i++) {
    char c = bytes[i];
    if (in_text && c == '\\')
      i++;
    else if (c == '"')
      in_text = !in_text;
    else if (!in_text && (c == '{' || c == '['))
      level++;
    else if (!in_text && (c == '}' || c == ']'))
      level--;
    if (level > MOST_LEVELS)
      return true;
  }
  return false;
}

json_t *json_parse(const char *bytes, size_t size, struct fault *fault)
{
  if (is_too_deep(bytes, size)) {
    fault_set(fault, "the JSON is nested deeper than %d levels", MOST_LEVELS);
    return NULL;
  }
  json_error_t error;
  json_t *json = json_loadb(bytes ? bytes : "", size, JSON_REJECT_DUPLICATES, &error);
  if (!json)
    fault_set(fault, "the JSON is not well formed at line %d, column %d: %.200s", error.line, error.column, error.text);
  return json;
}

char *json_print(const json_t *json)
{
  char *text = json_dumps(json, JSON_COMPACT | JSON_ENCODE_ANY);
  if (!text)
    memory_exhausted();
  return text;
}
