// SPDX-License-Identifier: GPL-3.0-or-later
// A form of a thing that somebody else may change meanwhile. It is saved for the revision that was opened; when that is
// no longer the newest, both people's changes are put together here and shown, and nobody's is lost.
import { fill, h } from '../shared/dom.js';
import { isWhatIWrote, mergeThings } from './merge.js';

// options: { thing, empty, title, kind, path(written), newest(id), names, form(one, close) }
//   thing: as the server told it, null for a new one that begins as `empty`
//   newest(): promise of how it stands now, undefined when it is gone
//   names: { member: key of its words }
//   form(one, close): { fields, read(form) → what is sent, extra }
// The promise tells what was saved, undefined when nothing was.
export function editThing(desk, options) {
  return desk.dialogs.open(options.title, (close) => createEditing(desk, options, close), options.kind);
}

// The same as a part of a view that stays when it is saved: without `close`.
export function createEditing(desk, { thing, empty, path, newest, names, form }, close) {
  const told = h('div', { class: 'changed', role: 'alert', tabindex: '-1' });
  const place = h('div', {});
  let base = thing ?? empty;
  let shown = null;

  function draw(one) {
    shown = form(one, close);
    fill(place, desk.dialogs.form(close, { save: desk.t('save'), submit, extra: shown.extra }, shown.fields));
  }
  const written = () => shown.read(place.querySelector('form'));

  async function submit() {
    const mine = written();
    try {
      await desk.requests.put(path(mine), mine, base.revision ?? 0);
    } catch (fault) {
      if (fault.code !== 'changed') throw fault;
      takeTheirs(fault.details);
      return;
    }
    desk.dialogs.notice(desk.t('saved'));
    fill(told);
    if (close) close(mine);
    else base = await newest();
  }

  function takeTheirs({ current, error = {} }) {
    if (!current) {
      base = { ...base, revision: 0 };
      tell(desk.t('editing.gone', { name: nameOf(error.by) }));
      return;
    }
    const { merged, theirs, both } = mergeThings(base, written(), current);
    base = current;
    draw(merged);
    tell(
      desk.t('editing.theirs', { name: nameOf(error.by), what: wordsOf(theirs) }),
      both.length ? desk.t('editing.both', { what: wordsOf(both) }) : null,
    );
  }
  const nameOf = (by) => by || desk.t('editing.somebody');
  const wordsOf = (members) =>
    desk.words.list(members.filter((member) => names[member]).map((member) => desk.t(names[member]))) ||
    desk.t('editing.something');

  function tell(...sentences) {
    fill(
      told,
      sentences.filter(Boolean).map((sentence) => h('p', {}, sentence)),
    );
    told.focus();
    told.scrollIntoView({ block: 'nearest' });
  }

  // Somebody has saved something while this stands open.
  async function hear() {
    const current = await newest().catch(() => base);
    if (!current || current.revision === base.revision) return;
    if (isWhatIWrote(written(), current)) base = current;
    else offer(current);
  }
  function offer(current) {
    const look = h('button', { class: 'key small', type: 'button', onclick: () => takeTheirs({ current }) });
    look.textContent = desk.t('editing.look');
    fill(told, h('p', {}, desk.t('editing.heard'), ' ', look));
  }

  draw(base);
  if (thing && newest) desk.whileOpen(place, hear);
  return h('div', {}, told, place);
}
