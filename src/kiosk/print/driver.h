// SPDX-License-Identifier: GPL-3.0-or-later
// A kind of printer: how it is named in the configuration and how a picture gets onto its paper. One more kind is its
// file and its row in drivers.c. Thread: print's.
#pragma once

#include "base/bitmap.h"
#include "base/fault.h"

enum print_outcome {
  PRINT_PRINTED,  // the printer has said so
  PRINT_SENT,     // all of it went out, and the printer says nothing
  PRINT_NO_PAPER, // from here on: it did not work, and is tried again
  PRINT_COVER_OPEN,
  PRINT_JAMMED, // cutter, motor or head: somebody has to look
  PRINT_SILENT, // it no longer answers
  PRINT_AWAY,   // unplugged, off, not reached
  PRINT_OUTCOMES
};
static inline bool print_is_out(enum print_outcome outcome)
{
  return outcome <= PRINT_SENT;
}

struct print_driver {
  const char *scheme; // what the device begins with
  const char *example;
  // One whole slip, at most some 30 s. `began`: something of it may stand on paper.
  enum print_outcome (*print)(const char *where, const char *name, const struct bitmap *picture, bool *began,
                              struct fault *fault);
};

// The driver for a device, and what of its name is for the driver. NULL and the fault: there is none.
const struct print_driver *print_driver_of(const char *device, const char **where, struct fault *fault);

// network.c, usb.c, serial.c, folder.c
extern const struct print_driver print_network, print_usb, print_serial, print_folder;
