// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sound/say.h"

#include "base/memory.h"
#include "base/process.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
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

static bool papers_open(struct papers *papers, const struct say_wish *wish, struct fault *fault)
{
  *papers =
      (struct papers){process_paper(wish->text), process_paper(wish->readings), process_paper(""), process_paper("")};
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

static enum process_end run(const struct say_program *program, const struct say_wish *wish, const struct papers *papers,
                            int *status, struct fault *fault)
{
  char *path = memory_text(program->path), *data = memory_text(program->data), *locale = memory_text(wish->locale);
  char locale_word[] = "--locale", data_word[] = "--data", readings_word[] = "--readings", file[] = READINGS_PATH;
  bool has_readings = *wish->readings;
  char *const words[] = {path, locale_word, locale, data_word, data, has_readings ? readings_word : NULL, file, NULL};
  char *const nothing[] = {NULL};
  const struct process_file files[] = {{papers->text, STDIN_FILENO},
                                       {papers->wav, STDOUT_FILENO},
                                       {papers->complaint, STDERR_FILENO},
                                       {papers->readings, READINGS_FD}};
  struct process process = {words, nothing, files, sizeof files / sizeof *files, program->most_ms};
  enum process_end end = process_run(&process, status, fault);
  free(path);
  free(data);
  free(locale);
  return end;
}

// What it has complained of, where it has.
static bool tell_why(const struct papers *papers, enum process_end end, int most_ms, struct fault *fault)
{
  struct buffer complaint = {0};
  if (end == PROCESS_SLOW)
    fault_set(fault, "the voice took longer than %d ms and was stopped", most_ms);
  else
    fault_set(fault, "the voice failed");
  process_read_paper(papers->complaint, MOST_WAV_BYTES, &complaint);
  if (complaint.size > 0)
    fault_set(fault, "%.*s", (int)strcspn(complaint.bytes, "\n"), complaint.bytes);
  buffer_free(&complaint);
  return false;
}

static bool say_on(const struct papers *papers, const struct say_program *program, const struct say_wish *wish,
                   struct buffer *wav, struct fault *fault)
{
  int status = 0;
  enum process_end end = run(program, wish, papers, &status, fault);
  if (end == PROCESS_NOT_STARTED)
    return false;
  if (end == PROCESS_SLOW || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
    return tell_why(papers, end, program->most_ms, fault);
  process_read_paper(papers->wav, MOST_WAV_BYTES, wav);
  return wav->size > 0 || fault_set(fault, "the voice said nothing");
}

bool say(const struct say_program *program, const struct say_wish *wish, struct buffer *wav, struct fault *fault)
{
  struct papers papers;
  bool ok = papers_open(&papers, wish, fault) && say_on(&papers, program, wish, wav, fault);
  papers_close(&papers);
  return ok;
}
