// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences as they are said, one a line: what ./bench reading asks of the normaliser.
//   anban_bench_spoken LOCALE < SENTENCES    a line is a sentence, or a sentence, a tab and the number of a character;
//                                            the answer has the number that it has among what is said, -1: none
#include "base/text.h"
#include "voice/normal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t byte_of(const char *text, int number)
{
  const char *at = text;
  while (number-- > 0 && text_next(&at))
    ;
  return (size_t)(at - text);
}

// Where a byte of the sentence stands in what is said, when it is said as it is.
static int said_at(const struct rewrite *words, size_t source)
{
  const char *text = rewrite_text(words);
  int number = 0;
  for (const char *at = text; *at; number++) {
    size_t from = (size_t)(at - text);
    text_next(&at);
    size_t to = (size_t)(at - text);
    rewrite_source(words, &from, &to);
    if (from == source)
      return number;
  }
  return -1;
}

int main(int argc, char **argv)
{
  char *line = NULL;
  size_t room = 0;
  for (ssize_t size; (size = getline(&line, &room, stdin)) > 0;) {
    struct rewrite words = {0};
    line[strcspn(line, "\r\n")] = '\0';
    char *number = strchr(line, '\t');
    if (number)
      *number++ = '\0';
    normal_words(line, argc > 1 ? argv[1] : "zh_CN", &words);
    printf("%s\t%d\n", rewrite_text(&words), number ? said_at(&words, byte_of(line, atoi(number))) : 0);
    rewrite_free(&words);
  }
  free(line);
  return 0;
}
