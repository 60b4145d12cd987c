// SPDX-License-Identifier: GPL-3.0-or-later
// Where a pipeline ends: its appsink gives what comes to a fan or to the gallery, on the pipeline's own thread.
#pragma once

#include "kiosk/call/stage.h"

// Elements that make a picture as large as the box it is shown in, black around what it leaves of it; the size is set
// by drain_set_box on the element "box", before "shutter" all is dropped while nobody looks.
#define DRAIN_SCALE                                                                                                    \
  "valve name=shutter drop-mode=forward-sticky-events ! videoconvertscale add-borders=true ! capsfilter name=box "     \
  "caps=video/x-raw,format=BGRx,width=320,height=240,pixel-aspect-ratio=1/1"

// What comes to this appsink of the pipeline `serial` goes to the fan.
void drain_to_fan(struct stage *stage, struct fan *fan, GstElement *sink, unsigned serial);
// Sound of a peer that comes there goes to its place at the loudspeaker, later than its time when it comes late.
void drain_to_loudspeaker(struct stage *stage, int place, GstElement *sink, unsigned serial);
// Pictures that come there go to a place of the gallery.
void drain_to_gallery(struct stage *stage, int place, GstElement *sink, unsigned serial);
// 0 x 0: nobody looks. `bin` holds the elements of DRAIN_SCALE.
void drain_set_box(GstElement *bin, int width, int height);
