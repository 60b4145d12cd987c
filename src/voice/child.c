// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/child.h"

#include "base/clock.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define FIRST_BYTE (2 * MS_SECOND) // an elder waits no longer for the first word
#define ALL_BYTES (6 * MS_SECOND)
#define LAST_BREATH 500       // ms from the end of its output to its own
#define MOST_BYTES (64 << 20) // of output
#define LOOK 20               // ms between two questions whether it is still wanted

struct child {
  const char *name;
  pid_t pid;
  int in, out;
  const char *unsent;
  anban_ms begun;
};

static bool spawn(struct child *child, char *const argv[], const int in, const int out)
{
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  sigset_t none, usual;
  sigemptyset(&none);
  sigemptyset(&usual);
  sigaddset(&usual, SIGPIPE);
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, in, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&files, out, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  errno = posix_spawnp(&child->pid, argv[0], &files, &attributes, argv, environ);
  posix_spawn_file_actions_destroy(&files);
  posix_spawnattr_destroy(&attributes);
  return errno == 0;
}

// Its standard input is a socket: writing to one that nobody reads any more is an error, not the end of this process.
static bool begin(struct child *child, char *const argv[], struct fault *fault)
{
  int in[2] = {-1, -1}, out[2] = {-1, -1};
  bool works = socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, in) == 0 && pipe2(out, O_CLOEXEC) == 0 &&
               spawn(child, argv, in[1], out[1]);
  if (!works)
    fault_set(fault, "%s can't be started: %s", argv[0], strerror(errno));
  close(in[1]);
  close(out[1]);
  child->in = in[0];
  child->out = out[0];
  if (works)
    return true;
  close(in[0]);
  close(out[0]);
  return false;
}

static void send_input(struct child *child)
{
  ssize_t sent = send(child->in, child->unsent, strlen(child->unsent), MSG_NOSIGNAL | MSG_DONTWAIT);
  if (sent > 0)
    child->unsent += sent;
  // One that reads no further may still have said all.
  if (sent < 0 && errno != EAGAIN && errno != EINTR)
    child->unsent = "";
  if (!*child->unsent)
    shutdown(child->in, SHUT_WR);
}

// Returns whether there may be more.
static bool take_output(struct child *child, struct buffer *output)
{
  char bytes[16384];
  ssize_t got = read(child->out, bytes, sizeof bytes);
  if (got > 0)
    buffer_add(output, bytes, (size_t)got);
  return got > 0 || (got < 0 && errno == EINTR);
}

static bool is_late(const struct child *child, const struct buffer *output, struct fault *fault)
{
  anban_ms passed = clock_steady() - child->begun;
  if (passed <= (output->size == 0 ? FIRST_BYTE : ALL_BYTES))
    return false;
  fault_set(fault, "%s had %s after %d seconds", child->name, output->size == 0 ? "not begun" : "not ended",
            (int)(passed / MS_SECOND));
  return true;
}

static enum child_end talk(struct child *child, struct buffer *output, bool (*stale)(void *ctx), void *stale_ctx,
                           struct fault *fault)
{
  for (bool more = true; more;) {
    struct pollfd ends[2] = {{.fd = child->out, .events = POLLIN}, {.fd = child->in, .events = POLLOUT}};
    poll(ends, *child->unsent ? 2 : 1, LOOK);
    if (stale(stale_ctx))
      return CHILD_STALE;
    if (is_late(child, output, fault))
      return CHILD_SLOW;
    if (*child->unsent && ends[1].revents)
      send_input(child);
    if (ends[0].revents)
      more = take_output(child, output);
    if (output->size > MOST_BYTES) {
      fault_set(fault, "%s gave more than %d MB for one sentence", child->name, MOST_BYTES >> 20);
      return CHILD_FAILED;
    }
  }
  return CHILD_DONE;
}

// Ends it and all that it has started. Returns how it ended by itself, -1 when it did not.
static int end(struct child *child, bool wait)
{
  int status = -1, watch = wait ? pidfd_open(child->pid, 0) : -1;
  if (watch >= 0) {
    struct pollfd ended = {.fd = watch, .events = POLLIN};
    poll(&ended, 1, LAST_BREATH);
    close(watch);
  }
  kill(-child->pid, SIGKILL);
  while (waitpid(child->pid, &status, 0) < 0 && errno == EINTR)
    ;
  close(child->in);
  close(child->out);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

enum child_end child_run(char *const argv[], const char *input, struct buffer *output, bool (*stale)(void *ctx),
                         void *stale_ctx, struct fault *fault)
{
  struct child child = {.name = argv[0], .unsent = input, .begun = clock_steady()};
  if (!begin(&child, argv, fault))
    return CHILD_FAILED;
  enum child_end how = talk(&child, output, stale, stale_ctx, fault);
  int status = end(&child, how == CHILD_DONE);
  if (how != CHILD_DONE || status == 0)
    return how;
  if (status == 127)
    fault_set(fault, "%s can't be started", argv[0]);
  else if (status > 0)
    fault_set(fault, "%s ended with status %d", argv[0], status);
  else
    fault_set(fault, "%s did not end well", argv[0]);
  return CHILD_FAILED;
}
