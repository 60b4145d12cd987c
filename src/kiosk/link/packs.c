// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/link/packs.h"

#include "base/file.h"
#include "base/log.h"
#include "base/memory.h"
#include "kiosk/link/packs_folder.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void packs_init(struct packs *packs, const char *folder)
{
  struct fault fault;
  *packs = (struct packs){0};
  COPY_TEXT(packs->folder, folder);
  if (!file_make_folder(folder, &fault))
    log_error("link", "%s", fault.sentence);
}

static void stop_coming(struct packs *packs)
{
  pack_free(packs->coming);
  packs->coming = NULL;
  packs->clip = 0;
}

void packs_free(struct packs *packs)
{
  stop_coming(packs);
  free(packs->wanted);
  *packs = (struct packs){0};
}

bool packs_want(struct packs *packs, const struct snapshot *snapshot)
{
  stop_coming(packs);
  packs->wanted_count = 0;
  packs->wanted = memory_resize(packs->wanted, (size_t)(snapshot->pack_count + 1) * sizeof *packs->wanted);
  for (int i = 0; i < snapshot->pack_count; i++)
    if (packs_folder_revision(packs->folder, &snapshot->packs[i]) != snapshot->packs[i].revision)
      packs->wanted[packs->wanted_count++] = snapshot->packs[i];
  bool removed = packs_folder_prune(packs->folder, snapshot);
  return packs_folder_write_readings(packs->folder, snapshot) || removed;
}

bool packs_next(const struct packs *packs, char path[120])
{
  if (packs->wanted_count == 0)
    return false;
  if (packs->coming)
    text_format(path, 120, "/api/v1/media/%s", packs->coming->clips[packs->clip].hash);
  else
    text_format(path, 120, "/api/v1/voices/%s/pack", packs->wanted[packs->wanted_count - 1].id);
  return true;
}

// Past the clips that are there already. Returns whether the voice became whole by that.
static bool settle(struct packs *packs)
{
  char path[PACK_PATH_SIZE];
  struct fault fault;
  for (; packs->clip < packs->coming->clip_count; packs->clip++) {
    packs_folder_clip(packs->folder, packs->coming, packs->coming->clips[packs->clip].hash, path);
    if (access(path, F_OK) != 0)
      return false;
  }
  bool ok = packs_folder_write_pack(packs->folder, packs->coming, &fault);
  if (!ok)
    log_error("link", "%s", fault.sentence);
  stop_coming(packs);
  packs->wanted_count--;
  return ok;
}

static struct pack *read_pack(const struct pack_name *name, const void *bytes, size_t size, struct fault *fault)
{
  json_t *json = json_parse(bytes ? bytes : "", size, fault);
  struct pack *pack = json ? pack_read(json, fault) : NULL;
  json_decref(json);
  if (!pack || (strcmp(pack->id, name->id) == 0 && strcmp(pack->locale, name->locale) == 0))
    return pack;
  fault_set(fault, "it is that of another voice");
  pack_free(pack);
  return NULL;
}

static bool take_pack(struct packs *packs, int status, const void *bytes, size_t size)
{
  const struct pack_name *name = &packs->wanted[packs->wanted_count - 1];
  struct fault fault;
  fault_set(&fault, "the server answers %d", status);
  packs->coming = status == 200 ? read_pack(name, bytes, size, &fault) : NULL;
  if (packs->coming && packs_folder_make(packs->folder, packs->coming, &fault))
    return settle(packs);
  log_warning("link", "the voice %s does not come: %s", name->id, fault.sentence);
  stop_coming(packs);
  packs->wanted_count--;
  return false;
}

static bool keep_clip(const struct packs *packs, const char *hash, const void *bytes, size_t size, struct fault *fault)
{
  char path[PACK_PATH_SIZE], found[HASH_SIZE];
  secret_hash(bytes, size, found);
  if (strcmp(found, hash) != 0)
    return fault_set(fault, "it came damaged: its hash is %s", found);
  packs_folder_clip(packs->folder, packs->coming, hash, path);
  return file_replace(path, bytes, size, 0600, fault);
}

static bool take_clip(struct packs *packs, int status, const void *bytes, size_t size)
{
  const char *hash = packs->coming->clips[packs->clip].hash;
  struct fault fault;
  fault_set(&fault, "the server answers %d", status);
  if (status != 200 || !keep_clip(packs, hash, bytes, size, &fault)) {
    log_warning("link", "the clip %s does not come: %s", hash, fault.sentence);
    packs->clip++; // the voice names it when it is needed
  }
  return settle(packs);
}

bool packs_take(struct packs *packs, int status, const void *bytes, size_t size)
{
  return packs->coming ? take_clip(packs, status, bytes, size) : take_pack(packs, status, bytes, size);
}
