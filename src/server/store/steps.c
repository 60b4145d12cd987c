// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/steps.h"

// Times are ms since 1970 UTC, money is fen, dates are texts as 2026-11-22. Marks and allergens are the bits of
// protocol/diet.h; kinds, meals and states are the numbers of their enums there.

static const char event_log[] =
    // `newest` is the number last given out; numbers up to `gone` are no longer kept.
    "CREATE TABLE stream(name TEXT PRIMARY KEY, newest @I64@ NOT NULL, gone @I64@ NOT NULL)@STRICT@;"
    // `only_for`: the kiosk that alone may hear it; empty: all.
    "CREATE TABLE event(stream TEXT NOT NULL, number @I64@ NOT NULL, at @I64@ NOT NULL, kind TEXT NOT NULL,"
    " only_for TEXT NOT NULL, data TEXT NOT NULL, PRIMARY KEY(stream, number))@STRICT@;"
    "CREATE INDEX event_at ON event(at);"
    "CREATE TABLE message(id TEXT PRIMARY KEY, hash TEXT NOT NULL, sender TEXT NOT NULL, received_at @I64@ NOT NULL,"
    " answer TEXT NOT NULL)@STRICT@;"
    "CREATE INDEX message_received ON message(received_at);"
    "CREATE TABLE audit(id @ID@, at @I64@ NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL,"
    " thing TEXT NOT NULL)@STRICT@;";

static const char community[] =
    "CREATE TABLE site(id @I64@ PRIMARY KEY, name TEXT NOT NULL, phone TEXT NOT NULL,"
    " utc_offset_min @I64@ NOT NULL)@STRICT@;"
    "CREATE TABLE meal_hours(meal @I64@ PRIMARY KEY, cutoff_minute @I64@ NOT NULL, from_minute @I64@ NOT NULL,"
    " to_minute @I64@ NOT NULL)@STRICT@;"
    // Who has left stays as a row without personal data, for the orders that name it.
    "CREATE TABLE resident(id TEXT PRIMARY KEY, name TEXT NOT NULL, room TEXT NOT NULL, portrait TEXT NOT NULL,"
    " locale TEXT NOT NULL, card TEXT NOT NULL, pin TEXT NOT NULL, marks @I64@ NOT NULL, allergens @I64@ NOT NULL,"
    " subsidy_percent @I64@ NOT NULL, text_percent @I64@ NOT NULL, usual_delivery @I64@ NOT NULL,"
    " phone TEXT NOT NULL, note TEXT NOT NULL, consent_portrait @I64@ NOT NULL, consent_family_calls @I64@ NOT NULL,"
    " left_at @I64@ NOT NULL)@STRICT@;"
    "CREATE UNIQUE INDEX resident_card ON resident(card) WHERE card <> '';"
    "CREATE TABLE contact(resident_id TEXT NOT NULL REFERENCES resident(id), place @I64@ NOT NULL,"
    " name TEXT NOT NULL, relation TEXT NOT NULL, phone TEXT NOT NULL, PRIMARY KEY(resident_id, place))@STRICT@;"
    "CREATE TABLE media(hash TEXT PRIMARY KEY, type TEXT NOT NULL, bytes @BLOB@ NOT NULL,"
    " added_at @I64@ NOT NULL)@STRICT@;"
    "CREATE TABLE help(id TEXT PRIMARY KEY, kiosk_id TEXT NOT NULL, resident_id TEXT NOT NULL, state @I64@ NOT NULL,"
    " staff_name TEXT NOT NULL, raised_at @I64@ NOT NULL, changed_at @I64@ NOT NULL)@STRICT@;";

