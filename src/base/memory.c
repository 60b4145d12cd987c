// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void memory_exhausted(void)
{
  fputs("anban: the machine has no memory left\n", stderr);
  abort();
}

void *memory_new(size_t size)
{
  void *memory = calloc(1, size);
  if (!memory)
    memory_exhausted();
  return memory;
}

void *memory_resize(void *old, size_t size)
{
  void *memory = realloc(old, size);
  if (!memory)
    memory_exhausted();
  return memory;
}

char *memory_text(const char *text)
{
  char *copy = strdup(text);
  if (!copy)
    memory_exhausted();
  return copy;
}
