// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/lang/icu.h"

#include "base/clock.h"
#include "base/locale.h"
#include "base/text.h"

#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

#define UNITS 128

struct icu_locale {
  const char *locale; // and its dialects
  const char *words;  // whose number words: ICU's zh says 〇 for 零, its zh_Hant_HK does not; up to 9999 they are one
  const char *dates;  // whose dates
};

static struct icu_locale names_of(const char *locale)
{
  static const struct icu_locale known[] = {
      {"zh_CN", "zh_Hant_HK", "zh_CN"},
      {"zh_HK", "zh_Hant_HK", "zh_HK"},
      {"en", "en", "en_GB"},
  };
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
    if (locale_is_written(locale, known[i].locale))
      return known[i];
  }
  return known[0];
}

static void *open_spell(const char *locale)
{
  UErrorCode error = U_ZERO_ERROR;
  UNumberFormat *format = unum_open(UNUM_SPELLOUT, NULL, 0, locale, NULL, &error);
  return U_SUCCESS(error) ? format : NULL;
}

// The calendar's own long form is opened and then given the pattern, for it carries the numerals of its days.
static void *open_date(const char *locale, const UChar *pattern)
{
  UErrorCode error = U_ZERO_ERROR;
  UDateFormat *format = udat_open(UDAT_NONE, UDAT_LONG, locale, u"Etc/GMT", -1, NULL, 0, &error);
  if (U_FAILURE(error))
    return NULL;
  udat_applyPattern(format, false, pattern, -1);
  return format;
}

static void *open_day(const char *locale)
{
  UErrorCode error = U_ZERO_ERROR;
  UChar pattern[UNITS];
  UDateTimePatternGenerator *generator = udatpg_open(locale, &error);
  udatpg_getBestPattern(generator, u"MMMMd", -1, pattern, UNITS, &error);
  udatpg_close(generator);
  return U_SUCCESS(error) ? open_date(locale, pattern) : NULL;
}

void icu_open(struct lang *lang)
{
  struct icu_locale names = names_of(lang->locale);
  lang->spell = open_spell(names.words);
  lang->day = open_day(names.dates);
  lang->weekday = open_date(names.dates, u"EEEE");
}

void icu_close(struct lang *lang)
{
  unum_close(lang->spell);
  udat_close(lang->day);
  udat_close(lang->weekday);
  lang->spell = lang->day = lang->weekday = NULL;
}

static bool to_utf8(const UChar *text, UErrorCode error, char *out, size_t size)
{
  char utf8[UNITS * 3];
  u_strToUTF8(utf8, sizeof utf8, NULL, text, -1, &error);
  if (U_FAILURE(error))
    return false;
  text_copy(out, size, utf8);
  return true;
}

bool icu_number(void *formatter, int64_t number, char *out, size_t size)
{
  UErrorCode error = U_ZERO_ERROR;
  UChar text[UNITS];
  if (!formatter)
    return false;
  unum_formatInt64(formatter, number, text, UNITS, NULL, &error);
  return to_utf8(text, error, out, size);
}

bool icu_date(void *formatter, const char *date, char *out, size_t size)
{
  UErrorCode error = U_ZERO_ERROR;
  UChar text[UNITS];
  anban_ms noon = clock_at(date, 12 * 60, 0);
  if (!formatter || noon < 0)
    return false;
  udat_format(formatter, (UDate)noon, text, UNITS, NULL, &error);
  return to_utf8(text, error, out, size);
}
