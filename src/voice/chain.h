// SPDX-License-Identifier: GPL-3.0-or-later
// A voice made of engines: each sentence is said by the first that has it, whole. One that fails is passed over within
// the same sentence, and what is amiss with it is told with every sentence until it works again. Thread: one.
#pragma once

#include "voice/engine.h"

#define CHAIN_MOST 24

struct chain_link {
  struct engine engine;
  bool works;
  struct fault at_start, lately; // what is amiss; empty: nothing
};

struct chain {
  struct chain_link links[CHAIN_MOST];
  int count;
};

// Asked in the order in which they were added. What engine.ctx points to must outlive the chain.
void chain_add(struct chain *chain, struct engine engine);
struct voice chain_voice(struct chain *chain);
