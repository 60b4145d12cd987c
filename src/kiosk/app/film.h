// SPDX-License-Identifier: GPL-3.0-or-later
// Moving pictures from a call to the boxes of the page: tells the call how large each box is, and the page what is new
// in it. Thread: main.
#pragma once

#include "base/secret.h"

#include <stdbool.h>

#define FILM_BOXES 5

struct app;

// A box of the page as the call knows it.
struct film_box {
  char who[UUID_SIZE]; // "": oneself
  int width, height;   // px
};

struct film_boxes {
  int count;
  struct film_box at[FILM_BOXES];
};

// A page was shown: its boxes count from now on.
void film_follow(struct app *app);
// Somebody came into the call whose box may have been there first: the boxes are told once more.
void film_again(struct app *app);
// Shows what is new.
void film_take(struct app *app);
