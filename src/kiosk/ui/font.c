// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/font.h"

#include "base/locale.h"
#include "base/memory.h"
#include "base/text.h"
#include "kiosk/ui/fontfile.h"

#include <SDL_ttf.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define FACES_MOST 24
#define REFERENCE_EM 200
#define CHARACTERS 0x40000 // planes 0 to 3: all that GB 18030-2022 names
#define GETA 0x3013        // 〓, the printer's mark for a letter the case does not hold

enum { FACE_SC, FACE_SC_BOLD, FACE_HK, FACE_HK_BOLD, FACES_OWN };

struct face {
  TTF_Font *font;
  int em; // the size it is set to
  char path[512];
};

struct fonts {
  struct fontfiles *files;
  struct face faces[FACES_MOST]; // the first FACES_OWN by locale and weight, then those found for single characters
  int face_count;
  int base;           // FACE_SC or FACE_HK
  uint8_t *found;     // per character: 0 not asked yet, else 1 + the face that stands in
  uint16_t *advances; // per weight and character: px at REFERENCE_EM + 1, 0 not asked yet
};

static bool face_open(struct face *face, const struct fontfile *file)
{
  face->font = TTF_OpenFontIndex(file->path, REFERENCE_EM, file->index);
  if (!face->font)
    return false;
  face->em = REFERENCE_EM;
  COPY_TEXT(face->path, file->path);
  TTF_SetFontHinting(face->font, TTF_HINTING_LIGHT_SUBPIXEL);
  return true;
}

static TTF_Font *face_at(struct face *face, int em)
{
  if (face->em != em)
    TTF_SetFontSize(face->font, em);
  face->em = em;
  return face->font;
}

// The first thing that is wrong is told.
static void complain(struct fault *fault, const char *family, const char *what)
{
  if (!fault->sentence[0])
    fault_set(fault, "The font %s is missing, %s: install the Debian package fonts-noto-cjk.", family, what);
}

static void open_own(struct fonts *fonts, int face, const char *family, bool bold, struct fault *fault)
{
  struct fontfile file;
  if (!fontfiles_family(fonts->files, family, bold, &file))
    complain(fault, family, "and there is no other on this machine");
  else if (!face_open(&fonts->faces[face], &file))
    complain(fault, family, TTF_GetError());
  else if (strcmp(file.family, family) != 0)
    complain(fault, family, "another stands in");
}

struct fonts *fonts_open(struct fault *fault)
{
  fault->sentence[0] = '\0';
  if (TTF_Init() < 0) {
    fault_set(fault, "The font library does not start: %s.", TTF_GetError());
    return NULL;
  }
  struct fonts *fonts = memory_new(sizeof *fonts);
  fonts->files = fontfiles_open();
  fonts->found = memory_new(CHARACTERS);
  fonts->advances = memory_new(2 * CHARACTERS * sizeof *fonts->advances);
  fonts->face_count = FACES_OWN;
  open_own(fonts, FACE_SC, "Noto Sans CJK SC", false, fault);
  open_own(fonts, FACE_SC_BOLD, "Noto Sans CJK SC", true, fault);
  open_own(fonts, FACE_HK, "Noto Sans CJK HK", false, fault);
  open_own(fonts, FACE_HK_BOLD, "Noto Sans CJK HK", true, fault);
  return fonts;
}

void fonts_close(struct fonts *fonts)
{
  if (!fonts)
    return;
  for (int i = 0; i < fonts->face_count; i++)
    if (fonts->faces[i].font)
      TTF_CloseFont(fonts->faces[i].font);
  fontfiles_close(fonts->files);
  free(fonts->found);
  free(fonts->advances);
  free(fonts);
  TTF_Quit();
}

void fonts_set_locale(struct fonts *fonts, const char *locale)
{
  bool hong_kong = locale_is_written(locale, "zh_HK") || locale_is_written(locale, "zh_TW");
  fonts->base = hong_kong ? FACE_HK : FACE_SC;
}

// The face among those already open that has the character, or -1.
static int open_face_with(const struct fonts *fonts, unsigned character)
{
  for (int i = FACES_OWN; i < fonts->face_count; i++)
    if (TTF_GlyphIsProvided32(fonts->faces[i].font, character))
      return i;
  return -1;
}

