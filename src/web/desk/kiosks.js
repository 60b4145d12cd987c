// SPDX-License-Identifier: GPL-3.0-or-later
// The kiosks: those that ask to join on top, with the code to compare; then when each was last heard.
import { fill, h } from '../shared/dom.js';
import { icon } from '../shared/icons.js';
import { createLiveArea } from './live_area.js';
import { textField } from './field.js';
import { table } from './table.js';

export const kiosks = { name: 'kiosks', roles: ['desk', 'admin', 'kitchen'], show };

const COLUMNS = ['name', 'state', 'heard', 'version', 'serial'];
const REDRAW_MS = 30000;

function show(desk, place) {
  const area = createLiveArea(desk, async () => {
    const all = await desk.catalogue.kiosks();
    const pending = all.filter((kiosk) => kiosk.state === 'pending');
    const joined = all
      .filter((kiosk) => kiosk.state !== 'pending')
      .sort((one, other) => one.state.localeCompare(other.state));
    if (all.length === 0) return h('p', { class: 'empty' }, desk.t('kiosks.empty'));
    return [pending.map((kiosk) => pendingCard(desk, kiosk)), joined.length ? list(desk, joined) : null];
  });
  fill(place, h('div', { class: 'head' }, h('h1', {}, desk.t('view.kiosks'))), area.node);
  area.reload();
  // "3 minutes ago" grows old by itself.
  const timer = setInterval(area.reload, REDRAW_MS);
  const leave = () => {
    clearInterval(timer);
    area.leave();
  };
  return { leave, takeEvent: (kind) => ['kiosk', 'reach'].includes(kind) && area.reload() };
}

function pendingCard(desk, kiosk) {
  const approve = () => desk.dialogs.open(desk.t('kiosks.approve'), (close) => approveForm(desk, close, kiosk));
  return h(
    'section',
    { class: 'pending' },
    h(
      'div',
      {},
      h('h2', {}, desk.t('kiosks.asks')),
      h('p', {}, desk.t('kiosks.type')),
      h('p', { class: 'quiet' }, kiosk.serial),
    ),
    desk.may('desk', 'admin')
      ? h(
          'div',
          { class: 'keys' },
          revokeKey(desk, kiosk, desk.t('kiosks.refuse')),
          h('button', { class: 'key main', type: 'button', onclick: approve }, desk.t('kiosks.let_in')),
        )
      : null,
  );
}

function approveForm(desk, close, kiosk) {
  const submit = async (_, form) => {
    await desk.requests.post(`/api/v1/kiosks/${kiosk.id}/approve`, {
      code: form.elements.code.value.replaceAll(/[\s-]/g, '').toUpperCase(),
      name: form.elements.name.value.trim(),
      place: form.elements.place.value.trim(),
    });
    close(true);
    desk.dialogs.notice(desk.t('kiosks.approved'));
  };
  return desk.dialogs.form(
    close,
    { save: desk.t('kiosks.approve'), submit },
    textField(desk.t('kiosks.code'), {
      name: 'code',
      required: true,
      autofocus: true,
      autocomplete: 'off',
      autocapitalize: 'characters',
      spellcheck: 'false',
      maxlength: 12,
      hint: desk.t('kiosks.code_hint'),
    }),
    textField(desk.t('kiosks.name'), {
      name: 'name',
      required: true,
      'data-bytes': 63,
      hint: desk.t('kiosks.name_hint'),
    }),
    textField(desk.t('kiosks.place'), {
      name: 'place',
      required: true,
      'data-bytes': 31,
      hint: desk.t('kiosks.place_hint'),
    }),
  );
}

function list(desk, joined) {
  const columns = [...COLUMNS.map((name) => [name, desk.t(`kiosks.${name}`)]), ['end', desk.t('kiosks.revoke')]];
  const rows = joined.map((kiosk) => [
    [h('strong', {}, kiosk.name), h('div', { class: 'small' }, kiosk.place)],
    [stateMark(desk, kiosk), ...kiosk.problems.map((sentence) => h('div', { class: 'small' }, sentence))],
    kiosk.last_heard ? desk.words.ago(kiosk.last_heard, desk.now()) : desk.t('kiosks.never'),
    kiosk.version,
    kiosk.serial,
    kiosk.state === 'approved' && desk.may('desk', 'admin')
      ? [callKey(desk, kiosk), revokeKey(desk, kiosk, desk.t('kiosks.revoke'))]
      : null,
  ]);
  return table(columns, rows, { rowClass: (n) => joined[n].state });
}

function stateMark(desk, kiosk) {
  if (kiosk.state === 'revoked') return h('span', { class: 'mark plain' }, desk.t('kiosks.revoked'));
  return kiosk.online
    ? h('span', { class: 'mark' }, desk.t('kiosks.online'))
    : h('span', { class: 'mark warning' }, desk.t('kiosks.silent'));
}

// Whoever stands there, or will come when it rings.
function callKey(desk, { id, name }) {
  if (!desk.reach.hasKiosk(id)) return null;
  const words = desk.t('kiosks.call', { name });
  const press = () => desk.calling.place({ kind: 'kiosk', id }, { name, portrait: '' });
  return h(
    'button',
    { class: 'key small call', type: 'button', 'aria-label': words, title: words, onclick: press },
    icon('video'),
  );
}

function revokeKey(desk, kiosk, words) {
  const press = () =>
    desk.dialogs.confirm(
      desk.t('kiosks.revoke_title', { name: kiosk.name || kiosk.serial }),
      desk.t('kiosks.revoke_sure'),
      words,
      () => desk.requests.remove(`/api/v1/kiosks/${kiosk.id}`),
    );
  return h('button', { class: 'key small', type: 'button', onclick: press }, words);
}
