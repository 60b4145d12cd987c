// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/process.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

int process_paper_of(const void *bytes, size_t size)
{
  int fd = memfd_create("anban-paper", MFD_CLOEXEC);
  if (fd >= 0 && (write(fd, bytes, size) != (ssize_t)size || lseek(fd, 0, SEEK_SET) != 0)) {
    close(fd);
    return -1;
  }
  return fd;
}

int process_paper(const char *content)
{
  return process_paper_of(content, strlen(content));
}

void process_read_paper(int fd, size_t most, struct buffer *out)
{
  char part[16384];
  ssize_t got;
  for (off_t at = 0; (size_t)at < most && (got = pread(fd, part, sizeof part, at)) > 0; at += got)
    buffer_add(out, part, (size_t)got);
}

static pid_t start(const struct process *process, struct fault *fault)
{
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  pid_t child = -1;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  for (int i = 0; i < process->file_count; i++)
    posix_spawn_file_actions_adddup2(&actions, process->files[i].from, process->files[i].to);
  int error = posix_spawn(&child, process->argv[0], &actions, &attributes, process->argv, process->environment);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  if (error)
    fault_set(fault, "%s can't be started: %s", process->argv[0], strerror(error));
  return error ? -1 : child;
}

enum process_end process_run(const struct process *process, int *status, struct fault *fault)
{
  pid_t child = start(process, fault);
  if (child < 0)
    return PROCESS_NOT_STARTED;
  int watch = (int)syscall(SYS_pidfd_open, child, 0);
  struct pollfd one = {.fd = watch, .events = POLLIN};
  bool in_time = watch >= 0 && poll(&one, 1, process->most_ms) == 1;
  if (!in_time)
    kill(-child, SIGKILL);
  if (watch >= 0)
    close(watch);
  while (waitpid(child, status, 0) < 0 && errno == EINTR)
    ;
  return in_time ? PROCESS_ENDED : PROCESS_SLOW;
}
