// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus.h"

#include "base/memory.h"

#include <espeak-ng/espeak_ng.h>
#include <espeak-ng/speak_lib.h>
#include <math.h>
#include <soxr.h>
#include <stdlib.h>
#include <string.h>

#define RATE 16000
#define BABBLE (60 * RATE)
#define LEAD 0.6       // s of the room before somebody speaks
#define TAIL 1.2       // and after
#define FLOOR_DB -40.0 // the microphone's own noise below the speech
#define ECHO 0.45      // s until it is 60 dB down
#define ECHO_DB -3.0   // of all of it against the direct sound

static struct samples *saying;
static double babble[BABBLE];
static double hiss[BABBLE]; // white noise

// Numerical Recipes' generator: the same on every machine.
static double uniform(uint64_t *seed, double low, double high)
{
  *seed = *seed * 6364136223846793005u + 1442695040888963407u;
  return low + (high - low) * (double)(*seed >> 11) / 9007199254740992.0;
}

static double normal(uint64_t *seed)
{
  double u = uniform(seed, 1e-12, 1), v = uniform(seed, 0, 2 * M_PI);
  return sqrt(-2 * log(u)) * cos(v);
}

static void make_hiss(void)
{
  uint64_t seed = 1;
  for (size_t i = 0; i < BABBLE; i++)
    hiss[i] = normal(&seed);
}

static uint64_t seed_of(const char *text, const char *more, unsigned take)
{
  uint64_t seed = 1469598103934665603u + take;
  for (; *text; text++)
    seed = (seed ^ (unsigned char)*text) * 1099511628211u;
  for (; *more; more++)
    seed = (seed ^ (unsigned char)*more) * 1099511628211u;
  for (int i = 0; i < 4; i++)
    uniform(&seed, 0, 1);
  return seed;
}

static int take_samples(short *at, int count, espeak_EVENT *events)
{
  if (at && count > 0)
    samples_add(saying, at, (size_t)count);
  return 0;
}

bool corpus_start(const char *data)
{
  if (espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, data, espeakINITIALIZE_DONT_EXIT) <= 0)
    return false;
  espeak_SetSynthCallback(take_samples);
  make_hiss();
  return true;
}

void corpus_stop(void)
{
  espeak_Terminate();
}

bool corpus_has(const char *voice)
{
  return espeak_SetVoiceByName(voice) == EE_OK;
}

static struct samples *synthesise(const struct speaker *speaker, const char *text, double pace, double pitch, int gap)
{
  saying = samples_new(espeak_ng_GetSampleRate());
  espeak_SetVoiceByName(speaker->voice);
  espeak_SetParameter(espeakRATE, (int)pace, 0);
  espeak_SetParameter(espeakPITCH, (int)(pitch < 0 ? 0 : pitch > 99 ? 99 : pitch), 0);
  espeak_SetParameter(espeakWORDGAP, gap, 0);
  espeak_SetParameter(espeakVOLUME, 70, 0);
  espeak_Synth(text, strlen(text) + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, NULL, NULL);
  return saying;
}

static struct samples *resampled(struct samples *from)
{
  size_t room = from->count * RATE / (size_t)from->rate + 1, done = 0;
  struct samples *out = samples_new(RATE);
  int16_t *at = memory_new(room * sizeof *at);
  soxr_io_spec_t io = soxr_io_spec(SOXR_INT16_I, SOXR_INT16_I);
  io.flags = SOXR_NO_DITHER;
  soxr_oneshot(from->rate, RATE, 1, from->at, from->count, NULL, at, room, &done, &io, NULL, NULL);
  samples_add(out, at, done);
  free(at);
  samples_free(from);
  return out;
}

static void add(struct samples *to, double value)
{
  int16_t sample = (int16_t)lround(value > 32767 ? 32767 : value < -32767 ? -32767 : value);
  samples_add(to, &sample, 1);
}

static double rms(const struct samples *samples)
{
  double sum = 1e-9;
  for (size_t i = 0; i < samples->count; i++)
    sum += (double)samples->at[i] * samples->at[i];
  return sqrt(sum / (double)(samples->count + 1));
}

// Without the silence at its ends, tilted as the place of the mouth tilts it, at `level`.
static struct samples *placed(struct samples *said, double tilt, double level)
{
  struct samples *out = samples_new(RATE);
  size_t first = 0, last = said->count;
  while (first < last && abs(said->at[first]) < 60)
    first++;
  while (last > first && abs(said->at[last - 1]) < 60)
    last--;
  double gain = level / rms(said), before = 0;
  for (; first < last; first++) {
    add(out, gain * (said->at[first] - tilt * before));
    before = said->at[first];
  }
  samples_free(said);
  return out;
}

