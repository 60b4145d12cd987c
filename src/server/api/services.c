// SPDX-License-Identifier: GPL-3.0-or-later
// Kinds of service, and the days on which the hours of another day count, or none.
#include "base/memory.h"
#include "server/api/handlers.h"
#include "server/model/announce.h"
#include "server/model/slots.h"

#include <stdlib.h>
#include <string.h>

void get_services(struct request *request)
{
  answer_list(request, "services", services_list(request->db, request->now));
}

static enum outcome keep_service(struct db *db, struct change *change, struct fault *fault)
{
  return service_put(db, change->subject, &change->actor, change->now, fault);
}

void put_service(struct request *request)
{
  struct fault fault;
  struct service_file *file = memory_new(sizeof *file);
  bool ok = service_file_read(request->body, file, &fault);
  if (ok && strcmp(file->service.id, request->parameters[0]) != 0)
    ok = fault_set(&fault, "service.id: the id in the address is expected");
  if (ok) {
    change_submit(change_new(request, keep_service, file));
    return;
  }
  free(file);
  answer_fault(&request->reply, 400, "wrong", fault.sentence);
}

static enum outcome take_service_away(struct db *db, struct change *change, struct fault *fault)
{
  return service_remove(db, change->subject, &change->actor, change->now, fault);
}

void delete_service(struct request *request)
{
  change_submit(change_new(request, take_service_away, memory_text(request->parameters[0])));
}

void get_days_off(struct request *request)
{
  answer_list(request, "days_off", days_off_list(request->db));
}

static enum outcome changed_days(struct db *db, struct change *change, const char *what)
{
  const struct day_off *day = change->subject;
  slots_renew_all(db, change->now);
  announce_catalogue(db, change->now);
  announce_audit(db, &change->actor, what, day->date, change->now);
  return OUTCOME_DONE;
}

static enum outcome keep_day_off(struct db *db, struct change *change, struct fault *fault)
{
  day_off_put(db, change->subject);
  return changed_days(db, change, "day_off.put");
}

static bool date_is(const char *text, char out[CLOCK_DATE_SIZE])
{
  return text_copy(out, CLOCK_DATE_SIZE, text) && clock_at(out, 0, 0) >= 0;
}

void put_day_off(struct request *request)
{
  struct fault fault = {0};
  struct day_off *day = memory_new(sizeof *day);
  struct json_at at = json_root("day_off", request->body);
  struct json_at closed = json_member(&at, "closed");
  struct json_at weekday = json_member(&at, "as_weekday");
  bool ok = json_get_flag(&closed, &day->is_closed, &fault) && json_get_int(&weekday, 0, 6, &day->as_weekday, &fault);
  if (ok && !date_is(request->parameters[0], day->date))
    ok = fault_set(&fault, "a date such as 2026-11-22 is expected in the address");
  if (ok) {
    change_submit(change_new(request, keep_day_off, day));
    return;
  }
  free(day);
  answer_fault(&request->reply, 400, "wrong", fault.sentence);
}

static enum outcome take_day_off_away(struct db *db, struct change *change, struct fault *fault)
{
  const struct day_off *day = change->subject;
  day_off_remove(db, day->date);
  return changed_days(db, change, "day_off.remove");
}

void delete_day_off(struct request *request)
{
  struct day_off *day = memory_new(sizeof *day);
  if (date_is(request->parameters[0], day->date)) {
    change_submit(change_new(request, take_day_off_away, day));
    return;
  }
  free(day);
  answer_fault(&request->reply, 400, "wrong", "a date such as 2026-11-22 is expected in the address");
}
