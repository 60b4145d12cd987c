// SPDX-License-Identifier: GPL-3.0-or-later
// Label: threads
// Calls and spoken messages over the real link, against a server that behaves badly on command.
#include "scene.h"

#include "base/file.h"
#include "base/text.h"

#include <sys/stat.h>

#define CALL "019aa9c0-0000-7000-8000-000000000020"
#define MEMO "019aa9c0-0000-7000-8000-000000000044"
#define RESIDENT "019aa9c0-0000-7000-8000-000000000003"
#define SIGNALS "/api/v1/calls/" CALL "/signals"

// A call as tests/samples/call-object.json, on one line.
static void say_call(struct scene *scene, const char *command, const char *before, const char *after)
{
  struct buffer bytes = {0};
  struct fault fault;
  assert_true(file_read(ANBAN_SAMPLES "/call-object.json", 1 << 16, &bytes, &fault));
  json_t *json = json_parse(bytes.bytes, bytes.size, &fault);
  char *text = json_print(json);
  assert_true(scripted_do(&scene->server, "%s %s%s%s", command, before, text, after));
  free(text);
  json_decref(json);
  buffer_free(&bytes);
}

static void up(struct scene *scene)
{
  scene_begin(scene, "");
  scene_await_line(scene, LINK_UP);
}

static void signal_out(struct scene *scene, const char *kind)
{
  char json[100];
  FORMAT_TEXT(json, "{\"kind\":\"%s\"}", kind);
  link_call(&scene->link, CALL_ITEM_SIGNAL, CALL, json, strcmp(kind, "bye") == 0);
}

static void what_is_said_in_a_call_arrives_in_its_order(void **state)
{
  struct scene *scene = *state;
  say_call(scene, "call", "", "");
  up(scene);
  assert_true(scripted_do(&scene->server, "status " SIGNALS " 503 2"));
  link_call(&scene->link, CALL_ITEM_CALL, CALL, "{\"call_id\":1}", false);
  signal_out(scene, "offer");
  signal_out(scene, "candidate");
  struct link_event event = scene_await(scene, LINK_CALL);
  assert_non_null(event.is.call.call);
  assert_string_equal(event.is.call.call->id, CALL);
  scene_drop(&event);
  assert_true(scripted_saw(&scene->server, "POST /api/v1/calls {\"call_id\":1}"));
  for (int i = 0; i < 3; i++) // twice it was not taken
    assert_true(scripted_saw(&scene->server, "POST " SIGNALS " {\"kind\":\"offer\"}"));
  assert_true(scripted_saw(&scene->server, "POST " SIGNALS " {\"kind\":\"candidate\"}"));
}

static void a_call_that_is_refused_says_why_and_lets_the_next_one_go(void **state)
{
  struct scene *scene = *state;
  up(scene);
  assert_true(scripted_do(&scene->server, "status /api/v1/calls 403 1"));
  link_call(&scene->link, CALL_ITEM_CALL, CALL, "{}", false);
  assert_true(scripted_saw(&scene->server, "POST /api/v1/calls {}"));
  signal_out(scene, "bye");
  struct link_event event = scene_await(scene, LINK_CALL);
  assert_null(event.is.call.call);
  assert_int_equal(event.is.call.refused, CALL_NOT_ALLOWED);
  assert_true(scripted_saw(&scene->server, "POST " SIGNALS " {\"kind\":\"bye\"}"));
}

// Nobody's telephone rings a minute later for somebody who has gone away.
static void a_call_that_was_taken_back_before_it_left_never_leaves(void **state)
{
  struct scene *scene = *state;
  say_call(scene, "call", "", "");
  up(scene);
  assert_true(scripted_do(&scene->server, "status /api/v1/voice_messages/" MEMO "/heard 503 1"));
  link_call(&scene->link, CALL_ITEM_HEARD, MEMO, "{}", false); // in the way
  assert_true(scripted_saw(&scene->server, "POST /api/v1/voice_messages/" MEMO "/heard {}"));
  link_call(&scene->link, CALL_ITEM_CALL, CALL, "{}", false);
  signal_out(scene, "bye");
  signal_out(scene, "state");
  assert_true(scripted_saw(&scene->server, "POST " SIGNALS " {\"kind\":\"state\"}"));
  assert_null(strstr(scene->server.text, "POST /api/v1/calls {}"));
  assert_null(strstr(scene->server.text, "bye"));
}

