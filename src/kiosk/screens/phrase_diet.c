// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/screens/phrase.h"

#include "base/text.h"

static const char *mark(const struct lang *lang, unsigned bit)
{
  switch ((enum diet_mark)bit) {
  case DIET_SOFT:
    return tr(lang, "soft");
  case DIET_LOW_SALT:
    return tr(lang, "low in salt");
  case DIET_SUGAR_FREE:
    return tr(lang, "without sugar");
  case DIET_HALAL:
    return tr(lang, "halal");
  case DIET_VEGETARIAN:
    return tr(lang, "vegetarian");
  }
  return "";
}

static const char *missing_mark(const struct lang *lang, unsigned bit)
{
  switch ((enum diet_mark)bit) {
  case DIET_SOFT:
    return tr(lang, "is not soft");
  case DIET_LOW_SALT:
    return tr(lang, "is not low in salt");
  case DIET_SUGAR_FREE:
    return tr(lang, "has sugar in it");
  case DIET_HALAL:
    return tr(lang, "is not halal");
  case DIET_VEGETARIAN:
    return tr(lang, "is not vegetarian");
  }
  return "";
}

static const char *holds_allergen(const struct lang *lang, unsigned bit)
{
  switch ((enum allergen)bit) {
  case ALLERGEN_PEANUT:
    return tr(lang, "has peanuts in it");
  case ALLERGEN_NUT:
    return tr(lang, "has nuts in it");
  case ALLERGEN_FISH:
    return tr(lang, "has fish in it");
  case ALLERGEN_SHELLFISH:
    return tr(lang, "has shrimps or shellfish in it");
  case ALLERGEN_EGG:
    return tr(lang, "has egg in it");
  case ALLERGEN_MILK:
    return tr(lang, "has milk in it");
  case ALLERGEN_SOY:
    return tr(lang, "has soy in it");
  case ALLERGEN_WHEAT:
    return tr(lang, "has wheat in it");
  case ALLERGEN_SESAME:
    return tr(lang, "has sesame in it");
  }
  return "";
}

static const char *allergen(const struct lang *lang, unsigned bit)
{
  switch ((enum allergen)bit) {
  case ALLERGEN_PEANUT:
    return tr_as(lang, "allergen", "peanuts");
  case ALLERGEN_NUT:
    return tr_as(lang, "allergen", "nuts");
  case ALLERGEN_FISH:
    return tr_as(lang, "allergen", "fish");
  case ALLERGEN_SHELLFISH:
    return tr_as(lang, "allergen", "shrimps or shellfish");
  case ALLERGEN_EGG:
    return tr_as(lang, "allergen", "egg");
  case ALLERGEN_MILK:
    return tr_as(lang, "allergen", "milk");
  case ALLERGEN_SOY:
    return tr_as(lang, "allergen", "soy");
  case ALLERGEN_WHEAT:
    return tr_as(lang, "allergen", "wheat");
  case ALLERGEN_SESAME:
    return tr_as(lang, "allergen", "sesame");
  }
  return "";
}

static void add_each(const struct lang *lang, struct buffer *list, unsigned bits, int most,
                     const char *(*word)(const struct lang *, unsigned))
{
  for (int i = 0; i < most; i++) {
    if (!(bits & 1u << i))
      continue;
    buffer_add_text(list, list->size > 0 ? tr_as(lang, "between things", ", ") : "");
    buffer_add_text(list, word(lang, 1u << i));
  }
}

static void give(struct buffer *list, char *out, size_t size)
{
  text_copy(out, size, list->bytes ? list->bytes : "");
  buffer_free(list);
}

void phrase_marks(const struct lang *lang, unsigned marks, char *out, size_t size)
{
  struct buffer list = {0};
  add_each(lang, &list, marks, DIET_MARKS, mark);
  give(&list, out, size);
}

void phrase_conflict(const struct lang *lang, struct diet conflict, char *out, size_t size)
{
  struct buffer list = {0};
  add_each(lang, &list, conflict.marks, DIET_MARKS, missing_mark);
  add_each(lang, &list, conflict.allergens, ALLERGENS, holds_allergen);
  give(&list, out, size);
}

void phrase_allergy(const struct sheet *sheet, const struct dish *dish, char *out, size_t size)
{
  struct buffer list = {0};
  char things[PAGE_TEXT];
  add_each(sheet->lang, &list, offer_conflict(sheet->model, dish).allergens, ALLERGENS, allergen);
  give(&list, things, sizeof things);
  lang_fill(out, size, tr(sheet->lang, "You are allergic to {things}, and {dish} has {things} in it."), "things",
            things, "dish", dish->name, NULL);
}
