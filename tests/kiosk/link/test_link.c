// SPDX-License-Identifier: GPL-3.0-or-later
// Label: threads
// The real thread and libcurl against a server that behaves badly on command.
#include "scene.h"

#include "base/file.h"
#include "base/text.h"

#define VOICE "019aa9c0-0000-7000-8000-000000000021" // that of tests/samples/snapshot.json

static void message_id(int number, char out[UUID_SIZE])
{
  snprintf(out, UUID_SIZE, "019aa9c0-0000-7000-8000-%012d", number);
}

static void deliver(struct scene *scene, int number, bool urgent)
{
  char id[UUID_SIZE], json[200];
  message_id(number, id);
  FORMAT_TEXT(json, "{\"id\":\"%s\",\"kind\":\"order.place\"}", id);
  link_deliver(&scene->link, id, json, urgent);
}

static void assert_answer(struct scene *scene, int number)
{
  char id[UUID_SIZE];
  message_id(number, id);
  assert_string_equal(scene_await(scene, LINK_ANSWER).is.answer.id, id);
}

static void it_enrols_fetches_the_snapshot_and_follows(void **state)
{
  struct scene *scene = *state;
  scene_begin(scene, "");
  struct link_event event = scene_await(scene, LINK_SNAPSHOT);
  assert_int_equal(event.is.snapshot.read->event, 41);
  assert_non_null(strstr(event.is.snapshot.text, "\"event\": 41"));
  scene_drop(&event);
  event = scene_await(scene, LINK_SERVER_TIME);
  assert_in_range(event.is.ahead, MS_HOUR - MS_MINUTE, MS_HOUR + MS_MINUTE);
  scene_await_line(scene, LINK_UP);
  assert_true(scripted_saw(&scene->server, "POST /api/v1/kiosk/enrol kiosk-1"));
  assert_true(scripted_saw(&scene->server, "GET /api/v1/kiosk/events 41"));
}

static void it_waits_for_staff_and_shows_them_the_code(void **state)
{
  struct scene *scene = *state;
  assert_true(scripted_do(&scene->server, "state pending"));
  scene_begin(scene, "");
  struct link_event event = scene_await(scene, LINK_LINE);
  assert_int_equal(event.is.line.state, LINK_NOT_APPROVED);
  assert_string_equal(event.is.line.code, "4711");
  assert_true(scripted_do(&scene->server, "state approved"));
  scene_await_line(scene, LINK_UP);
}

static void a_revoked_kiosk_says_so(void **state)
{
  struct scene *scene = *state;
  assert_true(scripted_do(&scene->server, "state revoked"));
  scene_begin(scene, "");
  struct link_event event = scene_await(scene, LINK_LINE);
  assert_int_equal(event.is.line.state, LINK_NOT_APPROVED);
  assert_string_equal(event.is.line.code, "");
}

static void messages_arrive_in_their_order(void **state)
{
  struct scene *scene = *state;
  char line[4096], expected[400] = "order", id[UUID_SIZE];
  scene_begin(scene, "");
  for (int i = 1; i <= 5; i++) {
    deliver(scene, i, false);
    message_id(i, id);
    strcat(strcat(expected, " "), id);
  }
  deliver(scene, 3, false); // handed over twice
  for (int i = 1; i <= 5; i++)
    assert_answer(scene, i);
  assert_true(scripted_do(&scene->server, "order"));
  assert_true(scripted_await(&scene->server, "order", line, sizeof line));
  assert_string_equal(line, expected);
}

static void an_answer_that_is_lost_has_one_effect(void **state)
{
  struct scene *scene = *state;
  assert_true(scripted_do(&scene->server, "lose /api/v1/messages 2"));
  scene_begin(scene, "");
  deliver(scene, 1, false);
  assert_answer(scene, 1);
  for (int i = 0; i < 3; i++)
    assert_true(scripted_saw(&scene->server, "POST /api/v1/messages"));
  assert_int_equal(scripted_effects(&scene->server), 1);
  assert_true(scene_none_waits(scene, LINK_ANSWER));
}

