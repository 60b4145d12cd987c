// SPDX-License-Identifier: GPL-3.0-or-later
// Leaks are not looked for
// The sound devices go to the call and back; sound's thread is played by hand, call's is the real one.
#include "base/text.h"
#include "kiosk/app/call_requests.h"

#include "../../cmocka_all.h"
#include "../../support/hung.h"

#include <stdlib.h>

#define DAUGHTER "019aa9c0-0000-7000-8000-000000000001"

struct desk {
  struct app app;
  struct mailbox devices; // of the call, as they change
};

static void ignore_sound(void *ctx, const struct sound_event *event)
{
}

static void ignore_picture(void *ctx)
{
}

static void keep_devices(void *ctx, struct call_event *event)
{
  struct desk *desk = ctx;
  free(event->text);
  if (event->kind == CALL_DEVICES)
    mailbox_send(&desk->devices, &event->devices);
}

static int set_up(void **state)
{
  struct desk *desk = calloc(1, sizeof *desk);
  struct fault fault;
  struct call_settings settings = {.codec = "vp8",
                                   .camera = "none",
                                   .microphone = "test:440",
                                   .loudspeaker = "none",
                                   .width = 320,
                                   .height = 240,
                                   .most_kbit = 400,
                                   .loopback = true};
  mailbox_init(&desk->devices, sizeof(struct call_devices), NULL, NULL);
  sound_init(&desk->app.sound, &(struct sound_settings){0}, ignore_sound, NULL);
  call_init(&desk->app.call, &settings, keep_devices, ignore_picture, desk);
  *state = desk;
  return call_start(&desk->app.call, &fault) ? 0 : -1;
}

static int tear_down(void **state)
{
  struct desk *desk = *state;
  call_join(&desk->app.call);
  sound_join(&desk->app.sound);
  mailbox_destroy(&desk->devices);
  free(desk);
  return 0;
}

static void lend(struct desk *desk, bool lent)
{
  call_requests_lend(&desk->app, &(struct request){.kind = REQUEST_LEND, .number = lent});
}

static void ask_media(struct desk *desk, enum media_act act)
{
  struct request request = {.kind = REQUEST_MEDIA, .call = {.act = act}};
  COPY_TEXT(request.call.device, DAUGHTER);
  call_requests_media(&desk->app, &request);
}

static void await_microphone(struct desk *desk, bool open)
{
  struct call_devices devices;
  do
    assert_true(mailbox_wait(&desk->devices, &devices, clock_steady() + HUNG));
  while ((devices.microphone != CALL_DEVICE_CLOSED) != open);
}

static void what_needs_the_devices_waits_for_them(void **state)
{
  struct desk *desk = *state;
  lend(desk, true);
  ask_media(desk, MEDIA_OPEN);
  assert_int_equal(desk->app.waiting_count, 1);
  call_requests_released(&desk->app, desk->app.lending);
  assert_int_equal(desk->app.waiting_count, 0);
  await_microphone(desk, true);
}

static void an_older_release_does_not_count_for_a_newer_lending(void **state)
{
  struct desk *desk = *state;
  lend(desk, true);
  unsigned older = desk->app.lending;
  lend(desk, false);
  lend(desk, true);
  ask_media(desk, MEDIA_OPEN);
  call_requests_released(&desk->app, older);
  assert_int_equal(desk->app.waiting_count, 1);
  call_requests_released(&desk->app, desk->app.lending);
  assert_int_equal(desk->app.waiting_count, 0);
}

static void a_call_that_is_over_is_closed_though_its_devices_go_back_before_they_came(void **state)
{
  struct desk *desk = *state;
  lend(desk, true);
  ask_media(desk, MEDIA_OPEN);
  call_requests_released(&desk->app, desk->app.lending);
  await_microphone(desk, true);
  lend(desk, false);
  lend(desk, true);
  ask_media(desk, MEDIA_CLOSE_ALL);
  lend(desk, false);
  await_microphone(desk, false);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      CASE(what_needs_the_devices_waits_for_them),
      CASE(an_older_release_does_not_count_for_a_newer_lending),
      CASE(a_call_that_is_over_is_closed_though_its_devices_go_back_before_they_came),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