static const char meals[] =
    "CREATE TABLE dish(id TEXT PRIMARY KEY, name TEXT NOT NULL, contents TEXT NOT NULL, picture TEXT NOT NULL,"
    " kind @I64@ NOT NULL, price_fen @I64@ NOT NULL, marks @I64@ NOT NULL, allergens @I64@ NOT NULL,"
    " gone_at @I64@ NOT NULL)@STRICT@;"
    "CREATE TABLE menu_dish(date TEXT NOT NULL, meal @I64@ NOT NULL, place @I64@ NOT NULL,"
    " dish_id TEXT NOT NULL REFERENCES dish(id), PRIMARY KEY(date, meal, place))@STRICT@;"
    "CREATE TABLE day_number(date TEXT PRIMARY KEY, newest @I64@ NOT NULL)@STRICT@;"
    "CREATE TABLE meal_order(id TEXT PRIMARY KEY, resident_id TEXT NOT NULL REFERENCES resident(id),"
    " date TEXT NOT NULL, meal @I64@ NOT NULL, delivery @I64@ NOT NULL, place TEXT NOT NULL,"
    " diet_confirmed @I64@ NOT NULL, made_at @I64@ NOT NULL, status @I64@ NOT NULL, number @I64@ NOT NULL,"
    " total_fen @I64@ NOT NULL, reason TEXT NOT NULL, taken_at @I64@ NOT NULL)@STRICT@;"
    "CREATE INDEX meal_order_day ON meal_order(date, meal);"
    "CREATE INDEX meal_order_resident ON meal_order(resident_id, date);"
    "CREATE TABLE order_item(order_id TEXT NOT NULL REFERENCES meal_order(id), place @I64@ NOT NULL,"
    " dish_id TEXT NOT NULL, name TEXT NOT NULL, count @I64@ NOT NULL, price_fen @I64@ NOT NULL,"
    " PRIMARY KEY(order_id, place))@STRICT@;";

// Tokens are kept as hashes only: who reads the file can't use them.
static const char people_and_kiosks[] =
    "CREATE TABLE staff(id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, display_name TEXT NOT NULL,"
    " role @I64@ NOT NULL, password TEXT NOT NULL)@STRICT@;"
    "CREATE TABLE session(hash TEXT PRIMARY KEY, staff_id TEXT NOT NULL REFERENCES staff(id), made_at @I64@ NOT NULL,"
    " seen_at @I64@ NOT NULL)@STRICT@;"
    "CREATE INDEX session_staff ON session(staff_id);"
    "CREATE TABLE kiosk(id TEXT PRIMARY KEY, serial TEXT NOT NULL UNIQUE, public_key TEXT NOT NULL,"
    " name TEXT NOT NULL, place TEXT NOT NULL, state @I64@ NOT NULL, code TEXT NOT NULL, code_at @I64@ NOT NULL,"
    " tries @I64@ NOT NULL, version TEXT NOT NULL, enrolled_at @I64@ NOT NULL, last_heard @I64@ NOT NULL)@STRICT@;"
    "CREATE TABLE kiosk_token(hash TEXT PRIMARY KEY, kiosk_id TEXT NOT NULL REFERENCES kiosk(id),"
    " expires_at @I64@ NOT NULL)@STRICT@;"
    "CREATE INDEX kiosk_token_kiosk ON kiosk_token(kiosk_id);";

static const char auto_answer[] =
    // Minutes of the day; both -1: never.
    "ALTER TABLE resident ADD COLUMN auto_answer_from @I64@ NOT NULL DEFAULT -1;"
    "ALTER TABLE resident ADD COLUMN auto_answer_to @I64@ NOT NULL DEFAULT -1;";
// `text` is as protocol/pack.h trims it; who takes the consent back is gone whole, with every clip.
static const char voices[] =
    "CREATE TABLE voice(id TEXT PRIMARY KEY, speaker TEXT NOT NULL, locale TEXT NOT NULL, licence TEXT NOT NULL,"
    " consent_date TEXT NOT NULL, consent_words TEXT NOT NULL, in_use @I64@ NOT NULL, revision @I64@ NOT NULL,"
    " made_at @I64@ NOT NULL)@STRICT@;"
    "CREATE TABLE clip(voice_id TEXT NOT NULL REFERENCES voice(id), text TEXT NOT NULL, media TEXT NOT NULL,"
    " gain_cb @I64@ NOT NULL, ms @I64@ NOT NULL, made_at @I64@ NOT NULL, PRIMARY KEY(voice_id, text))@STRICT@;"
    "CREATE INDEX clip_media ON clip(media);"
    "CREATE TABLE reading(word TEXT PRIMARY KEY, pinyin TEXT NOT NULL)@STRICT@;";

static const char families[] =
    // `link`: the hash of what stands in the personal link; empty: there is none.
    "CREATE TABLE family_member(id TEXT PRIMARY KEY, resident_id TEXT NOT NULL REFERENCES resident(id),"
    " name TEXT NOT NULL, relation TEXT NOT NULL, portrait TEXT NOT NULL, auto_answer @I64@ NOT NULL,"
    " link TEXT NOT NULL, added_at @I64@ NOT NULL)@STRICT@;"
    "CREATE INDEX family_member_resident ON family_member(resident_id);"
    "CREATE UNIQUE INDEX family_member_link ON family_member(link) WHERE link <> '';"
    "CREATE TABLE family_session(hash TEXT PRIMARY KEY, member_id TEXT NOT NULL REFERENCES family_member(id),"
    " made_at @I64@ NOT NULL, seen_at @I64@ NOT NULL)@STRICT@;"
    "CREATE INDEX family_session_member ON family_session(member_id);";

