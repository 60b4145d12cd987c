// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/first_admin.h"

#include "base/file.h"
#include "base/log.h"
#include "server/model/staff.h"

#include <string.h>

#define PASSWORD_SIZE 20

// Sixteen of 32 letters in groups of four: 80 bits, to be read off a screen once.
static void new_password(char out[PASSWORD_SIZE])
{
  static const char letters[] = "abcdefghijkmnpqrstuvwxyz23456789";
  unsigned char bytes[16];
  char *at = out;
  secret_random(bytes, sizeof bytes);
  for (size_t i = 0; i < sizeof bytes; i++) {
    if (i > 0 && i % 4 == 0)
      *at++ = '-';
    *at++ = letters[bytes[i] % 32];
  }
  *at = '\0';
}

static bool save(const char *data, const char *password, struct fault *fault)
{
  char path[300], line[PASSWORD_SIZE + 1];
  FORMAT_TEXT(path, "%s/first-password", data);
  FORMAT_TEXT(line, "%s\n", password);
  if (!file_replace(path, line, strlen(line), 0600, fault))
    return false;
  log_info("app", "the first member of staff is admin; the password stands in %s", path);
  return true;
}

static bool add(struct db *db, const char *hash, struct fault *fault)
{
  static const struct actor program = {.kind = ACTOR_PROGRAM};
  struct staff admin = {.name = "admin", .display_name = "管理员", .role = STAFF_ADMIN};
  anban_ms now = clock_wall();
  uuid_new(admin.id, now);
  db_begin(db);
  staff_put(db, &admin, hash, &program, now, NULL, fault);
  return db_commit(db) || !db_fault_take(db, fault);
}

bool first_admin_make(struct db *db, const char *data, struct fault *fault)
{
  char password[PASSWORD_SIZE], hash[PASSWORD_HASH_SIZE];
  int count = staff_count(db);
  if (db_fault_take(db, fault))
    return false;
  if (count > 0)
    return true;
  new_password(password);
  if (!secret_hash_password(password, hash))
    return fault_set(fault, "there is too little memory to hash the first password");
  // The file first: a password that nobody can read would lock everybody out.
  return save(data, password, fault) && add(db, hash, fault);
}
