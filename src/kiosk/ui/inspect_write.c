// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/inspect.h"

static void write_text(struct buffer *out, const char *text)
{
  buffer_add_text(out, "\"");
  for (; *text; text++) {
    unsigned char byte = (unsigned char)*text;
    if (byte == '"' || byte == '\\')
      buffer_printf(out, "\\%c", byte);
    else if (byte < 0x20)
      buffer_printf(out, "\\u%04x", byte);
    else
      buffer_add(out, text, 1);
  }
  buffer_add_text(out, "\"");
}

static void write_pair(struct buffer *out, const char *name, const char *text)
{
  buffer_printf(out, "\"%s\":", name);
  write_text(out, text);
  buffer_add_text(out, ",");
}

static const char *word_of_state(const struct node *node)
{
  static const char *const looks[] = {"plain", "main", "chosen", "warning", "done"};
  return node->pressed ? "pressed" : looks[node->look];
}

static const char *truth(bool value)
{
  return value ? "true" : "false";
}

static void write_boxes(struct buffer *out, struct box box, double px_per_mm)
{
  buffer_printf(out, "\"px\":[%d,%d,%d,%d],", box.x, box.y, box.w, box.h);
  buffer_printf(out, "\"mm\":[%.2f,%.2f,%.2f,%.2f],", box.x / px_per_mm, box.y / px_per_mm, box.w / px_per_mm,
                box.h / px_per_mm);
}

static void write_node(struct buffer *out, const struct node *node, double px_per_mm)
{
  static const char *const roles[] = {"heading", "text", "key", "status", "entry", "video"};
  buffer_add_text(out, "{");
  write_pair(out, "role", roles[node->role]);
  write_pair(out, "name", node->name);
  write_pair(out, "text", node->text);
  write_pair(out, "spoken", node->spoken);
  write_pair(out, "state", word_of_state(node));
  buffer_printf(out, "\"enabled\":%s,\"chosen\":%s,\"focused\":%s,\"key\":%s,\"film\":%s,", truth(node->enabled),
                truth(node->look == LOOK_CHOSEN), truth(node->focused), truth(node->action.kind != 0),
                truth(node->film));
  write_boxes(out, node->box, px_per_mm);
  buffer_printf(out, "\"ink\":\"#%02x%02x%02x\",\"ground\":\"#%02x%02x%02x\"}", node->ink.red, node->ink.green,
                node->ink.blue, node->ground.red, node->ground.green, node->ground.blue);
}

void inspect_write(const struct tree *tree, struct buffer *out)
{
  buffer_add_text(out, "{");
  write_pair(out, "screen", tree->screen);
  write_pair(out, "locale", tree->locale);
  write_pair(out, "spoken", tree->spoken);
  write_pair(out, "said", tree->said.character);
  buffer_printf(out, "\"ready_at\":%lld,", (long long)tree->ready_at);
  buffer_printf(out, "\"page\":%d,\"pages\":%d,\"width\":%d,\"height\":%d,\"px_per_mm\":%.4f,\"nodes\":[", tree->page,
                tree->pages, tree->width, tree->height, tree->px_per_mm);
  for (int i = 0; i < tree->node_count; i++) {
    if (i > 0)
      buffer_add_text(out, ",");
    write_node(out, &tree->nodes[i], tree->px_per_mm);
  }
  buffer_add_text(out, "]}\n");
}