static void a_goodbye_does_not_take_back_the_call_that_is_told_once_more(void **state)
{
  struct scene *scene = *state;
  say_call(scene, "call", "", "");
  up(scene);
  assert_true(scripted_do(&scene->server, "status /api/v1/voice_messages/" MEMO "/heard 503 1"));
  link_call(&scene->link, CALL_ITEM_HEARD, MEMO, "{}", false); // in the way
  link_call(&scene->link, CALL_ITEM_RESUME, CALL, "{\"resume\":1}", false);
  signal_out(scene, "bye");
  struct link_event event = scene_await(scene, LINK_CALL);
  assert_true(event.is.call.resumed);
  assert_string_equal(event.is.call.id, CALL);
  scene_drop(&event);
  assert_true(scripted_saw(&scene->server, "POST /api/v1/calls {\"resume\":1}"));
  assert_true(scripted_saw(&scene->server, "POST " SIGNALS " {\"kind\":\"bye\"}"));
}

static void after_each_hello_it_asks_for_its_calls_and_the_servers_for_media(void **state)
{
  struct scene *scene = *state;
  say_call(scene, "calls", "{\"calls\":[{\"call\":",
           ",\"signals\":[{\"call_id\":\"" CALL
           "\",\"seq\":7,\"kind\":\"renew\",\"from\":{\"kind\":\"family\",\"id\":\"" RESIDENT "\"},\"device\":\"" MEMO
           "\",\"to_device\":\"\",\"data\":{\"offer\":3}}]}]}");
  up(scene);
  struct link_event event = scene_await(scene, LINK_RESUMED);
  assert_int_equal(event.is.resumed.count, 1);
  assert_string_equal(event.is.resumed.list[0].id, CALL);
  scene_drop(&event);
  event = scene_await(scene, LINK_SIGNAL);
  assert_int_equal(event.is.signal->seq, 7);
  assert_int_equal(signal_number(event.is.signal, "offer"), 3);
  scene_drop(&event);
  event = scene_await(scene, LINK_ICE);
  assert_string_equal(event.is.ice->servers[0].urls[0], "stun:127.0.0.1:3478");
  scene_drop(&event);
  assert_true(scripted_saw(&scene->server, "GET /api/v1/calls?device=" SCENE_DEVICE "&after=0"));
  assert_true(scripted_do(&scene->server, "hang up"));
  assert_true(scripted_saw(&scene->server, "GET /api/v1/calls?device=" SCENE_DEVICE "&after=7&call=" CALL));
}

static void say_ringing(struct scene *scene, const char *state)
{
  char calls[2000];
  FORMAT_TEXT(
      calls,
      "calls {\"calls\":[{\"call\":{\"call_id\":\"" CALL "\",\"resident_id\":\"" RESIDENT "\",\"kiosk_id\":\"\","
      "\"media\":\"video\",\"purpose\":\"talk\",\"state\":\"%s\",\"reason\":\"\",\"made_at\":1,\"answered_at\":0,"
      "\"over_at\":0,\"caller\":{\"kind\":\"family\",\"id\":\"" MEMO "\"},\"members\":[]},\"signals\":["
      "{\"call_id\":\"" CALL "\",\"seq\":1,\"kind\":\"ring\",\"from\":{\"kind\":\"family\",\"id\":\"" MEMO
      "\"},\"device\":\"\",\"to_device\":\"" SCENE_DEVICE "\",\"data\":{\"auto\":false}},"
      "{\"call_id\":\"" CALL "\",\"seq\":2,\"kind\":\"update\",\"from\":{\"kind\":\"family\",\"id\":\"" MEMO
      "\"},\"device\":\"\",\"to_device\":\"\",\"data\":{}}]}]}",
      state);
  assert_true(scripted_do(&scene->server, "%s", calls));
}

