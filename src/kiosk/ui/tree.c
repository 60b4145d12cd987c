// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/tree.h"

#include "base/text.h"

#include <assert.h>
#include <string.h>

int tree_add(struct tree *tree, enum node_role role, const char *name, struct box box)
{
  assert(tree->node_count < TREE_NODES);
  struct node *node = &tree->nodes[tree->node_count];
  *node = (struct node){.role = role, .box = box, .enabled = true};
  COPY_TEXT(node->name, name);
  return tree->node_count++;
}

struct mark *tree_mark(struct tree *tree, enum mark_kind kind, int node, struct box box)
{
  assert(tree->mark_count < TREE_MARKS);
  struct mark *mark = &tree->marks[tree->mark_count++];
  *mark = (struct mark){.kind = kind, .node = node, .box = box};
  return mark;
}

int tree_find(const struct tree *tree, const char *name)
{
  for (int i = 0; i < tree->node_count; i++)
    if (strcmp(tree->nodes[i].name, name) == 0)
      return i;
  return -1;
}

// How far a point is outside a box, along the worse of the two directions.
static int outside(struct box box, int x, int y)
{
  int across = x < box.x ? box.x - x : x >= box.x + box.w ? x - (box.x + box.w) + 1 : 0;
  int down = y < box.y ? box.y - y : y >= box.y + box.h ? y - (box.y + box.h) + 1 : 0;
  return across > down ? across : down;
}

int tree_key_at(const struct tree *tree, int x, int y, int slop)
{
  int nearest = -1;
  int rest = -1;
  int distance = slop + 1;
  for (int i = tree->node_count - 1; i >= 0; i--) {
    const struct node *node = &tree->nodes[i];
    int away = outside(node->box, x, y);
    if (node->rest)
      rest = i;
    else if (node->action.kind != 0 && away < distance) {
      nearest = i;
      distance = away;
    }
  }
  return nearest >= 0 ? nearest : rest;
}

bool box_has(struct box box, int x, int y)
{
  return outside(box, x, y) == 0;
}

bool box_overlaps(struct box left, struct box right)
{
  return left.x < right.x + right.w && right.x < left.x + left.w && left.y < right.y + right.h &&
         right.y < left.y + left.h;
}

struct box box_shrunk(struct box box, int by)
{
  return (struct box){box.x + by, box.y + by, box.w - 2 * by, box.h - 2 * by};
}
