// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/lang/number.h"

#include "base/text.h"
#include "kiosk/lang/icu.h"

#include <ctype.h>
#include <string.h>

#define WORD 96

void number_spoken(const struct lang *lang, int number, char *out, size_t size)
{
  if (!icu_number(lang->spell, number, out, size))
    text_format(out, size, "%d", number);
}

void number_quantity(const struct lang *lang, int number, char *out, size_t size)
{
  if (number == 2)
    text_copy(out, size, tr_as(lang, "quantity", "two"));
  else
    number_spoken(lang, number, out, size);
}

void number_digits(const struct lang *lang, const char *text, char *out, size_t size)
{
  struct buffer spoken = {0};
  buffer_add_text(&spoken, "");
  for (; *text; text++) {
    char word[WORD] = {*text};
    if (*text == '-')
      COPY_TEXT(word, tr_as(lang, "between things", ", ")); // a breath
    if (isdigit((unsigned char)*text)) {
      number_spoken(lang, *text - '0', word, sizeof word);
      if (spoken.size > 0 && isalpha((unsigned char)spoken.bytes[spoken.size - 1]))
        buffer_add_text(&spoken, " ");
    }
    buffer_add_text(&spoken, word);
  }
  text_copy(out, size, spoken.bytes);
  buffer_free(&spoken);
}

void money_shown(const struct lang *lang, int fen, char *out, size_t size)
{
  char amount[WORD];
  if (fen % 100 == 0)
    FORMAT_TEXT(amount, "%d", fen / 100);
  else
    FORMAT_TEXT(amount, "%d.%02d", fen / 100, fen % 100);
  lang_fill(out, size, tr(lang, "{amount} yuan"), "amount", amount, NULL);
}

// A jiao is ten fen. Nobody says "zero yuan five jiao", and a round sum has no tail.
static const char *money_pattern(const struct lang *lang, int yuan, int jiao, int fen)
{
  if (yuan == 0 && fen == 0 && jiao > 0)
    return tr_as(lang, "spoken", "{jiao} jiao");
  if (yuan == 0 && jiao == 0 && fen > 0)
    return tr_as(lang, "spoken", "{fen} fen");
  if (yuan == 0 && fen > 0)
    return tr_as(lang, "spoken", "{jiao} jiao {fen} fen");
  if (jiao == 0 && fen == 0)
    return tr_as(lang, "spoken", "{yuan} yuan");
  if (fen == 0)
    return tr_as(lang, "spoken", "{yuan} yuan {jiao} jiao");
  if (jiao == 0)
    return tr_as(lang, "spoken", "{yuan} yuan and {fen} fen");
  return tr_as(lang, "spoken", "{yuan} yuan {jiao} jiao {fen} fen");
}

void money_spoken(const struct lang *lang, int fen, char *out, size_t size)
{
  int yuan = fen / 100, jiao = fen / 10 % 10, rest = fen % 10;
  char yuan_text[WORD], jiao_text[WORD], fen_text[WORD];
  number_quantity(lang, yuan, yuan_text, sizeof yuan_text);
  if (yuan == 0)
    number_quantity(lang, jiao, jiao_text, sizeof jiao_text);
  else
    number_spoken(lang, jiao, jiao_text, sizeof jiao_text);
  number_spoken(lang, rest, fen_text, sizeof fen_text);
  lang_fill(out, size, money_pattern(lang, yuan, jiao, rest), "yuan", yuan_text, "jiao", jiao_text, "fen", fen_text,
            NULL);
}
