// SPDX-License-Identifier: GPL-3.0-or-later
// A client that says exactly the bytes it is told to, and a server to say them to.
#pragma once

#include "../../cmocka_all.h"
#include "../../support/hung.h"
#include "base/text.h"
#include "server/http/http.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

// Connects from an address of this machine, "127.0.0.2"; no wait on the socket lasts for ever.
static inline int wire_open_from(const char *from, int port)
{
  struct timeval within = {HUNG / MS_SECOND, 0};
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  assert_true(fd >= 0);
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &within, sizeof within);
  struct sockaddr_in own = {.sin_family = AF_INET};
  assert_int_equal(inet_pton(AF_INET, from, &own.sin_addr), 1);
  assert_int_equal(bind(fd, (struct sockaddr *)&own, sizeof own), 0);
  assert_int_equal(connect(fd, (struct sockaddr *)&address, sizeof address), 0);
  return fd;
}

static inline int wire_open(int port)
{
  return wire_open_from("127.0.0.1", port);
}

static inline void wire_say_bytes(int fd, const void *bytes, size_t size)
{
  const char *at = bytes;
  while (size > 0) {
    ssize_t sent = send(fd, at, size, MSG_NOSIGNAL);
    if (sent <= 0)
      return; // the server has closed: what it answered is still to be read
    at += sent;
    size -= (size_t)sent;
  }
}

static inline void wire_say(int fd, const char *text)
{
  wire_say_bytes(fd, text, strlen(text));
}

// Appends what comes until `until` is in it, or the server closes. Returns whether `until` came.
static inline bool wire_hear(int fd, struct buffer *heard, const char *until)
{
  char bytes[4096];
  while (!heard->bytes || !until || !strstr(heard->bytes, until)) {
    ssize_t got = recv(fd, bytes, sizeof bytes, 0);
    if (got < 0 && errno == EINTR)
      continue; // the server's program has ended: it is in this process
    if (got <= 0)
      return false;
    buffer_add(heard, bytes, (size_t)got);
  }
  return true;
}

// Says it on a connection of its own and gives all that came until the server closed or the answer's end `until`.
static inline struct buffer wire_ask(int port, const void *bytes, size_t size, const char *until)
{
  struct buffer heard = {0};
  int fd = wire_open(port);
  wire_say_bytes(fd, bytes, size);
  wire_hear(fd, &heard, until);
  close(fd);
  if (!heard.bytes)
    buffer_add_text(&heard, "");
  return heard;
}

static inline int wire_status(const struct buffer *heard)
{
  return heard->size > 12 && memcmp(heard->bytes, "HTTP/1.1 ", 9) == 0 ? atoi(heard->bytes + 9) : 0;
}

static inline int wire_status_of(int port, const char *request)
{
  struct buffer heard = wire_ask(port, request, strlen(request), "\r\n\r\n");
  int status = wire_status(&heard);
  buffer_free(&heard);
  return status;
}
