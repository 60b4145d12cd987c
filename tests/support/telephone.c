// SPDX-License-Identifier: GPL-3.0-or-later
#include "telephone.h"

#include "base/memory.h"
#include "base/text.h"

#include <string.h>

// Who is in the call: the member, and when it was answered the device.
static void add_member(struct call *call, int who, const char *device)
{
  struct call_member *member = &call->members[call->member_count++];
  const struct family_member known = community_member(who);
  *member = (struct call_member){.party.kind = PARTY_FAMILY, .state = *device ? CALL_TALKING : CALL_RINGING};
  COPY_TEXT(member->party.id, known.id);
  COPY_TEXT(member->name, known.name);
  COPY_TEXT(member->relation, known.relation);
  COPY_TEXT(member->device, device);
}

static struct call call_now(const struct player *player, enum call_state state)
{
  const struct phone *phone = &player->model.phone;
  struct call call = {.state = state, .made_at = player->now, .caller = phone->with};
  bool known = phone->machine.call_id[0] && call_machine_busy(&phone->machine);
  COPY_TEXT(call.id, known ? phone->machine.call_id : TELEPHONE_CALL);
  COPY_TEXT(call.resident_id, community_person_id(PERSON_CAREFUL));
  return call;
}

static void report_signal(struct player *player, struct signal signal, const struct call *call)
{
  struct report report = {.kind = REPORT_SIGNAL, .is.signal = memory_new(sizeof signal)};
  signal.seq = ++player->seq;
  signal.has_call = call;
  if (call)
    signal.call = *call;
  if (!signal.data)
    signal.data = json_object();
  *report.is.signal = signal;
  player_report(player, &report);
  report_free(&report);
}

void telephone_bedside(struct player *player)
{
  struct report report = {.kind = REPORT_TICK};
  player->model.settings.kind = KIOSK_BEDSIDE;
  player->model.settings.bedside_count = 1;
  COPY_TEXT(player->model.settings.bedside[0], community_person_id(PERSON_CAREFUL));
  player_report(player, &report);
  telephone_did(player);
}

void telephone_rings(struct player *player, int who, enum call_purpose purpose)
{
  struct call call = {.id = TELEPHONE_CALL, .state = CALL_RINGING, .purpose = purpose, .made_at = player->now};
  struct signal signal = {.call_id = TELEPHONE_CALL, .kind = SIGNAL_RING, .device = TELEPHONE_DEVICE};
  signal.data = json_pack("{s:b}", "auto", !player->no_auto);
  COPY_TEXT(call.resident_id, community_person_id(PERSON_CAREFUL));
  add_member(&call, who, TELEPHONE_DEVICE);
  if (purpose == CALL_HELP) {
    call.members[0].party.kind = PARTY_STAFF;
    COPY_TEXT(call.members[0].name, "周敏");
    call.members[0].relation[0] = '\0';
  }
  call.caller = signal.from = call.members[0].party;
  player->telephone_who = who;
  report_signal(player, signal, &call);
}

void telephone_signal(struct player *player, enum signal_kind kind, const char *device)
{
  struct signal signal = {.kind = kind, .from.kind = PARTY_FAMILY};
  struct call call = call_now(player, CALL_TALKING);
  COPY_TEXT(signal.call_id, player->model.phone.machine.call_id);
  COPY_TEXT(signal.device, device);
  if (kind == SIGNAL_ACCEPT || kind == SIGNAL_JOIN) {
    add_member(&call, player->telephone_who, TELEPHONE_DEVICE);
    if (kind == SIGNAL_JOIN)
      add_member(&call, MEMBER_SON, TELEPHONE_OTHER);
    signal.from = call.members[call.member_count - 1].party;
  }
  if (kind == SIGNAL_ANSWER)
    signal.data = json_pack("{s:i, s:s}", "offer", 1, "sdp", "v=0");
  report_signal(player, signal, call.member_count ? &call : NULL);
}

void telephone_over(struct player *player, enum call_reason reason)
{
  struct signal signal = {.kind = SIGNAL_OVER, .data = json_pack("{s:s}", "reason", call_reason_code(reason))};
  COPY_TEXT(signal.call_id, player->model.phone.machine.call_id);
  report_signal(player, signal, NULL);
}

