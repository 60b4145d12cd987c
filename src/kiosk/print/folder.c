// SPDX-License-Identifier: GPL-3.0-or-later
// No printer but a folder, as "folder:/srv/slips": each slip becomes a PDF there, for whatever prints PDF.
#include "kiosk/print/driver.h"

#include "base/file.h"

#include <cairo-pdf.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define DOT (72.0 / 203) // points: receipt printers have 203 dots an inch

// cairo has the leftmost dot in the lowest bit on the machines that we run on.
static unsigned char mirrored(unsigned char byte)
{
  unsigned char out = 0;
  for (int i = 0; i < 8; i++)
    out = (unsigned char)(out | ((byte >> i & 1) << (7 - i)));
  return out;
}

static cairo_surface_t *mask_of(const struct bitmap *picture)
{
  cairo_surface_t *mask = cairo_image_surface_create(CAIRO_FORMAT_A1, picture->width, picture->height);
  if (cairo_surface_status(mask) != CAIRO_STATUS_SUCCESS)
    return mask;
  unsigned char *to = cairo_image_surface_get_data(mask);
  int stride = cairo_image_surface_get_stride(mask);
  for (int y = 0; y < picture->height; y++)
    for (int i = 0; i < picture->pitch; i++)
      to[y * stride + i] = mirrored(picture->bytes[y * picture->pitch + i]);
  cairo_surface_mark_dirty(mask);
  return mask;
}

static bool draw(const char *path, const struct bitmap *picture)
{
  cairo_surface_t *pdf = cairo_pdf_surface_create(path, picture->width * DOT, picture->height * DOT);
  cairo_surface_t *mask = mask_of(picture);
  cairo_t *page = cairo_create(pdf);
  cairo_scale(page, DOT, DOT);
  cairo_mask_surface(page, mask, 0, 0);
  cairo_show_page(page);
  cairo_surface_finish(pdf);
  bool ok = cairo_status(page) == CAIRO_STATUS_SUCCESS && cairo_surface_status(pdf) == CAIRO_STATUS_SUCCESS;
  cairo_destroy(page);
  cairo_surface_destroy(mask);
  cairo_surface_destroy(pdf);
  return ok;
}

// Under its name only when it is whole: who watches the folder prints no half.
static enum print_outcome print(const char *where, const char *name, const struct bitmap *picture, bool *began,
                                struct fault *fault)
{
  struct buffer half = {0}, whole = {0};
  buffer_printf(&half, "%s/.%s.pdf.part", where, name);
  buffer_printf(&whole, "%s/%s.pdf", where, name);
  bool ok = file_make_folder(where, fault);
  if (ok && !draw(half.bytes, picture))
    ok = fault_set(fault, "a slip can't be written to %.120s", where);
  ok = ok && file_settle(half.bytes, whole.bytes, fault);
  if (!ok)
    unlink(half.bytes);
  buffer_free(&half);
  buffer_free(&whole);
  return ok ? PRINT_SENT : PRINT_AWAY;
}

const struct print_driver print_folder = {"folder:", "folder:/srv/slips", print};
