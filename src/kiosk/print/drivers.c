// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/print/driver.h"

#include <string.h>

static const struct print_driver *const drivers[] = {&print_network, &print_usb, &print_serial, &print_folder};
#define DRIVERS (sizeof drivers / sizeof *drivers)

const struct print_driver *print_driver_of(const char *device, const char **where, struct fault *fault)
{
  for (size_t i = 0; i < DRIVERS; i++) {
    size_t length = strlen(drivers[i]->scheme);
    if (strncmp(device, drivers[i]->scheme, length) == 0) {
      *where = device + length;
      return drivers[i];
    }
  }
  fault_set(fault, "[printer] device = %.80s: no printer of that kind is known; %s is one", device,
            print_network.example);
  return NULL;
}
