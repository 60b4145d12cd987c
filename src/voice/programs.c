// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/programs.h"

#include "base/file.h"
#include "base/locale.h"
#include "base/memory.h"
#include "voice/child.h"
#include "voice/resample.h"
#include "voice/wav.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LARGEST_FILE 65536
#define REST MS_MINUTE

// The next word of a line, in quotes or not; NULL at the end. Ends it in the line itself.
static char *next_word(char **line)
{
  *line += strspn(*line, " \t\r");
  if (!**line)
    return NULL;
  bool quoted = **line == '"';
  char *word = *line + quoted;
  *line = word + strcspn(word, quoted ? "\"" : " \t\r");
  if (**line)
    *(*line)++ = '\0';
  return word;
}

static bool read_output(struct program *program, const char *word, struct fault *fault)
{
  char *end = NULL;
  if (word && strcmp(word, "wav") == 0)
    return true;
  if (word && strncmp(word, "pcm:", 4) == 0)
    program->pcm_rate = (int)strtol(word + 4, &end, 10);
  program->dispatched = word && strcmp(word, "speech-dispatcher") == 0;
  return program->dispatched || (end && !*end && program->pcm_rate >= 8000 && program->pcm_rate <= 48000) ||
         fault_set(fault, "wav, pcm:RATE, from 8000 to 48000, or speech-dispatcher is expected after the locale");
}

static bool read_line(struct program *program, char *rest, struct fault *fault)
{
  const char *locale = next_word(&rest);
  size_t most = sizeof program->argv / sizeof *program->argv - 1, count = 0;
  if (locale_index(locale) < 0 || !COPY_TEXT(program->locale, locale))
    return fault_set(fault, "%.40s is no language that this kiosk speaks", locale);
  if (!read_output(program, next_word(&rest), fault))
    return false;
  while (count < most && (program->argv[count] = next_word(&rest)))
    count++;
  if (next_word(&rest))
    return fault_set(fault, "at most %zu words are allowed", most);
  if (program->dispatched && count != 1)
    return fault_set(fault, "the name of a voice, as spd-say -L has it, is expected; in quotes where it has spaces");
  return count > 0 || fault_set(fault, "the program to run is expected");
}

static void add_line(struct programs *programs, const char *line, int number, struct fault *amiss)
{
  struct fault fault;
  if (!line[strspn(line, " \t\r")] || *line == '#')
    return;
  struct program *program = &programs->list[programs->count];
  if (programs->count == PROGRAMS_MOST) {
    fault_set(amiss, "%s:%d: at most %d voices are allowed", programs->path, number, PROGRAMS_MOST);
    return;
  }
  *program = (struct program){.line = memory_text(line)};
  if (read_line(program, program->line, &fault)) {
    programs->count++;
    return;
  }
  free(program->line);
  if (!*amiss->sentence)
    fault_set(amiss, "%s:%d: %s", programs->path, number, fault.sentence);
}

static bool start(void *ctx, struct fault *fault)
{
  struct programs *programs = ctx;
  struct buffer file = {0};
  programs->count = 0;
  if (!*programs->path || access(programs->path, F_OK) != 0)
    return true;
  if (!file_read(programs->path, LARGEST_FILE, &file, fault))
    return false;
  char *rest = file.bytes;
  for (int number = 1; rest; number++)
    add_line(programs, strsep(&rest, "\n"), number, fault);
  buffer_free(&file);
  return true;
}

static void stop(void *ctx)
{
  struct programs *programs = ctx;
  dispatcher_close(&programs->dispatcher);
  for (int i = 0; i < programs->count; i++)
    free(programs->list[i].line);
  programs->count = 0;
}

// An argument with what stands in braces filled in; the caller frees it.
static char *fill(const char *argument, const struct sentence *sentence)
{
  struct buffer filled = {0};
  buffer_add_text(&filled, "");
  for (const char *at = argument; *at;) {
    if (strncmp(at, "{rate}", 6) == 0)
      buffer_printf(&filled, "%d", sentence->rate_wpm);
    else if (strncmp(at, "{slowness}", 10) == 0)
      buffer_printf(&filled, "%.2f", (double)USUAL_RATE / sentence->rate_wpm);
    else if (strncmp(at, "{locale}", 8) == 0)
      buffer_add_text(&filled, sentence->locale);
    else {
      buffer_add(&filled, at++, 1);
      continue;
    }
    at = strchr(at, '}') + 1;
  }
  return filled.bytes;
}

