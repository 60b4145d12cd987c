// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/identity/identity.h"

#include "base/text.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void set_serial(struct identity *identity, const char *serial)
{
  char hash[HASH_SIZE];
  secret_hash(identity->key.public_key, strlen(identity->key.public_key), hash);
  if (*serial)
    COPY_TEXT(identity->serial, serial);
  else
    FORMAT_TEXT(identity->serial, "anban-%.8s", hash);
}

// `fault` says what is wrong with the file; it ends saying where the file is now.
static void set_aside(const char *path, anban_ms now, struct fault *fault)
{
  char aside[600];
  struct fault why = *fault;
  FORMAT_TEXT(aside, "%s-damaged-%lld", path, (long long)(now / MS_SECOND));
  if (rename(path, aside) == 0)
    fault_set(fault, "%.180s; it now stands aside as %.120s, the kiosk has a new key and must be approved again",
              why.sentence, aside);
  else
    fault_set(fault, "%.250s and can't be set aside: %s", why.sentence, strerror(errno));
}

bool identity_load(struct identity *identity, const char *folder, const char *serial, anban_ms now, struct fault *fault)
{
  char path[512];
  FORMAT_TEXT(path, "%s/kiosk.key", folder);
  bool missing = access(path, F_OK) != 0;
  bool ok = missing || device_key_load(&identity->key, path, fault);
  if (!ok)
    set_aside(path, now, fault);
  if (missing || !ok) {
    struct fault unsaved;
    device_key_new(&identity->key);
    if (!device_key_save(&identity->key, path, &unsaved)) {
      *fault = unsaved;
      ok = false;
    }
  }
  set_serial(identity, serial);
  return ok;
}
