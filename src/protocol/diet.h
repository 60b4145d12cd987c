// SPDX-License-Identifier: GPL-3.0-or-later
// Diet: what a dish is and holds, what a person may and may not eat. Codes travel as texts in a JSON array.
#pragma once

#include "protocol/json.h"

#include <jansson.h>
#include <stdbool.h>

// What a dish is suited to, and what a person needs. A person's need is met when the dish has the mark.
enum diet_mark {
  DIET_SOFT = 1 << 0,       // "soft"
  DIET_LOW_SALT = 1 << 1,   // "low_salt"
  DIET_SUGAR_FREE = 1 << 2, // "sugar_free"
  DIET_HALAL = 1 << 3,      // "halal"
  DIET_VEGETARIAN = 1 << 4, // "vegetarian"
};
#define DIET_MARKS 5

// What a dish contains, and what a person must not have.
enum allergen {
  ALLERGEN_PEANUT = 1 << 0,    // "peanut"
  ALLERGEN_NUT = 1 << 1,       // "nut"
  ALLERGEN_FISH = 1 << 2,      // "fish"
  ALLERGEN_SHELLFISH = 1 << 3, // "shellfish"
  ALLERGEN_EGG = 1 << 4,       // "egg"
  ALLERGEN_MILK = 1 << 5,      // "milk"
  ALLERGEN_SOY = 1 << 6,       // "soy"
  ALLERGEN_WHEAT = 1 << 7,     // "wheat"
  ALLERGEN_SESAME = 1 << 8,    // "sesame"
};
#define ALLERGENS 9

struct diet {
  unsigned marks;     // of enum diet_mark: of a dish what it is; of a person what must be
  unsigned allergens; // of enum allergen: of a dish what it holds; of a person what must not be
};

// What stands against this person eating this dish: marks that are missing, allergens that are there. Both 0: nothing.
struct diet diet_conflict(struct diet person, struct diet dish);

// The code of bit number `bit`, as in the comments above; NULL past the last.
const char *diet_mark_code(int bit);
const char *allergen_code(int bit);
// The bit of a code; 0 when it is none.
unsigned diet_mark_of(const char *code);
unsigned allergen_of(const char *code);

// {"marks": ["soft"], "allergens": ["peanut"]}
bool diet_read(const struct json_at *at, struct diet *out, struct fault *fault);
json_t *diet_write(struct diet diet);
