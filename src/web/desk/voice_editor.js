// SPDX-License-Identifier: GPL-3.0-or-later
// Who speaks, in what, who may use it, and the consent: read to the speaker aloud, kept word for word.
import { h } from '../shared/dom.js';
import { dateAt } from '../shared/days.js';
import { checkField, choiceField, longField, textField } from './field.js';
import { localeChoices } from './locales.js';

const LICENCES = ['house', 'cc_by', 'cc0'];

// The promise tells the voice that was saved; undefined when none was.
export function editVoice(desk, voice) {
  const title = voice ? desk.t('voices.edit', { name: voice.speaker }) : desk.t('voices.add');
  return desk.dialogs.open(title, (close) => content(desk, close, voice), 'broad');
}

function content(desk, close, voice) {
  const id = voice?.id ?? desk.newId();
  const submit = async (_, form) => {
    const written = { id, in_use: voice?.in_use ?? false, ...read(form, voice) };
    await desk.requests.put(`/api/v1/voices/${id}`, written);
    close(written);
    desk.dialogs.notice(desk.t('saved'));
  };
  return desk.dialogs.form(close, { save: desk.t('save'), submit }, ...fields(desk, voice));
}

function fields(desk, voice) {
  const today = dateAt(desk.now(), desk.site.utc_offset_min);
  return [
    h(
      'div',
      { class: 'pair' },
      textField(desk.t('voices.speaker'), {
        name: 'speaker',
        value: voice?.speaker ?? '',
        required: true,
        autofocus: true,
        'data-bytes': 63,
        hint: desk.t('voices.speaker_hint'),
      }),
      choiceField(desk.t('voices.locale'), localeChoices(desk), {
        name: 'locale',
        value: voice?.locale ?? 'zh_CN',
        disabled: Boolean(voice),
        hint: desk.t('voices.locale_hint'),
      }),
    ),
    licenceField(desk, voice),
    longField(desk.t('voices.consent'), {
      name: 'words',
      rows: 4,
      value: voice?.consent.words ?? desk.t('voices.consent_words', { site: desk.site.name }),
      required: true,
      'data-bytes': 511,
      hint: desk.t('voices.consent_hint'),
    }),
    h(
      'div',
      { class: 'pair' },
      textField(desk.t('voices.date'), { type: 'date', name: 'date', value: voice?.consent.date ?? today, required: true }),
      checkField(desk.t('voices.has_agreed'), { name: 'agreed', required: true, checked: Boolean(voice) }),
    ),
  ];
}

// Kept in words, as the speaker heard them.
function licenceField(desk, voice) {
  const choices = LICENCES.map((name) => desk.t(`licence.${name}`)).map((words) => [words, words]);
  if (voice && !choices.some(([words]) => words === voice.licence)) choices.unshift([voice.licence, voice.licence]);
  return choiceField(desk.t('voices.licence'), choices, { name: 'licence', value: voice?.licence ?? choices[0][0] });
}

function read(form, voice) {
  const text = (name) => form.elements[name].value.trim();
  return {
    speaker: text('speaker'),
    locale: voice?.locale ?? text('locale'),
    licence: text('licence'),
    consent: { date: text('date'), words: text('words').replaceAll(/\s+/g, ' ') },
  };
}

export function withdrawVoice(desk, voice) {
  return desk.dialogs.confirm(
    desk.t('voices.withdraw', { name: voice.speaker }),
    desk.t('voices.withdraw_sure', { count: voice.clips ?? 0 }),
    desk.t('voices.withdraw_key'),
    () => desk.requests.remove(`/api/v1/voices/${voice.id}`),
  );
}
