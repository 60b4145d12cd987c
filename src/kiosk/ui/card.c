// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/card.h"

#include "base/text.h"

#include <string.h>

#define SHORT_LABEL 5

static void measure_part(const struct layout *layout, const char *text, double em, bool bold, int width,
                         struct card *out, int part)
{
  struct fitted *fitted = &out->parts[part];
  fit_break(layout, text, fit_em(layout, em), bold, width, fitted);
  if (fitted->lines.count == 0)
    return;
  if (out->height > 0)
    out->height += out->gap;
  out->height += fitted->height;
  out->whole = out->whole && fitted->lines.whole;
  if (fitted->width > out->width)
    out->width = fitted->width;
}

// Few characters are one word to the eye; and nobody reads a label of many short lines.
static bool parts_well(const char *label, int lines)
{
  return lines <= (text_characters(label) <= SHORT_LABEL ? 1 : 3);
}

void card_measure(const struct layout *layout, const struct page_item *item, const struct card_style *style, int width,
                  struct card *out)
{
  double base = layout->sizes.base * style->scale;
  out->width = out->height = 0;
  out->gap = fit_mm(layout, 0.6);
  out->whole = true;
  out->detail_last = false;
  measure_part(layout, item->label, base * style->label, true, width, out, CARD_LABEL);
  if (style->strict && !parts_well(item->label, out->parts[CARD_LABEL].lines.count))
    out->whole = false;
  measure_part(layout, item->detail, base * 0.8, false, width, out, CARD_DETAIL);
  measure_part(layout, item->note, base * 0.72, false, width, out, CARD_NOTE);
  measure_part(layout, style->value ? item->value : "", base, true, width, out, CARD_VALUE);
}

static int part_at(const struct card *card, int place)
{
  static const int usual[CARD_PARTS] = {CARD_LABEL, CARD_DETAIL, CARD_NOTE, CARD_VALUE};
  static const int detail_last[CARD_PARTS] = {CARD_LABEL, CARD_NOTE, CARD_VALUE, CARD_DETAIL};
  return card->detail_last ? detail_last[place] : usual[place];
}

int card_lines(const struct card *card)
{
  int count = 0;
  for (int i = 0; i < CARD_PARTS; i++)
    count += card->parts[i].lines.count;
  return count;
}

static void keep_lines(struct fitted *part, int first, int end)
{
  int count = part->lines.count;
  first = first < 0 ? 0 : first;
  end = end > count ? count : end;
  int kept = end > first ? end - first : 0;
  for (int i = 0; i < kept; i++)
    part->lines.line[i] = part->lines.line[first + i];
  part->lines.count = kept;
  part->height = kept * lines_pitch(part->em);
}

void card_slice(struct card *card, int first, int count)
{
  int seen = 0;
  card->height = 0;
  for (int i = 0; i < CARD_PARTS; i++) {
    struct fitted *part = &card->parts[part_at(card, i)];
    int lines = part->lines.count;
    keep_lines(part, first - seen, first + count - seen);
    seen += lines;
    if (part->lines.count > 0)
      card->height += part->height + (card->height > 0 ? card->gap : 0);
  }
}

void card_text(const struct card *card, char *out, size_t size)
{
  size_t at = 0;
  out[0] = '\0';
  for (int i = 0; i < CARD_PARTS; i++) {
    const struct fitted *part = &card->parts[part_at(card, i)];
    if (part->lines.count == 0)
      continue;
    const struct line *last = &part->lines.line[part->lines.count - 1];
    int start = part->lines.line[0].start;
    text_format(out + at, size - at, "%s%.*s", at ? "\n" : "", last->start + last->length - start, part->text + start);
    at += strlen(out + at);
  }
}

void card_put(const struct layout *layout, int node, const struct card *card, const struct card_style *style,
              struct box box, const struct tone *tone)
{
  int y = box.y + (box.h - card->height) / 2;
  for (int i = 0; i < CARD_PARTS; i++) {
    int which = part_at(card, i);
    const struct fitted *part = &card->parts[which];
    if (part->lines.count == 0)
      continue;
    struct colour ink = which == CARD_LABEL || which == CARD_VALUE ? tone->ink : tone->soft;
    fit_put(layout, node, part, (struct box){box.x, y, box.w, part->height}, style->across, ink, tone->ground);
    y += part->height + card->gap;
  }
}

void card_put_image(const struct layout *layout, int node, const struct page_item *item, struct box box,
                    const struct tone *tone)
{
  if (!item->picture[0]) {
    fit_icon(layout, node, item->icon, box, tone->sign, tone->ground);
    return;
  }
  struct mark *mark = tree_mark(layout->tree, MARK_PICTURE, node, box);
  mark->ink = tone->sign;
  mark->ground = tone->ground;
  mark->radius = layout->sizes.radius * 2 / 3;
  COPY_TEXT(mark->text, item->picture);
  COPY_TEXT(mark->icon, item->icon);
}

bool card_has_badge(const struct page_item *item)
{
  if (item->look == LOOK_WARNING)
    return strcmp(item->icon, "warning") != 0 || item->picture[0]; // it has the sign already
  return item->look == LOOK_CHOSEN || item->look == LOOK_DONE;
}

void card_put_badge(const struct layout *layout, int node, const struct page_item *item, struct box box,
                    const struct tone *tone)
{
  if (!card_has_badge(item))
    return;
  struct tone badge = {.ground = tone->edge, .ink = tone->ground, .edge = tone->ground, .border_mm = 0.5};
  fit_plate(layout, node, box, &badge);
  layout->tree->marks[layout->tree->mark_count - 1].radius = box.w / 2;
  fit_icon(layout, node, item->look == LOOK_WARNING ? "warning" : "check", box_shrunk(box, box.w / 5), badge.ink,
           badge.ground);
}
