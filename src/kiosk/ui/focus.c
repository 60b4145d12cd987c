// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/focus.h"

#include <limits.h>
#include <stdlib.h>

int focus_next(const struct tree *tree, int from, int step)
{
  int count = tree->node_count;
  int at = from < 0 ? (step > 0 ? -1 : 0) : from;
  for (int i = 0; i < count; i++) {
    at = (at + step + count) % count;
    if (tree->nodes[at].action.kind != 0)
      return at;
  }
  return -1;
}

// How far `to` is from `from` in a direction, what lies aside counting double; INT_MAX when it is not that way.
static int distance(struct box from, struct box to, int dx, int dy)
{
  int across = (to.x + to.w / 2) - (from.x + from.w / 2);
  int down = (to.y + to.h / 2) - (from.y + from.h / 2);
  int ahead = across * dx + down * dy;
  int aside = abs(across * dy) + abs(down * dx);
  bool that_way = dx ? (dx > 0 ? to.x >= from.x + from.w : to.x + to.w <= from.x)
                     : (dy > 0 ? to.y >= from.y + from.h : to.y + to.h <= from.y);
  return that_way ? ahead + 2 * aside : INT_MAX;
}

int focus_toward(const struct tree *tree, int from, int dx, int dy)
{
  if (from < 0)
    return focus_next(tree, -1, 1);
  int nearest = from;
  int best = INT_MAX;
  for (int i = 0; i < tree->node_count; i++) {
    if (i == from || tree->nodes[i].action.kind == 0)
      continue;
    int away = distance(tree->nodes[from].box, tree->nodes[i].box, dx, dy);
    if (away < best) {
      best = away;
      nearest = i;
    }
  }
  return nearest;
}

void focus_set(struct tree *tree, int node)
{
  for (int i = 0; i < tree->node_count; i++)
    tree->nodes[i].focused = i == node;
}
