// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/import_cells.h"

#include "base/text.h"
#include "protocol/card.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WIDE_SPACE "\u3000"
#define FIRM_SPACE "\u00A0"
#define SERIAL_OF_1970 25569
#define FIRST_SERIAL 43831 // 2020-01-01
#define LAST_SERIAL 65380  // 2078-12-31
#define BOM "\uFEFF"

// How many bytes of space `text` begins with.
static size_t space_at(const char *text)
{
  static const char *const spaces[] = {WIDE_SPACE, FIRM_SPACE, BOM};
  if (*text == ' ')
    return 1;
  for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
    if (strncmp(text, spaces[i], strlen(spaces[i])) == 0)
      return strlen(spaces[i]);
  return 0;
}

static void trim(char *text)
{
  size_t lead = 0, step;
  while ((step = space_at(text + lead)) > 0)
    lead += step;
  memmove(text, text + lead, strlen(text + lead) + 1);
  char *end = text; // of the last thing that is no space
  for (char *at = text; *at;) {
    step = space_at(at);
    at += step ? step : 1;
    if (!step)
      end = at;
  }
  *end = '\0';
}

void cell_clean(char *text)
{
  for (char *at = text; *at; at++)
    if ((unsigned char)*at < 0x20 || *at == 0x7F)
      *at = ' ';
  text_tidy(text);
  trim(text);
  size_t length = strlen(text);
  if (length >= 3 && strncmp(text, "=\"", 2) == 0 && text[length - 1] == '"') {
    memmove(text, text + 2, length - 3);
    text[length - 3] = '\0';
  } else if (text[0] == '\'') {
    memmove(text, text + 1, length);
  }
  trim(text);
}

// Wide forms of ASCII become narrow, other characters stay; what does not fit is cut.
static void narrow(const char *text, char *out, size_t size)
{
  size_t to = 0;
  while (*text && to + 1 < size) {
    const char *at = text;
    unsigned character = text_next(&at);
    size_t length = (size_t)(at - text);
    if (character >= 0xFF01 && character <= 0xFF5E) {
      out[to++] = (char)(character - 0xFEE0);
    } else if (to + length < size) {
      memcpy(out + to, text, length);
      to += length;
    } else {
      break;
    }
    text = at;
  }
  out[to] = '\0';
}

// Moves over a whole number of at most `most` digits; -1 when there is none.
static int take_number(const char **at, int most)
{
  int number = 0, digits = 0;
  while (**at >= '0' && **at <= '9' && digits < most) {
    number = number * 10 + (**at - '0');
    (*at)++;
    digits++;
  }
  return digits > 0 ? number : -1;
}

static bool skip(const char **at, const char *word)
{
  bool is_there = strncmp(*at, word, strlen(word)) == 0;
  if (is_there)
    *at += strlen(word);
  return is_there;
}

static bool skip_separator(const char **at)
{
  return skip(at, "-") || skip(at, "/") || skip(at, ".") || skip(at, "年") || skip(at, "月");
}

// Sets `out` when year, month and day are a date of the calendar.
static bool make_date(int year, int month, int day, char out[CLOCK_DATE_SIZE])
{
  char date[40];
  FORMAT_TEXT(date, "%04d-%02d-%02d", year, month, day);
  bool ok = month > 0 && day > 0 && clock_at(date, 0, 0) >= 0;
  if (ok)
    memcpy(out, date, CLOCK_DATE_SIZE);
  return ok;
}

// The year in which month and day lie nearest to today.
static bool make_date_near(const char *today, int month, int day, char out[CLOCK_DATE_SIZE])
{
  anban_ms now = clock_at(today, 0, 0), nearest = -1;
  int this_year = (int)strtol(today, NULL, 10);
  for (int year = this_year - 1; year <= this_year + 1; year++) {
    char date[CLOCK_DATE_SIZE];
    if (!make_date(year, month, day, date))
      continue;
    anban_ms distance = llabs(clock_at(date, 0, 0) - now);
    if (nearest < 0 || distance < nearest) {
      nearest = distance;
      memcpy(out, date, CLOCK_DATE_SIZE);
    }
  }
  return nearest >= 0;
}

