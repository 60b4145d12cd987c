// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/speech/speech.h"

#include "base/text.h"

#include <string.h>

void speech_init(struct speech *speech, struct voice voice, struct sample_sink sink,
                 void (*emit)(void *ctx, const struct speech_event *event), void *emit_ctx)
{
  *speech = (struct speech){.voice = voice, .sink = sink, .emit = emit, .emit_ctx = emit_ctx};
  mailbox_init(&speech->sentences, sizeof(struct sentence), NULL, NULL);
  pthread_mutex_init(&speech->turn, NULL);
}

static void emit(struct speech *speech, enum speech_event_kind kind, uint64_t number, const char *sentence)
{
  struct speech_event event = {.kind = kind, .number = number};
  COPY_TEXT(event.sentence, sentence);
  speech->emit(speech->emit_ctx, &event);
}

struct wanted {
  struct speech *speech;
  uint64_t number;
};

static bool is_stale(void *ctx)
{
  struct wanted *wanted = ctx;
  return atomic_load(&wanted->speech->wanted) != wanted->number;
}

// Takes the samples. Returns whether they went to the sink.
static bool hand_over(struct speech *speech, uint64_t number, struct samples *samples)
{
  pthread_mutex_lock(&speech->turn);
  bool wanted = atomic_load(&speech->wanted) == number;
  if (wanted)
    speech->sink.play(speech->sink.ctx, samples);
  pthread_mutex_unlock(&speech->turn);
  if (!wanted)
    samples_free(samples);
  return wanted;
}

static void tell(struct speech *speech, bool works, const struct fault *fault)
{
  speech->broken = !works;
  speech->amiss = *fault;
  emit(speech, works ? SPEECH_WORKS : SPEECH_BROKEN, 0, fault->sentence);
}

// How the voice is doing is news once.
static void tell_news(struct speech *speech, bool works, const struct fault *fault)
{
  if (speech->broken == works || strcmp(speech->amiss.sentence, fault->sentence) != 0)
    tell(speech, works, fault);
}

// Without a fault it was heard already, on the voice's own loudspeaker: such a voice does not say what else is amiss.
static void tell_silent(struct speech *speech, const struct fault *fault)
{
  if (*fault->sentence)
    tell_news(speech, false, fault);
  else if (speech->broken)
    tell_news(speech, true, fault);
}

static void say(struct speech *speech, const struct sentence *sentence)
{
  struct wanted wanted = {speech, sentence->number};
  struct fault fault = {0};
  struct samples *samples =
      is_stale(&wanted) ? NULL : speech->voice.say(speech->voice.ctx, sentence, is_stale, &wanted, &fault);
  if (samples) {
    samples->number = sentence->number;
    tell_news(speech, true, &fault);
  } else if (!is_stale(&wanted)) {
    tell_silent(speech, &fault);
  }
  if (!samples || !hand_over(speech, sentence->number, samples))
    emit(speech, SPEECH_SILENT, sentence->number, fault.sentence);
}

static void *run(void *ctx)
{
  struct speech *speech = ctx;
  struct fault fault = {0};
  pthread_setname_np(pthread_self(), "speech");
  bool works = speech->voice.start(speech->voice.ctx, &fault);
  tell(speech, works, &fault);
  struct sentence sentence;
  while (mailbox_wait(&speech->sentences, &sentence, -1)) {
    if (works)
      say(speech, &sentence);
    else
      emit(speech, SPEECH_SILENT, sentence.number, "");
  }
  speech->voice.stop(speech->voice.ctx);
  return NULL;
}

bool speech_start(struct speech *speech, struct fault *fault)
{
  int error = pthread_create(&speech->thread, NULL, run, speech);
  speech->started = error == 0;
  return speech->started || fault_set(fault, "speech can't start a thread: error %d", error);
}

void speech_stop(struct speech *speech)
{
  atomic_store(&speech->wanted, 0);
  mailbox_close(&speech->sentences);
}

void speech_join(struct speech *speech)
{
  if (speech->started)
    pthread_join(speech->thread, NULL);
  speech->started = false;
  mailbox_destroy(&speech->sentences);
  pthread_mutex_destroy(&speech->turn);
}

static void want(struct speech *speech, uint64_t number)
{
  pthread_mutex_lock(&speech->turn);
  atomic_store(&speech->wanted, number);
  speech->sink.hush(speech->sink.ctx);
  pthread_mutex_unlock(&speech->turn);
}

void speech_say(struct speech *speech, const struct sentence *sentence)
{
  want(speech, sentence->number);
  mailbox_send(&speech->sentences, sentence);
}

void speech_hush(struct speech *speech)
{
  want(speech, 0);
}