static int find_face(struct fonts *fonts, unsigned character)
{
  int face = open_face_with(fonts, character);
  struct fontfile file;
  if (face >= 0 || fonts->face_count == FACES_MOST || !fontfiles_character(fonts->files, character, &file))
    return face;
  if (!face_open(&fonts->faces[fonts->face_count], &file))
    return -1;
  return fonts->face_count++;
}

// The face that draws the character; `*character` becomes 〓 when no font on the machine has it.
static int face_of(struct fonts *fonts, unsigned *character, bool bold)
{
  int own = fonts->base + (bold ? 1 : 0);
  if (*character >= CHARACTERS)
    *character = GETA;
  if (!fonts->faces[own].font || TTF_GlyphIsProvided32(fonts->faces[own].font, *character))
    return own;
  uint8_t *found = &fonts->found[*character];
  if (*found == 0) {
    int face = find_face(fonts, *character);
    *found = (uint8_t)(face < 0 ? FACES_MOST + 1 : face + 1);
  }
  if (*found <= FACES_MOST)
    return *found - 1;
  *character = GETA;
  return own;
}

static double advance(void *ctx, unsigned character, bool bold)
{
  struct fonts *fonts = ctx;
  int face = face_of(fonts, &character, bold);
  if (!fonts->faces[face].font)
    return character < GETA ? 0.55 : 1;
  uint16_t *known = &fonts->advances[(bold ? CHARACTERS : 0) + character];
  if (*known == 0) {
    int px = 0;
    TTF_GlyphMetrics32(face_at(&fonts->faces[face], REFERENCE_EM), character, NULL, NULL, NULL, NULL, &px);
    *known = (uint16_t)(px + 1);
  }
  return (*known - 1) / (double)REFERENCE_EM;
}

struct measure fonts_measure(struct fonts *fonts)
{
  return (struct measure){fonts, advance};
}

static void add_character(char *to, unsigned character)
{
  char *end = to + strlen(to);
  if (character < 0x80) {
    *end++ = (char)character;
  } else if (character < 0x800) {
    *end++ = (char)(0xC0 | character >> 6);
    *end++ = (char)(0x80 | (character & 0x3F));
  } else {
    if (character < 0x10000) {
      *end++ = (char)(0xE0 | character >> 12);
    } else {
      *end++ = (char)(0xF0 | character >> 18);
      *end++ = (char)(0x80 | (character >> 12 & 0x3F));
    }
    *end++ = (char)(0x80 | (character >> 6 & 0x3F));
    *end++ = (char)(0x80 | (character & 0x3F));
  }
  *end = '\0';
}

// Draws one run of a single face at `x`; returns where the next one begins.
static int draw_run(struct fonts *fonts, int face, const char *run, int em, SDL_Color ink, SDL_Surface *onto, int x,
                    int baseline)
{
  TTF_Font *font = face_at(&fonts->faces[face], em);
  SDL_Surface *glyphs = TTF_RenderUTF8_Blended(font, run, ink);
  if (!glyphs)
    return x;
  SDL_SetSurfaceBlendMode(glyphs, SDL_BLENDMODE_NONE);
  SDL_Rect to = {x, baseline - TTF_FontAscent(font), glyphs->w, glyphs->h};
  SDL_BlitSurface(glyphs, NULL, onto, &to);
  x += glyphs->w;
  SDL_FreeSurface(glyphs);
  return x;
}

SDL_Surface *fonts_draw(struct fonts *fonts, const char *text, int em, bool bold, struct colour ink)
{
  struct measure measure = fonts_measure(fonts);
  int width = lines_width(&measure, text, (int)strlen(text), em, bold) + em / 4;
  int height = em * 2;
  int baseline = em * FONT_BASELINE_PERCENT / 100;
  SDL_Surface *line = SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_ARGB8888);
  if (!line || !*text || !fonts->faces[fonts->base + (bold ? 1 : 0)].font)
    return line;
  char run[PAGE_TEXT * 2] = "";
  int run_face = -1;
  int x = 0;
  SDL_Color colour = {ink.red, ink.green, ink.blue, 255};
  for (const char *at = text; *at;) {
    unsigned character = text_next(&at);
    int face = face_of(fonts, &character, bold);
    if (run[0] && (face != run_face || strlen(run) > sizeof run - 8)) {
      x = draw_run(fonts, run_face, run, em, colour, line, x, baseline);
      run[0] = '\0';
    }
    run_face = face;
    add_character(run, character);
  }
  draw_run(fonts, run_face, run, em, colour, line, x, baseline);
  return line;
}