static void a_call_that_began_while_the_stream_was_away_rings_by_its_callers_name(void **state)
{
  struct scene *scene = *state;
  say_ringing(scene, "ringing");
  up(scene);
  struct link_event event = scene_await(scene, LINK_SIGNAL);
  assert_int_equal(event.is.signal->kind, SIGNAL_RING);
  assert_true(event.is.signal->has_call);
  assert_string_equal(event.is.signal->call.caller.id, MEMO);
  scene_drop(&event);
}

static void what_rang_meanwhile_and_rings_no_more_stays_quiet(void **state)
{
  struct scene *scene = *state;
  say_ringing(scene, "over");
  up(scene);
  struct link_event event = scene_await(scene, LINK_SIGNAL);
  assert_int_equal(event.is.signal->kind, SIGNAL_UPDATE);
  scene_drop(&event);
}

static void for_whom_it_answers_is_told_again_after_each_hello(void **state)
{
  struct scene *scene = *state;
  up(scene);
  link_people(&scene->link, "{\"device\":\"" SCENE_DEVICE "\",\"residents\":[\"" RESIDENT "\"]}");
  assert_true(scripted_saw(&scene->server, "PUT /api/v1/kiosk/people " RESIDENT));
  assert_true(scripted_do(&scene->server, "hang up"));
  assert_true(scripted_saw(&scene->server, "PUT /api/v1/kiosk/people " RESIDENT));
}

static void news_of_calls_comes_over_the_stream(void **state)
{
  struct scene *scene = *state;
  up(scene);
  assert_true(scripted_do(&scene->server, "send event: reach\\ndata: {\"family\":[{\"id\":\"" RESIDENT
                                          "\",\"reachable\":true}]}\\n\\n"));
  struct link_event event = scene_await(scene, LINK_REACH);
  assert_int_equal(event.is.reach.count, 1);
  assert_true(event.is.reach.list[0].reachable);
  scene_drop(&event);
  assert_true(scripted_do(&scene->server,
                          "send event: call\\ndata: {\"call_id\":\"" CALL
                          "\",\"seq\":4,\"kind\":\"over\",\"from\":{\"kind\":\"family\",\"id\":\"" RESIDENT
                          "\"},\"device\":\"\",\"to_device\":\"\",\"data\":{\"reason\":\"busy\"}}\\n\\n"));
  event = scene_await(scene, LINK_SIGNAL);
  assert_int_equal(event.is.signal->kind, SIGNAL_OVER);
  assert_int_equal(signal_reason(event.is.signal), CALL_BUSY);
  scene_drop(&event);
}

static void write_file(struct scene *scene, const char *name, const char *text)
{
  char path[200];
  struct fault fault;
  FORMAT_TEXT(path, "%s/out/%s", scene->messages, name);
  if (!file_replace(path, text, strlen(text), 0600, &fault))
    fail_msg("%s", fault.sentence);
}

static bool is_there(struct scene *scene, const char *name)
{
  char path[200];
  struct stat found;
  FORMAT_TEXT(path, "%s/%s", scene->messages, name);
  return stat(path, &found) == 0;
}

static void make_out(struct scene *scene)
{
  char path[200];
  struct fault fault;
  assert_true(file_make_folder(scene->messages, &fault));
  FORMAT_TEXT(path, "%s/out", scene->messages);
  assert_true(file_make_folder(path, &fault));
}

