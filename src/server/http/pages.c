// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/pages.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/secret.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#define MOST_FILE_BYTES ((size_t)4 << 20)

struct page_file {
  char path[192];
  char tag[24]; // with its quotes
  const char *type;
  struct buffer bytes, gzip; // gzip: empty when it is no shorter
};

struct pages {
  struct page_file *files; // by path
  size_t count;
};

static const struct {
  const char *ending, *type;
} types[] = {
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".webp", "image/webp"},
    {".jpg", "image/jpeg"},
    {".csv", "text/csv; charset=utf-8"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".woff2", "font/woff2"},
    {".ogg", "audio/ogg"},
    {".wav", "audio/wav"},
};

// NULL: not a file of a page.
static const char *type_of(const char *name)
{
  const char *ending = strrchr(name, '.');
  for (size_t i = 0; ending && i < sizeof types / sizeof *types; i++)
    if (strcmp(ending, types[i].ending) == 0)
      return types[i].type;
  return NULL;
}

static void compress_file(struct page_file *file)
{
  z_stream stream = {0};
  if (deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY) != Z_OK) // 16: as gzip
    memory_exhausted();
  uLong room = deflateBound(&stream, file->bytes.size);
  char *out = memory_new(room);
  stream.next_in = (Bytef *)file->bytes.bytes;
  stream.avail_in = (uInt)file->bytes.size;
  stream.next_out = (Bytef *)out;
  stream.avail_out = (uInt)room;
  if (deflate(&stream, Z_FINISH) == Z_STREAM_END && stream.total_out < file->bytes.size)
    buffer_add(&file->gzip, out, stream.total_out);
  deflateEnd(&stream);
  free(out);
}

static void tag_file(struct page_file *file)
{
  char hash[HASH_SIZE];
  secret_hash(file->bytes.bytes ? file->bytes.bytes : "", file->bytes.size, hash);
  FORMAT_TEXT(file->tag, "\"%.20s\"", hash);
}

static bool load_file(struct pages *pages, const char *dir, const char *folder, const char *name, struct fault *fault)
{
  char on_disk[512];
  pages->files = memory_resize(pages->files, (pages->count + 1) * sizeof *pages->files);
  struct page_file *file = &pages->files[pages->count];
  *file = (struct page_file){.type = type_of(name)};
  bool is_index = strcmp(name, "index.html") == 0;
  if (!FORMAT_TEXT(on_disk, "%s/%s/%s", dir, folder, name) ||
      !FORMAT_TEXT(file->path, is_index ? "/%s" : "/%s/%s", folder, name))
    return fault_set(fault, "the name of %s in %s/%s is too long", name, dir, folder);
  if (!file_read(on_disk, MOST_FILE_BYTES, &file->bytes, fault))
    return false;
  pages->count++;
  tag_file(file);
  compress_file(file);
  return true;
}

static bool load_folder(struct pages *pages, const char *dir, const char *folder, struct fault *fault)
{
  char path[512];
  FORMAT_TEXT(path, "%s/%s", dir, folder);
  DIR *listing = opendir(path);
  if (!listing)
    return fault_set(fault, "the pages in %s can't be read: %s", path, strerror(errno));
  bool ok = true;
  struct dirent *entry;
  while (ok && (entry = readdir(listing)))
    if (type_of(entry->d_name))
      ok = load_file(pages, dir, folder, entry->d_name, fault);
  closedir(listing);
  return ok;
}

static int by_path(const void *left, const void *right)
{
  return strcmp(((const struct page_file *)left)->path, ((const struct page_file *)right)->path);
}

struct pages *pages_load(const char *dir, const char *const *folders, size_t count, struct fault *fault)
{
  struct pages *pages = memory_new(sizeof *pages);
  for (size_t i = 0; i < count; i++)
    if (!load_folder(pages, dir, folders[i], fault)) {
      pages_free(pages);
      return NULL;
    }
  qsort(pages->files, pages->count, sizeof *pages->files, by_path);
  return pages;
}

void pages_free(struct pages *pages)
{
  for (size_t i = 0; pages && i < pages->count; i++) {
    buffer_free(&pages->files[i].bytes);
    buffer_free(&pages->files[i].gzip);
  }
  if (pages)
    free(pages->files);
  free(pages);
}

static bool takes_gzip(const struct http_request *request)
{
  const char *accepts = http_request_header(request, "Accept-Encoding");
  return accepts && strstr(accepts, "gzip");
}

bool pages_answer(const struct pages *pages, struct http_request *request)
{
  struct page_file key;
  if (!COPY_TEXT(key.path, http_request_path(request)))
    return false;
  const struct page_file *file = bsearch(&key, pages->files, pages->count, sizeof key, by_path);
  if (!file)
    return false;
  http_request_set_header(request, "ETag", file->tag);
  // Kept, but asked for each time: an upgrade shows at once.
  http_request_set_header(request, "Cache-Control", "no-cache");
  http_request_set_header(request, "Vary", "Accept-Encoding");
  const char *has = http_request_header(request, "If-None-Match");
  if (has && strstr(has, file->tag)) {
    http_request_answer(request, 304, NULL, "", 0);
    return true;
  }
  bool zipped = file->gzip.size > 0 && takes_gzip(request);
  if (zipped)
    http_request_set_header(request, "Content-Encoding", "gzip");
  const struct buffer *body = zipped ? &file->gzip : &file->bytes;
  http_request_answer(request, 200, file->type, body->bytes ? body->bytes : "", body->size);
  return true;
}
