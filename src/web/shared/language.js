// SPDX-License-Identifier: GPL-3.0-or-later
// Which language a page speaks: what was chosen here before, or else the browser's.
import { createWords } from './words.js';

const KEPT_AS = 'anban.language';

// texts: {zh_CN: {key: sentence}, en: {…}}
export function createLanguage(texts) {
  return {
    chosen() {
      const kept = localStorage.getItem(KEPT_AS);
      if (kept in texts) return kept;
      return navigator.language.startsWith('zh') ? 'zh_CN' : 'en';
    },
    keep: (language) => localStorage.setItem(KEPT_AS, language),
    wordsOf(language) {
      document.documentElement.lang = language.replace('_', '-');
      return createWords(language, texts[language]);
    },
  };
}
