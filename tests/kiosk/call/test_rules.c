// SPDX-License-Identifier: GPL-3.0-or-later
// What is decided without a pipeline: how much the line bears, whether the other side is there, who it is, what an
// answer and an address say.
#include "kiosk/call/description.h"
#include "kiosk/call/fingerprint.h"
#include "kiosk/call/lag.h"
#include "kiosk/call/rate.h"
#include "kiosk/call/servers.h"
#include "kiosk/call/watch.h"

#include "../../cmocka_all.h"
#include "base/text.h"

static const struct feedback all_well = {.sent = 500, .received = 500};

static int seconds_until(struct rate *rate, const struct feedback *feedback, int kbit)
{
  for (int i = 0; i < 60; i++) {
    if (rate->kbit >= kbit)
      return i;
    rate_step(rate, feedback, i * MS_SECOND);
  }
  return 60;
}

static void a_good_line_gets_the_whole_picture_within_seconds(void **state)
{
  struct rate rate;
  rate_init(&rate, 1000);
  assert_in_range(rate.kbit, 300, 800);
  assert_in_range(seconds_until(&rate, &all_well, 1000), 1, 15);
  rate_step(&rate, &all_well, 0);
  assert_int_equal(rate.kbit, 1000);
}

static void a_narrow_line_is_believed_at_once(void **state)
{
  struct rate rate;
  rate_init(&rate, 1000);
  struct feedback squeezed = {.sent = 1050, .received = 400, .loss = 40};
  rate_step(&rate, &squeezed, 0);
  assert_in_range(rate.kbit, RATE_LEAST, 350);
}

static void a_growing_queue_is_a_narrow_line_before_anything_is_lost(void **state)
{
  struct rate rate;
  rate_init(&rate, 1000);
  int before = rate.kbit;
  struct feedback queueing = {.sent = 650, .received = 640, .queueing = 9};
  rate_step(&rate, &queueing, 0);
  assert_true(rate.kbit < before);
}

static void some_loss_alone_holds_the_rate(void **state)
{
  struct rate rate;
  rate_init(&rate, 1000);
  int before = rate.kbit;
  struct feedback lossy = {.sent = 650, .received = 620, .loss = 5};
  rate_step(&rate, &lossy, 0);
  assert_int_equal(rate.kbit, before);
}

static void sound_comes_before_picture(void **state)
{
  struct rate rate;
  rate_init(&rate, 1000);
  struct feedback starved = {.sent = 200, .received = 60, .loss = 60};
  anban_ms now = 0;
  for (; now < 10 * MS_SECOND && !rate.resting; now += MS_SECOND)
    rate_step(&rate, &starved, now);
  assert_true(rate.resting);
  for (; now < 60 * MS_SECOND && rate.resting; now += MS_SECOND)
    rate_step(&rate, &all_well, now);
  assert_false(rate.resting);
  assert_int_equal(rate.kbit, RATE_LEAST);
}

static void the_picture_shrinks_with_the_rate_and_does_not_swing(void **state)
{
  assert_int_equal(rate_picture(1000, 1000, RATE_FULL), RATE_FULL);
  assert_int_equal(rate_picture(320, 1000, RATE_FULL), RATE_SLOW);
  assert_int_equal(rate_picture(200, 1000, RATE_SLOW), RATE_SMALL);
  assert_int_equal(rate_picture(300, 1000, RATE_SMALL), RATE_SMALL);
  assert_int_equal(rate_picture(340, 1000, RATE_SMALL), RATE_SLOW);
  assert_int_equal(rate_picture(420, 1000, RATE_SLOW), RATE_SLOW);
  assert_int_equal(rate_picture(500, 1000, RATE_SLOW), RATE_FULL);
}

static void silence_is_told_once_and_its_end_too(void **state)
{
  struct watch watch = {0};
  watch_offered(&watch, 0);
  watch_connected(&watch, 1000);
  assert_int_equal(watch_step(&watch, 40, 2000), WATCH_NOTHING);
  assert_int_equal(watch_step(&watch, 40, 4900), WATCH_NOTHING);
  assert_int_equal(watch_step(&watch, 40, 5000), WATCH_IS_SILENT);
  assert_int_equal(watch_step(&watch, 40, 60000), WATCH_NOTHING);
  assert_int_equal(watch_step(&watch, 41, 60500), WATCH_IS_BACK);
}

