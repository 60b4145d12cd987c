// SPDX-License-Identifier: GPL-3.0-or-later
// Elements without markup in strings: texts only ever become text nodes, so nothing that a person typed can act.

// h('button', {class: 'key', type: 'button', onclick: f}, 'words', otherNode, null)
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(node, name, value);
  node.append(...present(children));
  return node;
}

export function fill(node, ...children) {
  node.replaceChildren(...present(children));
  return node;
}

// Runs draw(), which replaces what is in the node; whoever worked there by keyboard stays on the same control.
export async function keepFocus(node, draw) {
  const place = placeOfFocus(node);
  await draw();
  if (place && !node.contains(document.activeElement)) node.querySelector(place)?.focus();
}

function placeOfFocus(node) {
  const control = document.activeElement;
  if (control === node || !node.contains(control)) return null;
  if (control.id) return `#${CSS.escape(control.id)}`;
  if (control.type === 'radio') return `[name="${control.name}"][value="${CSS.escape(control.value)}"]`;
  if (control.name) return `[name="${control.name}"]`;
  return control.ariaLabel ? `[aria-label="${CSS.escape(control.ariaLabel)}"]` : null;
}

function present(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

function setAttribute(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
  else if (name === 'value' || name === 'checked' || name === 'selected') node[name] = value;
  else node.setAttribute(name, value === true ? '' : value);
}
