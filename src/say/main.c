// SPDX-License-Identifier: GPL-3.0-or-later
// anban-say: a sentence as the kiosk says it, as a WAV.
#include "base/file.h"
#include "voice/normal.h"
#include "voice/voices.h"
#include "voice/wav.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char help[] =
    "anban-say: writes a sentence as the kiosk says it\n"
    "  anban-say [OPTIONS] [TEXT]      without TEXT: from standard input\n"
    "  --locale LOCALE   zh_CN, zh_CN@sichuan, zh_HK, en, ... (zh_CN)\n"
    "  --rate N          words a minute, 80 to 450 (" USUAL_RATE_TEXT ")\n"
    "  --variant NAME    another speaker of the voice, as espeak-ng names them: +f2\n"
    "  --data FOLDER     that holds espeak-ng-data/ (" ANBAN_VOICES ")\n"
    "  --packs FOLDER    of recorded voices, LOCALE/VOICE/pack.json\n"
    "  --readings FILE   how words are read here: a word, a tab, its pinyin\n"
    "  --engines FILE    voices of the site's own, as [voice] engines names it\n"
    "  --output FILE     the WAV; - is standard output (-)\n"
    "  --marks FILE      also writes when each character is heard: milliseconds, a tab, the text\n"
    "  --words           writes the text with all figures as words instead of a sound\n"
    "  --help, --version\n";

struct request {
  struct sentence sentence;
  const char *data, *packs, *readings, *engines, *output, *marks;
  bool words;
};

enum { LOCALE = 256, RATE, VARIANT, DATA, PACKS, READINGS, ENGINES, OUTPUT, MARKS, WORDS, HELP, VERSION };

static const struct option accepted[] = {
    {"locale", required_argument, NULL, LOCALE},
    {"rate", required_argument, NULL, RATE},
    {"variant", required_argument, NULL, VARIANT},
    {"data", required_argument, NULL, DATA},
    {"packs", required_argument, NULL, PACKS},
    {"readings", required_argument, NULL, READINGS},
    {"engines", required_argument, NULL, ENGINES},
    {"output", required_argument, NULL, OUTPUT},
    {"marks", required_argument, NULL, MARKS},
    {"words", no_argument, NULL, WORDS},
    {"help", no_argument, NULL, HELP},
    {"version", no_argument, NULL, VERSION},
    {0},
};

static bool read_rate(struct request *request, const char *value, struct fault *fault)
{
  char *end;
  long rate = strtol(value, &end, 10);
  if (!*value || *end || rate < 80 || rate > 450)
    return fault_set(fault, "--rate %.40s: a number from 80 to 450 is expected", value);
  request->sentence.rate_wpm = (int)rate;
  return true;
}

static bool is_there(const char *option, const char *path, struct fault *fault)
{
  return access(path, R_OK) == 0 || fault_set(fault, "%s %.200s: %s", option, path, strerror(errno));
}

static bool take(struct request *request, int option, const char *value, struct fault *fault)
{
  switch (option) {
  case LOCALE:
    return COPY_TEXT(request->sentence.locale, value) || fault_set(fault, "--locale %.40s is too long", value);
  case RATE:
    return read_rate(request, value, fault);
  case VARIANT:
    return COPY_TEXT(request->sentence.variant, value) || fault_set(fault, "--variant %.40s is too long", value);
  case DATA:
    request->data = value;
    return true;
  case PACKS:
    request->packs = value;
    return true;
  case READINGS:
    request->readings = value;
    return is_there("--readings", value, fault);
  case ENGINES:
    request->engines = value;
    return is_there("--engines", value, fault);
  case OUTPUT:
    request->output = value;
    return true;
  case MARKS:
    request->marks = value;
    return true;
  case WORDS:
    request->words = true;
    return true;
  }
  return false;
}

static bool read_input(struct buffer *text, struct fault *fault)
{
  char bytes[512];
  size_t got;
  while (text->size < SENTENCE_TEXT && (got = fread(bytes, 1, sizeof bytes, stdin)) > 0)
    buffer_add(text, bytes, got);
  return !ferror(stdin) || fault_set(fault, "standard input can't be read: %s", strerror(errno));
}

