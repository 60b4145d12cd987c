// SPDX-License-Identifier: GPL-3.0-or-later
// Drawings for keys, in the colour of the text beside them. Decoration: what a key does is always said in words too.

const NAMESPACE = 'http://www.w3.org/2000/svg';
const RECEIVER =
  'M7 3.5 9.6 4 11 8.2 8.9 9.9c1 2.2 3 4.2 5.2 5.2l1.7-2.1 4.2 1.4.5 2.6c.1 1.6-1.4 3-3 2.9C10.6 19.4 4.6 13.4 4.1 6.5 4 4.9 5.4 3.4 7 3.5Z';
const STRUCK = 'M4 4 20 20';

// Lines on 24 × 24.
const DRAWINGS = {
  phone: [RECEIVER],
  hang_up: ['M3 14.5c5-4.7 13-4.7 18 0l-2.2 2.6-4-1.6v-2.7a12 12 0 0 0-5.6 0v2.7l-4 1.6Z'],
  video: ['M4 7h10v10H4Z', 'm14 11 6-3.5v9L14 13'],
  video_off: ['M4 7h10v10H4Z', 'm14 11 6-3.5v9L14 13', STRUCK],
  microphone: ['M9 6a3 3 0 0 1 6 0v5a3 3 0 0 1-6 0Z', 'M6 11a6 6 0 0 0 12 0M12 17v4'],
  microphone_off: ['M9 6a3 3 0 0 1 6 0v5a3 3 0 0 1-6 0Z', 'M6 11a6 6 0 0 0 12 0M12 17v4', STRUCK],
  turn: ['M4 8h3l1.5-2h7L17 8h3v11H4Z', 'M9 13.5a3 3 0 0 1 5-2.2l1 1M15 13.5a3 3 0 0 1-5 2.2l-1-1'],
  message: ['M4 5h16v11H10l-4 4v-4H4Z', 'M8 9.5h8M8 12.5h5'],
  close: ['m6 6 12 12M18 6 6 18'],
  incoming: ['M17 7 7 17M7 9v8h8'],
  outgoing: ['M7 17 17 7M9 7h8v8'],
  missed: ['M17 6l-8 8M9 8v6h6', 'M5 19h14'],
  install: ['M7 3h10v18H7Z', 'M12 7v7m-3-3 3 3 3-3'],
  join: ['M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z', 'M3.5 20a5.5 5.5 0 0 1 11 0', 'M18 8v6m-3-3h6'],
};

export function icon(name) {
  const drawing = document.createElementNS(NAMESPACE, 'svg');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('class', 'icon');
  drawing.setAttribute('aria-hidden', 'true');
  for (const line of DRAWINGS[name]) {
    const path = document.createElementNS(NAMESPACE, 'path');
    path.setAttribute('d', line);
    drawing.append(path);
  }
  return drawing;
}
