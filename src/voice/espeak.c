// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/espeak.h"

#include "base/text.h"
#include "voice/pronounce.h"

#include <espeak-ng/espeak_ng.h>
#include <espeak-ng/speak_lib.h>
#include <pthread.h>
#include <string.h>
#include <unistd.h>

// Below full, so that no syllable is clipped; how loud it is heard is the loudspeaker's to say.
#define LEVEL 70
#define LONGEST_DATA 140 // bytes: espeak-ng keeps the path in 160
// "cmn" of espeak-ng 1.51 reads most Chinese characters as English letters: of the system's only this one will do.
#define STOCK "cmn-latn-pinyin"
#define STANDARD "cmn-x-standard"

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER; // held by whoever calls espeak-ng
static int users;                                        // started and not yet stopped; under turn
static char speaking[40];                                // the voice that was set last; under turn

struct saying {
  const struct task *task;
  struct rewrite spelt; // task->words with the readings of the site: what espeak-ng gets
  struct samples *samples;
  int position; // of the last mark, in characters from 1
};

// Where the character number `position` begins.
static size_t byte_of(const char *text, int position)
{
  const char *at = text;
  while (position-- > 0 && text_next(&at))
    ;
  return (size_t)(at - text);
}

static void mark(struct saying *saying, const espeak_EVENT *event)
{
  const char *text = rewrite_text(&saying->spelt);
  // One of no length ends a clause.
  if (event->length == 0 || event->text_position < 1)
    return;
  // In a word of the dictionary it names the second character for all that follow.
  saying->position = event->text_position > saying->position ? event->text_position : saying->position + 1;
  size_t from = byte_of(text, saying->position - 1), to = byte_of(text, saying->position - 1 + event->length);
  rewrite_source(&saying->spelt, &from, &to);
  rewrite_source(saying->task->words, &from, &to);
  samples_mark(saying->samples, (size_t)event->sample, from, to);
}

static int take_samples(short *samples, int count, espeak_EVENT *events)
{
  struct saying *saying = events->user_data;
  if (saying->task->stale(saying->task->stale_ctx))
    return 1;
  if (samples && count > 0)
    samples_add(saying->samples, samples, (size_t)count);
  for (; events->type != espeakEVENT_LIST_TERMINATED; events++)
    if (events->type == espeakEVENT_WORD)
      mark(saying, events);
  return 0;
}

// A folder that isn't there would be passed over in silence, and one without its tables would end the process.
static bool has_data(const char *folder, struct fault *fault)
{
  char path[LONGEST_DATA + 40];
  if (!*folder)
    return false;
  if (strlen(folder) > LONGEST_DATA)
    return fault_set(fault, "[voice] data = %.60s…: at most %d bytes are allowed; the system's voices speak instead",
                     folder, LONGEST_DATA);
  FORMAT_TEXT(path, "%s/espeak-ng-data/phontab", folder);
  return access(path, R_OK) == 0 ||
         fault_set(fault, "there are no voices in %s ([voice] data); the system's speak instead", folder);
}

static bool begin(const char *data, struct fault *fault)
{
  // Whole sentences go to memory: synthesis is a thousand times faster than speech, and a device of its own would have
  // to be asked to stop.
  if (espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, data, espeakINITIALIZE_DONT_EXIT) <= 0)
    return fault_set(fault, "espeak-ng can't start: its data is missing or damaged (package espeak-ng-data)");
  espeak_SetSynthCallback(take_samples);
  espeak_SetParameter(espeakVOLUME, LEVEL, 0);
  return true;
}

static bool start(void *ctx, struct fault *fault)
{
  struct espeak *espeak = ctx;
  pthread_mutex_lock(&turn);
  espeak->own = has_data(espeak->data, fault);
  speaking[0] = '\0';
  bool works = users > 0 || begin(espeak->own ? espeak->data : NULL, fault);
  if (works && espeak_SetVoiceByName(STOCK) != EE_OK)
    works = fault_set(fault, "espeak-ng has no voice " STOCK " (package espeak-ng-data)");
  users++;
  pthread_mutex_unlock(&turn);
  return works;
}

static void stop(void *ctx)
{
  struct espeak *espeak = ctx;
  pthread_mutex_lock(&turn);
  if (--users == 0)
    espeak_Terminate();
  pthread_mutex_unlock(&turn);
  readings_free(&espeak->readings);
  syllables_free(&espeak->syllables);
}

