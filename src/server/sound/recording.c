// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sound/recording.h"

#include "base/memory.h"

#include <sndfile.h>
#include <stdlib.h>
#include <string.h>

struct source {
  const char *bytes;
  sf_count_t size, at;
};

static sf_count_t source_size(void *ctx)
{
  return ((struct source *)ctx)->size;
}

static sf_count_t source_seek(sf_count_t offset, int whence, void *ctx)
{
  struct source *source = ctx;
  sf_count_t to = offset + (whence == SEEK_SET ? 0 : whence == SEEK_CUR ? source->at : source->size);
  if (to < 0 || to > source->size)
    return -1;
  return source->at = to;
}

static sf_count_t source_read(void *out, sf_count_t count, void *ctx)
{
  struct source *source = ctx;
  if (count > source->size - source->at)
    count = source->size - source->at;
  memcpy(out, source->bytes + source->at, (size_t)count);
  source->at += count;
  return count;
}

static sf_count_t source_write(const void *bytes, sf_count_t count, void *ctx)
{
  return 0;
}

static sf_count_t source_tell(void *ctx)
{
  return ((struct source *)ctx)->at;
}

static bool is_taken(const SF_INFO *info, struct fault *fault)
{
  int kind = info->format & SF_FORMAT_TYPEMASK;
  if (kind != SF_FORMAT_WAV && kind != SF_FORMAT_WAVEX && kind != SF_FORMAT_FLAC && kind != SF_FORMAT_OGG)
    return fault_set(fault, "WAV, FLAC or Ogg is expected");
  if (info->channels > 2)
    return fault_set(fault, "it has %d channels: one is expected, two are taken", info->channels);
  if (info->samplerate < 8000 || info->samplerate > 192000)
    return fault_set(fault, "it has %d samples a second: 8000 to 192000 are taken", info->samplerate);
  return (info->frames > 0 && info->frames * 1000 / info->samplerate <= MOST_RECORDING_MS) ||
         fault_set(fault, "it is empty or longer than a minute");
}

// Two channels become one: a browser gives both of a microphone that has one.
static void take_frames(SNDFILE *file, const SF_INFO *info, struct recording *out)
{
  size_t channels = (size_t)info->channels;
  out->rate = info->samplerate;
  out->at = memory_new((size_t)info->frames * channels * sizeof *out->at);
  out->count = (size_t)sf_readf_float(file, out->at, info->frames);
  for (size_t i = 0; channels == 2 && i < out->count; i++)
    out->at[i] = (out->at[2 * i] + out->at[2 * i + 1]) / 2;
}

enum verdict recording_read(const void *bytes, size_t size, struct recording *recording, struct fault *fault)
{
  SF_VIRTUAL_IO io = {source_size, source_seek, source_read, source_write, source_tell};
  struct source source = {bytes, (sf_count_t)size, 0};
  SF_INFO info = {0};
  *recording = (struct recording){0};
  SNDFILE *file = sf_open_virtual(&io, SFM_READ, &info, &source);
  if (!file) {
    fault_set(fault, "the sound can't be read: %s", sf_strerror(NULL));
    return VERDICT_UNREADABLE;
  }
  bool ok = is_taken(&info, fault);
  if (ok)
    take_frames(file, &info, recording);
  sf_close(file);
  if (ok && recording->count == 0)
    ok = fault_set(fault, "the sound is damaged: nothing of it can be read");
  return ok ? VERDICT_GOOD : VERDICT_UNREADABLE;
}

void recording_free(struct recording *recording)
{
  free(recording->at);
  *recording = (struct recording){0};
}

int recording_ms(const struct recording *recording)
{
  return recording->rate ? (int)(recording->count * 1000 / (size_t)recording->rate) : 0;
}

const char *verdict_code(enum verdict verdict)
{
  static const char *const codes[VERDICTS] = {
      [VERDICT_GOOD] = "",
      [VERDICT_UNREADABLE] = "sound_unreadable",
      [VERDICT_SILENT] = "sound_silent",
      [VERDICT_CLIPPED] = "sound_clipped",
      [VERDICT_NOISY] = "sound_noisy",
      [VERDICT_SHORT] = "sound_short",
      [VERDICT_LONG] = "sound_long",
  };
  return codes[verdict];
}