static void who_does_not_come_within_15_s_is_given_up(void **state)
{
  struct watch watch = {0};
  watch_offered(&watch, 1000);
  assert_int_equal(watch_step(&watch, 0, 15999), WATCH_NOTHING);
  assert_int_equal(watch_step(&watch, 0, 16000), WATCH_LATE);
}

static void silence_lasts_over_a_new_connection_until_something_comes(void **state)
{
  struct watch watch = {0};
  watch_connected(&watch, 0);
  assert_int_equal(watch_step(&watch, 0, 3000), WATCH_IS_SILENT);
  watch_offered(&watch, 10000);
  assert_int_equal(watch_step(&watch, 0, 12000), WATCH_NOTHING);
  watch_connected(&watch, 12000);
  assert_int_equal(watch_step(&watch, 3, 12500), WATCH_IS_BACK);
}

// The certificate is the bytes "anban"; its digest is that of sha256sum.
#define CERTIFICATE "-----BEGIN CERTIFICATE-----\nYW5iYW4=\n-----END CERTIFICATE-----\n"
#define RIGHT "ED:5B:56:4C:5F:08:BE:58:AB:94:86:22:96:5F:F9:1A:EF:ED:10:A0:D1:BA:C0:17:92:CF:00:38:D8:D7:3B:00"
#define WRONG "00:5B:56:4C:5F:08:BE:58:AB:94:86:22:96:5F:F9:1A:EF:ED:10:A0:D1:BA:C0:17:92:CF:00:38:D8:D7:3B:00"
#define LINE(value) "a=fingerprint:sha-256 " value "\r\n"

static void only_the_named_certificate_is_genuine(void **state)
{
  assert_true(fingerprint_matches("v=0\r\n" LINE(RIGHT), CERTIFICATE));
  assert_true(fingerprint_matches("v=0\r\n" LINE(RIGHT) "m=audio\r\n" LINE(RIGHT), CERTIFICATE));
  assert_false(fingerprint_matches("v=0\r\n" LINE(WRONG), CERTIFICATE));
  assert_false(fingerprint_matches("v=0\r\n" LINE(RIGHT) "m=audio\r\n" LINE(WRONG), CERTIFICATE));
  assert_false(fingerprint_matches("v=0\r\n", CERTIFICATE));
  assert_false(fingerprint_matches("a=fingerprint:sha-1 AA:BB\r\n", CERTIFICATE));
  assert_false(fingerprint_matches(LINE(RIGHT ":00"), CERTIFICATE));
  assert_false(fingerprint_matches(LINE(RIGHT), "no certificate"));
}

static bool uri_of(const char *url, const char *user, const char *password, enum server_kind *kind,
                   char out[SERVER_URI])
{
  struct call_server server;
  COPY_TEXT(server.url, url);
  COPY_TEXT(server.user, user);
  COPY_TEXT(server.password, password);
  return server_uri(&server, kind, out);
}

static void addresses_of_browsers_become_those_of_webrtcbin(void **state)
{
  enum server_kind kind;
  char out[SERVER_URI];
  assert_true(uri_of("stun:stun.example:3478", "", "", &kind, out));
  assert_int_equal(kind, SERVER_STUN);
  assert_string_equal(out, "stun://stun.example:3478");
  assert_true(uri_of("turn:t.example:3478?transport=tcp", "1790000000:kiosk", "a+b/c=", &kind, out));
  assert_int_equal(kind, SERVER_TURN);
  assert_string_equal(out, "turn://1790000000%3Akiosk:a%2Bb%2Fc%3D@t.example:3478?transport=tcp");
  assert_true(uri_of("turns:t.example:443", "u", "p", &kind, out));
  assert_string_equal(out, "turns://u:p@t.example:443");
  assert_false(uri_of("http://t.example", "", "", &kind, out));
  assert_false(uri_of("turn:", "u", "p", &kind, out));
  assert_false(uri_of("turn:a@b", "u", "p", &kind, out));
}

