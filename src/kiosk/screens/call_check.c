// SPDX-License-Identifier: GPL-3.0-or-later
// "I can't hear you": what was measured, said plainly, and what to do.
#include "kiosk/screens/each.h"

#include "kiosk/screens/call_words.h"

static const char *about_loudspeaker(const struct lang *lang, enum finding finding)
{
  switch (finding) {
  case FINDING_MISSING:
    return tr(lang, "I have no loudspeaker just now. Please call somebody from the desk with the red key.");
  case FINDING_NO_SIGNAL:
    return tr(lang, "My loudspeaker takes no sound. Please call somebody from the desk with the red key.");
  case FINDING_FAINT:
  case FINDING_OFF:
    return tr(lang, "The sound is set very low. Touch 'Louder' a few times.");
  case FINDING_GOOD:
    break;
  }
  return NULL;
}

static const char *about_microphone(const struct lang *lang, enum finding finding)
{
  switch (finding) {
  case FINDING_MISSING:
    return tr(lang, "I have no microphone just now, so you are not heard. You can still see each other.");
  case FINDING_NO_SIGNAL:
    return tr(lang, "My microphone hears nothing at all. Please call somebody from the desk with the red key.");
  case FINDING_FAINT:
    return tr(lang, "I hear you only faintly. Please come closer or speak louder.");
  case FINDING_OFF:
    return tr(lang, "The curtain is shut, so you are neither seen nor heard. Touch 'Open the curtain'.");
  case FINDING_GOOD:
    break;
  }
  return NULL;
}

static const char *about_them(const struct lang *lang, enum finding finding)
{
  if (finding == FINDING_MISSING)
    return tr(lang, "Nobody is connected yet. Please wait a moment.");
  if (finding == FINDING_NO_SIGNAL)
    return tr(lang, "No sound comes from the other side. Perhaps their microphone is switched off: wave, so that they "
                    "look.");
  if (finding == FINDING_FAINT)
    return tr(lang, "Only a faint sound comes from the other side. Touch 'Louder'.");
  return NULL;
}

static void say(struct sheet *sheet, const char *sentence)
{
  if (sentence)
    sheet_paragraph(sheet, sentence);
}

static void findings(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  const struct call_findings *found = &sheet->model->phone.findings;
  say(sheet, about_loudspeaker(lang, found->loudspeaker));
  say(sheet, about_them(lang, found->remote));
  say(sheet, about_microphone(lang, found->microphone));
  if (found->camera == FINDING_MISSING)
    say(sheet, tr(lang, "I have no camera just now, so you are not seen."));
  if (sheet->page->item_count == 0)
    say(sheet, tr(lang, "All is well here: I hear you, and I can be heard. Touch 'Louder' when it is too soft."));
}

void call_check_draw(struct sheet *sheet)
{
  const struct lang *lang = sheet->lang;
  bool runs = sheet->model->phone.check == CHECK_RUNS;
  sheet_begin(sheet, "call_check", BODY_WORDS, runs ? tr(lang, "I am listening") : tr(lang, "This is what I found"),
              NULL);
  SHEET_SET(sheet, sheet->page->icon, "ear");
  if (runs)
    sheet_paragraph(sheet, tr(lang, "Please say a few words. It takes three seconds."));
  else
    findings(sheet);
  if (sheet->model->phone.curtain)
    SHEET_SET(sheet, sheet_key(sheet, "curtain", tr(lang, "Open the curtain"), sheet_do(INTENT_CURTAIN, 0, NULL))->icon,
              "curtain_open");
  SHEET_SET(sheet, sheet_key(sheet, "louder", tr(lang, "Louder"), sheet_do(INTENT_CALL_LOUDER, 0, NULL))->icon,
            "volume_up");
  struct page_item *back = sheet_key(sheet, "checked", tr(lang, "Back to the call"), sheet_do(INTENT_CHECKED, 0, NULL));
  SHEET_SET(sheet, back->icon, "video");
  back->look = LOOK_MAIN;
}
