// SPDX-License-Identifier: GPL-3.0-or-later
// Surfaces that were drawn once and are shown again: lines of text, icons, pictures. Thread: the main one.
#pragma once

#include <SDL.h>

struct cache;

// Holds about `most` bytes of pixels; what was not shown longest goes first.
struct cache *cache_new(size_t most);
void cache_free(struct cache *cache); // NULL is fine

// The surface kept under the key, or NULL. It stays the cache's, good until the next cache_keep.
SDL_Surface *cache_find(struct cache *cache, const char *key);
// Keeps it; the cache now owns it. Returns it.
SDL_Surface *cache_keep(struct cache *cache, const char *key, SDL_Surface *surface);
