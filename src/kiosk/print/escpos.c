// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/print/escpos.h"

#include "base/clock.h"

#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#define ANSWER_MS 3000 // of a printer that has answered before
#define FIRST_MS 1000  // whether it answers at all
#define WRITE_MS 5000  // for a band to be taken

// What DLE EOT n is answered with, see the manuals of Epson: bits 1 and 4 are always set, 0 and 7 never.
#define IS_STATUS(byte) (((byte)&0x93) == 0x12)
enum { ASK_PRINTER = 1, ASK_OFFLINE = 2, ASK_ERROR = 3, ASK_PAPER = 4 };
#define COVER_OPEN 0x04   // of ASK_OFFLINE
#define PAPER_STOP 0x20   // of ASK_OFFLINE
#define ERRORS 0x40       // of ASK_OFFLINE
#define PAPER_END 0x60    // of ASK_PAPER
#define CUTTER_STUCK 0x08 // of ASK_ERROR
#define BROKEN 0x20       // of ASK_ERROR

struct talk {
  int fd;
  bool answers; // it has, at least once
  struct fault *fault;
};

static bool wait_for(int fd, short what, anban_ms deadline)
{
  for (;;) {
    struct pollfd poll_fd = {.fd = fd, .events = what};
    anban_ms left = deadline - clock_steady();
    int ready = poll(&poll_fd, 1, left > 0 ? (int)left : 0);
    if (ready > 0)
      return !(poll_fd.revents & (POLLERR | POLLHUP | POLLNVAL)) || (poll_fd.revents & POLLIN & what);
    if (ready == 0 || errno != EINTR)
      return false;
  }
}

// PRINT_PRINTED: all of it is out of our hands.
static enum print_outcome send_all(struct talk *talk, const void *bytes, size_t size)
{
  const char *at = bytes;
  anban_ms deadline = clock_steady() + WRITE_MS;
  while (size > 0) {
    ssize_t done = write(talk->fd, at, size);
    if (done > 0) {
      at += done;
      size -= (size_t)done;
    } else if (done < 0 && errno != EAGAIN && errno != EINTR) {
      fault_set(talk->fault, "the printer is gone: %s", strerror(errno));
      return PRINT_AWAY;
    } else if (!wait_for(talk->fd, POLLOUT, deadline)) {
      fault_set(talk->fault, "the printer takes nothing any more");
      return PRINT_SILENT;
    }
  }
  return PRINT_PRINTED;
}

// What came before a question answers none.
static void drop_old_answers(int fd)
{
  unsigned char old[64];
  while (read(fd, old, sizeof old) > 0)
    ;
}

// -1: no answer.
static int ask(struct talk *talk, unsigned char what)
{
  const unsigned char question[] = {0x10, 0x04, what};
  unsigned char byte = 0;
  drop_old_answers(talk->fd);
  if (send_all(talk, question, sizeof question) != PRINT_PRINTED)
    return -1;
  anban_ms deadline = clock_steady() + (talk->answers ? ANSWER_MS : FIRST_MS);
  while (wait_for(talk->fd, POLLIN, deadline)) {
    ssize_t got = read(talk->fd, &byte, 1);
    if (got == 1 && IS_STATUS(byte)) {
      talk->answers = true;
      return byte;
    }
    if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR))
      return -1;
  }
  return -1;
}

static enum print_outcome trouble(struct talk *talk, enum print_outcome outcome, const char *sentence)
{
  fault_set(talk->fault, "%s", sentence);
  return outcome;
}

// Whether it is still fit to print. One that has never answered is taken to be.
static enum print_outcome look(struct talk *talk)
{
  int paper = ask(talk, ASK_PAPER);
  if (paper < 0)
    return talk->answers ? trouble(talk, PRINT_SILENT, "the printer does not answer any more") : PRINT_SENT;
  if (paper & PAPER_END)
    return trouble(talk, PRINT_NO_PAPER, "the printer has no paper");
  int offline = ask(talk, ASK_OFFLINE);
  if (offline < 0)
    return trouble(talk, PRINT_SILENT, "the printer does not answer any more");
  if (offline & COVER_OPEN)
    return trouble(talk, PRINT_COVER_OPEN, "the printer's cover is open");
  if (offline & PAPER_STOP)
    return trouble(talk, PRINT_NO_PAPER, "the printer has no paper");
  if ((offline & ERRORS) && (ask(talk, ASK_ERROR) & (CUTTER_STUCK | BROKEN)))
    return trouble(talk, PRINT_JAMMED, "the printer's cutter or motor is stuck");
  return PRINT_PRINTED;
}

static enum print_outcome send_band(struct talk *talk, const struct bitmap *picture, int from)
{
  int rows = picture->height - from < ESCPOS_BAND ? picture->height - from : ESCPOS_BAND;
  const unsigned char head[] = {0x1D,
                                'v',
                                '0',
                                0,
                                (unsigned char)(picture->pitch & 0xFF),
                                (unsigned char)(picture->pitch >> 8),
                                (unsigned char)rows,
                                0};
  enum print_outcome outcome = send_all(talk, head, sizeof head);
  size_t pitch = (size_t)picture->pitch;
  return outcome == PRINT_PRINTED ? send_all(talk, picture->bytes + (size_t)from * pitch, (size_t)rows * pitch)
                                  : outcome;
}

static enum print_outcome send_bands(struct talk *talk, const struct bitmap *picture, bool *began)
{
  for (int row = 0; row < picture->height; row += ESCPOS_BAND) {
    *began = true;
    enum print_outcome outcome = send_band(talk, picture, row);
    // A silent one is not asked again and again: each question would cost its wait.
    if (outcome == PRINT_PRINTED && talk->answers)
      outcome = look(talk);
    if (outcome != PRINT_PRINTED)
      return outcome;
  }
  return PRINT_PRINTED;
}

enum print_outcome escpos_print(int fd, const struct bitmap *picture, bool *began, struct fault *fault)
{
  static const unsigned char begin[] = {0x1B, '@'}, end[] = {0x1B, 'd', 3, 0x1D, 'V', 66, 0};
  struct talk talk = {.fd = fd, .fault = fault};
  enum print_outcome outcome = look(&talk);
  if (!print_is_out(outcome))
    return outcome;
  outcome = send_all(&talk, begin, sizeof begin);
  if (outcome == PRINT_PRINTED)
    outcome = send_bands(&talk, picture, began);
  if (outcome == PRINT_PRINTED)
    outcome = send_all(&talk, end, sizeof end);
  if (outcome != PRINT_PRINTED)
    return outcome;
  // Written is not printed: only what is answered after the last band counts.
  return talk.answers ? look(&talk) : PRINT_SENT;
}
