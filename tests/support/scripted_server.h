// SPDX-License-Identifier: GPL-3.0-or-later
// tests/support/scripted_server for C tests.
#pragma once

#include "hung.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

struct scripted_server {
  pid_t process;
  int to, from;
  char text[65536]; // lines that have come and were not asked for
  size_t size;
  int port;
};

// A line that begins with `head`, taken out of what has come until now.
static inline bool scripted_take(struct scripted_server *server, const char *head, char *line, size_t size)
{
  char *at = server->text;
  for (char *end; (end = strchr(at, '\n')); at = end + 1) {
    if (strncmp(at, head, strlen(head)) != 0)
      continue;
    snprintf(line, size, "%.*s", (int)(end - at), at);
    memmove(at, end + 1, strlen(end + 1) + 1);
    server->size = strlen(server->text);
    return true;
  }
  return false;
}

// The same, awaited. False when none ever comes.
static inline bool scripted_await(struct scripted_server *server, const char *head, char *line, size_t size)
{
  anban_ms deadline = clock_steady() + HUNG;
  while (!scripted_take(server, head, line, size)) {
    struct pollfd one = {.fd = server->from, .events = POLLIN};
    anban_ms left = deadline - clock_steady();
    if (left <= 0 || poll(&one, 1, (int)left) <= 0)
      return false;
    ssize_t got = read(server->from, server->text + server->size, sizeof server->text - 1 - server->size);
    if (got <= 0)
      return false;
    server->size += (size_t)got;
    server->text[server->size] = '\0';
  }
  return true;
}

static inline bool scripted_saw(struct scripted_server *server, const char *head)
{
  char line[4096];
  return scripted_await(server, head, line, sizeof line);
}

// Drops what has come until now.
static inline void scripted_forget(struct scripted_server *server)
{
  server->size = 0;
  *server->text = '\0';
}

static inline bool scripted_do(struct scripted_server *server, const char *format, ...)
{
  char command[8192];
  va_list args;
  va_start(args, format);
  int length = vsnprintf(command, sizeof command - 1, format, args);
  va_end(args);
  command[length++] = '\n';
  return write(server->to, command, (size_t)length) == length && scripted_saw(server, "ok");
}

static inline int scripted_effects(struct scripted_server *server)
{
  char line[64];
  scripted_do(server, "effects");
  return scripted_await(server, "effects ", line, sizeof line) ? atoi(line + 8) : -1;
}

// With a certificate it speaks TLS; NULL: not.
static inline bool scripted_start(struct scripted_server *server, const char *certificate, const char *key)
{
  int to[2], from[2];
  *server = (struct scripted_server){0};
  if (pipe2(to, O_CLOEXEC) != 0 || pipe2(from, O_CLOEXEC) != 0)
    return false;
  server->process = fork();
  if (server->process == 0) {
    dup2(to[0], STDIN_FILENO);
    dup2(from[1], STDOUT_FILENO);
    execl(ANBAN_SOURCE "/tests/support/scripted_server", "scripted_server", ANBAN_SAMPLES "/snapshot.json", certificate,
          key, NULL);
    _exit(127);
  }
  close(to[0]);
  close(from[1]);
  server->to = to[1];
  server->from = from[0];
  char line[64];
  if (!scripted_await(server, "port ", line, sizeof line))
    return false;
  server->port = atoi(line + 5);
  return true;
}

static inline void scripted_end(struct scripted_server *server)
{
  close(server->to);
  kill(server->process, SIGKILL);
  waitpid(server->process, NULL, 0);
  close(server->from);
}
