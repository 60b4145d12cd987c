// SPDX-License-Identifier: GPL-3.0-or-later
// To the family, through a call, and to the messages when nobody answers.
#include "telephone.h"
#include "walks.h"

#include "base/text.h"

#define VOICE_1 "019aa9c0-0000-7000-e000-000000000001"

void walk_home_missed(struct player *player)
{
  telephone_log(player, MEMBER_DAUGHTER, 2 * MS_HOUR, false, false);
  walk_home(player);
}

void walk_home_voice(struct player *player)
{
  telephone_voice(player, 1, MEMBER_DAUGHTER, false);
  walk_home(player);
}

// A bedside kiosk that knows its people says it without a touch; here one who is signed in counts.
void walk_rest_missed(struct player *player)
{
  COPY_TEXT(player->model.settings.bedside[0], community_person_id(PERSON_CAREFUL));
  player->model.settings.bedside_count = 1;
  telephone_log(player, MEMBER_LONG, 2 * MS_HOUR, false, false);
}

void walk_family(struct player *player)
{
  telephone_log(player, MEMBER_SON, MS_DAY + MS_HOUR, true, false);
  telephone_voice(player, 1, MEMBER_DAUGHTER, true);
  telephone_reach(player, MEMBER_DAUGHTER, true);
  telephone_reach(player, MEMBER_LONG, true);
  telephone_reach_desk(player, true);
  walk_home(player);
  player_open(player, SCREEN_FAMILY);
}

void walk_family_none(struct player *player)
{
  player->model.snapshot->family_count = 0;
  walk_home(player);
  player_open(player, SCREEN_FAMILY);
}

void walk_calls(struct player *player)
{
  telephone_log(player, MEMBER_SON, 5 * MS_DAY, true, false);
  telephone_log(player, MEMBER_DAUGHTER, MS_DAY, true, true);
  telephone_log(player, MEMBER_LONG, 2 * MS_HOUR, false, false);
  walk_home(player);
  player_open(player, SCREEN_FAMILY);
  player_open(player, SCREEN_CALLS);
}

void walk_calls_none(struct player *player)
{
  walk_home(player);
  player_open(player, SCREEN_FAMILY);
  player_open(player, SCREEN_CALLS);
}

void walk_voices(struct player *player)
{
  telephone_voice(player, 2, MEMBER_LONG, true);
  telephone_voice(player, 1, MEMBER_DAUGHTER, false);
  walk_home(player);
  player_open(player, SCREEN_VOICES);
}

void walk_voices_playing(struct player *player)
{
  walk_voices(player);
  player_do(player, INTENT_PLAY, 0, VOICE_1);
}

void walk_voices_none(struct player *player)
{
  walk_home(player);
  player_open(player, SCREEN_VOICES);
}

void walk_hours(struct player *player)
{
  walk_family(player);
  player_open(player, SCREEN_CALLS);
  player_open(player, SCREEN_HOURS);
}

void walk_calling(struct player *player)
{
  walk_family(player);
  player->telephone_who = MEMBER_DAUGHTER;
  player_do(player, INTENT_CALL, 0, community_member(MEMBER_DAUGHTER).id);
}

void walk_calling_rings(struct player *player)
{
  walk_calling(player);
  telephone_posted(player, CALL_RINGING, CALL_REASON_NONE);
  telephone_signal(player, SIGNAL_RINGING, TELEPHONE_DEVICE);
}

void walk_calling_desk(struct player *player)
{
  walk_family(player);
  player_do(player, INTENT_CALL, 0, DESK_ID);
}

void walk_desk_no_answer(struct player *player)
{
  walk_calling_desk(player);
  telephone_over(player, CALL_NO_ANSWER);
}

// Without a family home itself has the way to the desk.
void walk_home_alone(struct player *player)
{
  player->model.snapshot->family_count = 0;
  walk_home(player);
}

void walk_ringing(struct player *player)
{
  walk_home(player);
  telephone_rings(player, MEMBER_SON, CALL_TALK);
}

void walk_ringing_long(struct player *player)
{
  telephone_bedside(player);
  telephone_rings(player, MEMBER_LONG, CALL_TALK);
}

static void allow(struct player *player)
{
  player->model.snapshot->residents[PERSON_CAREFUL].auto_answer_from = 8 * 60;
  player->model.snapshot->residents[PERSON_CAREFUL].auto_answer_to = 12 * 60;
}

