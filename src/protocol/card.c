// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/card.h"

#include "base/secret.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#define DECIMAL_DIGITS 10 // of 32 bits
#define HEX_DIGITS 8

static const char between[] = " -:.";

static char upper(char letter)
{
  return letter >= 'a' && letter <= 'z' ? (char)(letter - 'a' + 'A') : letter;
}

static bool is_of_card(char letter)
{
  return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z');
}

bool card_read(const char *text, char out[CARD_SIZE])
{
  size_t length = 0;
  for (; *text; text++) {
    char letter = upper(*text);
    if (strchr(between, letter))
      continue;
    if (!is_of_card(letter) || length == CARD_SIZE - 1)
      return false;
    out[length++] = letter;
  }
  out[length] = '\0';
  return length >= CARD_LEAST;
}

// What two forms of one card have in common.
static bool read_key(const char *text, char out[CARD_SIZE])
{
  if (!card_read(text, out))
    return false;
  size_t length = strlen(out);
  bool has_letter = strcspn(out, "ABCDEF") < length;
  if (length == HEX_DIGITS && has_letter && strspn(out, "0123456789ABCDEF") == length)
    text_format(out, CARD_SIZE, "%0*llu", DECIMAL_DIGITS, strtoull(out, NULL, 16));
  return true;
}

bool card_same(const char *left, const char *right)
{
  char left_key[CARD_SIZE], right_key[CARD_SIZE];
  return read_key(left, left_key) && read_key(right, right_key) && secret_same(left_key, right_key);
}