static void an_answer_that_is_broken_is_asked_for_again(void **state)
{
  struct scene *scene = *state;
  assert_true(scripted_do(&scene->server, "garble /api/v1/messages 2"));
  scene_begin(scene, "");
  deliver(scene, 1, false);
  assert_answer(scene, 1);
  assert_int_equal(scripted_effects(&scene->server), 1);
}

static void a_server_in_trouble_is_asked_again(void **state)
{
  struct scene *scene = *state;
  assert_true(scripted_do(&scene->server, "status /api/v1/messages 503 2"));
  scene_begin(scene, "");
  deliver(scene, 1, false);
  assert_answer(scene, 1);
  assert_int_equal(scripted_effects(&scene->server), 1);
}

static void a_message_that_is_refused_lets_the_next_one_go(void **state)
{
  struct scene *scene = *state;
  char id[UUID_SIZE];
  message_id(1, id);
  assert_true(scripted_do(&scene->server, "status /api/v1/messages 422 1"));
  scene_begin(scene, "");
  deliver(scene, 1, false);
  deliver(scene, 2, false);
  struct link_event event = scene_await(scene, LINK_REFUSED);
  assert_string_equal(event.is.refused.id, id);
  assert_non_null(strstr(event.is.refused.sentence, "as the script says"));
  assert_answer(scene, 2);
}

// nginx, for one, answers 400 where TLS was expected.
static void what_somebody_between_answers_ends_no_message(void **state)
{
  static const int statuses[] = {400, 413, 422, 404, 200};
  struct scene *scene = *state;
  scene_begin(scene, "");
  for (int i = 0; i < (int)(sizeof statuses / sizeof *statuses); i++) {
    assert_true(scripted_do(&scene->server, "proxy /api/v1/messages %d 1", statuses[i]));
    deliver(scene, i + 1, false);
    assert_answer(scene, i + 1);
  }
  assert_int_equal(scripted_effects(&scene->server), sizeof statuses / sizeof *statuses);
}

static void no_refusal_ends_a_call_for_help(void **state)
{
  struct scene *scene = *state;
  scene_begin(scene, "");
  assert_true(scripted_do(&scene->server, "status /api/v1/messages 400 1"));
  deliver(scene, 1, true);
  assert_answer(scene, 1);
  assert_true(scripted_do(&scene->server, "refuse no_room_left"));
  deliver(scene, 2, true);
  assert_true(scripted_saw(&scene->server, "POST /api/v1/messages 019aa9c0-0000-7000-8000-000000000002"));
  assert_true(scripted_saw(&scene->server, "POST /api/v1/messages 019aa9c0-0000-7000-8000-000000000002"));
  assert_true(scripted_do(&scene->server, "refuse "));
  struct link_event event = scene_await(scene, LINK_ANSWER);
  assert_true(event.is.answer.accepted);
}

static void a_call_for_help_that_is_refused_holds_up_no_other(void **state)
{
  struct scene *scene = *state;
  const char *unknown = "{\"id\":\"019aa9c0-0000-7000-8000-000000000001\",\"kind\":\"help.shout\"}";
  assert_true(scripted_do(&scene->server, "kinds order.place help.raise"));
  scene_begin(scene, "");
  link_deliver(&scene->link, "019aa9c0-0000-7000-8000-000000000001", unknown, true);
  deliver(scene, 2, true);
  assert_answer(scene, 2);
}

// This kiosk is a version ahead of its server.
static void a_message_that_the_server_does_not_know_lets_the_next_one_go(void **state)
{
  struct scene *scene = *state;
  char id[UUID_SIZE], json[200];
  message_id(2, id);
  FORMAT_TEXT(json, "{\"id\":\"%s\",\"kind\":\"visit.book\"}", id);
  assert_true(scripted_do(&scene->server, "kinds order.place help.raise"));
  scene_begin(scene, "");
  deliver(scene, 1, false);
  link_deliver(&scene->link, id, json, false);
  deliver(scene, 3, false);
  assert_answer(scene, 1);
  struct link_event event = scene_await(scene, LINK_REFUSED);
  assert_string_equal(event.is.refused.id, id);
  assert_non_null(strstr(event.is.refused.sentence, "visit.book"));
  assert_answer(scene, 3);
  assert_int_equal(scripted_effects(&scene->server), 2);
}

