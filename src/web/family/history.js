// SPDX-License-Identifier: GPL-3.0-or-later
// The calls there were, and the newest one that was missed, until it has been seen.
import { isMissed, outcomeWords } from '../shared/call_words.js';
import { fill, h } from '../shared/dom.js';
import { icon } from '../shared/icons.js';

const SEEN_AS = 'anban.family.missed_seen';
const FEW = 5;

export function createHistory(page) {
  const missed = h('section', { class: 'missed', role: 'alert' });
  const node = h('section', { class: 'history' });
  let rows = [];
  let isWhole = false;

  async function reload() {
    const answer = await page.requests.get('/api/v1/call_log').catch(() => null);
    if (answer) rows = answer.calls;
    draw();
  }

  function draw() {
    drawMissed();
    const shown = isWhole ? rows : rows.slice(0, FEW);
    const list = h('ul', {}, shown.map(row));
    const more = h('button', { class: 'link', type: 'button', onclick: showAll }, page.t('family.more'));
    const contents = rows.length ? list : h('p', { class: 'quiet' }, page.t('family.history_empty'));
    fill(node, h('h2', {}, page.t('family.history')), contents, shown.length < rows.length ? more : null);
  }
  function showAll() {
    isWhole = true;
    draw();
  }

  function row(one) {
    const isLost = isMissed(one, 'from_resident');
    const isIn = one.direction === 'from_resident';
    const drawing = isLost ? 'missed' : isIn ? 'incoming' : 'outgoing';
    const { name } = page.session.resident;
    return h(
      'li',
      { class: isLost ? 'lost' : '' },
      icon(drawing),
      h(
        'div',
        {},
        page.t(isIn ? 'family.from_resident' : 'family.to_resident', { name }),
        h('p', { class: 'quiet' }, detail(one)),
      ),
      h('time', {}, page.words.ago(one.made_at, page.now())),
    );
  }
  function detail(one) {
    const marks = [page.t(`log.${one.media}`), outcomeWords(page.t, one, 'from_resident')];
    if (one.auto_answered) marks.push(page.t('log.auto'));
    return page.words.list(marks);
  }

  // The newest call is told first when nobody took it, until somebody has seen it here.
  function drawMissed() {
    const [newest] = rows;
    const isNew = newest && isMissed(newest, 'from_resident') && newest.made_at > Number(localStorage.getItem(SEEN_AS));
    missed.hidden = !isNew;
    if (!isNew) return;
    const when = page.words.ago(newest.made_at, page.now());
    const call = h(
      'button',
      { class: 'key main', type: 'button', onclick: () => callBack(newest) },
      page.t('family.call_back'),
    );
    const shut = h('button', { class: 'key small', type: 'button', onclick: () => see(newest) }, page.t('ok'));
    const told = page.t('family.missed_new', { name: page.session.resident.name, when });
    fill(missed, h('p', {}, icon('missed'), h('span', {}, told)), h('div', { class: 'keys' }, shut, call));
  }
  function see(one) {
    localStorage.setItem(SEEN_AS, String(one.made_at));
    drawMissed();
  }
  function callBack(one) {
    see(one);
    page.callScreen.place(one.media);
  }
  return { node, missed, draw, reload };
}
