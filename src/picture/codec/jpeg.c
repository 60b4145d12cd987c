// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/codec/codec.h"
#include "picture/codec/exif.h"

// jpeglib.h wants it before.
#include <stdio.h>

#include <jerror.h>
#include <jpeglib.h>
#include <setjmp.h>
#include <stdlib.h>

#define QUALITY 82
#define EXIF_MARKER (JPEG_APP0 + 1)
#define MOST_MARKER_BYTES 0xFFFF
#define EIGHTHS 8 // by which libjpeg shrinks while it decodes

// The library ends by jumping back to where it was called, so all that is to be freed stands here.
struct work {
  struct jpeg_error_mgr errors;
  jmp_buf back;
  struct fault *fault;
  struct jpeg_decompress_struct in;
  struct jpeg_compress_struct out;
  struct pixels pixels;
  unsigned char *bytes; // by malloc, as the library does
  unsigned long size;
};

static void give_up(j_common_ptr common)
{
  struct work *work = common->client_data;
  char why[JMSG_LENGTH_MAX];
  common->err->format_message(common, why);
  fault_set(work->fault, "the picture is damaged: %s", why);
  longjmp(work->back, 1);
}

// Only what lacks its end is a fault: it would be grey below. Cameras write much that is odd.
static void hear(j_common_ptr common, int level)
{
  if (level < 0 && (common->err->msg_code == JWRN_JPEG_EOF || common->err->msg_code == JWRN_HIT_MARKER))
    give_up(common);
}

static struct jpeg_error_mgr *errors_of(struct work *work)
{
  jpeg_std_error(&work->errors);
  work->errors.error_exit = give_up;
  work->errors.emit_message = hear;
  return &work->errors;
}

// The smallest number of eighths that is still no smaller than `side`.
static unsigned eighths_for(unsigned longest, int side)
{
  unsigned eighths = 1;
  while (eighths < EIGHTHS && longest * eighths / EIGHTHS < (unsigned)side)
    eighths++;
  return eighths;
}

static int orientation(const struct jpeg_decompress_struct *in)
{
  const struct jpeg_marker_struct *marker = in->marker_list;
  return marker ? exif_orientation(marker->data, marker->data_length) : 1;
}

static void read_rows(struct work *work)
{
  struct jpeg_decompress_struct *in = &work->in;
  jpeg_start_decompress(in);
  pixels_make(&work->pixels, (int)in->output_width, (int)in->output_height);
  while (in->output_scanline < in->output_height) {
    JSAMPROW row = pixels_row(&work->pixels, (int)in->output_scanline);
    jpeg_read_scanlines(in, &row, 1);
  }
  jpeg_finish_decompress(in);
}

static bool read_all(struct work *work, const struct buffer *file, int side)
{
  struct jpeg_decompress_struct *in = &work->in;
  if (setjmp(work->back))
    return false;
  jpeg_create_decompress(in);
  jpeg_mem_src(in, (const unsigned char *)file->bytes, file->size);
  jpeg_save_markers(in, EXIF_MARKER, MOST_MARKER_BYTES);
  jpeg_read_header(in, TRUE);
  if (!codec_takes(in->image_width, in->image_height, work->fault))
    return false;
  int held = orientation(in); // forgotten with the last row
  in->out_color_space = JCS_RGB;
  in->scale_num = eighths_for(in->image_width > in->image_height ? in->image_width : in->image_height, side);
  in->scale_denom = EIGHTHS;
  read_rows(work);
  pixels_turn(&work->pixels, held);
  return true;
}

bool jpeg_read(const struct buffer *file, int side, struct pixels *out, struct fault *fault)
{
  struct work work = {.fault = fault};
  work.in.client_data = &work;
  work.in.err = errors_of(&work);
  bool ok = read_all(&work, file, side);
  jpeg_destroy_decompress(&work.in);
  if (ok)
    *out = work.pixels;
  else
    pixels_free(&work.pixels);
  return ok;
}

static bool write_all(struct work *work, const struct pixels *pixels)
{
  struct jpeg_compress_struct *out = &work->out;
  if (setjmp(work->back))
    return false;
  jpeg_create_compress(out);
  jpeg_mem_dest(out, &work->bytes, &work->size);
  out->image_width = (unsigned)pixels->width;
  out->image_height = (unsigned)pixels->height;
  out->input_components = 3;
  out->in_color_space = JCS_RGB;
  jpeg_set_defaults(out);
  jpeg_set_quality(out, QUALITY, TRUE);
  jpeg_start_compress(out, TRUE);
  while (out->next_scanline < out->image_height) {
    JSAMPROW row = pixels_row(pixels, (int)out->next_scanline);
    jpeg_write_scanlines(out, &row, 1);
  }
  jpeg_finish_compress(out);
  return true;
}

bool jpeg_write(const struct pixels *pixels, struct buffer *to, struct fault *fault)
{
  struct work work = {.fault = fault};
  work.out.client_data = &work;
  work.out.err = errors_of(&work);
  bool ok = write_all(&work, pixels);
  if (ok)
    buffer_add(to, work.bytes, work.size);
  jpeg_destroy_compress(&work.out);
  free(work.bytes);
  return ok;
}
