// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/panel.h"

#include "base/file.h"
#include "base/text.h"

#include <glob.h>
#include <math.h>
#include <string.h>

double panel_px_per_mm(const struct panel *panel)
{
  return fmax(panel->width / panel->mm_wide, panel->height / panel->mm_high);
}

int panel_px(const struct panel *panel, double mm)
{
  return (int)ceil(mm * panel_px_per_mm(panel) - 0.001);
}

#define EDID_BLOCK 128
#define EDID_CENTIMETRES 21
#define EDID_TIMING 54

static bool edid_is_whole(const uint8_t *bytes, size_t size)
{
  static const uint8_t head[8] = {0, 255, 255, 255, 255, 255, 255, 0};
  if (size < EDID_BLOCK || memcmp(bytes, head, sizeof head) != 0)
    return false;
  unsigned sum = 0;
  for (int i = 0; i < EDID_BLOCK; i++)
    sum += bytes[i];
  return sum % 256 == 0;
}

bool panel_edid_size(const uint8_t *bytes, size_t size, int *mm_wide, int *mm_high)
{
  if (!edid_is_whole(bytes, size))
    return false;
  const uint8_t *timing = bytes + EDID_TIMING;
  bool detailed = timing[0] || timing[1]; // the pixel clock; without one it is a text
  *mm_wide = detailed ? timing[12] | (timing[14] & 0xF0) << 4 : 0;
  *mm_high = detailed ? timing[13] | (timing[14] & 0x0F) << 8 : 0;
  if (*mm_wide == 0 || *mm_high == 0) {
    *mm_wide = bytes[EDID_CENTIMETRES] * 10;
    *mm_high = bytes[EDID_CENTIMETRES + 1] * 10;
  }
  return *mm_wide > 0 && *mm_high > 0;
}

static bool size_in_file(const char *path, int *mm_wide, int *mm_high)
{
  struct buffer edid = {0};
  struct fault fault;
  bool found = file_read(path, 32 * 1024, &edid, &fault) &&
               panel_edid_size((const uint8_t *)edid.bytes, edid.size, mm_wide, mm_high);
  buffer_free(&edid);
  return found;
}

bool panel_connected_size(const char *folder, int *mm_wide, int *mm_high)
{
  char pattern[512];
  FORMAT_TEXT(pattern, "%s/*/edid", folder);
  glob_t screens = {0};
  bool found = false;
  if (glob(pattern, 0, NULL, &screens) == 0)
    for (size_t i = 0; i < screens.gl_pathc && !found; i++)
      found = size_in_file(screens.gl_pathv[i], mm_wide, mm_high);
  globfree(&screens);
  return found;
}
