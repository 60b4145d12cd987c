// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWhatIWrote, mergeThings } from '../../src/web/desk/merge.js';

const OPENED = {
  id: 'a',
  revision: 3,
  name: '周桂兰',
  note: '',
  has_pin: true,
  diet: { marks: ['soft'], allergens: [] },
  contacts: [{ name: '周敏', phone: '1' }],
};
const mine = (changes) => ({ id: 'a', name: '周桂兰', note: '', diet: OPENED.diet, contacts: OPENED.contacts, ...changes });
const theirs = (changes) => ({ ...OPENED, revision: 4, ...changes });

test('an allergy that the other has written stays when I change the note', () => {
  const other = theirs({ diet: { marks: ['soft'], allergens: ['peanut'] } });
  const { merged, theirs: changed, both } = mergeThings(OPENED, mine({ note: '爱听越剧' }), other);
  assert.deepEqual(merged, { ...other, note: '爱听越剧' });
  assert.deepEqual([changed, both], [['diet'], []]);
});

test('two allergies are both there, and what either has taken away is gone', () => {
  const other = theirs({ diet: { marks: [], allergens: ['peanut'] } });
  const { merged, both } = mergeThings(OPENED, mine({ diet: { marks: ['soft'], allergens: ['milk'] } }), other);
  assert.deepEqual(merged.diet, { marks: [], allergens: ['peanut', 'milk'] });
  assert.deepEqual(both, ['diet']);
});

test('where both have written another word, mine stands and is named', () => {
  const { merged, both } = mergeThings(OPENED, mine({ name: '周桂蘭' }), theirs({ name: '周贵兰' }));
  assert.deepEqual([merged.name, merged.revision, both], ['周桂蘭', 4, ['name']]);
});

test('what only I send is kept, what I do not send is theirs', () => {
  const { merged } = mergeThings(OPENED, mine({ pin: '2580' }), theirs({ has_pin: false }));
  assert.deepEqual([merged.pin, merged.has_pin], ['2580', false]);
});

test('a list of things is one thing', () => {
  const longer = [...OPENED.contacts, { name: '周静', phone: '2' }];
  assert.deepEqual(mergeThings(OPENED, mine({}), theirs({ contacts: longer })).merged.contacts, longer);
  assert.deepEqual(mergeThings(OPENED, mine({ contacts: [] }), theirs({ contacts: longer })).both, ['contacts']);
});

test('the order of members is no change', () => {
  assert.ok(isWhatIWrote(mine({ diet: { allergens: [], marks: ['soft'] } }), theirs({})));
  assert.ok(!isWhatIWrote(mine({ note: 'x' }), theirs({})));
});