static bool set_text(struct request *request, const char *text, size_t size, struct fault *fault)
{
  if (!text_is_utf8(text, size))
    return fault_set(fault, "the text is not UTF-8");
  if (!COPY_TEXT(request->sentence.text, text))
    return fault_set(fault, "the text is longer than %d bytes", SENTENCE_TEXT - 1);
  return text[strspn(text, " \t\r\n")] || fault_set(fault, "there is no text to say");
}

static bool read_text(struct request *request, int argc, char **argv, struct fault *fault)
{
  struct buffer text = {0};
  if (optind + 1 < argc)
    return fault_set(fault, "%.80s: one text is expected; put it in quotes", argv[optind + 1]);
  bool ok = optind < argc || read_input(&text, fault);
  if (ok && optind < argc)
    buffer_add_text(&text, argv[optind]);
  ok = ok && set_text(request, text.bytes ? text.bytes : "", text.size, fault);
  buffer_free(&text);
  return ok;
}

static bool put(const char *path, const struct buffer *bytes, struct fault *fault)
{
  FILE *file = strcmp(path, "-") == 0 ? stdout : fopen(path, "w");
  bool whole = file && fwrite(bytes->bytes, 1, bytes->size, file) == bytes->size;
  if (file)
    whole = (file == stdout ? fflush(file) : fclose(file)) == 0 && whole;
  return whole || fault_set(fault, "%.200s can't be written: %s", path, strerror(errno));
}

static bool put_marks(const struct request *request, const struct samples *samples, struct fault *fault)
{
  struct buffer lines = {0};
  buffer_add_text(&lines, "");
  for (int i = 0; i < samples->mark_count; i++) {
    const struct sound_mark *mark = &samples->marks[i];
    buffer_printf(&lines, "%zu\t%.*s\n", mark->sample * 1000 / (size_t)samples->rate, (int)(mark->to - mark->from),
                  request->sentence.text + mark->from);
  }
  bool ok = put(request->marks, &lines, fault);
  buffer_free(&lines);
  return ok;
}

static bool put_words(const struct request *request, struct fault *fault)
{
  struct rewrite words = {0};
  normal_words(request->sentence.text, request->sentence.locale, &words);
  buffer_add_text(&words.text, "\n");
  bool ok = put(request->output, &words.text, fault);
  rewrite_free(&words);
  return ok;
}

static bool never(void *ctx)
{
  return false;
}

static bool put_sound(const struct request *request, struct voice *voice, struct fault *fault)
{
  struct samples *samples = voice->say(voice->ctx, &request->sentence, never, NULL, fault);
  struct buffer wav = {0};
  if (samples && *fault->sentence)
    fprintf(stderr, "anban-say: %s\n", fault->sentence);
  bool ok = samples && wav_write(samples, &wav, fault) && put(request->output, &wav, fault) &&
            (!request->marks || put_marks(request, samples, fault));
  buffer_free(&wav);
  samples_free(samples);
  return ok;
}

static bool say(const struct request *request, struct fault *fault)
{
  struct voices voices;
  struct voices_settings settings = {
      .data = request->data, .packs = request->packs, .readings = request->readings, .engines = request->engines};
  struct voice voice = voices_init(&voices, &settings);
  bool ok = voice.start(voice.ctx, fault) && put_sound(request, &voice, fault);
  voice.stop(voice.ctx);
  return ok;
}

static int told(int option)
{
  fputs(option == HELP ? help : "anban-say " ANBAN_VERSION "\n", stdout);
  return 0;
}

static int end(bool ok, const struct fault *fault, int status)
{
  if (!ok)
    fprintf(stderr, "anban-say: %s\n", fault->sentence);
  return ok ? 0 : status;
}

int main(int argc, char **argv)
{
  struct request request = {
      .sentence = {.locale = "zh_CN", .rate_wpm = USUAL_RATE}, .data = ANBAN_VOICES, .output = "-"};
  struct fault fault = {0};
  opterr = 0;
  for (int option; (option = getopt_long(argc, argv, "", accepted, NULL)) != -1;) {
    if (option == HELP || option == VERSION)
      return told(option);
    if (option == '?')
      return end(fault_set(&fault, "%.80s is not understood; --help tells what is", argv[optind - 1]), &fault, 2);
    if (!take(&request, option, optarg, &fault))
      return end(false, &fault, 2);
  }
  if (!read_text(&request, argc, argv, &fault))
    return end(false, &fault, 2);
  return end(request.words ? put_words(&request, &fault) : say(&request, &fault), &fault, 1);
}