struct samples *corpus_say(const struct speaker *speaker, const char *text, unsigned take)
{
  uint64_t seed = seed_of(text, speaker->voice, take);
  double pace = speaker->pace * uniform(&seed, 0.86, 1.17), pitch = speaker->pitch + uniform(&seed, -9, 9);
  int gap = (int)uniform(&seed, 0, 3.99);
  double tilt = uniform(&seed, -0.35, 0.35), level = 1000 * pow(10, uniform(&seed, -6, 6) / 20);
  return placed(resampled(synthesise(speaker, text, pace, pitch, gap)), tilt, level);
}

void corpus_babble(const struct speaker *speakers, int count, const char *const *sentences, int sentence_count)
{
  memset(babble, 0, sizeof babble);
  for (int n = 0; n < count; n++) {
    uint64_t seed = seed_of("babble", speakers[n].voice, (unsigned)n);
    size_t at = 0, shift = (size_t)uniform(&seed, 0, BABBLE);
    while (at < BABBLE) {
      const char *sentence = sentences[(int)uniform(&seed, 0, sentence_count - 0.01)];
      struct samples *said = corpus_say(&speakers[n], sentence, (unsigned)at);
      double gain = 1000 / rms(said);
      for (size_t i = 0; i < said->count && at < BABBLE; i++, at++)
        babble[(at + shift) % BABBLE] += gain * said->at[i];
      samples_free(said);
    }
  }
  double sum = 0;
  for (size_t i = 0; i < BABBLE; i++)
    sum += babble[i] * babble[i];
  for (size_t i = 0; i < BABBLE; i++)
    babble[i] /= sqrt(sum / BABBLE);
}

enum { ECHO_BEGIN = 64, ECHO_LENGTH = RATE / 4 };

// In this order of loops the compiler does four samples at once.
static void add_tail(float *restrict sum, const float *restrict tail, float amount)
{
  for (size_t i = ECHO_BEGIN; i < ECHO_LENGTH; i++)
    sum[i] += tail[i] * amount;
}

// The direct sound and a tail of noise that dies away.
static struct samples *echoed(struct samples *said, uint64_t *seed)
{
  static float tail[ECHO_LENGTH];
  double power = 0;
  for (int i = ECHO_BEGIN; i < ECHO_LENGTH; i++) {
    tail[i] = (float)(normal(seed) * pow(10, -3.0 * i / RATE / ECHO));
    power += tail[i] * tail[i];
  }
  double gain = sqrt(pow(10, ECHO_DB / 10) / power);
  size_t count = said->count + ECHO_LENGTH;
  float *sum = memory_new(count * sizeof *sum);
  memset(sum, 0, count * sizeof *sum);
  for (size_t i = 0; i < said->count; i++)
    add_tail(sum + i, tail, said->at[i]);
  struct samples *out = samples_new(RATE);
  for (size_t i = 0; i < count; i++)
    add(out, (i < said->count ? said->at[i] : 0) + gain * (double)sum[i]);
  free(sum);
  samples_free(said);
  return out;
}

struct samples *corpus_in_room(struct samples *said, const struct room *room, unsigned take)
{
  uint64_t seed = seed_of(room->name, "room", take);
  if (room->echo)
    said = echoed(said, &seed);
  double level = rms(said), floor = level * pow(10, FLOOR_DB / 20);
  double noise = room->noise == NOISE_NONE ? 0 : level * pow(10, -room->snr / 20);
  size_t lead = (size_t)(LEAD * RATE), count = lead + said->count + (size_t)(TAIL * RATE);
  size_t shift = (size_t)uniform(&seed, 0, BABBLE), floor_shift = (size_t)uniform(&seed, 0, BABBLE);
  struct samples *out = samples_new(RATE);
  const double *sounds = room->noise == NOISE_WHITE ? hiss : babble;
  for (size_t i = 0; i < count; i++) {
    double value = i >= lead && i - lead < said->count ? said->at[i - lead] : 0;
    value += floor * hiss[(i + floor_shift) % BABBLE] + noise * sounds[(i + shift) % BABBLE];
    add(out, value);
  }
  samples_free(said);
  return out;
}
