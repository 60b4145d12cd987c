// SPDX-License-Identifier: GPL-3.0-or-later
// A table with named columns; on a phone each row becomes a card and each cell carries its column's name.
import { h } from '../shared/dom.js';

// columns: [[name, words], …]; rows: arrays of contents in the same order, with rowClass(n) for each.
// The column named "end" holds keys and has no heading to read.
export function table(columns, rows, { className = '', rowClass = () => '' } = {}) {
  const head = columns.map(([name, words]) =>
    h('th', { scope: 'col' }, name === 'end' ? h('span', { class: 'unseen' }, words) : words),
  );
  const cells = (row) =>
    row.map((content, n) => h('td', { class: columns[n][0], 'data-label': columns[n][1] }, h('div', {}, content)));
  const body = rows.map((row, n) => h('tr', { class: rowClass(n) }, cells(row)));
  return h('table', { class: `cards ${className}` }, h('thead', {}, h('tr', {}, head)), h('tbody', {}, body));
}
