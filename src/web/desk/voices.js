// SPDX-License-Identifier: GPL-3.0-or-later
// Who lends the kiosks a voice: a granddaughter, a neighbour, somebody everybody here knows.
import { fill, h } from '../shared/dom.js';
import { createLiveArea } from './live_area.js';
import { showRecording } from './recording.js';
import { editVoice, withdrawVoice } from './voice_editor.js';

export const voices = { name: 'voices', roles: ['desk', 'admin'], show };

function show(desk, place, query) {
  return query.get('id') ? showRecording(desk, place, query.get('id')) : showList(desk, place);
}

function showList(desk, place) {
  const area = createLiveArea(desk, async () => {
    const { voices: all } = await desk.requests.get('/api/v1/voices');
    if (all.length === 0) return h('p', { class: 'empty' }, desk.t('voices.empty'));
    return h(
      'ul',
      { class: 'voice-cards' },
      all.map((voice) => card(desk, voice, area.reload)),
    );
  });
  const add = async () => {
    const made = await editVoice(desk, null);
    if (made) location.hash = `voices?id=${made.id}`;
  };
  fill(
    place,
    h(
      'div',
      { class: 'head' },
      h('div', {}, h('h1', {}, desk.t('view.voices')), h('p', { class: 'sub' }, desk.t('voices.what'))),
      h('button', { class: 'key main', type: 'button', onclick: add }, desk.t('voices.add')),
    ),
    area.node,
  );
  area.reload();
  return { leave: area.leave, takeEvent: (kind) => kind === 'catalogue.changed' && area.reload() };
}

function card(desk, voice, reload) {
  return h(
    'li',
    {},
    h(
      'div',
      { class: 'about' },
      h('p', {}, h('strong', {}, voice.speaker), ' ', h('span', { class: 'quiet' }, desk.t(`locale.${voice.locale}`))),
      coverageOf(desk, voice.coverage),
      h('p', { class: 'quiet small' }, desk.t('voices.agreed', { date: voice.consent.date, licence: voice.licence })),
      useKey(desk, voice, reload),
    ),
    h(
      'div',
      { class: 'keys' },
      h('button', { class: 'key small', type: 'button', onclick: () => editVoice(desk, voice).then(reload) }, desk.t('edit')),
      h(
        'button',
        { class: 'key small', type: 'button', onclick: () => withdrawVoice(desk, voice).then(reload) },
        desk.t('voices.withdraw_key'),
      ),
      h('a', { class: 'key main', href: `#voices?id=${voice.id}` }, desk.t('voices.record')),
    ),
  );
}

export function coverageOf(desk, coverage) {
  const bar = (name) =>
    h(
      'label',
      { class: 'coverage' },
      h('span', {}, desk.t(`voices.coverage_${name}`, { percent: coverage[name] })),
      h('progress', { max: 100, value: coverage[name] }),
    );
  return h('div', { class: 'coverages' }, bar('often'), bar('all'));
}

// At once, without a form: it is put back as easily.
function useKey(desk, voice, reload) {
  const change = async ({ target }) => {
    const { id, speaker, locale, licence, consent } = voice;
    try {
      await desk.requests.put(`/api/v1/voices/${id}`, { id, speaker, locale, licence, consent, in_use: target.checked });
      desk.dialogs.notice(desk.t(target.checked ? 'voices.used' : 'voices.unused', { name: speaker }));
    } catch (fault) {
      desk.dialogs.notice(desk.faultText(fault));
    }
    reload();
  };
  return h(
    'label',
    { class: 'check' },
    h('input', { type: 'checkbox', name: `use-${voice.id}`, checked: voice.in_use, onchange: change }),
    h('span', {}, desk.t('voices.use')),
  );
}
