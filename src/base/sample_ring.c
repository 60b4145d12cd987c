// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sample_ring.h"

#define MASK (SAMPLE_RING_ROOM - 1)

void sample_ring_put(struct sample_ring *ring, const int16_t *at, size_t count)
{
  size_t put = atomic_load_explicit(&ring->put, memory_order_relaxed);
  size_t room = SAMPLE_RING_ROOM - (put - atomic_load_explicit(&ring->taken, memory_order_acquire));
  size_t fits = count < room ? count : room;
  for (size_t i = 0; i < fits; i++)
    ring->at[(put + i) & MASK] = at[i];
  atomic_store_explicit(&ring->put, put + fits, memory_order_release);
  if (fits < count)
    atomic_fetch_add(&ring->lost, count - fits);
  ring->filled(ring->ctx);
}

size_t sample_ring_take(struct sample_ring *ring, int16_t *at, size_t most)
{
  size_t taken = atomic_load_explicit(&ring->taken, memory_order_relaxed);
  size_t there = atomic_load_explicit(&ring->put, memory_order_acquire) - taken;
  size_t count = there < most ? there : most;
  for (size_t i = 0; i < count; i++)
    at[i] = ring->at[(taken + i) & MASK];
  atomic_store_explicit(&ring->taken, taken + count, memory_order_release);
  return count;
}

void sample_ring_skip(struct sample_ring *ring)
{
  atomic_store_explicit(&ring->taken, atomic_load_explicit(&ring->put, memory_order_acquire), memory_order_release);
}
