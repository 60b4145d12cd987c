// SPDX-License-Identifier: GPL-3.0-or-later
// What is taken of what people record, and how loud it is in the end.
#include "../../cmocka_all.h"
#include "../../support/speaker.h"
#include "server/sound/loudness.h"
#include "server/sound/make_clip.h"
#include "server/sound/opus_file.h"

#include <sndfile.h>
#include <stdlib.h>
#include <string.h>

#define LONG_TEXT_MS 6000 // what a text of about nine syllables may take

struct scene {
  struct speaker speaker;
  int channels, format;
};
static const struct scene usual = {{0.3, 0.0005, 500, 1500, 220}, 1, SF_FORMAT_WAV | SF_FORMAT_PCM_16};

static float *sound_of(const struct scene *scene, size_t *count)
{
  *count = speaker_count(&scene->speaker);
  float *at = malloc((*count * (size_t)scene->channels + 1) * sizeof *at);
  for (size_t i = 0; i < *count; i++) {
    float value = (float)speaker_at(&scene->speaker, i);
    for (int c = 0; c < scene->channels; c++)
      at[i * (size_t)scene->channels + (size_t)c] = value;
  }
  return at;
}

static sf_count_t file_size(void *ctx)
{
  return (sf_count_t)((struct buffer *)ctx)->size;
}
static sf_count_t position;
static sf_count_t file_seek(sf_count_t offset, int whence, void *ctx)
{
  return position = offset + (whence == SEEK_SET ? 0 : whence == SEEK_CUR ? position : file_size(ctx));
}
static sf_count_t file_read(void *out, sf_count_t count, void *ctx)
{
  struct buffer *file = ctx;
  if (count > file_size(ctx) - position)
    count = file_size(ctx) - position;
  memcpy(out, file->bytes + position, (size_t)count);
  position += count;
  return count;
}
static sf_count_t file_write(const void *bytes, sf_count_t count, void *ctx)
{
  struct buffer *file = ctx;
  while (file_size(ctx) < position + count)
    buffer_add(file, "", 1);
  memcpy(file->bytes + position, bytes, (size_t)count);
  position += count;
  return count;
}
static sf_count_t file_tell(void *ctx)
{
  return position;
}
static SF_VIRTUAL_IO io = {file_size, file_seek, file_read, file_write, file_tell};

static struct buffer file_of(const struct scene *scene)
{
  struct buffer file = {0};
  size_t count;
  float *at = sound_of(scene, &count);
  SF_INFO info = {.samplerate = SPEAKER_RATE, .channels = scene->channels, .format = scene->format};
  position = 0;
  SNDFILE *out = sf_open_virtual(&io, SFM_WRITE, &info, &file);
  assert_non_null(out);
  assert_int_equal(sf_writef_float(out, at, (sf_count_t)count), count);
  sf_close(out);
  free(at);
  return file;
}

static enum verdict made_of(const struct scene *scene, int most_ms, struct made_clip *clip, struct fault *fault)
{
  struct buffer file = file_of(scene);
  enum verdict verdict = make_clip(file.bytes, file.size, most_ms, clip, fault);
  buffer_free(&file);
  return verdict;
}

static void expect(enum verdict wanted, const struct scene *scene, int most_ms)
{
  struct made_clip clip;
  struct fault fault = {{0}};
  enum verdict verdict = made_of(scene, most_ms, &clip, &fault);
  if (verdict != wanted)
    fail_msg("%s instead of %s: %s", verdict_code(verdict), verdict_code(wanted), fault.sentence);
  if (wanted != VERDICT_GOOD && !fault.sentence[0])
    fail_msg("%s says nothing", verdict_code(wanted));
  buffer_free(&clip.opus);
}

// How loud it is when a kiosk plays it.
static struct loudness heard(const struct made_clip *clip)
{
  SF_INFO info = {0};
  struct buffer file = clip->opus;
  struct recording recording;
  struct loudness loudness;
  position = 0;
  SNDFILE *in = sf_open_virtual(&io, SFM_READ, &info, &file);
  assert_non_null(in);
  recording = (struct recording){.rate = info.samplerate, .at = malloc((size_t)info.frames * sizeof(float))};
  recording.count = (size_t)sf_readf_float(in, recording.at, info.frames);
  sf_close(in);
  for (size_t i = 0; i < recording.count; i++)
    recording.at[i] *= (float)pow(10, clip->gain_cb / 200.0);
  assert_true(loudness_measure(&recording, &loudness));
  recording_free(&recording);
  return loudness;
}

