// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/picture/shrink.h"

#include "base/memory.h"
#include "base/process.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOST_MS 10000 // of a busy machine; the program allows itself five seconds of processor
#define MOST_JPEG_BYTES (4 << 20)
#define MOST_COMPLAINT_BYTES 400
#define REFUSED 1 // as the program ends

// Files without a name, as the program's standard input, output and error.
struct papers {
  int file, jpeg, complaint;
};

static bool papers_open(struct papers *papers, const struct buffer *file, struct fault *fault)
{
  *papers = (struct papers){process_paper_of(file->bytes, file->size), process_paper(""), process_paper("")};
  return (papers->file >= 0 && papers->jpeg >= 0 && papers->complaint >= 0) ||
         fault_set(fault, "no picture can be looked at: %s", strerror(errno));
}

static void papers_close(const struct papers *papers)
{
  const int all[] = {papers->file, papers->jpeg, papers->complaint};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    if (all[i] >= 0)
      close(all[i]);
}

static enum process_end run(const char *program, int side, const struct papers *papers, int *status,
                            struct fault *fault)
{
  char *path = memory_text(program), side_word[] = "--side", side_text[16];
  FORMAT_TEXT(side_text, "%d", side);
  char *const words[] = {path, side_word, side_text, NULL};
  char *const nothing[] = {NULL};
  const struct process_file files[] = {
      {papers->file, STDIN_FILENO}, {papers->jpeg, STDOUT_FILENO}, {papers->complaint, STDERR_FILENO}};
  struct process process = {words, nothing, files, sizeof files / sizeof *files, MOST_MS};
  enum process_end end = process_run(&process, status, fault);
  free(path);
  return end;
}

static enum shrink_end refuse(const struct papers *papers, struct fault *fault)
{
  struct buffer complaint = {0};
  process_read_paper(papers->complaint, MOST_COMPLAINT_BYTES, &complaint);
  if (complaint.size > 0)
    fault_set(fault, "%.*s", (int)strcspn(complaint.bytes, "\n"), complaint.bytes);
  else
    fault_set(fault, "the picture can't be read");
  buffer_free(&complaint);
  return SHRINK_REFUSED;
}

static enum shrink_end shrink_on(const struct papers *papers, const char *program, int side, struct buffer *jpeg,
                                 struct fault *fault)
{
  int status = 0;
  enum process_end end = run(program, side, papers, &status, fault);
  if (end == PROCESS_NOT_STARTED)
    return SHRINK_FAILED;
  if (end == PROCESS_SLOW || WIFSIGNALED(status)) {
    fault_set(fault, "the picture takes too long or too much memory to be read");
    return SHRINK_REFUSED;
  }
  if (WEXITSTATUS(status) == REFUSED)
    return refuse(papers, fault);
  size_t before = jpeg->size;
  process_read_paper(papers->jpeg, MOST_JPEG_BYTES, jpeg);
  if (WEXITSTATUS(status) == 0 && jpeg->size > before)
    return SHRINK_DONE;
  fault_set(fault, "%s ended with %d", program, WEXITSTATUS(status));
  return SHRINK_FAILED;
}

enum shrink_end shrink(const char *program, int side, const struct buffer *file, struct buffer *jpeg,
                       struct fault *fault)
{
  struct papers papers;
  enum shrink_end end =
      papers_open(&papers, file, fault) ? shrink_on(&papers, program, side, jpeg, fault) : SHRINK_FAILED;
  papers_close(&papers);
  return end;
}