static enum child_end run(const struct program *program, const struct task *task, struct buffer *sound,
                          struct fault *fault)
{
  char *argv[sizeof program->argv / sizeof *program->argv] = {0};
  struct buffer text = {0};
  for (int i = 0; program->argv[i]; i++)
    argv[i] = fill(program->argv[i], task->sentence);
  buffer_printf(&text, "%s\n", rewrite_text(task->words));
  enum child_end end = child_run(argv, text.bytes, sound, task->stale, task->stale_ctx, fault);
  for (int i = 0; argv[i]; i++)
    free(argv[i]);
  buffer_free(&text);
  return end;
}

static struct samples *hear(const struct program *program, const struct buffer *sound, struct fault *fault)
{
  struct samples *samples = NULL;
  if (program->pcm_rate == 0)
    samples = wav_read(sound, fault);
  else
    samples = wav_of_pcm(sound, program->pcm_rate);
  if (samples && samples->count > 0)
    return samples;
  if (samples)
    fault_set(fault, "there is no sound in it");
  samples_free(samples);
  return NULL;
}

static bool listen(struct programs *programs, const struct program *program, const struct buffer *sound,
                   struct samples **samples, struct fault *fault)
{
  struct fault reason;
  *samples = hear(program, sound, &reason);
  if (!*samples)
    return fault_set(fault, "what %s wrote for %s can't be played: %s", program->argv[0], program->locale,
                     reason.sentence);
  *samples = resample(*samples, programs->rate);
  return true;
}

static enum verdict ask_dispatcher(struct programs *programs, struct program *program, const struct task *task)
{
  struct fault fault = {0};
  enum verdict verdict = dispatcher_say(&programs->dispatcher, program->argv[0], task, &fault);
  if (verdict != SAID_STALE)
    program->lately = fault;
  return verdict;
}

static enum verdict ask_program(struct programs *programs, struct program *program, const struct task *task,
                                struct samples **samples)
{
  struct buffer sound = {0};
  struct fault fault = {0};
  enum child_end end = run(program, task, &sound, &fault);
  bool said = end == CHILD_DONE && listen(programs, program, &sound, samples, &fault);
  buffer_free(&sound);
  if (end == CHILD_STALE)
    return SAID_STALE;
  program->lately = fault;
  program->rest_until = end == CHILD_SLOW ? clock_steady() + REST : 0;
  return said ? SAID : SAID_FAILED;
}

static enum verdict ask(struct programs *programs, struct program *program, const struct task *task,
                        struct samples **samples)
{
  if (strcmp(program->locale, task->sentence->locale) != 0 || clock_steady() < program->rest_until)
    return SAID_NOT;
  if (!program->dispatched)
    return ask_program(programs, program, task, samples);
  return programs->dispatcher.began ? ask_dispatcher(programs, program, task) : SAID_NOT;
}

static bool is_settled(enum verdict verdict)
{
  return verdict == SAID || verdict == SAID_ITSELF || verdict == SAID_STALE;
}

static enum verdict say(void *ctx, const struct task *task, struct samples **samples, struct fault *fault)
{
  struct programs *programs = ctx;
  enum verdict verdict = SAID_NOT;
  for (int i = 0; i < programs->count && !is_settled(verdict); i++) {
    enum verdict next = ask(programs, &programs->list[i], task, samples);
    verdict = next == SAID_NOT ? verdict : next;
  }
  for (int i = 0; i < programs->count && !*fault->sentence; i++)
    *fault = programs->list[i].lately;
  return verdict;
}

struct engine programs_engine(struct programs *programs)
{
  return (struct engine){.name = "programs", .start = start, .say = say, .stop = stop, .ctx = programs};
}