static void loud_and_soft_become_equally_loud(void **state)
{
  static const double levels[] = {0.9, 0.3, 0.05, 0.02};
  for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
    struct scene scene = usual;
    struct made_clip clip;
    struct fault fault;
    scene.speaker.level = levels[i];
    scene.speaker.noise = levels[i] / 1000;
    assert_int_equal(made_of(&scene, LONG_TEXT_MS, &clip, &fault), VERDICT_GOOD);
    struct loudness loudness = heard(&clip);
    if (fabs(loudness.lufs - TARGET_LUFS) > 0.7 || loudness.peak_db > MOST_PEAK_DB)
      fail_msg("level %.2f: %.1f LUFS, peak %.1f dB", levels[i], loudness.lufs, loudness.peak_db);
    buffer_free(&clip.opus);
  }
}

static void a_very_short_word_is_measured_too(void **state)
{
  struct scene scene = usual;
  struct made_clip clip;
  struct fault fault;
  scene.speaker.said_ms = 200;
  assert_int_equal(made_of(&scene, 2450, &clip, &fault), VERDICT_GOOD);
  struct loudness loudness = heard(&clip);
  if (fabs(loudness.lufs - TARGET_LUFS) > 1 || loudness.peak_db > MOST_PEAK_DB)
    fail_msg("%.1f LUFS, peak %.1f dB", loudness.lufs, loudness.peak_db);
  buffer_free(&clip.opus);
}

static void a_voice_with_sharp_peaks_keeps_its_peaks(void **state)
{
  struct loudness loudness = {.lufs = -30, .peak_db = -3};
  assert_int_equal(loudness_gain_cb(loudness), 16);
}

static void the_silence_at_both_ends_is_cut(void **state)
{
  struct scene scene = usual;
  struct made_clip clip;
  struct fault fault;
  scene.speaker.quiet_ms = 2000;
  assert_int_equal(made_of(&scene, LONG_TEXT_MS, &clip, &fault), VERDICT_GOOD);
  if (clip.ms < 1450 || clip.ms > 1700)
    fail_msg("%d ms", clip.ms);
  assert_true(clip.opus.size < 12000);
  buffer_free(&clip.opus);
}

static void flac_and_two_channels_are_taken(void **state)
{
  struct scene scene = usual;
  scene.format = SF_FORMAT_FLAC | SF_FORMAT_PCM_16;
  expect(VERDICT_GOOD, &scene, LONG_TEXT_MS);
  scene.channels = 2;
  expect(VERDICT_GOOD, &scene, LONG_TEXT_MS);
  scene.channels = 3;
  expect(VERDICT_UNREADABLE, &scene, LONG_TEXT_MS);
}

static void what_is_wrong_with_a_recording_is_named(void **state)
{
  struct scene scene = usual;
  scene.speaker.level = 0;
  expect(VERDICT_SILENT, &scene, LONG_TEXT_MS);
  scene.speaker.level = 3;
  expect(VERDICT_CLIPPED, &scene, LONG_TEXT_MS);
  scene = usual;
  scene.speaker.noise = 0.1;
  expect(VERDICT_NOISY, &scene, LONG_TEXT_MS);
  scene = usual;
  scene.speaker.said_ms = 300;
  expect(VERDICT_SHORT, &scene, LONG_TEXT_MS);
  scene.speaker.said_ms = 4000;
  expect(VERDICT_LONG, &scene, 3000);
}

static void no_sound_at_all_is_named(void **state)
{
  static const char *const others[] = {"", "RIFF", "hello", "OggS and nothing else", "fLaC"};
  struct made_clip clip;
  for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
    struct fault fault = {{0}};
    assert_int_equal(make_clip(others[i], strlen(others[i]), LONG_TEXT_MS, &clip, &fault), VERDICT_UNREADABLE);
    assert_true(fault.sentence[0]);
  }
}

static void a_file_that_is_cut_off_is_taken_or_refused(void **state)
{
  struct scene scene = usual;
  scene.format = SF_FORMAT_FLAC | SF_FORMAT_PCM_16;
  struct buffer file = file_of(&scene);
  for (size_t size = 0; size < file.size; size += file.size / 50) {
    struct made_clip clip;
    struct fault fault;
    make_clip(file.bytes, size, LONG_TEXT_MS, &clip, &fault);
    buffer_free(&clip.opus);
  }
  buffer_free(&file);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(loud_and_soft_become_equally_loud),
      cmocka_unit_test(a_very_short_word_is_measured_too),
      cmocka_unit_test(a_voice_with_sharp_peaks_keeps_its_peaks),
      cmocka_unit_test(the_silence_at_both_ends_is_cut),
      cmocka_unit_test(flac_and_two_channels_are_taken),
      cmocka_unit_test(what_is_wrong_with_a_recording_is_named),
      cmocka_unit_test(no_sound_at_all_is_named),
      cmocka_unit_test(a_file_that_is_cut_off_is_taken_or_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
