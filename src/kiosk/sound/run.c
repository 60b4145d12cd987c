// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/sound/run.h"

#include "base/log.h"
#include "base/text.h"
#include "kiosk/sound/probe.h"
#include "kiosk/sound/sound.h"

#include <string.h>
#include <unistd.h>

#define LOOK_AGAIN (2 * MS_SECOND) // while a device is missing
#define LOOK_AT_MOST MS_SECOND     // between two looks when a missing device is wanted
#define PATIENCE_AT_MOST (64 * MS_SECOND)
#define REST_AFTER MS_SECOND  // of quiet: a stream that runs wakes the machine 25 times a second
#define WATCH_EVERY MS_SECOND // a stream that runs, that it does not stand still

static void emit(struct sound *sound, enum sound_event_kind kind, uint64_t number, const char *sentence)
{
  struct sound_event event = {.kind = kind, .number = number, .plugged = number};
  COPY_TEXT(event.sentence, sentence);
  sound->emit(sound->emit_ctx, &event);
}

static void tell_ended(struct sound *sound, struct samples *newest)
{
  while (newest) {
    struct samples *next = newest->next;
    if (newest->number)
      emit(sound, SOUND_ENDED, newest->number, "");
    samples_free(newest);
    newest = next;
  }
}

static void tell_heard(struct sound *sound)
{
  struct mixer_heard heard = mixer_heard(&sound->mixer);
  if (memcmp(&heard, &sound->heard, sizeof heard) == 0)
    return;
  sound->heard = heard;
  struct sound_event event = {.kind = SOUND_AT, .number = heard.number, .from = heard.from, .to = heard.to};
  sound->emit(sound->emit_ctx, &event);
}

static void tell(struct sound *sound)
{
  uint64_t begun = atomic_load(&sound->mixer.begun);
  if (begun != sound->begun_piece && begun)
    emit(sound, SOUND_BEGAN, begun, "");
  sound->begun_piece = begun;
  tell_heard(sound);
  tell_ended(sound, mixer_take_spent(&sound->mixer));
}

static bool is_news(struct told *told, bool works)
{
  bool news = !told->once || told->works != works;
  *told = (struct told){true, works};
  return news;
}

static void tell_speaker(struct sound *sound, bool works, const char *sentence)
{
  if (is_news(&sound->told_speaker, works))
    emit(sound, works ? SOUND_WORKS : SOUND_BROKEN, 0, works ? "" : sentence);
}

// So was it set up: nothing is amiss.
static bool has_no_ear(const struct sound *sound)
{
  return strcmp(sound->microphone.wanted, SOUND_NONE) == 0;
}

static void tell_microphone(struct sound *sound, bool works, const char *sentence)
{
  if (is_news(&sound->told_microphone, works))
    emit(sound, works ? SOUND_EAR_WORKS : SOUND_EAR_BROKEN, 0, works ? "" : sentence);
}

static void tell_plug(struct sound *sound)
{
  bool plugged = cards_have_headphones(&sound->cards);
  if (is_news(&sound->told_plug, plugged))
    emit(sound, SOUND_HEADPHONES, plugged, "");
}

static void lose_speaker(struct sound *sound, const char *sentence)
{
  log_debug("sound", "the loudspeaker is lost: %s", sentence);
  device_close(&sound->speaker);
  mixer_drop(&sound->mixer);
  sound->speaker.index = -1;
  sound->quiet_since = -1;
  tell_speaker(sound, false, sentence);
}

static void lose_microphone(struct sound *sound, const char *sentence)
{
  device_close(&sound->microphone);
  sound->microphone.index = -1;
  tell_microphone(sound, false, sentence);
}

static void close_devices(struct sound *sound)
{
  device_close(&sound->speaker);
  device_close(&sound->microphone);
  if (sound->begun)
    devices_end();
  sound->begun = false;
  sound->speaker.index = sound->microphone.index = -1;
  sound->quiet_since = -1;
}

