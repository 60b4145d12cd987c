// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_states.h"

#include "walks.h"

static const struct {
  const char *name;
  void (*play)(struct player *player);
} states[] = {
#define STATE(name, walk) {name, walk_##walk},
#include "sample_states.def"
#undef STATE
    {"empty", NULL}, // the community is not known: nothing to walk through
};

int sample_state_count(void)
{
  return (int)(sizeof states / sizeof *states);
}

const char *sample_state_name(int state)
{
  return states[state].name;
}

void sample_state_play(int state, const struct kept_settings *set, struct player *player)
{
  // At a bedside what is set there counts more than what people bring along.
  struct model_settings settings = {.kind = KIOSK_BEDSIDE, .media_folder = "media", .kept = *set};
  player_start(player, &settings);
  player_line(player, LINE_STATE_UP, "");
  player_part(player, PART_EAR, true);
  if (!states[state].play)
    return;
  player_snapshot(player, community_new(COMMUNITY_PEOPLE));
  states[state].play(player);
}
