// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/sound/probe.h"

#include "base/text.h"

#include <alsa/asoundlib.h>
#include <errno.h>
#include <string.h>

static bool opens(const char *name, bool input)
{
  snd_pcm_t *pcm;
  int error = snd_pcm_open(&pcm, name, input ? SND_PCM_STREAM_CAPTURE : SND_PCM_STREAM_PLAYBACK, SND_PCM_NONBLOCK);
  if (error == 0)
    snd_pcm_close(pcm);
  return error == 0 || error == -EBUSY;
}

void probe_name(char *out, size_t size, const char *card, const char *device, int card_number, int device_number)
{
  text_format(out, size, "%s: %s (hw:%d,%d)", card, device, card_number, device_number);
}

static bool card_device_is(snd_ctl_t *ctl, int card, int device, const char *wanted, bool input)
{
  snd_ctl_card_info_t *card_info;
  snd_pcm_info_t *pcm_info;
  snd_ctl_card_info_alloca(&card_info);
  snd_pcm_info_alloca(&pcm_info);
  snd_pcm_info_set_device(pcm_info, (unsigned)device);
  snd_pcm_info_set_stream(pcm_info, input ? SND_PCM_STREAM_CAPTURE : SND_PCM_STREAM_PLAYBACK);
  if (snd_ctl_card_info(ctl, card_info) < 0 || snd_ctl_pcm_info(ctl, pcm_info) < 0)
    return false;
  char name[256];
  probe_name(name, sizeof name, snd_ctl_card_info_get_name(card_info), snd_pcm_info_get_name(pcm_info), card, device);
  return strcasestr(name, wanted);
}

static bool a_card_has(const char *wanted, bool input)
{
  bool found = false;
  for (int card = -1; !found && snd_card_next(&card) == 0 && card >= 0;) {
    char name[16];
    snd_ctl_t *ctl;
    FORMAT_TEXT(name, "hw:%d", card);
    if (snd_ctl_open(&ctl, name, 0) < 0)
      continue;
    for (int device = -1; !found && snd_ctl_pcm_next_device(ctl, &device) == 0 && device >= 0;)
      found = card_device_is(ctl, card, device, wanted, input);
    snd_ctl_close(ctl);
  }
  return found;
}

static bool the_configuration_has(const char *wanted, bool input)
{
  snd_config_t *top = NULL, *pcms;
  snd_config_update_t *update = NULL;
  bool found = false;
  if (snd_config_update_r(&top, &update, NULL) < 0)
    return false;
  snd_config_iterator_t at, next;
  if (snd_config_search(top, "pcm", &pcms) == 0)
    snd_config_for_each(at, next, pcms)
    {
      const char *id;
      if (!found && snd_config_get_id(snd_config_iterator_entry(at), &id) == 0 && strcasestr(id, wanted))
        found = opens(id, input);
    }
  snd_config_delete(top);
  snd_config_update_free(update);
  return found;
}

bool probe_is_there(const char *wanted, bool input)
{
  if (!*wanted)
    return opens("default", input);
  return a_card_has(wanted, input) || the_configuration_has(wanted, input);
}
