// SPDX-License-Identifier: GPL-3.0-or-later
// A receipt printer on USB, by the kernel's usblp: "usb:" is the first that is there, "usb:/dev/usb/lp1" that one. Its
// number changes when it is plugged in anew.
#include "kiosk/print/escpos.h"

#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#define LAST_BLOCK_MS 3000 // closing drops what usblp has taken and not yet given on

static int open_usb(const char *where)
{
  glob_t found = {0};
  int fd = -1;
  if (glob(*where ? where : "/dev/usb/lp*", 0, NULL, &found) == 0)
    for (size_t i = 0; i < found.gl_pathc && fd < 0; i++)
      fd = open(found.gl_pathv[i], O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  globfree(&found);
  return fd;
}

static enum print_outcome print(const char *where, const char *name, const struct bitmap *picture, bool *began,
                                struct fault *fault)
{
  int fd = open_usb(where);
  if (fd < 0) {
    fault_set(fault, "no printer is on USB%s%.60s", *where ? ": " : "", where);
    return PRINT_AWAY;
  }
  enum print_outcome outcome = escpos_print(fd, picture, began, fault);
  struct pollfd poll_fd = {.fd = fd, .events = POLLOUT};
  poll(&poll_fd, 1, LAST_BLOCK_MS);
  close(fd);
  return outcome;
}

const struct print_driver print_usb = {"usb:", "usb:", print};
