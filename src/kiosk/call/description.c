// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/call/description.h"

#include "base/text.h"
#include "kiosk/call/call.h"

#include <string.h>

static const GstSDPMedia *media_with_way(const GstSDPMessage *message)
{
  for (guint i = 0; i < gst_sdp_message_medias_len(message); i++) {
    const GstSDPMedia *media = gst_sdp_message_get_media(message, i);
    if (gst_sdp_media_get_attribute_val(media, "ice-ufrag"))
      return media;
  }
  return NULL;
}

static void lend_way(GstSDPMedia *media, const GstSDPMedia *from)
{
  static const char *const names[] = {"ice-ufrag", "ice-pwd", "fingerprint", "setup"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const char *value = gst_sdp_media_get_attribute_val(from, names[i]);
    if (value && !gst_sdp_media_get_attribute_val(media, names[i]))
      gst_sdp_media_add_attribute(media, names[i], value);
  }
}

GstSDPMessage *description_read(const char *text)
{
  GstSDPMessage *message = NULL;
  size_t length = strnlen(text, CALL_SDP);
  if (length == 0 || length == CALL_SDP || !text_is_utf8(text, length))
    return NULL;
  if (gst_sdp_message_new_from_text(text, &message) != GST_SDP_OK)
    return NULL;
  const GstSDPMedia *way = media_with_way(message);
  if (!way) {
    gst_sdp_message_free(message);
    return NULL;
  }
  for (guint i = 0; i < message->medias->len; i++)
    lend_way(&g_array_index(message->medias, GstSDPMedia, i), way);
  return message;
}
