// SPDX-License-Identifier: GPL-3.0-or-later
// anban-picture: a picture from outside becomes one that can be kept. It bounds itself before it reads a byte.
#include "picture/codec/codec.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#define USUAL_SIDE 960
#define MOST_SIDE 4096
#define MOST_FILE_BYTES (12 << 20)
#define MOST_SECONDS 5
#define MOST_MEMORY ((rlim_t)512 << 20)

static const char help[] = "anban-picture: makes a JPEG or PNG from standard input small, upright and free of what\n"
                           "cameras write beside the picture; writes a JPEG to standard output\n"
                           "  --side N   no side has more pixels than this, 16 to 4096 (960)\n"
                           "  --help, --version\n";

static void bound(int what, rlim_t most)
{
  struct rlimit limit = {most, most};
  setrlimit(what, &limit);
}

static void bound_all(void)
{
  bound(RLIMIT_CPU, MOST_SECONDS);
  bound(RLIMIT_CORE, 0);
  bound(RLIMIT_NPROC, 0);
// Sanitizers take terabytes, and use none of them.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  bound(RLIMIT_AS, MOST_MEMORY);
#endif
}

static bool read_input(struct buffer *file, struct fault *fault)
{
  char bytes[16384];
  size_t got;
  while (file->size <= MOST_FILE_BYTES && (got = fread(bytes, 1, sizeof bytes, stdin)) > 0)
    buffer_add(file, bytes, got);
  if (ferror(stdin))
    return fault_set(fault, "standard input can't be read: %s", strerror(errno));
  return file->size <= MOST_FILE_BYTES || fault_set(fault, "the picture has more than %d bytes", MOST_FILE_BYTES);
}

static bool write_output(const struct buffer *jpeg, struct fault *fault)
{
  bool whole = fwrite(jpeg->bytes, 1, jpeg->size, stdout) == jpeg->size && fflush(stdout) == 0;
  return whole || fault_set(fault, "standard output can't be written: %s", strerror(errno));
}

static int shrink(int side)
{
  struct buffer file = {0}, jpeg = {0};
  struct fault fault;
  bool ok = read_input(&file, &fault) && codec_shrink(&file, side, &jpeg, &fault) && write_output(&jpeg, &fault);
  if (!ok)
    fprintf(stderr, "%s\n", fault.sentence);
  buffer_free(&file);
  buffer_free(&jpeg);
  return ok ? 0 : 1;
}

// 0: it is none.
static int side_of(const char *text)
{
  char *end;
  long side = strtol(text, &end, 10);
  return *text && !*end && side >= 16 && side <= MOST_SIDE ? (int)side : 0;
}

int main(int argc, char **argv)
{
  int side = argc == 3 && strcmp(argv[1], "--side") == 0 ? side_of(argv[2]) : argc == 1 ? USUAL_SIDE : 0;
  if (argc == 2 && strcmp(argv[1], "--version") == 0)
    return puts("anban-picture " ANBAN_VERSION) < 0;
  if (argc == 2 && strcmp(argv[1], "--help") == 0)
    return fputs(help, stdout) < 0;
  if (!side) {
    fputs(help, stderr);
    return 2;
  }
  bound_all();
  return shrink(side);
}