void telephone_posted(struct player *player, enum call_state state, enum call_reason reason)
{
  struct report report = {.kind = REPORT_CALL, .is.placed.call = memory_new(sizeof(struct call))};
  struct call *call = report.is.placed.call;
  COPY_TEXT(report.is.placed.id, player->model.phone.machine.call_id);
  *call = call_now(player, state);
  call->reason = reason;
  add_member(call, player->telephone_who, "");
  player_report(player, &report);
  report_free(&report);
}

void telephone_forgotten(struct player *player)
{
  struct report report = {.kind = REPORT_RESUMED, .is.calls.list = memory_new(sizeof(struct call))};
  player_report(player, &report);
  report_free(&report);
}

void telephone_media(struct player *player, enum media_news news, const char *device)
{
  struct report report = {.kind = REPORT_MEDIA, .is.media = {.news = news, .round = 1}};
  COPY_TEXT(report.is.media.device, device);
  if (news == MEDIA_OFFERS || news == MEDIA_HAS_WAY)
    report.is.media.text = memory_text("v=0");
  player_report(player, &report);
  report_free(&report);
}

void telephone_connect(struct player *player, const char *device)
{
  telephone_media(player, MEDIA_OFFERS, device);
  telephone_signal(player, SIGNAL_ANSWER, device);
  telephone_media(player, MEDIA_CONNECTED, device);
}

void telephone_checked(struct player *player, struct call_findings findings)
{
  struct report report = {.kind = REPORT_MEDIA, .is.media = {.news = MEDIA_CHECKED, .findings = findings}};
  player_report(player, &report);
}

void telephone_recorded(struct player *player, int milliseconds)
{
  struct report report = {.kind = REPORT_MEDIA, .is.media = {.news = MEDIA_RECORDED, .milliseconds = milliseconds}};
  COPY_TEXT(report.is.media.device, player->model.phone.message_out.id);
  player_report(player, &report);
}

static void reach(struct player *player, const char *id, bool reachable)
{
  struct report report = {.kind = REPORT_REACH, .is.reach = {memory_new(sizeof(struct reach)), 1}};
  report.is.reach.list[0].reachable = reachable;
  COPY_TEXT(report.is.reach.list[0].id, id);
  player_report(player, &report);
  report_free(&report);
}

void telephone_reach(struct player *player, int who, bool reachable)
{
  reach(player, community_member(who).id, reachable);
}

void telephone_reach_desk(struct player *player, bool reachable)
{
  reach(player, DESK_ID, reachable);
}

void telephone_log(struct player *player, int who, anban_ms ago, bool answered, bool automatic)
{
  const struct family_member member = community_member(who);
  struct report report = {.kind = REPORT_CALL_LOG,
                          .is.record = {.party.kind = PARTY_FAMILY,
                                        .made_at = player->now - ago,
                                        .reason = answered ? CALL_HUNG_UP : CALL_NO_ANSWER,
                                        .auto_answered = automatic}};
  struct call_record *record = &report.is.record;
  FORMAT_TEXT(record->call_id, "019aa9c0-0000-7000-c000-1%011d", ++player->records);
  COPY_TEXT(record->resident_id, community_person_id(PERSON_CAREFUL));
  COPY_TEXT(record->party.id, member.id);
  COPY_TEXT(record->name, member.name);
  record->answered_at = answered ? record->made_at + 10 * MS_SECOND : 0;
  record->over_at = record->made_at + MS_MINUTE;
  player_report(player, &report);
}

void telephone_voice(struct player *player, int number, int who, bool heard)
{
  struct report report = {.kind = REPORT_VOICE_MESSAGE,
                          .is.voice = {.from.kind = PARTY_FAMILY,
                                       .to.kind = PARTY_RESIDENT,
                                       .seconds = 20,
                                       .made_at = player->now - number * MS_HOUR,
                                       .type = "audio/webm"}};
  struct voice_message *voice = &report.is.voice;
  FORMAT_TEXT(voice->id, "019aa9c0-0000-7000-e000-%012d", number);
  COPY_TEXT(voice->resident_id, community_person_id(PERSON_CAREFUL));
  COPY_TEXT(voice->to.id, community_person_id(PERSON_CAREFUL));
  COPY_TEXT(voice->from.id, community_member(who).id);
  voice->heard_at = heard ? voice->made_at + MS_MINUTE : 0;
  player_report(player, &report);
}

const char *telephone_did(struct player *player)
{
  static char told[sizeof player->did];
  COPY_TEXT(told, player->did);
  player->did[0] = '\0';
  return told;
}