static void a_message_that_waited_on_the_disk_is_sent_until_the_server_has_it(void **state)
{
  struct scene *scene = *state;
  make_out(scene);
  write_file(scene, MEMO ".ogg", "sound");
  write_file(scene, MEMO ".json", "to_kind=family&seconds=3");
  write_file(scene, CALL ".ogg", "cut off while it was recorded");
  assert_true(scripted_do(&scene->server, "lose /api/v1/voice_messages?to_kind=family&seconds=3 1"));
  up(scene);
  for (int i = 0; i < 2; i++)
    assert_true(scripted_saw(&scene->server, "POST /api/v1/voice_messages?to_kind=family&seconds=3 736f756e64"));
  assert_string_equal(scene_await(scene, LINK_VOICE_MESSAGE_SENT).is.id, MEMO);
  assert_false(is_there(scene, "out/" MEMO ".ogg"));
  assert_false(is_there(scene, "out/" MEMO ".json"));
  assert_false(is_there(scene, "out/" CALL ".ogg"));
}

static void a_message_that_is_refused_is_kept_aside(void **state)
{
  struct scene *scene = *state;
  up(scene);
  assert_true(scripted_do(&scene->server, "status /api/v1/voice_messages?a=1 400 1"));
  write_file(scene, MEMO ".ogg", "sound");
  write_file(scene, MEMO ".json", "a=1");
  link_voice_message(&scene->link);
  assert_true(scripted_saw(&scene->server, "POST /api/v1/voice_messages?a=1")); // of two that lie there either is first
  write_file(scene, CALL ".ogg", "next");
  write_file(scene, CALL ".json", "b=2");
  link_voice_message(&scene->link);
  assert_string_equal(scene_await(scene, LINK_VOICE_MESSAGE_SENT).is.id, CALL);
  assert_true(is_there(scene, "out/" MEMO ".refused"));
  assert_false(is_there(scene, "out/" MEMO ".json"));
}

static void messages_for_the_people_here_come_to_the_disk(void **state)
{
  struct scene *scene = *state;
  up(scene);
  assert_true(scripted_do(&scene->server,
                          "send id: 42\\nevent: voice.message\\ndata: {\"id\":\"" CALL "\",\"resident_id\":\"" RESIDENT
                          "\",\"from\":{\"kind\":\"family\",\"id\":\"" MEMO
                          "\"},\"to\":{\"kind\":\"resident\",\"id\":\"" RESIDENT
                          "\"},\"made_at\":1,\"heard_at\":0,\"type\":\"audio/webm\",\"seconds\":3}\\n\\n"));
  assert_string_equal(scene_await(scene, LINK_VOICE_MESSAGE).is.voice_message.id, CALL);
  assert_true(scripted_saw(&scene->server, "GET /api/v1/voice_messages/" CALL));
  anban_ms deadline = clock_steady() + HUNG;
  while (!is_there(scene, "in/" CALL) && clock_steady() < deadline)
    poll(NULL, 0, 10); // the disk tells nobody
  assert_true(is_there(scene, "in/" CALL));
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, scene_set_up, scene_tear_down)

int main(void)
{
  struct fault fault;
  if (!secret_start(&fault))
    return 1;
  const struct CMUnitTest tests[] = {
      CASE(what_is_said_in_a_call_arrives_in_its_order),
      CASE(a_call_that_is_refused_says_why_and_lets_the_next_one_go),
      CASE(a_call_that_was_taken_back_before_it_left_never_leaves),
      CASE(a_goodbye_does_not_take_back_the_call_that_is_told_once_more),
      CASE(after_each_hello_it_asks_for_its_calls_and_the_servers_for_media),
      CASE(a_call_that_began_while_the_stream_was_away_rings_by_its_callers_name),
      CASE(what_rang_meanwhile_and_rings_no_more_stays_quiet),
      CASE(for_whom_it_answers_is_told_again_after_each_hello),
      CASE(news_of_calls_comes_over_the_stream),
      CASE(a_message_that_waited_on_the_disk_is_sent_until_the_server_has_it),
      CASE(a_message_that_is_refused_is_kept_aside),
      CASE(messages_for_the_people_here_come_to_the_disk),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
