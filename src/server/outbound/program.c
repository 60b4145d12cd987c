// SPDX-License-Identifier: GPL-3.0-or-later
// The site's own program. It ends with 0 when it has taken the message, with 100 when it never will, and with anything
// else when it is to be asked again.
#include "server/outbound/driver.h"

#include "base/process.h"

#include <errno.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOST_MS 20000
#define EXIT_NEVER 100
#define MOST_COMPLAINT 4096

bool program_is_set(const struct outbound_settings *settings)
{
  return settings->program[0];
}

bool program_check(const struct outbound_settings *settings, struct fault *fault)
{
  if (settings->program[0] != '/')
    return fault_set(fault, "[outbound] program: a path from / on is expected, not %s", settings->program);
  return access(settings->program, X_OK) == 0 ||
         fault_set(fault, "[outbound] program: %s can't be run: %s", settings->program, strerror(errno));
}

// The first line of what it has complained of, else what its end was.
static void tell_why(int complaint, enum process_end end, int status, struct fault *fault)
{
  struct buffer text = {0};
  process_read_paper(complaint, MOST_COMPLAINT, &text);
  if (end == PROCESS_SLOW)
    fault_set(fault, "the program took longer than %d s and was stopped", MOST_MS / 1000);
  else if (text.size > 0)
    fault_set(fault, "%.*s", (int)strcspn(text.bytes, "\n"), text.bytes);
  else if (WIFEXITED(status))
    fault_set(fault, "the program ended with %d", WEXITSTATUS(status));
  else
    fault_set(fault, "the program was ended by signal %d", WTERMSIG(status));
  buffer_free(&text);
}

static enum outbound_result run(const struct outbound_settings *settings, const struct outbound *work, int message,
                                int complaint, struct fault *fault)
{
  char path[sizeof settings->program], id[UUID_SIZE];
  char *const argv[] = {path, id, NULL};
  const struct process_file files[] = {{message, STDIN_FILENO}, {complaint, STDOUT_FILENO}, {complaint, STDERR_FILENO}};
  struct process process = {argv, environ, files, sizeof files / sizeof *files, MOST_MS};
  int status = 0;
  COPY_TEXT(path, settings->program);
  COPY_TEXT(id, work->id);
  enum process_end end = process_run(&process, &status, fault);
  if (end == PROCESS_NOT_STARTED)
    return OUTBOUND_AGAIN;
  if (end == PROCESS_ENDED && WIFEXITED(status) && WEXITSTATUS(status) == 0)
    return OUTBOUND_SENT;
  tell_why(complaint, end, status, fault);
  return end == PROCESS_ENDED && WIFEXITED(status) && WEXITSTATUS(status) == EXIT_NEVER ? OUTBOUND_NEVER
                                                                                        : OUTBOUND_AGAIN;
}

enum outbound_result program_send(const struct outbound_settings *settings, const struct outbound *work,
                                  struct fault *fault)
{
  int message = process_paper(work->body), complaint = process_paper("");
  enum outbound_result result = OUTBOUND_AGAIN;
  if (message >= 0 && complaint >= 0)
    result = run(settings, work, message, complaint, fault);
  else
    fault_set(fault, "the program can't be given its message: %s", strerror(errno));
  if (message >= 0)
    close(message);
  if (complaint >= 0)
    close(complaint);
  return result;
}
