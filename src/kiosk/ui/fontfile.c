// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/fontfile.h"

#include "base/memory.h"
#include "base/text.h"

#include <fontconfig/fontconfig.h>
#include <stdlib.h>

struct fontfiles {
  FcConfig *config;
};

struct fontfiles *fontfiles_open(void)
{
  struct fontfiles *files = memory_new(sizeof *files);
  files->config = FcInitLoadConfigAndFonts();
  return files;
}

void fontfiles_close(struct fontfiles *files)
{
  if (!files)
    return;
  if (files->config)
    FcConfigDestroy(files->config);
  free(files);
}

static bool describe(FcPattern *found, struct fontfile *out)
{
  FcChar8 *path = NULL;
  FcChar8 *family = NULL;
  int index = 0;
  if (FcPatternGetString(found, FC_FILE, 0, &path) != FcResultMatch)
    return false;
  FcPatternGetInteger(found, FC_INDEX, 0, &index);
  FcPatternGetString(found, FC_FAMILY, 0, &family);
  COPY_TEXT(out->path, (const char *)path);
  COPY_TEXT(out->family, family ? (const char *)family : "");
  out->index = index & 0xFFFF;
  return true;
}

static bool match(struct fontfiles *files, FcPattern *wanted, unsigned character, struct fontfile *out)
{
  FcConfigSubstitute(files->config, wanted, FcMatchPattern);
  FcDefaultSubstitute(wanted);
  FcResult result;
  FcPattern *found = FcFontMatch(files->config, wanted, &result);
  FcPatternDestroy(wanted);
  if (!found)
    return false;
  FcCharSet *has = NULL;
  bool fits = character == 0 ||
              (FcPatternGetCharSet(found, FC_CHARSET, 0, &has) == FcResultMatch && FcCharSetHasChar(has, character));
  fits = fits && describe(found, out);
  FcPatternDestroy(found);
  return fits;
}

bool fontfiles_family(struct fontfiles *files, const char *family, bool bold, struct fontfile *out)
{
  if (!files->config)
    return false;
  FcPattern *wanted = FcPatternBuild(NULL, FC_FAMILY, FcTypeString, family, FC_WEIGHT, FcTypeInteger,
                                     bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR, FC_SCALABLE, FcTypeBool, FcTrue, NULL);
  return match(files, wanted, 0, out);
}

bool fontfiles_character(struct fontfiles *files, unsigned character, struct fontfile *out)
{
  if (!files->config)
    return false;
  FcCharSet *set = FcCharSetCreate();
  FcCharSetAddChar(set, character);
  FcPattern *wanted = FcPatternBuild(NULL, FC_CHARSET, FcTypeCharSet, set, FC_SCALABLE, FcTypeBool, FcTrue, FC_COLOR,
                                     FcTypeBool, FcFalse, NULL);
  FcCharSetDestroy(set);
  return match(files, wanted, character, out);
}
