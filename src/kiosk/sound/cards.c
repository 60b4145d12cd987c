// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/sound/cards.h"

#include "base/text.h"

#include <alsa/asoundlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

static void open_control(struct cards *cards, const char *name)
{
  snd_hctl_t *hctl;
  if (cards->count == CARDS || snd_hctl_open(&hctl, name, SND_CTL_NONBLOCK | SND_CTL_READONLY) < 0)
    return;
  // Loaded, it subscribes to what changes.
  if (snd_hctl_load(hctl) == 0)
    cards->controls[cards->count++] = hctl;
  else
    snd_hctl_close(hctl);
}

void cards_open(struct cards *cards)
{
  *cards = (struct cards){.folder = inotify_init1(IN_NONBLOCK | IN_CLOEXEC)};
  if (cards->folder >= 0 && inotify_add_watch(cards->folder, "/dev/snd", IN_CREATE | IN_DELETE | IN_ATTRIB) < 0) {
    close(cards->folder);
    cards->folder = -1;
  }
  open_control(cards, "default"); // what a sound server shows of its own
  for (int card = -1; snd_card_next(&card) == 0 && card >= 0;) {
    char name[16];
    FORMAT_TEXT(name, "hw:%d", card);
    open_control(cards, name);
  }
}

void cards_close(struct cards *cards)
{
  for (int i = 0; i < cards->count; i++)
    snd_hctl_close(cards->controls[i]);
  if (cards->folder >= 0)
    close(cards->folder);
  *cards = (struct cards){.folder = -1};
}

int cards_poll(const struct cards *cards, struct pollfd *polled)
{
  int count = 0;
  for (int i = 0; i < cards->count; i++)
    count += snd_hctl_poll_descriptors(cards->controls[i], polled + count, 1);
  if (cards->folder >= 0)
    polled[count++] = (struct pollfd){.fd = cards->folder, .events = POLLIN};
  return count;
}

bool cards_take(struct cards *cards, const struct pollfd *polled, int count)
{
  char names[4096];
  bool changed = cards->folder >= 0 && read(cards->folder, names, sizeof names) > 0;
  for (int i = 0; i < count; i++)
    if (polled[i].revents & (POLLERR | POLLHUP | POLLNVAL))
      changed = true;
  for (int i = 0; !changed && i < cards->count; i++)
    if (snd_hctl_handle_events(cards->controls[i]) < 0)
      changed = true;
  return changed;
}

bool cards_is_ear(const char *control)
{
  return strstr(control, "Jack") && !strstr(control, "Phantom") && !strstr(control, "Mic") &&
         (strcasestr(control, "headphone") || strcasestr(control, "headset") || strcasestr(control, "handset"));
}

static bool is_on(snd_hctl_elem_t *element)
{
  snd_ctl_elem_value_t *value;
  snd_ctl_elem_value_alloca(&value);
  return snd_hctl_elem_read(element, value) == 0 && snd_ctl_elem_value_get_boolean(value, 0);
}

bool cards_have_headphones(const struct cards *cards)
{
  for (int i = 0; i < cards->count; i++) {
    snd_hctl_elem_t *element = snd_hctl_first_elem(cards->controls[i]);
    for (; element; element = snd_hctl_elem_next(element))
      if (cards_is_ear(snd_hctl_elem_get_name(element)) && is_on(element))
        return true;
  }
  return false;
}
