// SPDX-License-Identifier: GPL-3.0-or-later
// 单子: slips that kiosks have printed while their line was down. A scanner that types needs no hand on the mouse: whatever
// is typed here goes into the one field, Enter brings it, and the next may follow at once. Each answer stays, newest first.
import { fill, h } from '../shared/dom.js';
import { textField } from './field.js';
import { isWord, slipText } from './slip_code.js';
import { slipCard } from './slip_card.js';

export const slips = { name: 'slips', roles: ['desk', 'kitchen', 'admin'], show };

const MOST_KEPT = 50;

function show(desk, place) {
  const answers = h('ol', { class: 'slips', 'aria-live': 'polite' });
  const field = textField(desk.t('slips.field'), { hint: desk.t('slips.hint'), autocomplete: 'off', name: 'slip' });
  const typed = field.querySelector('input');
  const form = h(
    'form',
    { class: 'slip-form', onsubmit: bring },
    field,
    h('button', { class: 'key main', type: 'submit' }, desk.t('slips.bring')),
  );
  // One after the other, in the order in which they were scanned.
  let last = Promise.resolve();

  function bring(event) {
    event.preventDefault();
    const text = slipText(typed.value);
    typed.value = '';
    typed.focus();
    if (text) last = last.then(() => enter(text));
  }
  async function enter(text) {
    try {
      const verdict = await desk.requests.post('/api/v1/slips', { text });
      const dishes = await desk.catalogue.dishes().catch(() => []);
      put(slipCard(desk, verdict, { dishes, word: isWord(text) ? text : '' }));
    } catch (fault) {
      put(failed(text, fault));
    }
  }
  // Nothing that was scanned is lost because the server was away.
  function failed(text, fault) {
    const again = () => {
      card.remove();
      enter(text);
    };
    const key = h('button', { class: 'key', type: 'button', onclick: again }, desk.t('slips.again'));
    const card = h('li', { class: 'slip wrong' }, h('p', {}, desk.faultText(fault)), key);
    return card;
  }
  function put(card) {
    answers.prepend(card);
    while (answers.children.length > MOST_KEPT) answers.lastElementChild.remove();
  }
  // A scanner does not know where the cursor stands.
  function catchKeys(event) {
    const free = !event.target.closest?.('input, textarea, select, dialog, button, a');
    if (free && event.key.length === 1 && !event.ctrlKey && !event.metaKey) typed.focus();
  }
  document.addEventListener('keydown', catchKeys);
  fill(
    place,
    h(
      'div',
      { class: 'head' },
      h('div', {}, h('h1', {}, desk.t('slips.title')), h('p', { class: 'sub' }, desk.t('slips.what'))),
    ),
    form,
    answers,
  );
  typed.focus();
  return { leave: () => document.removeEventListener('keydown', catchKeys) };
}
