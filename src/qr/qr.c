// SPDX-License-Identifier: GPL-3.0-or-later
#include "qr/qr.h"

#include <qrencode.h>
#include <string.h>

// One path for all: a rectangle of each run of dark modules in a row.
static void draw_row(const unsigned char *row, int width, int y, struct buffer *out)
{
  for (int x = 0; x < width; x++) {
    int from = x;
    while (x < width && (row[x] & 1))
      x++;
    if (x > from)
      buffer_printf(out, "M%d %dh%dv1h-%dz", from + QR_MARGIN, y + QR_MARGIN, x - from, x - from);
  }
}

bool qr_svg(const char *text, struct buffer *out)
{
  QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
  if (!code)
    return false;
  int side = code->width + 2 * QR_MARGIN;
  buffer_printf(out,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\">"
                "<path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/><path fill=\"#000\" d=\"",
                side, side, side, side);
  for (int y = 0; y < code->width; y++)
    draw_row(code->data + (size_t)y * (size_t)code->width, code->width, y, out);
  buffer_add_text(out, "\"/></svg>");
  QRcode_free(code);
  return true;
}

static QRcode *code_of_digits(const char *digits)
{
  QRinput *input = QRinput_new2(0, QR_ECLEVEL_M);
  QRcode *code = NULL;
  if (input && QRinput_append(input, QR_MODE_NUM, (int)strlen(digits), (const unsigned char *)digits) == 0)
    code = QRcode_encodeInput(input);
  QRinput_free(input);
  return code;
}

bool qr_of_digits(const char *digits, int dots, struct bitmap *out)
{
  QRcode *code = code_of_digits(digits);
  if (!code)
    return false;
  int side = (code->width + 2 * QR_MARGIN) * dots, margin = QR_MARGIN * dots;
  *out = bitmap_new(side, side);
  for (int y = 0; y < code->width * dots; y++)
    for (int x = 0; x < code->width * dots; x++)
      if (code->data[y / dots * code->width + x / dots] & 1)
        bitmap_set(out, x + margin, y + margin);
  QRcode_free(code);
  return true;
}
