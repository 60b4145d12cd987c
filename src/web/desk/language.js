// SPDX-License-Identifier: GPL-3.0-or-later
// Which language the page speaks: what was chosen here before, or else the browser's.
import { createWords } from '../shared/words.js';
import { desk_en } from '../shared/texts_desk_en.js';
import { desk_zh_CN } from '../shared/texts_desk_zh_CN.js';
import { en } from '../shared/texts_en.js';
import { zh_CN } from '../shared/texts_zh_CN.js';

const KEPT_AS = 'anban.language';
export const TEXTS = { zh_CN: { ...zh_CN, ...desk_zh_CN }, en: { ...en, ...desk_en } };

export function chosenLanguage() {
  const kept = localStorage.getItem(KEPT_AS);
  if (kept in TEXTS) return kept;
  return navigator.language.startsWith('zh') ? 'zh_CN' : 'en';
}

export function keepLanguage(language) {
  localStorage.setItem(KEPT_AS, language);
}

export function wordsOf(language) {
  document.documentElement.lang = language.replace('_', '-');
  return createWords(language, TEXTS[language]);
}
