// SPDX-License-Identifier: GPL-3.0-or-later
// Descriptions of a connection (SDP) that come from elsewhere. Thread: any.
#pragma once

#include <gst/sdp/gstsdpmessage.h>

// NULL when it is empty, too long or can't be understood. The caller frees it. Where the other side refuses one of the
// media (Firefox without H.264), the way of the others is written there too: webrtcbin would give up the whole call.
GstSDPMessage *description_read(const char *text);