// And here a version behind.
static void an_answer_with_a_reason_of_a_newer_server_is_one(void **state)
{
  struct scene *scene = *state;
  assert_true(scripted_do(&scene->server, "refuse no_room_left"));
  scene_begin(scene, "");
  deliver(scene, 1, false);
  deliver(scene, 2, false);
  struct link_event event = scene_await(scene, LINK_ANSWER);
  assert_false(event.is.answer.accepted);
  assert_int_equal(event.is.answer.reason, REFUSAL_NONE);
  assert_answer(scene, 2);
}

static void what_a_newer_server_tells_is_passed_over(void **state)
{
  struct scene *scene = *state;
  scene_begin(scene, "");
  struct link_event event = scene_await(scene, LINK_SNAPSHOT);
  scene_drop(&event);
  scene_await_line(scene, LINK_UP);
  assert_true(scripted_do(&scene->server, "send event: call\\ndata: {\"kind\":\"wave\",\"how\":\"twice\"}\\n\\n"));
  assert_true(scripted_do(&scene->server, "send event: visit\\nid: 49\\ndata: not JSON at all\\n\\n"));
  assert_true(scripted_do(&scene->server, "hang up"));
  assert_true(scripted_saw(&scene->server, "GET /api/v1/kiosk/events 49"));
  scene_await_line(scene, LINK_UP);
  assert_true(scripted_do(&scene->server, "number 50"));
  assert_true(scripted_do(&scene->server, "send event: catalogue.changed\\nid: 50\\ndata: {}\\n\\n"));
  event = scene_await(scene, LINK_SNAPSHOT); // the first one since: nothing before has asked for it
  assert_int_equal(event.is.snapshot.read->event, 50);
  scene_drop(&event);
}

static void a_call_for_help_does_not_wait_behind_a_meal(void **state)
{
  struct scene *scene = *state;
  scene_begin(scene, "");
  scene_await_line(scene, LINK_UP);
  assert_true(scripted_do(&scene->server, "stall /api/v1/messages 1"));
  deliver(scene, 1, false);
  assert_true(scripted_saw(&scene->server, "stalls /api/v1/messages"));
  deliver(scene, 2, true);
  assert_answer(scene, 2); // the first answer that comes: the meal's is still awaited
}

// What is given while nobody listens goes out, once, when somebody does. How soon: test_retry.
static void it_goes_on_when_the_server_is_back(void **state)
{
  struct scene *scene = *state;
  scene_begin(scene, "");
  scene_await_line(scene, LINK_UP);
  assert_true(scripted_do(&scene->server, "down"));
  scene_await_line(scene, LINK_AWAY);
  for (int i = 1; i <= 3; i++)
    deliver(scene, i, false);
  // Long enough for the pauses to have grown to their longest.
  struct link_event event;
  anban_ms until = clock_steady() + 12 * MS_SECOND;
  // What was answered before it went down may still be on its way.
  while (mailbox_wait(&scene->events, &event, until)) {
    if (event.kind != LINK_ICE && event.kind != LINK_RESUMED)
      fail_msg("an event of kind %d came from a server that is away", (int)event.kind);
    scene_drop(&event);
  }
  assert_true(scripted_do(&scene->server, "up"));
  for (int i = 1; i <= 3; i++)
    assert_answer(scene, i);
  if (atomic_load(&scene->line) != LINK_UP)
    scene_await_line(scene, LINK_UP);
  assert_int_equal(scripted_effects(&scene->server), 3);
}