static const char call_logs[] =
    // One row for each other party of a call; `over_at` is 0 while they talk. Kinds, media, purposes and reasons are
    // the numbers of their enums in protocol/call.h.
    "CREATE TABLE call_log(call_id TEXT NOT NULL, party_kind @I64@ NOT NULL, party_id TEXT NOT NULL,"
    " resident_id TEXT NOT NULL, name TEXT NOT NULL, from_resident @I64@ NOT NULL, media @I64@ NOT NULL,"
    " purpose @I64@ NOT NULL, made_at @I64@ NOT NULL, answered_at @I64@ NOT NULL, over_at @I64@ NOT NULL,"
    " reason @I64@ NOT NULL, auto_answered @I64@ NOT NULL, PRIMARY KEY(call_id, party_kind, party_id))@STRICT@;"
    "CREATE INDEX call_log_resident ON call_log(resident_id, made_at);"
    "CREATE INDEX call_log_made ON call_log(made_at);";

static const char voice_messages[] =
    // `made_at` is as the sender's clock has it, `kept_at` as ours.
    "CREATE TABLE voice_message(id TEXT PRIMARY KEY, resident_id TEXT NOT NULL, from_kind @I64@ NOT NULL,"
    " from_id TEXT NOT NULL, to_kind @I64@ NOT NULL, to_id TEXT NOT NULL, made_at @I64@ NOT NULL,"
    " heard_at @I64@ NOT NULL, type TEXT NOT NULL, seconds @I64@ NOT NULL, hash TEXT NOT NULL, kept_at @I64@ NOT NULL,"
    " bytes @BLOB@ NOT NULL)@STRICT@;"
    "CREATE INDEX voice_message_resident ON voice_message(resident_id, made_at);"
    "CREATE INDEX voice_message_kept ON voice_message(kept_at);";

static const char who_declined[] =
    // The name of who declined it, as the elder hears it; empty: nobody did, or it is not known.
    "ALTER TABLE meal_order ADD COLUMN decided_by TEXT NOT NULL DEFAULT '';";

static const char timers[] =
    "CREATE TABLE timer(kind TEXT NOT NULL, subject TEXT NOT NULL, due_at @I64@ NOT NULL, set_at @I64@ NOT NULL,"
    " tries @I64@ NOT NULL, payload TEXT NOT NULL, PRIMARY KEY(kind, subject))@STRICT@;"
    "CREATE INDEX timer_due ON timer(due_at);";

static const char outbound[] =
    // `next_at` of a row that is settled is when it was.
    "CREATE TABLE outbound_way(code TEXT PRIMARY KEY)@STRICT@;"
    "CREATE TABLE outbound(id TEXT PRIMARY KEY, way TEXT NOT NULL, subject TEXT NOT NULL, body TEXT NOT NULL,"
    " made_at @I64@ NOT NULL, next_at @I64@ NOT NULL, tries @I64@ NOT NULL, state @I64@ NOT NULL,"
    " error TEXT NOT NULL)@STRICT@;"
    "CREATE INDEX outbound_due ON outbound(state, way, next_at);";

static const char services[] =
    // Places are the numbers of enum service_place, weekdays 0 Sunday to 6 Saturday.
    "CREATE TABLE service(id TEXT PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, about TEXT NOT NULL,"
    " price TEXT NOT NULL, minutes @I64@ NOT NULL, place @I64@ NOT NULL, is_private @I64@ NOT NULL,"
    " cancel_minutes @I64@ NOT NULL, capacity @I64@ NOT NULL, lead_minutes @I64@ NOT NULL, on_offer @I64@ NOT NULL,"
    " added_at @I64@ NOT NULL, gone_at @I64@ NOT NULL)@STRICT@;"
    "CREATE TABLE service_hours(service_id TEXT NOT NULL REFERENCES service(id), weekday @I64@ NOT NULL,"
    " from_minute @I64@ NOT NULL, to_minute @I64@ NOT NULL, PRIMARY KEY(service_id, weekday, from_minute))@STRICT@;"
    "CREATE TABLE day_off(date TEXT PRIMARY KEY, is_closed @I64@ NOT NULL, as_weekday @I64@ NOT NULL)@STRICT@;"
    "CREATE TABLE slot(service_id TEXT NOT NULL, at @I64@ NOT NULL, PRIMARY KEY(service_id, at))@STRICT@;"
    // The unique key is what lets one wish win.
    "CREATE TABLE seat(service_id TEXT NOT NULL, at @I64@ NOT NULL, unit @I64@ NOT NULL,"
    " booking_id TEXT NOT NULL UNIQUE, PRIMARY KEY(service_id, at, unit))@STRICT@;";

