// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/wav.h"

#include <sndfile.h>
#include <string.h>

#define MOST_CHANNELS 8

// libsndfile goes back to write the length into the head: into memory, as a pipe can't go back.
struct place {
  struct buffer *bytes; // not changed when read from
  sf_count_t at;
};

static sf_count_t length(void *ctx)
{
  struct place *place = ctx;
  return (sf_count_t)place->bytes->size;
}

static sf_count_t seek(sf_count_t offset, int whence, void *ctx)
{
  struct place *place = ctx;
  place->at = offset + (whence == SEEK_CUR ? place->at : whence == SEEK_END ? length(ctx) : 0);
  return place->at;
}

static sf_count_t tell(void *ctx)
{
  struct place *place = ctx;
  return place->at;
}

static sf_count_t give(void *to, sf_count_t count, void *ctx)
{
  struct place *place = ctx;
  sf_count_t left = length(ctx) - place->at, got = count < left ? count : left;
  if (got <= 0)
    return 0;
  memcpy(to, place->bytes->bytes + place->at, (size_t)got);
  place->at += got;
  return got;
}

static sf_count_t take(const void *bytes, sf_count_t count, void *ctx)
{
  struct place *place = ctx;
  sf_count_t over = length(ctx) - place->at;
  sf_count_t inside = over < count ? over : count;
  if (inside > 0)
    memcpy(place->bytes->bytes + place->at, bytes, (size_t)inside);
  buffer_add(place->bytes, (const char *)bytes + inside, (size_t)(count - inside));
  place->at += count;
  return count;
}

static void add_frames(struct samples *samples, const short *frames, sf_count_t count, int channels)
{
  for (sf_count_t i = 0; i < count; i++) {
    int sum = 0;
    for (int channel = 0; channel < channels; channel++)
      sum += frames[i * channels + channel];
    samples_add(samples, &(int16_t){(int16_t)(sum / channels)}, 1);
  }
}

struct samples *wav_read(const struct buffer *wav, struct fault *fault)
{
  short frames[256 * MOST_CHANNELS];
  struct buffer bytes = *wav;
  struct place place = {.bytes = &bytes};
  SF_VIRTUAL_IO io = {.get_filelen = length, .seek = seek, .read = give, .tell = tell};
  SF_INFO info = {0};
  SNDFILE *file = sf_open_virtual(&io, SFM_READ, &info, &place);
  if (!file || info.channels > MOST_CHANNELS || info.samplerate < 4000 || info.samplerate > 192000) {
    fault_set(fault, "%s", file ? "its rate or number of channels is not supported" : sf_strerror(NULL));
    if (file)
      sf_close(file);
    return NULL;
  }
  struct samples *samples = samples_new(info.samplerate);
  for (sf_count_t count; (count = sf_readf_short(file, frames, 256)) > 0;)
    add_frames(samples, frames, count, info.channels);
  sf_close(file);
  return samples;
}

struct samples *wav_of_pcm(const struct buffer *pcm, int rate)
{
  struct samples *samples = samples_new(rate);
  for (size_t i = 0; i + 1 < pcm->size; i += 2) {
    unsigned low = (unsigned char)pcm->bytes[i], high = (unsigned char)pcm->bytes[i + 1];
    samples_add(samples, &(int16_t){(int16_t)(high << 8 | low)}, 1);
  }
  return samples;
}

bool wav_write(const struct samples *samples, struct buffer *wav, struct fault *fault)
{
  struct place place = {.bytes = wav};
  SF_VIRTUAL_IO io = {.get_filelen = length, .seek = seek, .write = take, .tell = tell};
  SF_INFO info = {.samplerate = samples->rate, .channels = 1, .format = SF_FORMAT_WAV | SF_FORMAT_PCM_16};
  SNDFILE *file = sf_open_virtual(&io, SFM_WRITE, &info, &place);
  if (!file)
    return fault_set(fault, "a WAV can't be written: %s", sf_strerror(NULL));
  sf_count_t count = (sf_count_t)samples->count;
  bool whole = sf_write_short(file, samples->at, count) == count;
  sf_close(file);
  return whole || fault_set(fault, "a WAV can't be written whole");
}