static anban_ms longer(anban_ms patience)
{
  if (patience == 0)
    return LOOK_AGAIN;
  return patience >= PATIENCE_AT_MOST ? PATIENCE_AT_MOST : 2 * patience;
}

static bool hears_something(struct sound *sound, struct fault *fault)
{
  return device_open(&sound->microphone, fault) && device_run(&sound->microphone, clock_steady(), fault);
}

// One that has failed has to show that it runs, without anybody who hears; any other is opened only for somebody.
static bool find_microphone(struct sound *sound, struct fault *fault)
{
  if (!device_find(&sound->microphone, fault))
    return false;
  if (sound->patience == 0)
    return true;
  bool runs = hears_something(sound, fault);
  device_close(&sound->microphone);
  if (!runs)
    sound->microphone.index = -1;
  return runs;
}

// All is closed and looked for anew: what PortAudio knows is as old as its beginning.
static void renew(struct sound *sound)
{
  struct fault fault = {0};
  close_devices(sound);
  sound->begun = devices_begin(&fault);
  bool speaks = sound->begun && device_find(&sound->speaker, &fault) && device_open(&sound->speaker, &fault);
  atomic_store(&sound->mixer.lag, speaks ? (unsigned)(sound->speaker.latency * SOUND_RATE) : 0);
  tell_speaker(sound, speaks, fault.sentence);
  if (!speaks)
    log_debug("sound", "looked for a loudspeaker again: %s", fault.sentence);
  bool hears = !has_no_ear(sound) && sound->begun && find_microphone(sound, &fault);
  tell_microphone(sound, hears, has_no_ear(sound) ? "" : fault.sentence);
  sound->patience = hears ? 0 : longer(sound->patience);
  sound->renewed_at = clock_steady();
  cards_close(&sound->cards);
  cards_open(&sound->cards);
}

static bool is_released(const struct sound *sound)
{
  return sound->heeded % 2;
}

static bool is_missing(const struct sound *sound)
{
  return !sound->speaker.stream || (sound->microphone.index < 0 && !has_no_ear(sound));
}

// A microphone that comes while something is being said waits until it has been said. One that is there for ALSA but
// that PortAudio does not find, as for a moment while a sound server comes up, or cannot open, as when another program
// has it, is looked for ever more seldom: each time closes the loudspeaker too.
static void look(struct sound *sound, anban_ms now)
{
  struct fault fault;
  bool speaks = sound->speaker.stream, hears = sound->microphone.index >= 0;
  bool busy = speaks && !atomic_load(&sound->mixer.silent);
  sound->looked_at = now;
  bool has_speaker = probe_is_there(sound->speaker.wanted, false);
  bool has_microphone = !has_no_ear(sound) && probe_is_there(sound->microphone.wanted, true);
  if (!has_microphone)
    sound->patience = 0;
  bool in_time = now - sound->renewed_at >= sound->patience;
  if (!busy && ((has_speaker && !speaks) || (has_microphone && !hears && in_time)))
    renew(sound);
  if (!has_speaker && !speaks && !device_missing(&sound->speaker, &fault))
    tell_speaker(sound, false, fault.sentence);
  if (!has_microphone && !has_no_ear(sound) && !device_missing(&sound->microphone, &fault))
    lose_microphone(sound, fault.sentence);
}

// Something is to be played.
static void serve(struct sound *sound, anban_ms now)
{
  struct fault fault;
  if (!sound->speaker.stream && !is_released(sound) && now - sound->looked_at >= LOOK_AT_MOST)
    look(sound, now);
  if (!sound->speaker.stream)
    mixer_drop(&sound->mixer);
  else if (!device_run(&sound->speaker, now, &fault))
    lose_speaker(sound, fault.sentence);
}