#define ORDER_EVENT                                                                                                    \
  "{\"id\":\"019aa9c0-0000-7000-8000-000000000002\",\"resident_id\":\"019aa9c0-0000-7000-8000-000000000003\","         \
  "\"date\":\"2026-11-22\",\"meal\":\"lunch\",\"delivery\":\"eat_in\",\"place\":\"\","                                 \
  "\"items\":[{\"dish_id\":\"019aa9c0-0000-7000-8000-000000000004\",\"name\":\"x\",\"count\":1,\"price_fen\":1200}],"  \
  "\"diet_confirmed\":false,\"made_at\":1,\"status\":\"accepted\",\"number\":12,\"total_fen\":1200,\"reason\":\"\"}"

static void events_are_told_and_the_stream_resumes_where_it_was(void **state)
{
  struct scene *scene = *state;
  scene_begin(scene, "");
  scene_await_line(scene, LINK_UP);
  assert_true(scripted_do(&scene->server, "send event: order\\nid: 42\\ndata: %s\\n\\n", ORDER_EVENT));
  struct link_event event = scene_await(scene, LINK_RECORD);
  assert_int_equal(event.is.standing.is.order.number, 12);
  assert_true(scripted_do(&scene->server, "send event: later\\nid: 43\\ndata: {}\\n\\n"));
  scripted_forget(&scene->server);
  assert_true(scripted_do(&scene->server, "hang up"));
  scene_await_line(scene, LINK_AWAY);
  scene_await_line(scene, LINK_UP);
  assert_true(scripted_saw(&scene->server, "GET /api/v1/kiosk/events 43"));
}

static void a_change_of_the_catalogue_fetches_it(void **state)
{
  struct scene *scene = *state;
  scene_begin(scene, "");
  struct link_event event = scene_await(scene, LINK_SNAPSHOT);
  scene_drop(&event);
  scene_await_line(scene, LINK_UP);
  assert_true(scripted_do(&scene->server, "number 50"));
  assert_true(scripted_do(&scene->server, "send event: catalogue.changed\\nid: 50\\ndata: {}\\n\\n"));
  event = scene_await(scene, LINK_SNAPSHOT);
  assert_int_equal(event.is.snapshot.read->event, 50);
  scene_drop(&event);
}

static void an_event_that_cannot_be_read_fetches_all(void **state)
{
  struct scene *scene = *state;
  scene_begin(scene, "");
  struct link_event event = scene_await(scene, LINK_SNAPSHOT);
  scene_drop(&event);
  scene_await_line(scene, LINK_UP);
  assert_true(scripted_do(&scene->server, "send event: order\\nid: 42\\ndata: {\"id\":\\n\\n"));
  event = scene_await(scene, LINK_SNAPSHOT);
  scene_drop(&event);
}

// The snapshot is older than an event that came meanwhile: the stream goes back to it, and the event comes again.
static void an_event_that_overtakes_the_snapshot_is_not_lost(void **state)
{
  struct scene *scene = *state;
  scene_begin(scene, "");
  struct link_event event = scene_await(scene, LINK_SNAPSHOT);
  scene_drop(&event);
  scene_await_line(scene, LINK_UP);
  scripted_forget(&scene->server);
  assert_true(scripted_do(&scene->server, "send event: order\\nid: 60\\ndata: %s\\n\\n", ORDER_EVENT));
  assert_true(scripted_do(&scene->server, "send event: catalogue.changed\\nid: 61\\ndata: {}\\n\\n"));
  event = scene_await(scene, LINK_SNAPSHOT);
  assert_int_equal(event.is.snapshot.read->event, 41);
  scene_drop(&event);
  assert_true(scripted_saw(&scene->server, "GET /api/v1/kiosk/events 41"));
}

static void a_reset_begins_again_from_a_snapshot(void **state)
{
  struct scene *scene = *state;
  scene_begin(scene, "");
  struct link_event event = scene_await(scene, LINK_SNAPSHOT);
  scene_drop(&event);
  scene_await_line(scene, LINK_UP);
  assert_true(scripted_do(&scene->server, "number 900"));
  scripted_forget(&scene->server);
  assert_true(scripted_do(&scene->server, "send event: reset\\ndata: {}\\n\\n"));
  event = scene_await(scene, LINK_SNAPSHOT);
  scene_drop(&event);
  scene_await_line(scene, LINK_UP);
  assert_true(scripted_saw(&scene->server, "GET /api/v1/kiosk/events 900"));
}

