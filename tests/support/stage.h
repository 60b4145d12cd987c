// SPDX-License-Identifier: GPL-3.0-or-later
// Panels, fonts and a canvas for tests that lay pages out and draw them without a window.
#pragma once

#include "kiosk/ui/draw.h"
#include "kiosk/ui/layout.h"

struct stage_panel {
  const char *name;
  struct panel panel;
};

#define STAGE_PANELS 6
extern const struct stage_panel stage_panels[STAGE_PANELS];

struct stage {
  struct fonts *fonts;
  struct drawer *drawer;
};

void stage_open(struct stage *stage);
void stage_close(struct stage *stage);
void stage_lay(struct stage *stage, const struct page *page, const struct panel *panel, struct tree *out);
// Draws the tree; the caller frees the surface. When ANBAN_PICTURES names a folder, also keeps it there as NAME.png.
SDL_Surface *stage_draw(struct stage *stage, const struct tree *tree, const char *name);
