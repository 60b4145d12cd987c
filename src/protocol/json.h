// SPDX-License-Identifier: GPL-3.0-or-later
// Reading JSON (jansson) with faults that name the item: each getter checks kind and range, and says
// "order.items[2].count: a whole number from 1 to 9 is expected".
#pragma once

#include "base/fault.h"

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

// Where we are in the document, as text for faults; a chain on the stack.
struct json_at {
  const struct json_at *parent; // NULL: the document
  const char *name;             // NULL: an array's item
  size_t index;
  const json_t *value; // may be NULL: missing
};

struct json_at json_root(const char *name, const json_t *value);
struct json_at json_member(const struct json_at *object, const char *name);
struct json_at json_item(const struct json_at *array, size_t index);
// "order.items[2]: " and the sentence, into the fault. Returns false.
bool json_fault(const struct json_at *at, struct fault *fault, const char *expected);

// The value itself.
bool json_get_object(const struct json_at *at, struct fault *fault);
bool json_get_array(const struct json_at *at, size_t most, struct fault *fault);
bool json_get_text(const struct json_at *at, char *out, size_t size, struct fault *fault); // "" is allowed
bool json_get_name(const struct json_at *at, char *out, size_t size, struct fault *fault); // "" is not
bool json_get_uuid(const struct json_at *at, char out[], struct fault *fault);
bool json_get_uuid_or_empty(const struct json_at *at, char out[], struct fault *fault);
bool json_get_hash_or_empty(const struct json_at *at, char out[], struct fault *fault); // of a media file
bool json_get_integer(const struct json_at *at, int64_t least, int64_t most, int64_t *out, struct fault *fault);
bool json_get_int(const struct json_at *at, int least, int most, int *out, struct fault *fault);
bool json_get_time(const struct json_at *at, int64_t *out, struct fault *fault); // ms since 1970; 0: not yet
bool json_get_flag(const struct json_at *at, bool *out, struct fault *fault);

// One of `count` codes, as `code(0)`, `code(1)`… name them; the fault lists them.
bool json_get_code(const struct json_at *at, const char *(*code)(int), int count, int *out, struct fault *fault);

// Parses one document: no duplicate keys, no NUL, at most 32 levels deep, UTF-8 checked. NULL and a fault with line and
// column otherwise.
json_t *json_parse(const char *bytes, size_t size, struct fault *fault);
// One line of text, keys in the order they were set; the caller frees it. Ends the program when out of memory.
char *json_print(const json_t *json);
