// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sound/say.h"

#include "base/memory.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOST_WAV_BYTES (32 << 20)
// As the program sees it: what it inherits.
#define READINGS_FD 3
#define READINGS_PATH "/proc/self/fd/3"

// Files without a name: nobody waits for anybody at a pipe.
struct papers {
  int text, readings, wav, complaint;
};

static int paper(const char *content)
{
  int fd = memfd_create("anban-say", MFD_CLOEXEC);
  size_t size = strlen(content);
  if (fd >= 0 && (write(fd, content, size) != (ssize_t)size || lseek(fd, 0, SEEK_SET) != 0)) {
    close(fd);
    return -1;
  }
  return fd;
}

static bool papers_open(struct papers *papers, const struct say_wish *wish, struct fault *fault)
{
  *papers = (struct papers){paper(wish->text), paper(wish->readings), paper(""), paper("")};
  return (papers->text >= 0 && papers->readings >= 0 && papers->wav >= 0 && papers->complaint >= 0) ||
         fault_set(fault, "nothing can be said: %s", strerror(errno));
}

static void papers_close(const struct papers *papers)
{
  const int all[] = {papers->text, papers->readings, papers->wav, papers->complaint};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    if (all[i] >= 0)
      close(all[i]);
}

static void read_paper(int fd, struct buffer *out)
{
  char part[16384];
  ssize_t got;
  for (off_t at = 0; at < MOST_WAV_BYTES && (got = pread(fd, part, sizeof part, at)) > 0; at += got)
    buffer_add(out, part, (size_t)got);
}

static pid_t start(const struct say_program *program, const struct say_wish *wish, const struct papers *papers,
                   struct fault *fault)
{
  char *path = memory_text(program->path), *data = memory_text(program->data), *locale = memory_text(wish->locale);
  char locale_word[] = "--locale", data_word[] = "--data", readings_word[] = "--readings", file[] = READINGS_PATH;
  bool has_readings = *wish->readings;
  char *const words[] = {path, locale_word, locale, data_word, data, has_readings ? readings_word : NULL, file, NULL};
  char *const nothing[] = {NULL};
  posix_spawn_file_actions_t actions;
  pid_t child = -1;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, papers->text, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, papers->wav, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, papers->complaint, STDERR_FILENO);
  posix_spawn_file_actions_adddup2(&actions, papers->readings, READINGS_FD);
  int error = posix_spawn(&child, path, &actions, NULL, words, nothing);
  posix_spawn_file_actions_destroy(&actions);
  free(path);
  free(data);
  free(locale);
  if (error)
    fault_set(fault, "%s can't be started: %s", program->path, strerror(error));
  return error ? -1 : child;
}

// Until it has ended by itself or was ended. Returns whether it did its work.
static bool await(pid_t child, int most_ms, struct fault *fault)
{
  int watch = (int)syscall(SYS_pidfd_open, child, 0), status = 0;
  struct pollfd one = {.fd = watch, .events = POLLIN};
  bool in_time = watch >= 0 && poll(&one, 1, most_ms) == 1;
  if (!in_time)
    kill(child, SIGKILL);
  if (watch >= 0)
    close(watch);
  while (waitpid(child, &status, 0) < 0 && errno == EINTR)
    ;
  if (!in_time)
    return fault_set(fault, "the voice took longer than %d ms and was stopped", most_ms);
  return (WIFEXITED(status) && WEXITSTATUS(status) == 0) || fault_set(fault, "the voice failed");
}

static void tell_complaint(const struct papers *papers, struct fault *fault)
{
  struct buffer complaint = {0};
  read_paper(papers->complaint, &complaint);
  if (complaint.size > 0)
    fault_set(fault, "%.*s", (int)strcspn(complaint.bytes, "\n"), complaint.bytes);
  buffer_free(&complaint);
}

bool say(const struct say_program *program, const struct say_wish *wish, struct buffer *wav, struct fault *fault)
{
  struct papers papers;
  bool ok = papers_open(&papers, wish, fault);
  pid_t child = ok ? start(program, wish, &papers, fault) : -1;
  if (child > 0 && (ok = await(child, program->most_ms, fault)))
    read_paper(papers.wav, wav);
  else if (child > 0)
    tell_complaint(&papers, fault);
  papers_close(&papers);
  if (ok && child > 0 && wav->size == 0)
    return fault_set(fault, "the voice said nothing");
  return ok && child > 0;
}