static void a_token_that_is_over_is_asked_for_anew(void **state)
{
  struct scene *scene = *state;
  scene_begin(scene, "");
  scene_await_line(scene, LINK_UP);
  assert_true(scripted_do(&scene->server, "forget tokens"));
  scripted_forget(&scene->server);
  deliver(scene, 1, false);
  assert_answer(scene, 1);
  assert_true(scripted_saw(&scene->server, "POST /api/v1/kiosk/token"));
  assert_int_equal(scripted_effects(&scene->server), 1);
}

static bool stands(struct scene *scene, const char *name)
{
  char path[300];
  FORMAT_TEXT(path, "%s/%s", scene->pictures, name);
  return access(path, F_OK) == 0;
}

static void pictures_are_kept_by_their_hash(void **state)
{
  struct scene *scene = *state;
  char hash[HASH_SIZE], old[300];
  struct fault fault;
  static const char nobodys[] = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
  secret_hash("dish", 4, hash);
  assert_true(file_make_folder(scene->pictures, &fault));
  FORMAT_TEXT(old, "%s/%s", scene->pictures, nobodys);
  assert_true(file_replace(old, "x", 1, 0600, &fault));
  assert_true(scripted_do(&scene->server, "picture %s 64697368", hash));
  scene_begin(scene, "");
  struct link_event event = scene_await(scene, LINK_PICTURE);
  assert_string_equal(event.is.hash, hash);
  assert_true(stands(scene, hash));
  assert_false(stands(scene, nobodys));
}

static void a_picture_that_came_damaged_is_not_kept(void **state)
{
  struct scene *scene = *state;
  char hash[HASH_SIZE];
  secret_hash("dish", 4, hash);
  assert_true(scripted_do(&scene->server, "picture %s 64697367", hash));
  scene_begin(scene, "");
  scene_await_line(scene, LINK_UP);
  assert_true(scripted_saw(&scene->server, "GET /api/v1/media/"));
  deliver(scene, 1, false); // something that comes after it
  assert_answer(scene, 1);
  assert_false(stands(scene, hash));
  assert_true(scene_none_waits(scene, LINK_PICTURE));
}

static void a_voice_comes_with_its_clips_and_is_told_when_it_is_whole(void **state)
{
  struct scene *scene = *state;
  char hash[HASH_SIZE], path[400];
  secret_hash("clip", 4, hash);
  assert_true(scripted_do(&scene->server, "picture %s 636c6970", hash));
  assert_true(scripted_do(&scene->server,
                          "voice {\"format\": 1, \"id\": \"" VOICE "\", \"speaker\": \"x\", \"locale\": \"zh_CN\","
                          " \"licence\": \"x\", \"consent\": {\"date\": \"2026-11-25\", \"words\": \"x\"},"
                          " \"revision\": 7, \"clips\": [{\"text\": \"x\", \"hash\": \"%s\", \"gain_cb\": 0,"
                          " \"ms\": 500}]}",
                          hash));
  scene_begin(scene, "");
  scene_await(scene, LINK_VOICES); // of the readings
  scene_await(scene, LINK_VOICES);
  FORMAT_TEXT(path, "%s/zh_CN/" VOICE "/%s.opus", scene->voices, hash);
  assert_int_equal(access(path, R_OK), 0);
  FORMAT_TEXT(path, "%s/zh_CN/" VOICE "/pack.json", scene->voices);
  assert_int_equal(access(path, R_OK), 0);
}

static void problems_are_told_with_the_heartbeat(void **state)
{
  struct scene *scene = *state;
  scene_begin(scene, "");
  assert_true(scripted_saw(&scene->server, "problems []"));
  link_set_problems(&scene->link, "[\"there is no loudspeaker\"]");
  assert_true(scripted_saw(&scene->server, "problems [\"there is no loudspeaker\"]"));
}

