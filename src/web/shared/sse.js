// SPDX-License-Identifier: GPL-3.0-or-later
// The text of Server-Sent Events, cut into events; WHATWG HTML 9.2.6. Chunks may end anywhere.

// Calls onEvent({kind, id, data}) per event (id undefined when it carried none) and onRetry(ms).
export function createEventReader(onEvent, onRetry) {
  let rest = '';
  let fields = {};

  function endEvent() {
    if (fields.data) onEvent({ kind: fields.event ?? 'message', id: fields.id, data: fields.data.join('\n') });
    fields = {};
  }

  function takeField(name, value) {
    if (name === 'data') (fields.data ??= []).push(value);
    else if (name === 'event' || name === 'id') fields[name] = value;
    else if (name === 'retry' && /^\d+$/.test(value)) onRetry(Number(value));
  }

  function takeLine(line) {
    if (line === '') return endEvent();
    if (line.startsWith(':')) return undefined;
    const colon = line.indexOf(':');
    if (colon < 0) return takeField(line, '');
    return takeField(line.slice(0, colon), line.slice(colon + 1).replace(/^ /, ''));
  }

  return {
    take(text) {
      const lines = (rest + text).split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop();
      lines.forEach(takeLine);
    },
  };
}
