// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/cache.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define ENTRIES 512

struct entry {
  char *key; // NULL: free
  Uint64 hash;
  SDL_Surface *surface;
  Uint64 used; // when, in uses of the cache
};

struct cache {
  struct entry entries[ENTRIES];
  Uint64 uses;
  size_t bytes, most;
};

struct cache *cache_new(size_t most)
{
  struct cache *cache = memory_new(sizeof *cache);
  cache->most = most;
  return cache;
}

static size_t bytes_of(const SDL_Surface *surface)
{
  return (size_t)surface->pitch * (size_t)surface->h;
}

static void drop(struct cache *cache, struct entry *entry)
{
  cache->bytes -= bytes_of(entry->surface);
  SDL_FreeSurface(entry->surface);
  free(entry->key);
  *entry = (struct entry){0};
}

void cache_free(struct cache *cache)
{
  if (!cache)
    return;
  for (int i = 0; i < ENTRIES; i++)
    if (cache->entries[i].key)
      drop(cache, &cache->entries[i]);
  free(cache);
}

// FNV-1a.
static Uint64 hash_of(const char *key)
{
  Uint64 hash = 14695981039346656037u;
  for (; *key; key++)
    hash = (hash ^ (unsigned char)*key) * 1099511628211u;
  return hash;
}

SDL_Surface *cache_find(struct cache *cache, const char *key)
{
  Uint64 hash = hash_of(key);
  for (int i = 0; i < ENTRIES; i++) {
    struct entry *entry = &cache->entries[i];
    if (entry->key && entry->hash == hash && strcmp(entry->key, key) == 0) {
      entry->used = ++cache->uses;
      return entry->surface;
    }
  }
  return NULL;
}

static struct entry *oldest(struct cache *cache)
{
  struct entry *found = NULL;
  for (int i = 0; i < ENTRIES; i++) {
    struct entry *entry = &cache->entries[i];
    if (entry->key && (!found || entry->used < found->used))
      found = entry;
  }
  return found;
}

static struct entry *free_entry(struct cache *cache)
{
  for (int i = 0; i < ENTRIES; i++)
    if (!cache->entries[i].key)
      return &cache->entries[i];
  struct entry *entry = oldest(cache);
  drop(cache, entry);
  return entry;
}

SDL_Surface *cache_keep(struct cache *cache, const char *key, SDL_Surface *surface)
{
  for (struct entry *entry; cache->bytes + bytes_of(surface) > cache->most && (entry = oldest(cache));)
    drop(cache, entry);
  struct entry *entry = free_entry(cache);
  *entry = (struct entry){memory_text(key), hash_of(key), surface, ++cache->uses};
  cache->bytes += bytes_of(surface);
  return surface;
}
