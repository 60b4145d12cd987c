// SPDX-License-Identifier: GPL-3.0-or-later
// Contrast of every text that a page shows, from the colours that the browser computed. WCAG 2.2, 1.4.3.

// Runs in the page: the texts below `least`, as "1.9 : words".
export function textsBelow(least) {
  const channels = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const light = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const luminance = ([red, green, blue]) =>
    0.2126 * light(red / 255) + 0.7152 * light(green / 255) + 0.0722 * light(blue / 255);
  const isShown = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest('.unseen');

  function backgroundOf(element) {
    for (let at = element; at; at = at.parentElement) {
      const colour = channels(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  }
  function ratioOf(element) {
    const [dark, bright] = [channels(getComputedStyle(element).color), backgroundOf(element)]
      .map(luminance)
      .sort((one, other) => one - other);
    return (bright + 0.05) / (dark + 0.05);
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const faults = [];
  let count = 0;
  while (texts.nextNode()) {
    const { parentElement, nodeValue } = texts.currentNode;
    if (!nodeValue.trim() || parentElement.closest('select, noscript') || !isShown(parentElement)) continue;
    count += 1;
    const ratio = ratioOf(parentElement);
    if (ratio < least) faults.push(`${ratio.toFixed(2)} : ${nodeValue.trim()}`);
  }
  return { count, faults };
}
