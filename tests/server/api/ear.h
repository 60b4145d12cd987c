// SPDX-License-Identifier: GPL-3.0-or-later
// A stream of events that is listened to.
#pragma once

#include "house.h"

struct ear {
  int fd;
  struct buffer heard;
};

static inline void ear_open(const struct house *house, struct ear *ear, const char *path, const char *headers)
{
  char request[700];
  *ear = (struct ear){.fd = wire_open(house->port)};
  FORMAT_TEXT(request, "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n%s\r\n", path, house->port, headers);
  wire_say(ear->fd, request);
  assert_true(wire_hear(ear->fd, &ear->heard, "event: hello"));
}

// The server ends it; a silence of ten seconds is no end.
static inline void ear_expect_end(struct ear *ear)
{
  errno = 0;
  assert_false(wire_hear(ear->fd, &ear->heard, NULL));
  if (errno == EAGAIN)
    fail_msg("the stream goes on");
}

static inline void ear_close(struct ear *ear)
{
  close(ear->fd);
  buffer_free(&ear->heard);
}
