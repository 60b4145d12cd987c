// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/diet.h"

#include "protocol/json.h"

#include <string.h>

static const char *const marks[DIET_MARKS] = {"soft", "low_salt", "sugar_free", "halal", "vegetarian"};
static const char *const allergens[ALLERGENS] = {"peanut", "nut", "fish",  "shellfish", "egg",
                                                 "milk",   "soy", "wheat", "sesame"};

const char *diet_mark_code(int bit)
{
  return bit >= 0 && bit < DIET_MARKS ? marks[bit] : NULL;
}

const char *allergen_code(int bit)
{
  return bit >= 0 && bit < ALLERGENS ? allergens[bit] : NULL;
}

static unsigned bit_of(const char *const *codes, int count, const char *code)
{
  for (int i = 0; i < count; i++)
    if (strcmp(codes[i], code) == 0)
      return 1u << i;
  return 0;
}

unsigned diet_mark_of(const char *code)
{
  return bit_of(marks, DIET_MARKS, code);
}

unsigned allergen_of(const char *code)
{
  return bit_of(allergens, ALLERGENS, code);
}

struct diet diet_conflict(struct diet person, struct diet dish)
{
  return (struct diet){person.marks & ~dish.marks, person.allergens & dish.allergens};
}

static bool read_bits(const struct json_at *at, const char *(*code)(int), int count, unsigned *out, struct fault *fault)
{
  *out = 0;
  if (!json_get_array(at, (size_t)count, fault))
    return false;
  for (size_t i = 0; i < json_array_size(at->value); i++) {
    struct json_at item = json_item(at, i);
    int bit = 0;
    if (!json_get_code(&item, code, count, &bit, fault))
      return false;
    *out |= 1u << bit;
  }
  return true;
}

bool diet_read(const struct json_at *at, struct diet *out, struct fault *fault)
{
  struct json_at marks_at = json_member(at, "marks");
  struct json_at allergens_at = json_member(at, "allergens");
  return json_get_object(at, fault) && read_bits(&marks_at, diet_mark_code, DIET_MARKS, &out->marks, fault) &&
         read_bits(&allergens_at, allergen_code, ALLERGENS, &out->allergens, fault);
}

static json_t *write_bits(unsigned bits, const char *const *codes, int count)
{
  json_t *array = json_array();
  for (int i = 0; i < count; i++)
    if (bits & 1u << i)
      json_array_append_new(array, json_string(codes[i]));
  return array;
}

json_t *diet_write(struct diet diet)
{
  return json_pack("{s:o, s:o}", "marks", write_bits(diet.marks, marks, DIET_MARKS), "allergens",
                   write_bits(diet.allergens, allergens, ALLERGENS));
}
