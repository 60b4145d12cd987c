// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage.h"

#include "base/text.h"

#include <SDL_image.h>
#include <stdio.h>
#include <stdlib.h>

const struct stage_panel stage_panels[STAGE_PANELS] = {
    {"7in", {1024, 600, 154.2, 85.9, 500}},           {"10in", {1280, 800, 217, 135.6, 500}},
    {"15in", {1920, 1080, 344, 193.5, 600}},          {"21in", {1920, 1080, 476, 267.8, 600}},
    {"21in-standing", {1080, 1920, 267.8, 476, 600}}, {"27in", {3840, 2160, 597, 336, 600}},
};

void stage_open(struct stage *stage)
{
  struct fault fault;
  lines_start();
  stage->fonts = fonts_open(&fault);
  if (!stage->fonts) {
    fprintf(stderr, "%s\n", fault.sentence);
    exit(1);
  }
  stage->drawer = draw_open(stage->fonts, ANBAN_SOURCE "/assets");
}

void stage_close(struct stage *stage)
{
  draw_close(stage->drawer);
  fonts_close(stage->fonts);
}

void stage_lay(struct stage *stage, const struct page *page, const struct panel *panel, struct tree *out)
{
  struct measure measure = fonts_measure(stage->fonts);
  fonts_set_locale(stage->fonts, page->locale);
  layout_page(page, panel, &measure, out);
}

SDL_Surface *stage_draw(struct stage *stage, const struct tree *tree, const char *name)
{
  SDL_Surface *canvas = draw_canvas(tree->width, tree->height);
  draw_tree(stage->drawer, tree, canvas, NULL);
  const char *folder = getenv("ANBAN_PICTURES");
  if (folder) {
    char path[500];
    FORMAT_TEXT(path, "%s/%s.png", folder, name);
    IMG_SavePNG(canvas, path);
  }
  return canvas;
}