#define HEAD "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\n"
#define VIDEO_REFUSED "m=video 0 UDP/TLS/RTP/SAVPF 0\r\nc=IN IP4 0.0.0.0\r\na=inactive\r\na=mid:video0\r\n"
#define AUDIO                                                                                                          \
  "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\nc=IN IP4 0.0.0.0\r\na=mid:audio1\r\na=ice-ufrag:abcd\r\na=ice-pwd:efghefghefgh"  \
  "efghefghefgh\r\na=setup:active\r\na=rtpmap:111 OPUS/48000/2\r\n"

static void an_answer_that_refuses_the_picture_keeps_the_sound(void **state)
{
  GstSDPMessage *message = description_read(HEAD VIDEO_REFUSED AUDIO);
  assert_non_null(message);
  const GstSDPMedia *video = gst_sdp_message_get_media(message, 0);
  assert_string_equal(gst_sdp_media_get_attribute_val(video, "ice-ufrag"), "abcd");
  assert_int_equal(gst_sdp_media_get_port(video), 0);
  gst_sdp_message_free(message);
}

static void what_is_no_answer_is_not_taken(void **state)
{
  assert_null(description_read(""));
  assert_null(description_read("hello"));
  assert_null(description_read(HEAD));
  assert_null(description_read(HEAD VIDEO_REFUSED));
  assert_null(description_read("v=0\r\n\xff\xfe"));
  char *long_one = g_strnfill(CALL_SDP, 'v');
  assert_null(description_read(long_one));
  g_free(long_one);
}

static void sound_in_time_is_not_moved(void **state)
{
  struct lag lag = {0};
  for (anban_ms now = 0; now < 10 * MS_SECOND; now += 20)
    lag_take(&lag, now % 3 * 20, now);
  assert_int_equal(lag.shift, 0);
}

static void sound_that_comes_late_is_moved_on_until_all_of_it_is_in_time(void **state)
{
  struct lag lag = {0};
  lag_take(&lag, 150, 1000);
  assert_in_range(lag.shift + LAG_ROOM, 150, 200);
  anban_ms shift = lag.shift;
  for (anban_ms now = 1000; now < 10 * MS_SECOND; now += 20)
    lag_take(&lag, 140, now);
  assert_int_equal(lag.shift, shift);
}

static void sound_comes_back_to_its_time_when_the_machine_does(void **state)
{
  struct lag lag = {0};
  lag_take(&lag, 450, 0);
  for (anban_ms now = 0; now < 8 * MS_SECOND; now += 20)
    lag_take(&lag, 40, now);
  assert_int_equal(lag.shift, 0);
}

static void for_what_is_too_old_nobody_waits(void **state)
{
  struct lag lag = {0};
  lag_take(&lag, 2000, 0);
  assert_int_equal(lag.shift, 0);
  lag_take(&lag, LAG_MOST + LAG_ROOM, 0);
  assert_int_equal(lag.shift, LAG_MOST);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_good_line_gets_the_whole_picture_within_seconds),
      cmocka_unit_test(a_narrow_line_is_believed_at_once),
      cmocka_unit_test(a_growing_queue_is_a_narrow_line_before_anything_is_lost),
      cmocka_unit_test(some_loss_alone_holds_the_rate),
      cmocka_unit_test(sound_comes_before_picture),
      cmocka_unit_test(the_picture_shrinks_with_the_rate_and_does_not_swing),
      cmocka_unit_test(silence_is_told_once_and_its_end_too),
      cmocka_unit_test(who_does_not_come_within_15_s_is_given_up),
      cmocka_unit_test(silence_lasts_over_a_new_connection_until_something_comes),
      cmocka_unit_test(sound_in_time_is_not_moved),
      cmocka_unit_test(sound_that_comes_late_is_moved_on_until_all_of_it_is_in_time),
      cmocka_unit_test(sound_comes_back_to_its_time_when_the_machine_does),
      cmocka_unit_test(for_what_is_too_old_nobody_waits),
      cmocka_unit_test(only_the_named_certificate_is_genuine),
      cmocka_unit_test(addresses_of_browsers_become_those_of_webrtcbin),
      cmocka_unit_test(an_answer_that_refuses_the_picture_keeps_the_sound),
      cmocka_unit_test(what_is_no_answer_is_not_taken),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
