// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/reading.h"

#include "base/text.h"

#include <ctype.h>
#include <string.h>

// Vowels with their tone marks, as people copy them out of a dictionary.
static const struct {
  unsigned marked;
  char plain, tone;
} marks[] = {
    {0x101, 'a', '1'}, {0xe1, 'a', '2'},  {0x1ce, 'a', '3'}, {0xe0, 'a', '4'},  {0x113, 'e', '1'}, {0xe9, 'e', '2'},
    {0x11b, 'e', '3'}, {0xe8, 'e', '4'},  {0x12b, 'i', '1'}, {0xed, 'i', '2'},  {0x1d0, 'i', '3'}, {0xec, 'i', '4'},
    {0x14d, 'o', '1'}, {0xf3, 'o', '2'},  {0x1d2, 'o', '3'}, {0xf2, 'o', '4'},  {0x16b, 'u', '1'}, {0xfa, 'u', '2'},
    {0x1d4, 'u', '3'}, {0xf9, 'u', '4'},  {0x1d6, 'v', '1'}, {0x1d8, 'v', '2'}, {0x1da, 'v', '3'}, {0x1dc, 'v', '4'},
    {0xfc, 'v', '\0'}, {0xdc, 'v', '\0'},
};

struct writing {
  char text[PINYIN_SIZE * 2];
  size_t size;
  char tone;     // of the syllable being written, from a mark; 0: none yet
  int letters;   // of it
  int syllables; // finished
};

static void put(struct writing *writing, char letter)
{
  if (writing->size + 1 < sizeof writing->text)
    writing->text[writing->size++] = letter;
}

// A syllable without any tone is said lightly.
static void finish(struct writing *writing, char digit)
{
  if (writing->letters == 0)
    return;
  put(writing, digit ? digit : writing->tone ? writing->tone : '5');
  put(writing, ' ');
  writing->syllables++;
  writing->letters = 0;
  writing->tone = '\0';
}

static bool put_letter(struct writing *writing, unsigned c)
{
  char plain = c < 0x80 && isalpha((int)c) ? (char)tolower((int)c) : '\0', tone = '\0';
  for (size_t i = 0; !plain && i < sizeof marks / sizeof *marks; i++)
    if (marks[i].marked == c) {
      plain = marks[i].plain;
      tone = marks[i].tone;
    }
  if (!plain || (tone && writing->tone))
    return false;
  if (tone)
    writing->tone = tone;
  writing->letters++;
  put(writing, plain);
  return true;
}

static bool put_character(struct writing *writing, unsigned c)
{
  if (c == ' ' || c == '\'' || c == 0x3000 || c == 0x2019) {
    finish(writing, '\0');
    return true;
  }
  if (c == '*') {
    finish(writing, '\0');
    put(writing, '*');
    put(writing, ' ');
    writing->syllables++;
    return true;
  }
  if (c >= '1' && c <= '5' && writing->letters > 0) {
    finish(writing, (char)c);
    return true;
  }
  return put_letter(writing, c);
}

static int count_han(const char *word)
{
  int count = 0;
  for (unsigned c; (c = text_next(&word)); count++)
    if (!((c >= 0x3400 && c <= 0x9fff) || (c >= 0x20000 && c <= 0x3ffff) || c == 0x3007))
      return 0;
  return count;
}

bool reading_tidy(struct reading *reading, struct fault *fault)
{
  struct writing writing = {0};
  int characters = count_han(reading->word);
  if (characters == 0)
    return fault_set(fault, "word: Chinese characters are expected, without anything between them");
  const char *at = reading->pinyin;
  bool ok = true;
  for (unsigned c; ok && (c = text_next(&at));)
    ok = put_character(&writing, c);
  finish(&writing, '\0');
  writing.text[writing.size ? writing.size - 1 : 0] = '\0';
  if (!ok || writing.syllables != characters)
    return fault_set(fault, "pinyin: a syllable with its tone for each of the %d characters is expected, as yue4 qing1",
                     characters);
  return COPY_TEXT(reading->pinyin, writing.text) || fault_set(fault, "pinyin: this is too long");
}

bool reading_read_at(const struct json_at *at, struct reading *out, struct fault *fault)
{
  struct json_at word = json_member(at, "word"), pinyin = json_member(at, "pinyin");
  return json_get_object(at, fault) && json_get_name(&word, out->word, sizeof out->word, fault) &&
         json_get_name(&pinyin, out->pinyin, sizeof out->pinyin, fault) && reading_tidy(out, fault);
}

json_t *reading_write(const struct reading *reading)
{
  return json_pack("{s:s, s:s}", "word", reading->word, "pinyin", reading->pinyin);
}
