// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/touch.h"

#include "base/text.h"

#include <string.h>

static void show_pressed(struct tree *tree, int pressed)
{
  for (int i = 0; i < tree->node_count; i++)
    tree->nodes[i].pressed = i == pressed;
}

static bool is_deaf(const struct touch *touch, const struct node *node, int x, int y, anban_ms at)
{
  if (node->at_once || at >= touch->deaf_until)
    return false;
  return strcmp(node->name, touch->deaf_name) == 0 || box_has(touch->deaf_box, x, y);
}

static int act(struct touch *touch, const struct tree *tree, int index, anban_ms at)
{
  const struct node *node = &tree->nodes[index];
  touch->deaf_box = node->box;
  COPY_TEXT(touch->deaf_name, node->name);
  touch->deaf_until = at + touch->deaf_ms;
  return index;
}

static void let_go(struct touch *touch, struct tree *tree)
{
  touch->down = false;
  touch->target[0] = '\0';
  show_pressed(tree, -1);
}

int touch_down(struct touch *touch, struct tree *tree, int64_t finger, int x, int y, anban_ms at)
{
  touch->contacts++;
  int index = tree_key_at(tree, x, y, touch->slop);
  bool at_once = index >= 0 && tree->nodes[index].at_once;
  if (touch->contacts >= TOUCH_PALM && !at_once) {
    touch->palm = true;
    let_go(touch, tree);
  }
  // Whoever reaches the help key is heard, whatever else lies on the glass.
  if (at_once && !is_deaf(touch, &tree->nodes[index], x, y, at)) {
    show_pressed(tree, index);
    return act(touch, tree, index, at);
  }
  if (touch->down || touch->palm)
    return -1;
  touch->down = true;
  touch->finger = finger;
  touch->target[0] = '\0';
  if (index < 0 || is_deaf(touch, &tree->nodes[index], x, y, at))
    return -1;
  COPY_TEXT(touch->target, tree->nodes[index].name);
  show_pressed(tree, index);
  return -1;
}

// The finger's node, if it is on the page and the finger is still on it.
static int target_under(const struct touch *touch, const struct tree *tree, int x, int y)
{
  int index = touch->target[0] ? tree_find(tree, touch->target) : -1;
  if (index < 0)
    return -1;
  struct box box = box_shrunk(tree->nodes[index].box, -touch->slop);
  return box_has(box, x, y) ? index : -1;
}

int touch_move(struct touch *touch, struct tree *tree, int64_t finger, int x, int y)
{
  if (touch->down && finger == touch->finger)
    show_pressed(tree, target_under(touch, tree, x, y));
  return -1;
}

int touch_up(struct touch *touch, struct tree *tree, int64_t finger, int x, int y, anban_ms at)
{
  if (touch->contacts > 0)
    touch->contacts--;
  if (touch->contacts == 0)
    touch->palm = false;
  if (!touch->down || finger != touch->finger) {
    if (touch->contacts == 0)
      let_go(touch, tree);
    return -1;
  }
  int index = target_under(touch, tree, x, y);
  let_go(touch, tree);
  return index < 0 ? -1 : act(touch, tree, index, at);
}

int touch_press(struct touch *touch, const struct tree *tree, int node, anban_ms at)
{
  const struct node *key = &tree->nodes[node];
  bool deaf = at < touch->deaf_until && strcmp(key->name, touch->deaf_name) == 0;
  return deaf && !key->at_once ? -1 : act(touch, tree, node, at);
}

void touch_forget(struct touch *touch, struct tree *tree)
{
  touch->contacts = 0;
  touch->palm = false;
  let_go(touch, tree);
}
