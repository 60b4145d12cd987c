// SPDX-License-Identifier: GPL-3.0-or-later
// Who may call whom: a member of a family their own resident, a resident their own family and the desk, staff any
// resident who is here and any kiosk; and staff alone come for help, to the kiosk where it was called.
#include "base/memory.h"
#include "server/api/switchboard.h"
#include "server/model/help.h"
#include "server/model/residents.h"
#include "server/model/site.h"

#include <stdlib.h>
#include <string.h>

// A search, and its steps. false: why not stands in `code` and `sentence`.
struct finding {
  struct calling *calling;
  struct db *db; // of the reader
  const struct request *request;
  const struct call_request *call;
  struct calls_wish *wish;
  const char *code, *sentence;
  char at_kiosk[UUID_SIZE]; // it rings at this one only; empty: wherever who is called can be reached
  bool is_allowed, is_read;
  struct fault fault;
};

static bool refuse(struct finding *f, const char *code, const char *sentence)
{
  f->code = code;
  f->sentence = sentence;
  return false;
}

static bool not_allowed(struct finding *f)
{
  return refuse(f, "not_allowed", "Such a call may not be made from here.");
}

static void set_elder(struct finding *f, const struct party *elder)
{
  f->wish->elder = *elder;
  if (elder->kind == PARTY_RESIDENT)
    COPY_TEXT(f->wish->resident_id, elder->id);
}

static bool find_resident(struct finding *f, const char *id)
{
  struct resident resident;
  if (!resident_load(f->db, id, &resident))
    return refuse(f, "not_found", "There is no such resident.");
  COPY_TEXT(f->wish->to.name, resident.name);
  return true;
}

static bool find_kiosk(struct finding *f, const char *id)
{
  struct kiosk kiosk;
  if (!kiosk_get(f->db, id, &kiosk) || kiosk.state != KIOSK_APPROVED)
    return refuse(f, "not_found", "There is no such kiosk.");
  COPY_TEXT(f->wish->to.name, kiosk.name);
  return true;
}

static bool find_elder(struct finding *f)
{
  const struct party *to = &f->call->to;
  set_elder(f, to);
  if (to->kind == PARTY_KIOSK)
    return find_kiosk(f, to->id);
  return to->kind == PARTY_RESIDENT ? find_resident(f, to->id) : not_allowed(f);
}

static bool find_help(struct finding *f)
{
  struct help help;
  if (!help_get_open(f->db, f->call->help_id, &help))
    return refuse(f, "not_found", "There is no such open call for help.");
  const char *elder = f->call->to.kind == PARTY_KIOSK ? help.kiosk_id : help.resident_id;
  COPY_TEXT(f->at_kiosk, help.kiosk_id);
  return strcmp(f->call->to.id, elder) == 0 || not_allowed(f);
}

static bool of_staff(struct finding *f)
{
  bool helps = f->call->purpose == CALL_HELP && !f->call->resume;
  f->wish->may_auto = f->call->purpose == CALL_HELP;
  return find_elder(f) && (!helps || find_help(f));
}

// The same that the kiosk asks itself: both must say so before anybody is seen without a touch.
static bool may_look(struct finding *f)
{
  struct resident resident;
  struct family_member member;
  struct site site;
  if (!resident_load(f->db, f->request->caller.family.resident_id, &resident) ||
      !family_get(f->db, f->request->caller.family.id, &member) || !member.auto_answer)
    return false;
  site_load(f->db, &site);
  int minute = clock_local(f->request->now, site.utc_offset_min).minute;
  return resident.auto_answer_from >= 0 && minute >= resident.auto_answer_from && minute < resident.auto_answer_to;
}

static bool of_family(struct finding *f)
{
  f->wish->may_auto = may_look(f);
  const struct party *to = &f->call->to;
  bool is_own = to->kind == PARTY_RESIDENT && strcmp(to->id, f->request->caller.family.resident_id) == 0;
  return is_own && f->call->purpose == CALL_TALK ? find_elder(f) : not_allowed(f);
}

// The kiosk's call is the resident's.
static bool of_kiosk(struct finding *f, struct calls_asker *asker)
{
  struct family_member member;
  struct resident resident = {0};
  const struct party *to = &f->call->to;
  set_elder(f, &f->call->from);
  if (f->call->from.kind == PARTY_RESIDENT && resident_load(f->db, f->call->from.id, &resident))
    COPY_TEXT(asker->name, resident.name);
  if (f->call->resume || (resident.id[0] && party_is_desk(to) && f->call->purpose == CALL_TALK))
    return true;
  bool is_own = to->kind == PARTY_FAMILY && f->call->purpose == CALL_TALK && family_get(f->db, to->id, &member) &&
                strcmp(member.resident_id, f->call->from.id) == 0 && family_may_call(f->db, member.resident_id);
  if (!is_own)
    return not_allowed(f);
  COPY_TEXT(f->wish->to.name, member.name);
  COPY_TEXT(f->wish->to.relation, member.relation);
  return true;
}

static bool rings_at(const struct finding *f, const struct device *device)
{
  const struct party *to = &f->call->to;
  if (f->at_kiosk[0])
    return strcmp(device->name.owner, f->at_kiosk) == 0;
  return to->kind == PARTY_RESIDENT || party_is_desk(to) ? device_answers_for(device, to->id)
                                                         : strcmp(device->name.owner, to->id) == 0;
}

static void add_device(void *ctx, const struct device *device)
{
  struct finding *f = ctx;
  if (!device->is_gone && f->wish->device_count < MOST_CALL_ENDS && rings_at(f, device))
    f->wish->devices[f->wish->device_count++] = device->name;
}

static bool find(struct finding *f, struct calls_asker *asker)
{
  f->wish->to.party = f->call->to;
  if (!asker_speaks_for(asker, &f->call->from) || party_is_desk(&f->call->from))
    return not_allowed(f);
  if (f->request->caller.is_kiosk)
    return of_kiosk(f, asker);
  return f->request->caller.is_family ? of_family(f) : of_staff(f);
}

static void read_wish(struct db *db, void *ctx)
{
  struct finding *f = ctx;
  f->db = db;
  f->is_allowed = find(f, &f->calling->asker);
  f->is_read = !db_fault_take(db, &f->fault);
}

static void wish_read(void *ctx)
{
  struct finding *f = ctx;
  const struct reply *reply = &f->request->reply;
  if (!f->is_read) {
    answer_fault(reply, 503, "store", f->fault.sentence);
  } else if (!f->is_allowed) {
    answer_fault(reply, strcmp(f->code, "not_found") == 0 ? 404 : 403, f->code, f->sentence);
  } else {
    devices_each(reply->api->switchboard->devices, add_device, f);
    f->calling->then(f->calling);
  }
  free(f->calling);
  free(f);
}

void wish_find(struct calling *calling)
{
  struct finding *f = memory_new(sizeof *f);
  *f = (struct finding){
      .calling = calling, .request = &calling->request, .call = &calling->call, .wish = &calling->wish};
  calling->wish = (struct calls_wish){.request = &calling->call, .asker = &calling->asker};
  if (reader_submit(calling->request.api->parts.small, &(struct read_job){read_wish, wish_read, f}))
    return;
  answer_fault(&calling->request.reply, 503, "busy", "The server is busy at the moment. Please try again.");
  free(calling);
  free(f);
}