static const char bookings[] =
    // States and faces are the numbers of their enums in protocol/booking.h. A step is written once and never changed.
    "CREATE TABLE booking(id TEXT PRIMARY KEY, resident_id TEXT NOT NULL REFERENCES resident(id),"
    " service_id TEXT NOT NULL REFERENCES service(id), at @I64@ NOT NULL, note TEXT NOT NULL, made_at @I64@ NOT NULL,"
    " name TEXT NOT NULL, minutes @I64@ NOT NULL, place TEXT NOT NULL, status @I64@ NOT NULL, helper TEXT NOT NULL,"
    " face @I64@ NOT NULL, reason TEXT NOT NULL, decided_by TEXT NOT NULL)@STRICT@;"
    "CREATE INDEX booking_at ON booking(at);"
    "CREATE INDEX booking_resident ON booking(resident_id, at);"
    "CREATE TABLE booking_step(booking_id TEXT NOT NULL REFERENCES booking(id), place @I64@ NOT NULL,"
    " status @I64@ NOT NULL, at @I64@ NOT NULL, who TEXT NOT NULL, promised_at @I64@ NOT NULL,"
    " PRIMARY KEY(booking_id, place))@STRICT@;";

static const char helpers[] =
    // A helper's time is given away in pieces of 15 minutes since 1970: the key is what keeps two bookings apart.
    "CREATE TABLE helper(id TEXT PRIMARY KEY, name TEXT NOT NULL, phone TEXT NOT NULL, added_at @I64@ NOT NULL,"
    " gone_at @I64@ NOT NULL)@STRICT@;"
    "CREATE TABLE helper_skill(helper_id TEXT NOT NULL REFERENCES helper(id), service_id TEXT NOT NULL,"
    " PRIMARY KEY(helper_id, service_id))@STRICT@;"
    "CREATE TABLE helper_building(helper_id TEXT NOT NULL REFERENCES helper(id), building TEXT NOT NULL,"
    " PRIMARY KEY(helper_id, building))@STRICT@;"
    "CREATE TABLE helper_time(helper_id TEXT NOT NULL, unit @I64@ NOT NULL, booking_id TEXT NOT NULL,"
    " PRIMARY KEY(helper_id, unit))@STRICT@;"
    "CREATE INDEX helper_time_booking ON helper_time(booking_id);"
    // Hashes: of the link, and of the secret of the telephone that has it; empty: none has yet.
    "CREATE TABLE helper_link(hash TEXT PRIMARY KEY, helper_id TEXT NOT NULL REFERENCES helper(id),"
    " date TEXT NOT NULL, ends_at @I64@ NOT NULL, device TEXT NOT NULL)@STRICT@;"
    "CREATE UNIQUE INDEX helper_link_day ON helper_link(helper_id, date);"
    "CREATE TABLE helper_session(hash TEXT PRIMARY KEY, helper_id TEXT NOT NULL REFERENCES helper(id),"
    " date TEXT NOT NULL, ends_at @I64@ NOT NULL)@STRICT@;"
    "ALTER TABLE booking ADD COLUMN helper_id TEXT NOT NULL DEFAULT '';"
    "ALTER TABLE booking ADD COLUMN photo TEXT NOT NULL DEFAULT '';"
    // Who asked in the elder's place, as the elder hears it; empty: the elder.
    "ALTER TABLE booking ADD COLUMN asked_by TEXT NOT NULL DEFAULT '';"
    "CREATE INDEX booking_helper ON booking(helper_id, at) WHERE helper_id <> '';"
    "CREATE INDEX booking_photo ON booking(photo) WHERE photo <> '';";