static void it_stops_while_the_server_is_silent(void **state)
{
  struct scene *scene = *state;
  assert_true(scripted_do(&scene->server, "stall /api/v1/messages 9"));
  scene_begin(scene, "");
  deliver(scene, 1, false);
  assert_true(scripted_saw(&scene->server, "stalls /api/v1/messages"));
  scene_end(scene);
}

static const char *certificate(const char *folder, const char *name)
{
  static char path[200];
  char command[700];
  FORMAT_TEXT(path, "%s/%s.pem", folder, name);
  FORMAT_TEXT(command,
              "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=127.0.0.1 "
              "-addext subjectAltName=IP:127.0.0.1 -keyout %s/%s.key -out %s/%s.pem 2>/dev/null",
              folder, name, folder, name);
  assert_int_equal(system(command), 0);
  return path;
}

static int set_up_tls(void **state)
{
  char folder[] = "/tmp/anban-tls-XXXXXX", pem[200], key[200], command[100];
  assert_non_null(mkdtemp(folder));
  COPY_TEXT(pem, certificate(folder, "server"));
  FORMAT_TEXT(key, "%s/server.key", folder);
  scene_set_up_with(state, pem, key, "https");
  struct scene *scene = *state;
  FORMAT_TEXT(command, "mv %s/server.pem %s && rm -r %s", folder, scene->folder, folder);
  return system(command);
}

static void the_server_must_be_vouched_for(void **state)
{
  struct scene *scene = *state;
  char ours[200], line[200];
  const char *others = certificate(scene->folder, "other");
  scene_begin(scene, others);
  deliver(scene, 1, false);
  scene_await_line(scene, LINK_AWAY);
  scene_end(scene);
  assert_int_equal(scripted_effects(&scene->server), 0);
  assert_false(scripted_take(&scene->server, "POST", line, sizeof line));
  FORMAT_TEXT(ours, "%s/server.pem", scene->folder);
  scene_begin(scene, ours);
  deliver(scene, 1, false);
  assert_answer(scene, 1);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, scene_set_up, scene_tear_down)

int main(void)
{
  struct fault fault;
  if (!secret_start(&fault))
    return 1;
  const struct CMUnitTest tests[] = {
      CASE(it_enrols_fetches_the_snapshot_and_follows),
      CASE(it_waits_for_staff_and_shows_them_the_code),
      CASE(a_revoked_kiosk_says_so),
      CASE(messages_arrive_in_their_order),
      CASE(an_answer_that_is_lost_has_one_effect),
      CASE(an_answer_that_is_broken_is_asked_for_again),
      CASE(a_server_in_trouble_is_asked_again),
      CASE(a_message_that_is_refused_lets_the_next_one_go),
      CASE(what_somebody_between_answers_ends_no_message),
      CASE(no_refusal_ends_a_call_for_help),
      CASE(a_call_for_help_that_is_refused_holds_up_no_other),
      CASE(a_message_that_the_server_does_not_know_lets_the_next_one_go),
      CASE(an_answer_with_a_reason_of_a_newer_server_is_one),
      CASE(what_a_newer_server_tells_is_passed_over),
      CASE(a_call_for_help_does_not_wait_behind_a_meal),
      CASE(it_goes_on_when_the_server_is_back),
      CASE(events_are_told_and_the_stream_resumes_where_it_was),
      CASE(a_change_of_the_catalogue_fetches_it),
      CASE(an_event_that_cannot_be_read_fetches_all),
      CASE(an_event_that_overtakes_the_snapshot_is_not_lost),
      CASE(a_reset_begins_again_from_a_snapshot),
      CASE(a_token_that_is_over_is_asked_for_anew),
      CASE(pictures_are_kept_by_their_hash),
      CASE(a_voice_comes_with_its_clips_and_is_told_when_it_is_whole),
      CASE(a_picture_that_came_damaged_is_not_kept),
      CASE(problems_are_told_with_the_heartbeat),
      CASE(it_stops_while_the_server_is_silent),
      cmocka_unit_test_setup_teardown(the_server_must_be_vouched_for, set_up_tls, scene_tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
