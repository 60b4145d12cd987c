// SPDX-License-Identifier: GPL-3.0-or-later
// Gives a text to who sits here, as a file.
import { h } from '../shared/dom.js';

export function keepAs(name, text) {
  const href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  h('a', { href, download: name }).click();
  URL.revokeObjectURL(href);
}
