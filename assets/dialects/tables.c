// SPDX-License-Identifier: GPL-3.0-or-later
#include "phonemes.h"

#include <math.h>
#include <string.h>

#define VERSION 0x014801u
#define TABLE_HEAD 36
#define TABLE_NAME 4
#define NAME_ROOM 32
#define CODES 255 // code 255 is never a phoneme
#define ENVELOPE 128
// Of a program: the envelope's place follows in two words; then the end.
#define PROGRAM_PITCH 0x9200
#define PROGRAM_END 0x0001

enum kind { KIND_STRESS = 1, KIND_VOWEL = 2 };

// As it stands in the file; all machines that run espeak-ng's data are little-endian.
struct phoneme {
  uint32_t name, flags;
  uint16_t program;
  uint8_t code, kind, start, end, length, modifier;
};
_Static_assert(sizeof(struct phoneme) == 16, "a phoneme is 16 bytes in phontab");

static unsigned char *table(const struct phonemes *data, int index)
{
  return (unsigned char *)data->tables.bytes + data->table_at[index];
}

static int base_of(const struct phonemes *data, int index)
{
  return table(data, index)[1] - 1;
}

static struct phoneme phoneme_at(const struct phonemes *data, int index, int number)
{
  struct phoneme phoneme;
  memcpy(&phoneme, table(data, index) + TABLE_HEAD + number * sizeof phoneme, sizeof phoneme);
  return phoneme;
}

static bool find_tables(struct phonemes *data, struct fault *fault)
{
  size_t at = 4, size = data->tables.size;
  int count = size > 4 ? (unsigned char)data->tables.bytes[0] : 0;
  if (count == 0 || count > PHONEME_TABLES)
    return fault_set(fault, "phontab is damaged: it says that it has %d tables", count);
  for (data->table_count = 0; data->table_count < count; data->table_count++) {
    if (at + TABLE_HEAD > size)
      return fault_set(fault, "phontab is damaged: it ends in table %d", data->table_count + 1);
    data->table_at[data->table_count] = at;
    at += TABLE_HEAD + table(data, data->table_count)[0] * sizeof(struct phoneme);
  }
  return at <= size || fault_set(fault, "phontab is damaged: it ends in its last table");
}

bool phonemes_open(struct phonemes *data, struct fault *fault)
{
  uint32_t version = 0;
  if (data->sounds.size > sizeof version)
    memcpy(&version, data->sounds.bytes, sizeof version);
  if (version != VERSION)
    return fault_set(fault,
                     "espeak-ng's data has the version 0x%06x, and only 0x%06x (espeak-ng 1.51) is known: no dialect "
                     "can be added to it",
                     version, VERSION);
  return find_tables(data, fault);
}

void phonemes_close(struct phonemes *data)
{
  buffer_free(&data->tables);
  buffer_free(&data->programs);
  buffer_free(&data->sounds);
}

static int table_named(const struct phonemes *data, const char *name, struct fault *fault)
{
  for (int i = 0; i < data->table_count; i++) {
    if (strcmp((char *)table(data, i) + TABLE_NAME, name) == 0)
      return i;
  }
  fault_set(fault, "espeak-ng's data has no table %s", name);
  return -1;
}

bool phonemes_begin(struct phonemes *data, const char *name, const char *base, struct fault *fault)
{
  int of = table_named(data, base, fault);
  if (of < 0)
    return false;
  if (data->table_count == PHONEME_TABLES)
    return fault_set(fault, "espeak-ng knows no more than %d tables", PHONEME_TABLES);
  unsigned char head[TABLE_HEAD] = {0, (unsigned char)(of + 1)};
  memcpy(head + TABLE_NAME, name, strnlen(name, NAME_ROOM - 1));
  data->table_at[data->table_count++] = data->tables.size;
  buffer_add(&data->tables, head, sizeof head);
  data->tables.bytes[0] = (char)data->table_count;
  return true;
}

static uint32_t name_word(const char *name)
{
  uint32_t word = 0;
  memcpy(&word, name, strnlen(name, sizeof word));
  return word;
}

// The phoneme of that name in a table or in what it is based on.
static bool find(const struct phonemes *data, int in, uint32_t name, struct phoneme *out)
{
  for (int at = in; at >= 0; at = base_of(data, at)) {
    for (int i = 0; i < table(data, at)[0]; i++) {
      *out = phoneme_at(data, at, i);
      if (out->name == name && out->code)
        return true;
    }
  }
  return false;
}

