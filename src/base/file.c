// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool read_all(int fd, const char *path, size_t most, struct buffer *out, struct fault *fault)
{
  char chunk[16384];
  size_t total = 0;
  ssize_t got;
  while ((got = read(fd, chunk, sizeof chunk)) > 0) {
    total += (size_t)got;
    if (total > most)
      return fault_set(fault, "%s is longer than the %zu bytes allowed", path, most);
    buffer_add(out, chunk, (size_t)got);
  }
  return got == 0 || fault_set(fault, "%s can't be read: %s", path, strerror(errno));
}

bool file_read(const char *path, size_t most, struct buffer *out, struct fault *fault)
{
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return fault_set(fault, "%s can't be opened: %s", path, strerror(errno));
  bool ok = read_all(fd, path, most, out, fault);
  close(fd);
  return ok;
}

static bool write_all(int fd, const char *bytes, size_t size)
{
  while (size > 0) {
    ssize_t put = write(fd, bytes, size);
    if (put < 0 && errno != EINTR)
      return false;
    if (put > 0) {
      bytes += put;
      size -= (size_t)put;
    }
  }
  return true;
}

static bool sync_folder_of(const char *path)
{
  char *folder = strdup(path);
  if (!folder)
    return false;
  char *slash = strrchr(folder, '/');
  if (slash)
    slash[slash == folder] = '\0';
  int fd = open(slash ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  bool ok = fd >= 0 && fsync(fd) == 0;
  if (fd >= 0)
    close(fd);
  free(folder);
  return ok;
}

static bool sync_file(const char *path)
{
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  bool ok = fd >= 0 && fsync(fd) == 0;
  if (fd >= 0)
    close(fd);
  return ok;
}

bool file_settle(const char *from, const char *to, struct fault *fault)
{
  return (sync_file(from) && rename(from, to) == 0 && sync_folder_of(to)) ||
         fault_set(fault, "%s can't be written: %s", to, strerror(errno));
}

bool file_replace(const char *path, const void *bytes, size_t size, unsigned mode, struct fault *fault)
{
  struct buffer temporary = {0};
  buffer_printf(&temporary, "%s.new", path);
  int fd = open(temporary.bytes, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);
  bool ok = fd >= 0 && write_all(fd, bytes, size);
  if (fd >= 0 && close(fd) != 0)
    ok = false;
  if (!ok)
    fault_set(fault, "%s can't be written: %s", path, strerror(errno));
  ok = ok && file_settle(temporary.bytes, path, fault);
  if (!ok)
    unlink(temporary.bytes);
  buffer_free(&temporary);
  return ok;
}

bool file_make_folder(const char *path, struct fault *fault)
{
  struct buffer part = {0};
  buffer_add_text(&part, path);
  bool ok = true;
  for (char *at = part.bytes + 1; ok && at[-1]; at++) {
    if (*at && *at != '/')
      continue;
    char kept = *at;
    *at = '\0';
    ok = mkdir(part.bytes, 0700) == 0 || errno == EEXIST;
    *at = kept;
  }
  struct stat status;
  if (ok && (stat(path, &status) != 0 || !S_ISDIR(status.st_mode))) {
    errno = ENOTDIR;
    ok = false;
  }
  if (!ok)
    fault_set(fault, "the folder %s can't be made: %s", path, strerror(errno));
  buffer_free(&part);
  return ok;
}