// What may stand after a date: its last sign, and midnight, which spreadsheets add.
static bool is_rest_of_date(const char *rest)
{
  if (!skip(&rest, "日"))
    skip(&rest, "号");
  return strspn(rest, " 0:") == strlen(rest);
}

// Spreadsheets count days from 1899-12-30; so does a cell whose format was taken away.
static bool make_date_of_serial(int serial, char out[CLOCK_DATE_SIZE])
{
  bool is_one = serial >= FIRST_SERIAL && serial <= LAST_SERIAL;
  if (is_one)
    clock_add_days("1970-01-01", serial - SERIAL_OF_1970, out);
  return is_one;
}

bool cell_date(const char *text, const char *today, char out[CLOCK_DATE_SIZE])
{
  char plain[48];
  narrow(text, plain, sizeof plain);
  const char *at = plain;
  int first = take_number(&at, 8);
  if (first >= 10000000)
    return is_rest_of_date(at) && make_date(first / 10000, first / 100 % 100, first % 100, out);
  if (!*at || strspn(at, ".0") == strlen(at))
    return make_date_of_serial(first, out);
  if (!skip_separator(&at))
    return false;
  int second = take_number(&at, 2);
  if (!skip_separator(&at))
    return first <= 12 && is_rest_of_date(at) && make_date_near(today, first, second, out);
  int third = take_number(&at, 2);
  return first >= 1000 && third > 0 && is_rest_of_date(at) && make_date(first, second, third, out);
}

bool cell_price(const char *text, int *fen)
{
  char plain[32];
  narrow(text, plain, sizeof plain);
  const char *at = plain;
  if (skip(&at, "¥") || skip(&at, "￥") || skip(&at, "RMB"))
    skip(&at, " ");
  int yuan = take_number(&at, 6), decimals = 0;
  if (skip(&at, ".")) {
    const char *begin = at;
    decimals = take_number(&at, 2);
    if (at - begin == 1)
      decimals *= 10;
  }
  skip(&at, " ");
  if (!skip(&at, "元"))
    skip(&at, "块");
  *fen = yuan * 100 + decimals;
  return yuan >= 0 && decimals >= 0 && !*at && *fen <= MOST_PRICE_FEN;
}

// A share as 0.5 or 0.55; what would be a fraction of a per cent is none.
static int percent_of_share(const char *at)
{
  const char *begin;
  if (!skip(&at, "0.") && !skip(&at, "."))
    return -1;
  begin = at;
  int share = take_number(&at, 2);
  if (at - begin == 1)
    share *= 10;
  return at[strspn(at, "0")] ? -1 : share;
}

bool cell_percent(const char *text, int *percent)
{
  char plain[16];
  narrow(text, plain, sizeof plain);
  const char *at = plain;
  *percent = percent_of_share(plain);
  if (*percent >= 0)
    return true;
  *percent = take_number(&at, 3);
  if (skip(&at, ".0"))
    skip(&at, "0");
  if (*percent == 1 && !*at) // 1 % or the whole?
    return false;
  skip(&at, " ");
  skip(&at, "%");
  return *percent >= 0 && *percent <= 100 && !*at;
}

bool cell_number(const char *text, char *out, size_t size)
{
  char plain[64];
  narrow(text, plain, sizeof plain);
  return strspn(plain, "0123456789+-() ") == strlen(plain) && strlen(plain) < size && text_copy(out, size, plain);
}

bool cell_card(const char *text, char out[CARD_SIZE])
{
  char plain[64];
  narrow(text, plain, sizeof plain);
  out[0] = '\0';
  return !*plain || card_read(plain, out);
}

bool cell_is_scientific(const char *text)
{
  const char *at = text;
  size_t digits = strspn(at, "0123456789.");
  at += digits;
  return digits > 0 && (*at == 'E' || *at == 'e') && (at[1] == '+') && strspn(at + 2, "0123456789") > 0;
}