struct names {
  char of[3][40]; // the best first
};

// zh_CN@sichuan: its voice, else Mandarin, else Mandarin as the system has it.
static struct names names_of(const struct sentence *sentence)
{
  static const struct {
    const char *locale, *voice;
  } known[] = {{"zh_CN", STANDARD}, {"zh_HK", "yue"}, {"en", "en"}};
  const char *dialect = strchr(sentence->locale, '@'), *best = STANDARD;
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (strcmp(known[i].locale, sentence->locale) == 0)
      best = known[i].voice;
  struct names names;
  FORMAT_TEXT(names.of[0], "%s%s%s", dialect ? "cmn-x-" : best, dialect ? dialect + 1 : "", sentence->variant);
  FORMAT_TEXT(names.of[1], STANDARD "%s", sentence->variant);
  FORMAT_TEXT(names.of[2], STOCK "%s", sentence->variant);
  return names;
}

// The readings of the site in the sounds of the voice that was chosen.
static bool spell(struct espeak *espeak, const char *voice, const char *words, struct rewrite *spelt)
{
  char name[40];
  FORMAT_TEXT(name, "%.*s", (int)strcspn(voice, "+"), voice);
  readings_heed(&espeak->readings);
  if (espeak->readings.count > 0)
    syllables_choose(&espeak->syllables, espeak->data, name);
  return pronounce(&espeak->readings, &espeak->syllables, words, spelt);
}

// espeak-ng reads the whole dictionary anew when it is told the voice that it has already.
static bool set_voice(const char *name)
{
  if (strcmp(name, speaking) == 0)
    return true;
  bool has = espeak_SetVoiceByName(name) == EE_OK;
  COPY_TEXT(speaking, has ? name : "");
  return has;
}

// Returns its name; NULL: there is none.
static const char *choose(struct espeak *espeak, struct names *names, struct fault *fault)
{
  for (int i = 0; i < 3; i++)
    if (set_voice(names->of[i])) {
      if (i > 0 && espeak->own)
        fault_set(&espeak->missing, "there is no voice %s in %s ([voice] data); another speaks", names->of[0],
                  espeak->data);
      return names->of[i];
    }
  fault_set(fault, "espeak-ng has no voice %s", names->of[2]);
  return NULL;
}

static enum verdict synthesise(struct espeak *espeak, struct saying *saying, struct fault *fault)
{
  const struct task *task = saying->task;
  struct names names = names_of(task->sentence);
  const char *voice = choose(espeak, &names, fault);
  if (!voice)
    return SAID_FAILED;
  bool phonemes = spell(espeak, voice, rewrite_text(task->words), &saying->spelt);
  const char *text = rewrite_text(&saying->spelt);
  espeak_SetParameter(espeakRATE, task->sentence->rate_wpm, 0);
  unsigned flags = espeakCHARS_UTF8 | (phonemes ? espeakPHONEMES : 0);
  espeak_ERROR error = espeak_Synth(text, strlen(text) + 1, 0, POS_CHARACTER, 0, flags, NULL, saying);
  if (task->stale(task->stale_ctx))
    return SAID_STALE;
  if (error == EE_OK)
    return SAID;
  fault_set(fault, "espeak-ng can't say a sentence: error %d", (int)error);
  return SAID_FAILED;
}

static enum verdict say(void *ctx, const struct task *task, struct samples **samples, struct fault *fault)
{
  struct espeak *espeak = ctx;
  pthread_mutex_lock(&turn);
  struct saying saying = {.task = task, .samples = samples_new(espeak_ng_GetSampleRate())};
  enum verdict verdict = synthesise(espeak, &saying, fault);
  if (verdict == SAID)
    *fault = *espeak->missing.sentence ? espeak->missing : espeak->readings.amiss;
  rewrite_free(&saying.spelt);
  pthread_mutex_unlock(&turn);
  if (verdict == SAID)
    *samples = saying.samples;
  else
    samples_free(saying.samples);
  return verdict;
}

struct engine espeak_engine(struct espeak *espeak)
{
  return (struct engine){.name = "espeak-ng", .start = start, .say = say, .stop = stop, .ctx = espeak};
}
