// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the route table, by the file it is in. Each answers its request once, now or after a commit.
#pragma once

#include "server/api/request.h"

// health.c
void get_health(struct request *request);
void get_metrics(struct request *request);
// page_files.c
void get_root(struct request *request);
void get_page(struct request *request);
// sessions.c
void post_session(struct request *request);
void get_session(struct request *request);
void delete_session(struct request *request);
// streams.c
void get_family_events(struct request *request);
void get_desk_events(struct request *request);
void get_kiosk_events(struct request *request);
// catalogue.c
void get_site(struct request *request);
void put_site(struct request *request);
void get_dishes(struct request *request);
void put_dish(struct request *request);
void delete_dish(struct request *request);
void get_menus(struct request *request);
void put_menu(struct request *request);
// residents.c
void get_residents(struct request *request);
void put_resident(struct request *request);
void delete_resident(struct request *request);
// family_members.c
void get_family_members(struct request *request);
void put_family_member(struct request *request);
void delete_family_member(struct request *request);
void post_family_link(struct request *request);
void delete_family_link(struct request *request);
// family_sessions.c
void post_family_session(struct request *request);
void get_family_session(struct request *request);
void delete_family_session(struct request *request);
// reach.c
void get_reach(struct request *request);
void put_kiosk_people(struct request *request);
// calls.c
void get_calls(struct request *request);
void post_call(struct request *request);
void get_calls_ice(struct request *request);
void post_call_signal(struct request *request);
void get_call_log(struct request *request);
void get_missed_calls(struct request *request);
// voice_messages.c
void get_voice_messages(struct request *request);
void post_voice_message(struct request *request);
void get_voice_message(struct request *request);
void post_voice_message_heard(struct request *request);
// orders.c
void get_orders(struct request *request);
void post_order_decline(struct request *request);
void get_kitchen(struct request *request);
// services.c
void get_services(struct request *request);
void put_service(struct request *request);
void delete_service(struct request *request);
void get_days_off(struct request *request);
void put_day_off(struct request *request);
void delete_day_off(struct request *request);
// bookings.c
void get_bookings(struct request *request);
void post_booking_step(struct request *request);
// helpers.c
void get_booking_helpers(struct request *request);
void get_helpers(struct request *request);
void put_helper(struct request *request);
void delete_helper(struct request *request);
void post_helper_link(struct request *request);
// visits.c
void post_visit_session(struct request *request);
void get_visit_day(struct request *request);
void post_visit_step(struct request *request);
void post_visit_photo(struct request *request);
// messages.c
void post_message(struct request *request);
// help_calls.c
void get_help(struct request *request);
void post_help_acknowledge(struct request *request);
void post_help_coming(struct request *request);
void post_help_there(struct request *request);
void post_help_shown(struct request *request);
void post_help_close(struct request *request);
void post_kiosk_drill(struct request *request);

void get_help_log(struct request *request);
void get_help_csv(struct request *request);
void get_help_record(struct request *request);
void get_help_cap(struct request *request);

void get_ways(struct request *request);
void get_help_rules(struct request *request);
void put_help_rules(struct request *request);
void get_on_call(struct request *request);
void put_on_call(struct request *request);
void get_help_card(struct request *request);
void put_help_card(struct request *request);
// pictures.c
void post_media(struct request *request);
void get_media(struct request *request);
// imports.c
void post_import_residents(struct request *request);
void post_import_menu(struct request *request);
void post_import_readings(struct request *request);
// voices.c
void get_voices(struct request *request);
void put_voice(struct request *request);
void delete_voice(struct request *request);
void get_voice_script(struct request *request);
void get_voice_pack(struct request *request);
void put_clip(struct request *request);
void delete_clip(struct request *request);
// readings.c
void get_readings(struct request *request);
void put_reading(struct request *request);
void delete_reading(struct request *request);
// hear.c
void post_hear(struct request *request);
// staff_members.c
void get_staff(struct request *request);
void put_staff(struct request *request);
void delete_staff(struct request *request);
// kiosks.c
void get_kiosks(struct request *request);
void post_kiosk_approve(struct request *request);
void delete_kiosk(struct request *request);
// kiosk_self.c
void post_kiosk_enrol(struct request *request);
void post_kiosk_challenge(struct request *request);
void post_kiosk_token(struct request *request);
void post_kiosk_heartbeat(struct request *request);
// snapshot.c
void get_kiosk_snapshot(struct request *request);
