// SPDX-License-Identifier: GPL-3.0-or-later
// The kiosk's screen as a web page: the same boxes, texts, colours and pictures where the inspection door says they
// are, so that Chromium shows what the kiosk shows. A touch anywhere turns to the second screen.
import { readFileSync } from 'node:fs';

const escape = (text) => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);

function part(node) {
  const [x, y, width, height] = node.px;
  const box = `left:${x}px;top:${y}px;width:${width}px;height:${height}px`;
  const size = Math.max(16, Math.min(height / 3, 44));
  const colours = `color:${node.ink};background:${node.ground};font-size:${size}px`;
  return `<div class="${node.role}" style="${box};${colours}">${escape(node.text)}</div>`;
}

const screen = (tree, id) => `<section id="${id}">${tree.nodes.map(part).join('')}</section>`;

// `first` and `second` are trees; `pictures` are files shown in the first, drawn small at the lower edge.
export function pageOf(first, second, pictures) {
  const image = (path) => `<img width="120" src="data:image/png;base64,${readFileSync(path).toString('base64')}">`;
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Anban</title><style>
body { margin: 0; background: ${first.nodes[0].ground}; font-family: "Noto Sans CJK SC" }
div { position: absolute; box-sizing: border-box; border-radius: 12px; white-space: pre-line }
.key { border: 2px solid #555 }
#second, .turned #first { display: none }
.turned #second { display: block }
p { position: absolute; bottom: 0 }
</style><body>${screen(first, 'first')}${screen(second, 'second')}<p>${pictures.map(image).join('')}</p>
<script>addEventListener('pointerup', () => document.body.classList.toggle('turned'))</script>`;
}
