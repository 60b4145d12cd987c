// SPDX-License-Identifier: GPL-3.0-or-later
// The controls of ALSA's cards: whether headphones or a handset are plugged in, and that a card has come or gone.
// They can be read beside a sound server that has the card. Thread: sound's only.
#pragma once

#include <poll.h>
#include <stdbool.h>

#define CARDS 8
#define CARDS_POLLED (CARDS + 2)

struct cards {
  int folder; // inotify of /dev/snd; -1: none
  int count;
  void *controls[CARDS]; // of ALSA
};

void cards_open(struct cards *cards); // all that are there now
void cards_close(struct cards *cards);
// What to wait for; returns how many.
int cards_poll(const struct cards *cards, struct pollfd *polled);
// Reads what woke the wait. Returns whether a card has come or gone: look at all of them anew.
bool cards_take(struct cards *cards, const struct pollfd *polled, int count);
bool cards_have_headphones(const struct cards *cards);
// Whether a control tells of a plug that goes to one person's ear.
bool cards_is_ear(const char *control);
