// SPDX-License-Identifier: GPL-3.0-or-later
import { h } from './dom.js';

// A picture, or the first character of the name in its place.
export function pictureOf(hash, name) {
  if (hash) return h('img', { class: 'picture', src: `/api/v1/media/${hash}`, alt: '', loading: 'lazy' });
  return h('span', { class: 'picture none', 'aria-hidden': 'true' }, [...name][0] ?? '');
}
