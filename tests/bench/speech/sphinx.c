// SPDX-License-Identifier: GPL-3.0-or-later
#include "sphinx.h"

#include <pocketsphinx.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static ps_decoder_t *decoder;
static cmd_ln_t *options;
static char grammar_path[] = "/tmp/anban-grammar-XXXXXX", words_path[] = "/tmp/anban-words-XXXXXX";

static bool write_files(const char *const *phones, int count)
{
  int grammar_fd = mkstemp(grammar_path), words_fd = mkstemp(words_path);
  if (grammar_fd < 0 || words_fd < 0)
    return false;
  FILE *grammar = fdopen(grammar_fd, "w"), *words = fdopen(words_fd, "w");
  fprintf(grammar, "#JSGF V1.0;\ngrammar commands;\npublic <command> = c0");
  for (int i = 1; i < count; i++)
    fprintf(grammar, " | c%d", i);
  fprintf(grammar, ";\n");
  for (int i = 0; i < count; i++)
    fprintf(words, "c%d %s\n", i, phones[i]);
  return fclose(grammar) == 0 && fclose(words) == 0;
}

bool sphinx_start(const char *const *phones, int count)
{
  if (!write_files(phones, count))
    return false;
  options = cmd_ln_init(NULL, ps_args(), TRUE, "-hmm", "/usr/share/pocketsphinx/model/en-us/en-us", "-dict", words_path,
                        "-jsgf", grammar_path, "-logfn", "/dev/null", NULL);
  decoder = options ? ps_init(options) : NULL;
  return decoder;
}

int sphinx_hear(const struct samples *heard)
{
  int command = -1, score;
  ps_start_utt(decoder);
  ps_process_raw(decoder, heard->at, heard->count, FALSE, TRUE);
  ps_end_utt(decoder);
  const char *words = ps_get_hyp(decoder, &score);
  if (words)
    sscanf(words, "c%d", &command);
  return command;
}

void sphinx_stop(void)
{
  ps_free(decoder);
  cmd_ln_free_r(options);
  unlink(grammar_path);
  unlink(words_path);
}
