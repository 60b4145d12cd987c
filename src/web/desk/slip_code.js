// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody scans or types at the desk, as the server wants it: see src/protocol/slip.h. Pure.

const PREFIX = '20260001';
const WORD_LENGTH = 8;

// A scanner types digits whatever the keyboard's layout; an input method may have widened them, and who types a word
// parts it, or forgets that its letters are large.
export function slipText(typed) {
  const plain = typed.normalize('NFKC').trim();
  return plain.startsWith('http') ? plain : plain.replace(/[\s-]/g, '').toUpperCase();
}

export const isWord = (text) => text.length === WORD_LENGTH && text !== PREFIX;
