// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/touch.h"

#include "base/text.h"

#include <string.h>

// Screens lose what was lifted (a touch that is called off, a cable that is loose for a moment), and a finger that is
// there is heard of more often. A key that is held so long and perfectly still gives way to the next finger.
#define LOST_AFTER (2 * MS_SECOND)

// How long a finger may be on its way when another page comes under it: a call that rings must not be answered, or
// declined, by somebody who was choosing a dish.
#define ON_ITS_WAY 500

// Shares of the time that the same key is deaf after a touch.
#define OTHER_KEY 50 // %: a trembling finger lands beside it sooner than anybody means another key
#define DIGIT 30     // %: who knows a number by heart types "2 2" in a third of a second

static void show_pressed(struct tree *tree, int pressed)
{
  for (int i = 0; i < tree->node_count; i++)
    tree->nodes[i].pressed = i == pressed;
}

static bool is_deaf(const struct touch *touch, const struct node *node, bool same_place, anban_ms at)
{
  if (node->at_once)
    return false;
  if (at < touch->page_deaf_until)
    return true;
  bool again = same_place || strcmp(node->name, touch->acted_name) == 0;
  int share = node->digit ? DIGIT : again ? 100 : OTHER_KEY;
  return touch->acted_name[0] && at - touch->acted_at < touch->deaf_ms * share / 100;
}

static int act(struct touch *touch, const struct tree *tree, int index, anban_ms at)
{
  const struct node *node = &tree->nodes[index];
  touch->acted_box = node->box;
  COPY_TEXT(touch->acted_name, node->name);
  touch->acted_at = at;
  return index;
}

static bool counts(const struct touch *touch, int64_t finger)
{
  return touch->target[0] && finger == touch->finger;
}

static void let_go(struct touch *touch, struct tree *tree)
{
  touch->target[0] = '\0';
  show_pressed(tree, -1);
}

static int contact_of(const struct touch *touch, int64_t finger)
{
  for (int i = 0; i < touch->contact_count; i++)
    if (touch->contacts[i].finger == finger)
      return i;
  return -1;
}

static void lift(struct touch *touch, struct tree *tree, int contact)
{
  bool counted = counts(touch, touch->contacts[contact].finger);
  touch->contacts[contact] = touch->contacts[--touch->contact_count];
  if (touch->contact_count == 0)
    touch->palm = false;
  if (counted || touch->contact_count == 0)
    let_go(touch, tree);
}

static void lift_lost(struct touch *touch, struct tree *tree, int64_t finger, anban_ms at)
{
  for (int i = touch->contact_count - 1; i >= 0; i--)
    if (touch->contacts[i].finger == finger || at - touch->contacts[i].heard >= LOST_AFTER)
      lift(touch, tree, i);
}

static void put_down(struct touch *touch, struct tree *tree, int64_t finger, anban_ms at)
{
  lift_lost(touch, tree, finger, at);
  if (touch->contact_count < TOUCH_MOST)
    touch->contacts[touch->contact_count++] = (struct contact){finger, at};
}

int touch_down(struct touch *touch, struct tree *tree, int64_t finger, int x, int y, anban_ms at)
{
  put_down(touch, tree, finger, at);
  int index = tree_key_at(tree, x, y, touch->slop);
  // Whoever reaches the help key is heard, whatever else lies on the glass.
  if (index >= 0 && tree->nodes[index].at_once) {
    show_pressed(tree, index);
    return act(touch, tree, index, at);
  }
  if (touch->contact_count >= TOUCH_PALM) {
    touch->palm = true;
    let_go(touch, tree);
  }
  if (touch->palm || touch->target[0] || index < 0 ||
      is_deaf(touch, &tree->nodes[index], box_has(touch->acted_box, x, y), at))
    return -1;
  touch->finger = finger;
  COPY_TEXT(touch->target, tree->nodes[index].name);
  show_pressed(tree, index);
  return -1;
}

// The finger's node, if it is on the page and the finger is still on it.
static int target_under(const struct touch *touch, const struct tree *tree, int x, int y)
{
  int index = tree_find(tree, touch->target);
  if (index < 0)
    return -1;
  if (tree->nodes[index].rest)
    return tree_key_at(tree, x, y, touch->slop) == index ? index : -1;
  struct box box = box_shrunk(tree->nodes[index].box, -touch->slop);
  return box_has(box, x, y) ? index : -1;
}

int touch_move(struct touch *touch, struct tree *tree, int64_t finger, int x, int y, anban_ms at)
{
  int contact = contact_of(touch, finger);
  if (contact >= 0)
    touch->contacts[contact].heard = at;
  if (counts(touch, finger))
    show_pressed(tree, target_under(touch, tree, x, y));
  return -1;
}

int touch_up(struct touch *touch, struct tree *tree, int64_t finger, int x, int y, anban_ms at)
{
  int contact = contact_of(touch, finger);
  if (contact < 0)
    return -1;
  int index = counts(touch, finger) ? target_under(touch, tree, x, y) : -1;
  lift(touch, tree, contact);
  return index < 0 ? -1 : act(touch, tree, index, at);
}

int touch_press(struct touch *touch, const struct tree *tree, int node, anban_ms at)
{
  return is_deaf(touch, &tree->nodes[node], false, at) ? -1 : act(touch, tree, node, at);
}

void touch_show(struct touch *touch, bool asked, anban_ms at)
{
  int deaf = asked || touch->deaf_ms > ON_ITS_WAY ? touch->deaf_ms : ON_ITS_WAY;
  touch->page_deaf_until = at + deaf;
}

anban_ms touch_ready_at(const struct touch *touch)
{
  anban_ms key = touch->acted_name[0] ? touch->acted_at + touch->deaf_ms : 0;
  return key > touch->page_deaf_until ? key : touch->page_deaf_until;
}

void touch_forget(struct touch *touch, struct tree *tree)
{
  touch->contact_count = 0;
  touch->palm = false;
  let_go(touch, tree);
}
