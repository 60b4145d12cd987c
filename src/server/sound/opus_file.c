// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sound/opus_file.h"

#include "base/memory.h"

#include <opusenc.h>

static void take_pages(OggOpusEnc *encoder, struct buffer *out, int flush)
{
  unsigned char *page;
  opus_int32 size;
  while (ope_encoder_get_page(encoder, &page, &size, flush))
    buffer_add(out, page, (size_t)size);
}

static int encode(OggOpusEnc *encoder, const struct recording *recording, struct buffer *out)
{
  int error = ope_encoder_ctl(encoder, OPUS_SET_BITRATE(OPUS_BITRATE));
  if (error == OPE_OK)
    error = ope_encoder_write_float(encoder, recording->at, (int)recording->count);
  take_pages(encoder, out, 0);
  if (error == OPE_OK)
    error = ope_encoder_drain(encoder);
  take_pages(encoder, out, 1);
  return error;
}

bool opus_file_write(const struct recording *recording, struct buffer *out, struct fault *fault)
{
  int error;
  OggOpusComments *comments = ope_comments_create();
  if (!comments)
    memory_exhausted();
  OggOpusEnc *encoder = ope_encoder_create_pull(comments, recording->rate, 1, 0, &error);
  if (encoder) {
    error = encode(encoder, recording, out);
    ope_encoder_destroy(encoder);
  }
  ope_comments_destroy(comments);
  return error == OPE_OK || fault_set(fault, "the sound can't be written as Opus: %s", ope_strerror(error));
}
