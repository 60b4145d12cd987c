// SPDX-License-Identifier: GPL-3.0-or-later
// Which element encodes and decodes pictures: hardware where it is there and has proved that it works, else software.
// Thread: call's.
#pragma once

#include "base/fault.h"

#include <gst/gst.h>
#include <stdbool.h>

struct codec {
  const char *name;   // "VP8" or "H264", as RTP has it
  const char *caps;   // of what is encoded
  const char *pay;    // elements that wrap it for the way, named "vpay"
  const char *encode; // elements that encode it, the encoder named "encoder"
  const char *rate;   // the encoder's property for bits a second
  int rate_unit;      // bits a second that 1 of it means
  bool hardware;
  GstBuffer *head; // owned; a black picture with all parameters: the wrapping of H264 can't be offered before it has
                   // seen them; NULL of VP8
};

// Finds what works. False and the fault when nothing encodes it.
bool codec_choose(struct codec *codec, const char *name, struct fault *fault);
void codec_free(struct codec *codec);
void codec_set_rate(const struct codec *codec, GstElement *encoder, int kbit);
// Elements that unwrap and decode what comes as `name` ("VP8", "H264", "OPUS"); NULL when nothing does.
const char *codec_decode(const char *name);
