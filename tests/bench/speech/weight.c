// SPDX-License-Identifier: GPL-3.0-or-later
#include "weight.h"

#include "base/text.h"
#include "kiosk/app/maker.h"
#include "kiosk/listen/capture.h"
#include "kiosk/listen/known.h"
#include "people.h"

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOST_MB 25

// Of this process, shared pages in part; -1: the system doesn't tell.
static long weight_kb(void)
{
  char line[128];
  long kb = -1;
  FILE *file = fopen("/proc/self/smaps_rollup", "r");
  while (file && fgets(line, sizeof line, file))
    if (sscanf(line, "Pss: %ld", &kb) == 1)
      break;
  if (file)
    fclose(file);
  return kb;
}

static bool never(void *ctx)
{
  return false;
}

static bool speak(const struct voice *voice)
{
  struct fault fault;
  struct sentence sentence = {.rate_wpm = 165};
  COPY_TEXT(sentence.text, sentences[0]);
  COPY_TEXT(sentence.locale, "zh_CN");
  struct samples *said = voice->say(voice->ctx, &sentence, never, NULL, &fault);
  samples_free(said);
  return said;
}

static void fill(struct known *known)
{
  static const char *const locales[] = {"zh_CN", "zh_CN@sichuan", "zh_CN@shanghai", "zh_HK"};
  for (int i = 0; i < KNOWN_MOST; i++)
    known_made(known, commands[i % COMMAND_COUNT], locales[i / COMMAND_COUNT % 4]);
}

static void hear_one(const struct known *known)
{
  struct match_command offered[COMMAND_COUNT] = {0};
  for (int c = 0; c < COMMAND_COUNT; c++)
    for (int t = 0; t < known->texts[c].count; t++)
      offered[c].templates[offered[c].count++] = known->texts[c].templates[t];
  match_commands(offered[0].templates[0], offered, COMMAND_COUNT);
}

static int weigh(const char *folder)
{
  struct voices_settings settings = {.data = folder, .packs = "", .readings = "", .engines = ""};
  static struct voices voices;
  static struct maker maker;
  static struct known known;
  struct listen_maker offers[LISTEN_MAKERS];
  struct fault fault;
  long before = weight_kb();
  struct voice voice = voices_init(&voices, &settings);
  if (!voice.start(voice.ctx, &fault) || !speak(&voice))
    return 1;
  maker_init(&maker, &settings);
  maker_offer(&maker, offers);
  known = (struct known){.folder = "", .makers = offers};
  fill(&known);
  struct capture *capture = capture_new();
  hear_one(&known);
  double mb = (double)(weight_kb() - before) / 1024;
  printf("Speaking and listening together, with templates of %d texts: %.1f MB (at most %d)\n", KNOWN_MOST, mb,
         MOST_MB);
  fflush(stdout);
  capture_free(capture);
  known_free(&known);
  maker_stop(&maker);
  voice.stop(voice.ctx);
  return mb <= MOST_MB ? 0 : 1;
}

bool weight_print(const char *voices)
{
  int status = 1;
  pid_t pid = fork();
  if (pid == 0)
    _exit(weigh(voices));
  return pid > 0 && waitpid(pid, &status, 0) == pid && status == 0;
}
