// SPDX-License-Identifier: GPL-3.0-or-later
// What the two halves of the import of residents share: reading the file, and holding it against the data.
#pragma once

#include "server/model/import_lines.h"

enum resident_column {
  NAME,
  ROOM,
  LANGUAGE,
  DIET,
  ALLERGENS_COLUMN,
  SUBSIDY,
  CARD,
  PIN,
  PHONE,
  TEXT_SIZE_COLUMN,
  DELIVERY,
  NOTE,
  CONTACT,
  RELATION,
  CONTACT_PHONE,
  COLUMNS
};

extern const struct import_column resident_columns[COLUMNS];
