// SPDX-License-Identifier: GPL-3.0-or-later
// Which line of a script comes next. Pure.

export const SHOWN = ['missing', 'often', 'all'];

// Lines of one choice: all, those that every visit needs, or those that nobody has said yet.
export function linesOf(lines, shown) {
  if (shown === 'often') return lines.filter((line) => line.often);
  if (shown === 'missing') return lines.filter((line) => !line.clip);
  return lines;
}

// The line `steps` further in what is shown, from the one with this id, which may have left it (it has been said);
// null at either end.
export function lineAfter(lines, shown, id, steps) {
  const isShown = new Set(linesOf(lines, shown));
  const from = lines.findIndex((line) => line.id === id);
  for (let at = from + steps; at >= 0 && at < lines.length; at += steps) if (isShown.has(lines[at])) return lines[at];
  return null;
}

// Of files to import: which line each is of. A file is named by the line's id, as in the list that can be downloaded.
export function filesByLine(files, lines) {
  const byId = new Map(lines.map((line) => [line.id, line]));
  return files.map((file) => ({ file, line: byId.get(file.name.replace(/\.[^.]*$/, '').toLowerCase()) ?? null }));
}

// The list for who records elsewhere: a CSV that spreadsheets open.
export function csvOf(lines) {
  const cell = (text) => `"${String(text).replaceAll('"', '""')}"`;
  const rows = lines.map((line) => [line.id, line.text, line.context, (line.most_ms / 1000).toFixed(1)]);
  return `\ufeff${[['id', 'text', 'context', 'most_seconds'], ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
