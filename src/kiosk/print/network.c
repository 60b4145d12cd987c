// SPDX-License-Identifier: GPL-3.0-or-later
// A receipt printer at a TCP port, as "tcp:192.168.1.50:9100".
#include "kiosk/print/escpos.h"

#include "base/clock.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define CONNECT_MS 4000
#define GONE_MS 5000 // a cable that was pulled is noticed so soon

static bool connected(int fd, const struct addrinfo *address)
{
  int error = 0;
  socklen_t size = sizeof error;
  if (connect(fd, address->ai_addr, address->ai_addrlen) == 0)
    return true;
  struct pollfd poll_fd = {.fd = fd, .events = POLLOUT};
  return errno == EINPROGRESS && poll(&poll_fd, 1, CONNECT_MS) == 1 &&
         getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error == 0;
}

static int open_one(const struct addrinfo *address)
{
  unsigned gone = GONE_MS;
  int fd = socket(address->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (fd < 0)
    return -1;
  setsockopt(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, &gone, sizeof gone);
  if (connected(fd, address))
    return fd;
  close(fd);
  return -1;
}

static int open_network(const char *where)
{
  char host[128];
  struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found = NULL;
  const char *colon = strrchr(where, ':');
  FORMAT_TEXT(host, "%.*s", colon ? (int)(colon - where) : (int)strlen(where), where);
  if (getaddrinfo(host, colon ? colon + 1 : "9100", &hints, &found) != 0)
    return -1;
  int fd = -1;
  for (const struct addrinfo *one = found; one && fd < 0; one = one->ai_next)
    fd = open_one(one);
  freeaddrinfo(found);
  return fd;
}

static enum print_outcome print(const char *where, const char *name, const struct bitmap *picture, bool *began,
                                struct fault *fault)
{
  int fd = open_network(where);
  if (fd < 0) {
    fault_set(fault, "the printer at %.80s can't be reached", where);
    return PRINT_AWAY;
  }
  enum print_outcome outcome = escpos_print(fd, picture, began, fault);
  close(fd);
  return outcome;
}

const struct print_driver print_network = {"tcp:", "tcp:192.168.1.50:9100", print};
