// SPDX-License-Identifier: GPL-3.0-or-later
// One of the others in a call: their picture, or their portrait while there is none.
import { fill, h } from './dom.js';
import { pictureOf } from './picture_of.js';

// view: t, calls, portraitOf(party) → hash; draw(other): as in calls.state().others.
export function createTile(view) {
  const video = h('video', { autoplay: true, playsinline: true });
  const face = h('div', { class: 'tile-face' });
  const caption = h('figcaption', {});
  const hear = h('button', { class: 'key main', type: 'button', hidden: true, onclick: () => play() });
  const node = h('figure', { class: 'call-tile' }, video, face, caption, hear);
  let shown = null;
  for (const event of ['resize', 'loadeddata', 'emptied']) video.addEventListener(event, () => shown && dress());

  function draw(other) {
    shown = other;
    if (video.srcObject !== other.stream) {
      video.srcObject = other.stream;
      play();
    }
    node.dataset.party = other.party?.kind ?? '';
    fill(face, pictureOf(view.portraitOf(other.party), other.name ?? ''));
    fill(caption, other.name);
    hear.textContent = view.t('call.tap_to_hear');
    dress();
  }

  // A browser that was not touched yet may refuse to sound.
  async function play() {
    if (!video.srcObject) return;
    try {
      await video.play();
      hear.hidden = true;
    } catch (fault) {
      hear.hidden = fault.name !== 'NotAllowedError';
    }
  }

  function hasPicture() {
    const isSent = shown?.stream?.getVideoTracks().some((track) => track.readyState === 'live');
    return Boolean(isSent && video.videoWidth > 0 && shown.told.camera !== false && !shown.told.curtain);
  }
  function dress() {
    node.classList.toggle('pictured', hasPicture());
    node.classList.toggle('silent', !shown.isHeard);
  }
  function notes() {
    const { name, told } = shown;
    if (told.curtain) return [view.t('call.curtain', { name })];
    return told.microphone === false ? [view.t('call.muted_there', { name })] : [];
  }
  return { node, draw, hasPicture, notes };
}
