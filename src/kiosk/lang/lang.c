// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/lang/lang.h"

#include "base/locale.h"
#include "base/text.h"
#include "kiosk/lang/icu.h"

#include <libintl.h>
#include <locale.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define DOMAIN "anban"
#define CONTEXT_END "\004" // gettext puts it between context and sentence
#define DEFAULT_LOCALE "zh_CN"
#define MOST_PLACES 12

// glibc's counter by which it knows that LANGUAGE has changed; the manual of gettext tells to raise it.
extern int _nl_msg_cat_cntr;

// Translation goes by LANGUAGE, not by a locale of the system: the small system of a kiosk has none but C.UTF-8.
// Only this thread is moved from "C", so that faults of other threads stay as they are.
bool lang_start(struct lang *lang, const char *folder, struct fault *fault)
{
  *lang = (struct lang){0};
  lang->messages = newlocale(LC_MESSAGES_MASK, "C.UTF-8", NULL);
  setenv("LANGUAGE", DEFAULT_LOCALE, 1);
  bindtextdomain(DOMAIN, folder);
  bind_textdomain_codeset(DOMAIN, "UTF-8");
  lang_choose(lang, DEFAULT_LOCALE);
  if (!lang->messages)
    return fault_set(fault, "the system has no locale C.UTF-8, sentences stay English");
  char path[512];
  FORMAT_TEXT(path, "%s/%s/LC_MESSAGES/%s.mo", folder, DEFAULT_LOCALE, DOMAIN);
  return access(path, R_OK) == 0 || fault_set(fault, "the sentences %s can't be read, they stay English", path);
}

// gettext looks for each sentence in the dialect's catalogue, which holds few, then in the one of the written language.
static void look_in(const char *locale)
{
  const char *dialect = locale + strcspn(locale, "@");
  char written[LOCALE_SIZE], languages[LOCALE_SIZE * 2];
  locale_written(locale, written);
  FORMAT_TEXT(languages, "%s%s%s", locale, *dialect ? ":" : "", *dialect ? written : "");
  setenv("LANGUAGE", languages, 1);
  ++_nl_msg_cat_cntr;
}

void lang_choose(struct lang *lang, const char *locale)
{
  const char *chosen = locale_index(locale) < 0 ? DEFAULT_LOCALE : locale;
  if (strcmp(lang->locale, chosen) == 0)
    return;
  icu_close(lang);
  COPY_TEXT(lang->locale, chosen);
  look_in(chosen);
  icu_open(lang);
}

void lang_stop(struct lang *lang)
{
  icu_close(lang);
  if (lang->messages)
    freelocale(lang->messages);
  *lang = (struct lang){0};
}

static const char *translate(const struct lang *lang, const char *key)
{
  if (!lang->messages)
    return key;
  locale_t before = uselocale(lang->messages);
  const char *found = dcgettext(DOMAIN, key, LC_MESSAGES);
  uselocale(before);
  return found;
}

const char *tr(const struct lang *lang, const char *sentence)
{
  return translate(lang, sentence);
}

const char *tr_as(const struct lang *lang, const char *context, const char *sentence)
{
  char key[1024];
  if (!FORMAT_TEXT(key, "%s" CONTEXT_END "%s", context, sentence))
    return sentence;
  const char *found = translate(lang, key);
  return found == key ? sentence : found;
}

struct place {
  const char *name, *value;
};

// The value of the place whose name is the `length` bytes at `name`; NULL: none.
static const char *value_of(const struct place *places, int count, const char *name, size_t length)
{
  for (int i = 0; i < count; i++) {
    if (strlen(places[i].name) == length && memcmp(places[i].name, name, length) == 0)
      return places[i].value;
  }
  return NULL;
}

static bool fill(char *out, size_t size, const char *pattern, const struct place *places, int count)
{
  struct buffer text = {0};
  buffer_add_text(&text, "");
  while (*pattern) {
    const char *end = *pattern == '{' ? strchr(pattern, '}') : NULL;
    const char *value = end ? value_of(places, count, pattern + 1, (size_t)(end - pattern) - 1) : NULL;
    if (value)
      buffer_add_text(&text, value);
    else
      buffer_add(&text, pattern, 1);
    pattern = value ? end + 1 : pattern + 1;
  }
  bool fits = text_copy(out, size, text.bytes);
  buffer_free(&text);
  return fits;
}

bool lang_fill(char *out, size_t size, const char *pattern, ...)
{
  struct place places[MOST_PLACES];
  int count = 0;
  va_list args;
  va_start(args, pattern);
  const char *name = NULL;
  while (count < MOST_PLACES && (name = va_arg(args, const char *)))
    places[count++] = (struct place){name, va_arg(args, const char *)};
  va_end(args);
  return fill(out, size, pattern, places, count);
}
