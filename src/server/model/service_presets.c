// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/service_presets.h"

#include "server/model/slots.h"

#include <stdlib.h>

static const struct {
  const char *code, *name, *about, *price;
  int minutes;
  enum service_place place;
  bool is_private;
  int capacity;
} presets[] = {
    {"medical", "助医", "医生上门看看，量量血压，或者陪您去医院。", "", 60, SERVICE_AT_HOME, true, 2},
    {"safety", "助安", "上门看看扶手、煤气和烟雾报警器。", "", 60, SERVICE_AT_HOME, false, 1},
    {"urgent", "助急", "水管、电灯、门锁坏了，请师傅上门修。", "材料费另算，师傅当面说清楚。", 60, SERVICE_AT_HOME,
     false, 2},
    {"clean", "助洁", "两个小时，上门打扫卫生。", "", 120, SERVICE_AT_HOME, false, 3},
    {"bath", "助浴", "两位护理员帮您洗澡。", "", 60, SERVICE_AT_CENTRE, true, 1},
    {"chat", "助聊", "志愿者上门陪您说说话。", "不要钱。", 60, SERVICE_AT_HOME, false, 3},
    {"travel", "助行", "陪您出门，有轮椅，也可以叫车。", "", 120, SERVICE_AT_HOME, false, 2},
    {"leisure", "助乐", "到中心来一起唱歌、下棋、做手工。", "不要钱。", 120, SERVICE_AT_CENTRE, false, 30},
    {"learn", "助学", "一对一教您用手机和这台机器。", "不要钱。", 60, SERVICE_AT_CENTRE, false, 4},
    {"shop", "助购", "告诉我们要买什么，买好送到家。", "东西的钱当面付。", 60, SERVICE_AT_HOME, false, 3},
    {"errand", "助办", "替您跑腿，办证、缴费、取东西。", "", 60, SERVICE_AT_HOME, true, 2},
    {"legal", "助法", "律师给您打电话，听您说，给您出主意。", "不要钱。", 30, SERVICE_BY_TELEPHONE, true, 1},
};
#define PRESETS ((int)(sizeof presets / sizeof *presets))

// The same at every site, so that a desk's page and a test can name them.
static void id_of(int number, char out[UUID_SIZE])
{
  text_format(out, UUID_SIZE, "019b0000-0000-7000-8000-%012x", (unsigned)number + 1);
}

// Monday to Friday, mornings and afternoons.
static void add_hours(struct service_file *file)
{
  for (int weekday = 1; weekday <= 5; weekday++) {
    file->hours[file->hours_count++] = (struct service_hours){weekday, 9 * 60, 11 * 60};
    file->hours[file->hours_count++] = (struct service_hours){weekday, 14 * 60, 16 * 60};
  }
}

static void make(int number, struct service_file *out)
{
  *out = (struct service_file){.capacity = presets[number].capacity,
                               .lead_minutes = 120,
                               .service = {.minutes = presets[number].minutes,
                                           .place = presets[number].place,
                                           .is_private = presets[number].is_private,
                                           .cancel_minutes = 120}};
  id_of(number, out->service.id);
  COPY_TEXT(out->service.code, presets[number].code);
  COPY_TEXT(out->service.name, presets[number].name);
  COPY_TEXT(out->service.about, presets[number].about);
  COPY_TEXT(out->service.price, presets[number].price);
  add_hours(out);
}

void service_presets_add(struct db *db, anban_ms now)
{
  if (services_are_set_up(db))
    return;
  for (int i = 0; i < PRESETS; i++) {
    struct service_file file;
    make(i, &file);
    service_store(db, &file, &(struct actor){.kind = ACTOR_PROGRAM}, now);
    slots_renew(db, &file, now);
  }
}

// Staff have said something about it: then it stays as they have said.
static bool was_touched(struct db *db, const char *id)
{
  struct db_rows *rows = db_query(
      db, "SELECT COUNT(*) FROM audit WHERE thing = $1 AND what IN ('service.put', 'service.remove')", "s", id);
  bool touched = db_rows_next(rows) && db_rows_integer(rows, 0) > 1;
  db_rows_end(rows);
  return touched;
}

void service_presets_offer(struct db *db, anban_ms now)
{
  for (int i = 0; i < PRESETS; i++) {
    char id[UUID_SIZE];
    id_of(i, id);
    if (!was_touched(db, id))
      db_run(db, "UPDATE service SET on_offer = 1 WHERE id = $1 AND gone_at = 0 AND on_offer = 0", "s", id);
  }
}
