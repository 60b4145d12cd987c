// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/app/model_settings.h"

#include "base/log.h"
#include "kiosk/app/persistence.h"
#include "kiosk/app/slips.h"

#include <string.h>

struct model_settings model_settings_of(struct app *app)
{
  const struct options *options = app->options;
  struct model_settings settings = {.kept = persistence_read_settings(app),
                                    .idle_after = options->idle_seconds * MS_SECOND,
                                    .idle_warning = options->warning_seconds * MS_SECOND};
  COPY_TEXT(settings.device, app->device);
  settings.prints = slips_setting(options);
  settings.kind = strcmp(options->kind, "bedside") == 0 ? KIOSK_BEDSIDE : KIOSK_SHARED;
  if (!FORMAT_TEXT(settings.media_folder, "%s/pictures", options->data))
    log_warning("kiosk", "no pictures are shown: the name of the data folder is too long");
  char ids[sizeof options->residents], *rest = ids;
  COPY_TEXT(ids, options->residents);
  for (char *id; (id = strsep(&rest, " ,")) && settings.bedside_count < MOST_BEDSIDE;)
    if (uuid_is(id)) {
      COPY_TEXT(settings.bedside[settings.bedside_count], id);
      settings.bedside_count++;
    }
  return settings;
}
