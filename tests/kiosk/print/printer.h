// SPDX-License-Identifier: GPL-3.0-or-later
// A receipt printer that understands what ours send, on any wire: keeps the rows it has printed, runs out of paper,
// opens its cover or falls silent where a test says so.
#pragma once

#include "../../cmocka_all.h"
#include "base/bitmap.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/socket.h>
#include <termios.h>
#include <unistd.h>

#define PRINTER_ROWS 4000
#define PRINTER_PITCH 72

struct printer {
  int listening, fd; // -1: none
  pthread_t thread;
  atomic_int paper;        // rows that are left
  atomic_bool cover, mute; // mute: never answers
  atomic_int die_after;    // rows after which the wire is cut; -1: never
  atomic_bool stop;
  atomic_int rows, pitch; // of the newest slip
  unsigned char picture[PRINTER_ROWS][PRINTER_PITCH];
  atomic_int cuts;
  atomic_bool nonsense; // something came that no manual knows
};

static inline bool printer_read(struct printer *p, void *bytes, size_t size)
{
  for (char *at = bytes; size > 0;) {
    struct pollfd poll_fd = {.fd = p->fd, .events = POLLIN};
    if (atomic_load(&p->stop))
      return false;
    if (poll(&poll_fd, 1, 50) <= 0)
      continue;
    ssize_t got = read(p->fd, at, size);
    if (got <= 0)
      return false;
    at += got;
    size -= (size_t)got;
  }
  return true;
}

static inline bool printer_status(struct printer *p)
{
  unsigned char what, byte = 0x12;
  if (!printer_read(p, &what, 1))
    return false;
  bool empty = atomic_load(&p->paper) <= 0;
  if (what == 1 && (empty || p->cover))
    byte |= 0x08;
  if (what == 2)
    byte = (unsigned char)(byte | (p->cover ? 0x04 : 0) | (empty ? 0x20 : 0));
  if (what == 4 && empty)
    byte |= 0x60;
  return atomic_load(&p->mute) || write(p->fd, &byte, 1) == 1;
}

// What comes when there is no paper is lost.
static inline bool printer_raster(struct printer *p)
{
  unsigned char head[6], row[PRINTER_PITCH];
  if (!printer_read(p, head, sizeof head) || head[0] != '0')
    return false;
  size_t pitch = head[2] + 256U * head[3], rows = head[4] + 256U * head[5];
  if (pitch > PRINTER_PITCH)
    return false;
  for (size_t i = 0; i < rows; i++) {
    if (!printer_read(p, row, pitch))
      return false;
    if (atomic_load(&p->paper) <= 0 || p->rows == PRINTER_ROWS)
      continue;
    atomic_fetch_sub(&p->paper, 1);
    p->pitch = (int)pitch;
    memcpy(p->picture[p->rows++], row, pitch);
    if (p->rows == atomic_load(&p->die_after))
      return false;
  }
  return true;
}

static inline bool printer_escape(struct printer *p)
{
  unsigned char what, lines;
  if (!printer_read(p, &what, 1))
    return false;
  if (what == '@') {
    p->rows = 0;
    return true;
  }
  if (what == 'd')
    return printer_read(p, &lines, 1);
  atomic_store(&p->nonsense, true);
  return false;
}

static inline bool printer_group(struct printer *p)
{
  unsigned char what, cut[2];
  if (!printer_read(p, &what, 1))
    return false;
  if (what == 'v')
    return printer_raster(p);
  if (what == 'V' && printer_read(p, cut, sizeof cut)) {
    if (atomic_load(&p->paper) > 0)
      atomic_fetch_add(&p->cuts, 1);
    return true;
  }
  atomic_store(&p->nonsense, true);
  return false;
}

static inline bool printer_command(struct printer *p)
{
  unsigned char first, second;
  if (!printer_read(p, &first, 1))
    return false;
  if (first == 0x1B)
    return printer_escape(p);
  if (first == 0x1D)
    return printer_group(p);
  if (first == 0x10 && printer_read(p, &second, 1) && second == 0x04)
    return printer_status(p);
  atomic_store(&p->nonsense, true);
  return false;
}

static inline void *printer_run(void *ctx)
{
  struct printer *p = ctx;
  while (!atomic_load(&p->stop)) {
    struct pollfd poll_fd = {.fd = p->listening, .events = POLLIN};
    if (p->listening >= 0) {
      if (poll(&poll_fd, 1, 50) <= 0)
        continue;
      p->fd = accept(p->listening, NULL, NULL);
    }
    while (printer_command(p))
      ;
    if (p->listening >= 0)
      close(p->fd);
    else
      break;
  }
  return NULL;
}

static inline void printer_begin(struct printer *p)
{
  atomic_store(&p->paper, PRINTER_ROWS);
  atomic_store(&p->die_after, -1);
  assert_int_equal(pthread_create(&p->thread, NULL, printer_run, p), 0);
}

// At a port of its own; `device` is how the kiosk names it.
static inline void printer_listen(struct printer *p, char device[64])
{
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t size = sizeof address;
  *p = (struct printer){.fd = -1};
  p->listening = socket(AF_INET, SOCK_STREAM, 0);
  assert_int_equal(bind(p->listening, (struct sockaddr *)&address, size), 0);
  assert_int_equal(listen(p->listening, 4), 0);
  assert_int_equal(getsockname(p->listening, (struct sockaddr *)&address, &size), 0);
  snprintf(device, 64, "tcp:127.0.0.1:%d", ntohs(address.sin_port));
  printer_begin(p);
}

// Behind a serial line.
static inline void printer_serial(struct printer *p, char device[64])
{
  char name[40];
  struct termios raw;
  *p = (struct printer){.listening = -1};
  p->fd = posix_openpt(O_RDWR | O_NOCTTY);
  assert_true(p->fd >= 0 && grantpt(p->fd) == 0 && unlockpt(p->fd) == 0);
  assert_int_equal(ptsname_r(p->fd, name, sizeof name), 0);
  assert_int_equal(tcgetattr(p->fd, &raw), 0);
  cfmakeraw(&raw);
  assert_int_equal(tcsetattr(p->fd, TCSANOW, &raw), 0);
  snprintf(device, 64, "serial:%s:115200", name);
  printer_begin(p);
}

static inline void printer_end(struct printer *p)
{
  atomic_store(&p->stop, true);
  pthread_join(p->thread, NULL);
  close(p->listening >= 0 ? p->listening : p->fd);
}
