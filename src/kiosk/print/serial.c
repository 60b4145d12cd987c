// SPDX-License-Identifier: GPL-3.0-or-later
// A receipt printer on a serial line, as "serial:/dev/ttyS0:115200". Slow: 20 mm of paper a second.
#include "kiosk/print/escpos.h"

#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static speed_t speed_of(const char *text)
{
  static const struct {
    int baud;
    speed_t speed;
  } speeds[] = {{9600, B9600}, {19200, B19200}, {38400, B38400}, {57600, B57600}, {115200, B115200}};
  int baud = atoi(text);
  for (size_t i = 0; i < sizeof speeds / sizeof *speeds; i++)
    if (speeds[i].baud == baud)
      return speeds[i].speed;
  return B9600;
}

// Bytes as they are, both ways: else 0A becomes 0D 0A, and an answer waits for a newline.
static bool make_raw(int fd, speed_t speed)
{
  struct termios settings;
  if (tcgetattr(fd, &settings) != 0)
    return false;
  cfmakeraw(&settings);
  settings.c_cflag |= CREAD | CLOCAL;
  cfsetspeed(&settings, speed);
  return tcsetattr(fd, TCSANOW, &settings) == 0;
}

static enum print_outcome print(const char *where, const char *name, const struct bitmap *picture, bool *began,
                                struct fault *fault)
{
  char path[128];
  const char *colon = strrchr(where, ':');
  FORMAT_TEXT(path, "%.*s", colon ? (int)(colon - where) : (int)strlen(where), where);
  int fd = open(path, O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  enum print_outcome outcome = PRINT_AWAY;
  if (fd >= 0 && make_raw(fd, speed_of(colon ? colon + 1 : "")))
    outcome = escpos_print(fd, picture, began, fault);
  else
    fault_set(fault, "the printer at %.80s can't be reached: %s", path, strerror(errno));
  if (fd >= 0)
    close(fd);
  return outcome;
}

const struct print_driver print_serial = {"serial:", "serial:/dev/ttyS0:115200", print};