static void watch_speaker(struct sound *sound, anban_ms now)
{
  if (device_is_lost(&sound->speaker, now))
    lose_speaker(sound, "the loudspeaker is gone");
  if (!sound->speaker.runs || !atomic_load(&sound->mixer.silent))
    sound->quiet_since = -1;
  else if (sound->quiet_since < 0)
    sound->quiet_since = now;
  else if (now - sound->quiet_since >= REST_AFTER)
    device_rest(&sound->speaker);
}

static void watch_microphone(struct sound *sound, anban_ms now)
{
  struct fault fault;
  bool wanted = atomic_load(&sound->ear) && !is_released(sound);
  if (!wanted)
    device_close(&sound->microphone);
  else if (device_is_lost(&sound->microphone, now))
    lose_microphone(sound, "the microphone is gone");
  else if (sound->microphone.index < 0 && now - sound->looked_at >= LOOK_AT_MOST)
    look(sound, now);
  if (!wanted || sound->microphone.index < 0 || hears_something(sound, &fault))
    return;
  sound->patience = longer(sound->patience);
  lose_microphone(sound, fault.sentence);
}

// Counted, not a state: devices that were taken and released again in one go are released anew, and who asked waits.
static void heed_release(struct sound *sound, anban_ms now)
{
  unsigned release = atomic_load(&sound->release);
  if (release == sound->heeded)
    return;
  sound->heeded = release;
  if (!is_released(sound)) {
    look(sound, now);
    return;
  }
  close_devices(sound);
  mixer_drop(&sound->mixer);
  tell(sound);
  emit(sound, SOUND_RELEASED, release, "");
}

static void heed_cards(struct sound *sound, const struct pollfd *polled, int count, anban_ms now)
{
  if (cards_take(&sound->cards, polled, count)) {
    cards_close(&sound->cards);
    cards_open(&sound->cards);
    if (!is_released(sound))
      look(sound, now);
  }
  tell_plug(sound);
}

static anban_ms wake_at(const struct sound *sound, anban_ms now)
{
  anban_ms at = -1;
  if (!is_released(sound) && is_missing(sound))
    at = sound->looked_at + LOOK_AGAIN;
  if ((sound->speaker.runs || sound->microphone.runs) && (at < 0 || at > now + WATCH_EVERY))
    at = now + WATCH_EVERY;
  if (sound->quiet_since >= 0 && (at < 0 || at > sound->quiet_since + REST_AFTER))
    at = sound->quiet_since + REST_AFTER;
  return at;
}

static void step(struct sound *sound)
{
  struct pollfd polled[CARDS_POLLED];
  anban_ms now = clock_steady(), at = wake_at(sound, now);
  int count = cards_poll(&sound->cards, polled);
  polled[count] = (struct pollfd){.fd = sound->notice, .events = POLLIN};
  poll(polled, (nfds_t)count + 1, at < 0 ? -1 : at > now ? (int)(at - now) : 0);
  uint64_t notices;
  if (polled[count].revents && read(sound->notice, &notices, sizeof notices) < 0)
    return;
  now = clock_steady();
  heed_release(sound, now);
  heed_cards(sound, polled, count, now);
  watch_speaker(sound, now);
  watch_microphone(sound, now);
  if (!is_released(sound) && is_missing(sound) && now - sound->looked_at >= LOOK_AGAIN)
    look(sound, now);
  if (mixer_wanted(&sound->mixer))
    serve(sound, now);
  tell(sound);
}

void *run_sound(void *ctx)
{
  struct sound *sound = ctx;
  pthread_setname_np(pthread_self(), "sound");
  sound->quiet_since = -1;
  devices_quiet();
  cards_open(&sound->cards);
  look(sound, clock_steady());
  tell_plug(sound);
  while (!atomic_load(&sound->stop))
    step(sound);
  close_devices(sound);
  cards_close(&sound->cards);
  mixer_drop(&sound->mixer);
  tell(sound);
  return NULL;
}