static const char revisions[] =
    // Of what people edit; kinds are the numbers of enum revised.
    "CREATE TABLE revision(kind @I64@ NOT NULL, thing TEXT NOT NULL, number @I64@ NOT NULL, changed_by TEXT NOT NULL,"
    " changed_at @I64@ NOT NULL, PRIMARY KEY(kind, thing))@STRICT@;"
    "CREATE TABLE revision_newest(id @I64@ PRIMARY KEY, number @I64@ NOT NULL)@STRICT@;";

static const char help_steps[] =
    // `ending` is enum help_ending. `next_at`, `next_who`: whom the escalation tells next, for who looks on.
    "ALTER TABLE help ADD COLUMN presses @I64@ NOT NULL DEFAULT 1;"
    "ALTER TABLE help ADD COLUMN ending @I64@ NOT NULL DEFAULT 0;"
    "ALTER TABLE help ADD COLUMN drill @I64@ NOT NULL DEFAULT 0;"
    "ALTER TABLE help ADD COLUMN next_at @I64@ NOT NULL DEFAULT 0;"
    "ALTER TABLE help ADD COLUMN next_who TEXT NOT NULL DEFAULT '';"
    "CREATE INDEX help_raised ON help(raised_at);"
    // Rows are only added. `seal` hashes the row with the seal of the one before, so that who has changed or taken away
    // one has broken the chain.
    "CREATE TABLE help_step(help_id TEXT NOT NULL REFERENCES help(id), number @I64@ NOT NULL, at @I64@ NOT NULL,"
    " kind @I64@ NOT NULL, way TEXT NOT NULL, who TEXT NOT NULL, press TEXT NOT NULL, seal TEXT NOT NULL,"
    " PRIMARY KEY(help_id, number))@STRICT@;"
    "CREATE INDEX help_step_press ON help_step(press) WHERE press <> '';";

static const char help_escalation[] =
    // `resident_id` empty: the site's own. `target` is enum escalation_target; minutes of the day, both the same: all
    // day.
    "CREATE TABLE help_rule(resident_id TEXT NOT NULL, place @I64@ NOT NULL, from_minute @I64@ NOT NULL,"
    " to_minute @I64@ NOT NULL, after_s @I64@ NOT NULL, target @I64@ NOT NULL, contact @I64@ NOT NULL,"
    " name TEXT NOT NULL, address TEXT NOT NULL, PRIMARY KEY(resident_id, place))@STRICT@;"
    // `weekdays`: bit 0 is Sunday.
    "CREATE TABLE help_on_call(place @I64@ PRIMARY KEY, name TEXT NOT NULL, address TEXT NOT NULL,"
    " weekdays @I64@ NOT NULL, from_minute @I64@ NOT NULL, to_minute @I64@ NOT NULL)@STRICT@;"
    // What is said to 120 on the telephone.
    "CREATE TABLE help_card(resident_id TEXT PRIMARY KEY REFERENCES resident(id), born_year @I64@ NOT NULL,"
    " address TEXT NOT NULL, illness TEXT NOT NULL, medicine TEXT NOT NULL, door_code TEXT NOT NULL,"
    " other TEXT NOT NULL)@STRICT@;"
    // `takes`: what a way needs to reach somebody, "phone" or "mail"; empty: it hears of everything.
    "ALTER TABLE outbound_way ADD COLUMN takes TEXT NOT NULL DEFAULT '';"
    "ALTER TABLE outbound ADD COLUMN recipient TEXT NOT NULL DEFAULT '';"
    "ALTER TABLE outbound ADD COLUMN address TEXT NOT NULL DEFAULT '';"
    "CREATE INDEX outbound_subject ON outbound(subject);";

static const struct database_step steps[] = {
    {1, "event log", event_log},
    {2, "community", community},
    {3, "meals", meals},
    {4, "people and kiosks", people_and_kiosks},
    {5, "hours in which calls are answered by themselves", auto_answer},
    {6, "families", families},
    {7, "voices", voices},
    {8, "call log", call_logs},
    {9, "voice messages", voice_messages},
    {10, "who declined an order", who_declined},
    {11, "timers", timers},
    {12, "outbound", outbound},
    {13, "services", services},
    {14, "bookings", bookings},
    {15, "helpers", helpers},
    {16, "revisions", revisions},
    {17, "steps of calls for help", help_steps},
    {18, "who is told of a call for help", help_escalation},
};

const struct database_kind server_file = {
    .program = "anban-server",
    .application_id = 1097753185, // "Anba" as four bytes
    .steps = steps,
    .step_count = sizeof steps / sizeof *steps,
    .log_pages = 4000, // 16 MB: fewer pauses in a busy hour
};