// The lowest code after the last in use, 0 when all are taken.
static uint8_t free_code(const struct phonemes *data)
{
  int last = 0;
  for (int at = data->table_count - 1; at >= 0; at = base_of(data, at)) {
    for (int i = 0; i < table(data, at)[0]; i++) {
      int code = phoneme_at(data, at, i).code;
      last = code > last ? code : last;
    }
  }
  return (uint8_t)(last + 1 < CODES ? last + 1 : 0);
}

static bool add(struct phonemes *data, struct phoneme phoneme, const char *name, struct fault *fault)
{
  struct phoneme known;
  size_t length = strlen(name);
  if (length > sizeof phoneme.name)
    return fault_set(fault, "the name %s is longer than four letters", name);
  phoneme.name = name_word(name);
  phoneme.code = find(data, data->table_count - 1, phoneme.name, &known) ? known.code : free_code(data);
  if (!phoneme.code)
    return fault_set(fault, "there is no room for %s: a table has at most %d phonemes", name, CODES);
  buffer_add(&data->tables, &phoneme, sizeof phoneme);
  table(data, data->table_count - 1)[0]++;
  return true;
}

// Through the digits in equal times, each turn rounded like half a cosine: 0 is the lowest of them, 255 the highest.
static void envelope(const int *levels, int count, int least, int most, unsigned char out[ENVELOPE])
{
  for (int i = 0; i < ENVELOPE; i++) {
    double at = (double)i / (ENVELOPE - 1) * (count - 1);
    int from = (int)at < count - 1 ? (int)at : count - 2;
    double way = (1 - cos((at - from) * M_PI)) / 2;
    double level = levels[from] + (levels[from + 1] - levels[from]) * way;
    out[i] = most > least ? (unsigned char)lrint((level - least) / (most - least) * 255) : 128;
  }
}

static int read_chao(const char *chao, int levels[5], struct fault *fault)
{
  int count = 0;
  for (; chao[count] >= '1' && chao[count] <= '5' && count < 4; count++)
    levels[count] = chao[count] - '0';
  if (chao[count] || count == 0) {
    fault_set(fault, "\"%s\" is no tone: one to four digits from 1 to 5", chao);
    return 0;
  }
  if (count == 1) // a short level one
    levels[count++] = levels[0];
  return count;
}

bool phonemes_tone(struct phonemes *data, const char *name, const char *chao, struct fault *fault)
{
  int levels[5], count = read_chao(chao, levels, fault);
  if (!count || data->table_count == 0)
    return false;
  int least = levels[0], most = levels[0];
  for (int i = 1; i < count; i++) {
    least = levels[i] < least ? levels[i] : least;
    most = levels[i] > most ? levels[i] : most;
  }
  unsigned char shape[ENVELOPE];
  envelope(levels, count, least, most, shape);
  size_t place = data->sounds.size;
  uint16_t program[3] = {(uint16_t)(PROGRAM_PITCH | place >> 16), (uint16_t)place, PROGRAM_END};
  struct phoneme tone = {.program = (uint16_t)(data->programs.size / sizeof *program),
                         .kind = KIND_STRESS,
                         .start = (uint8_t)(least * 10),
                         .end = (uint8_t)(most * 10 + (most == least ? 1 : 0))};
  buffer_add(&data->sounds, shape, sizeof shape);
  buffer_add(&data->programs, program, sizeof program);
  return add(data, tone, name, fault);
}

bool phonemes_vowel(struct phonemes *data, const char *name, const char *of, const char *like, int percent,
                    struct fault *fault)
{
  struct phoneme vowel;
  int in = table_named(data, of, fault);
  if (in < 0)
    return false;
  if (!find(data, in, name_word(like), &vowel) || vowel.kind != KIND_VOWEL)
    return fault_set(fault, "espeak-ng's table %s has no vowel %s", of, like);
  int length = vowel.length * percent / 100;
  if (length < 10 || length > 255)
    return fault_set(fault, "%s would be %d long with %d hundredths: 10 to 255 is possible", name, length, percent);
  vowel.length = (uint8_t)length;
  return add(data, vowel, name, fault);
}
