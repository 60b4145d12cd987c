// SPDX-License-Identifier: GPL-3.0-or-later
// Money is whole fen everywhere; yuan exist only in what people read and type.

// What a person pays for a dish, rounded to a fen.
export function priceFor(dish, resident) {
  return Math.floor((dish.price_fen * (100 - resident.subsidy_percent) + 50) / 100);
}

// 1250 → "12.50"
export function yuan(fen) {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}

// "12.5" → 1250; NaN when it is no amount of money
export function fenOf(text) {
  const parts = /^\s*(\d{1,6})(?:[.。](\d{1,2}))?\s*$/.exec(text);
  return parts ? Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) : NaN;
}