void walk_by_itself(struct player *player)
{
  allow(player);
  telephone_bedside(player);
  telephone_rings(player, MEMBER_DAUGHTER, CALL_TALK);
}

void walk_call_connecting(struct player *player)
{
  walk_ringing(player);
  player_do(player, INTENT_ANSWER, 0, NULL);
}

void walk_call(struct player *player)
{
  walk_call_connecting(player);
  telephone_connect(player, TELEPHONE_DEVICE);
}

void walk_call_two(struct player *player)
{
  walk_call(player);
  telephone_signal(player, SIGNAL_JOIN, TELEPHONE_OTHER);
  telephone_connect(player, TELEPHONE_OTHER);
}

void walk_call_curtain(struct player *player)
{
  walk_call(player);
  player_do(player, INTENT_CURTAIN, 0, NULL);
}

void walk_call_weak(struct player *player)
{
  walk_call(player);
  telephone_media(player, MEDIA_SILENT, TELEPHONE_DEVICE);
}

void walk_call_help(struct player *player)
{
  walk_call(player);
  player_do(player, INTENT_HELP, 0, NULL);
  player_saved(player);
  player_answer(player, true, REFUSAL_NONE, 0);
}

void walk_call_check(struct player *player)
{
  walk_call(player);
  player_do(player, INTENT_CHECK, 0, NULL);
}

void walk_call_checked(struct player *player)
{
  walk_call_check(player);
  telephone_checked(player, (struct call_findings){0});
}

void walk_call_checked_bad(struct player *player)
{
  walk_call_curtain(player);
  player_do(player, INTENT_CHECK, 0, NULL);
  telephone_checked(player, (struct call_findings){.microphone = FINDING_OFF,
                                                   .loudspeaker = FINDING_FAINT,
                                                   .camera = FINDING_MISSING,
                                                   .remote = FINDING_NO_SIGNAL});
}

void walk_call_over(struct player *player)
{
  walk_call(player);
  telephone_over(player, CALL_HUNG_UP);
}

static void over_because(struct player *player, enum call_reason reason)
{
  walk_calling(player);
  telephone_posted(player, CALL_OVER, reason);
}

void walk_call_no_answer(struct player *player)
{
  walk_calling_rings(player);
  telephone_over(player, CALL_NO_ANSWER);
}

void walk_call_declined(struct player *player)
{
  over_because(player, CALL_DECLINED);
}

void walk_call_busy(struct player *player)
{
  over_because(player, CALL_BUSY);
}

void walk_call_unreachable(struct player *player)
{
  over_because(player, CALL_UNREACHABLE);
}

void walk_call_offline(struct player *player)
{
  walk_family(player);
  player_line(player, LINE_STATE_AWAY, "");
  player_do(player, INTENT_CALL, 0, community_member(MEMBER_LONG).id);
}

void walk_call_lost(struct player *player)
{
  walk_call(player);
  telephone_over(player, CALL_LOST);
}

void walk_call_failed(struct player *player)
{
  over_because(player, CALL_FAILED);
}

void walk_call_not_allowed(struct player *player)
{
  over_because(player, CALL_NOT_ALLOWED);
}

void walk_leave(struct player *player)
{
  walk_call_no_answer(player);
  player_do(player, INTENT_LEAVE_MESSAGE, 0, NULL);
}

void walk_leave_records(struct player *player)
{
  walk_leave(player);
  player_do(player, INTENT_MESSAGE_BEGIN, 0, NULL);
  player_wait(player, 12 * MS_SECOND);
}

static void recorded(struct player *player, int milliseconds)
{
  walk_leave_records(player);
  player_do(player, INTENT_MESSAGE_END, 0, NULL);
  telephone_recorded(player, milliseconds);
}

void walk_leave_failed(struct player *player)
{
  recorded(player, 0);
}

void walk_leave_noted(struct player *player)
{
  recorded(player, 12000);
}

void walk_leave_sent(struct player *player)
{
  walk_leave_noted(player);
  struct report report = {.kind = REPORT_VOICE_MESSAGE_SENT};
  COPY_TEXT(report.text, player->model.phone.message_out.id);
  player_report(player, &report);
}
