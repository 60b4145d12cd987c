// SPDX-License-Identifier: GPL-3.0-or-later
// A picture that is chosen: it is scaled down here first, so that a telephone's photo stays small.
import { fill, h } from '../shared/dom.js';
import { pictureOf } from '../shared/picture_of.js';

export const LONGEST_SIDE = 640;
const QUALITY = 0.85;

// Width and height after scaling to at most LONGEST_SIDE; never larger than before.
export function scaledSize(width, height) {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

// The bytes to upload. A PNG stays a PNG for its clear parts; everything else becomes a JPEG.
async function scaledPicture(file) {
  const bitmap = await createImageBitmap(file);
  const canvas = h('canvas');
  Object.assign(canvas, scaledSize(bitmap.width, bitmap.height));
  canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const type = file.type === 'image/png' ? 'image/png' : 'image/jpeg';
  return new Promise((resolve) => canvas.toBlob(resolve, type, QUALITY));
}

// A field that uploads what was chosen at once and remembers the hash: field.hash().
export function pictureField(desk, label, hash, name) {
  const shown = h('div', { class: 'picture-shown' });
  const state = h('span', { class: 'hint', role: 'status' });
  const input = h('input', { type: 'file', accept: 'image/*', onchange: () => choose() });
  const clear = h('button', { class: 'link', type: 'button', onclick: () => set('') }, desk.t('picture.none'));
  let kept = '';

  function set(next) {
    kept = next;
    fill(shown, pictureOf(kept, name));
    clear.hidden = kept === '';
  }
  async function choose() {
    const [file] = input.files;
    if (!file) return;
    state.textContent = desk.t('picture.sending');
    try {
      const bytes = await scaledPicture(file);
      const answer = await desk.requests.upload('/api/v1/media', bytes, bytes.type);
      set(answer.hash);
      state.textContent = '';
    } catch (fault) {
      state.textContent = fault instanceof DOMException ? desk.t('picture.unreadable') : desk.faultText(fault);
    }
  }
  set(hash);
  return {
    node: h(
      'div',
      { class: 'picture-field' },
      shown,
      h('label', { class: 'field' }, h('span', { class: 'label' }, label), input, state),
      clear,
    ),
    hash: () => kept,
  };
}
