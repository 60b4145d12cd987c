// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/wav.h"

#include <sndfile.h>
#include <string.h>

// libsndfile goes back to write the length into the head: into memory, as a pipe can't go back.
struct place {
  struct buffer *bytes;
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
