// SPDX-License-Identifier: GPL-3.0-or-later
// Requests to the server. A failure is a RequestFault: status 0 when the server could not be reached, and the server's
// own code and sentence otherwise, with all that it said as
// details. A request that meets an ended session waits for a new one and is then sent again.

export class RequestFault extends Error {
  constructor(status, code, sentence, details = {}) {
    super(sentence);
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

// onExpired() → promise, settled once somebody is signed in again; language() → that of sentences the server writes.
export function createRequests({ fetch, onExpired, language }) {
  async function once(method, path, body, type, revision) {
    const headers = { Accept: 'application/json', 'Accept-Language': language() };
    if (revision !== undefined) headers['If-Match'] = `"${revision}"`;
    if (body !== undefined) headers['Content-Type'] = type;
    try {
      return await fetch(path, { method, headers, body, credentials: 'same-origin', cache: 'no-store' });
    } catch (cause) {
      throw new RequestFault(0, 'unreachable', String(cause));
    }
  }

  // The good answer, not yet read.
  async function answered(method, path, body, type, { mayExpire = true, revision } = {}) {
    const response = await once(method, path, body, type, revision);
    if (response.status === 401 && mayExpire) {
      await onExpired();
      return answered(method, path, body, type, { revision });
    }
    if (!response.ok) throw faultOf(response.status, await response.text());
    return response;
  }

  async function send(...request) {
    const text = await (await answered(...request)).text();
    return text === '' ? {} : JSON.parse(text);
  }
  const bytes = async (...request) => (await answered(...request)).arrayBuffer();

  const json = (value) => JSON.stringify(value);
  const JSON_TYPE = 'application/json';
  const ASKS = { mayExpire: false };
  return {
    get: (path) => send('GET', path),
    // revision: of the thing that was edited; the fault "changed" tells that somebody else was faster.
    put: (path, value, revision) => send('PUT', path, json(value), JSON_TYPE, { revision }),
    post: (path, value) => send('POST', path, json(value), JSON_TYPE),
    remove: (path, revision) => send('DELETE', path, undefined, undefined, { revision }),
    upload: (path, body, type) => send('POST', path, body, type),
    putBytes: (path, body, type) => send('PUT', path, body, type),
    bytes: (path) => bytes('GET', path),
    postForBytes: (path, value) => bytes('POST', path, json(value), JSON_TYPE),
    // Asks who is signed in, and signs in: here 401 is an answer.
    session: () => send('GET', '/api/v1/session', undefined, undefined, ASKS),
    signIn: (name, password) => send('POST', '/api/v1/session', json({ name, password }), JSON_TYPE, ASKS),
    familySession: () => send('GET', '/api/v1/family/session', undefined, undefined, ASKS),
    visitSession: (token, device) => send('POST', '/api/v1/visit/session', json({ token, device }), JSON_TYPE, ASKS),
    familySignIn: (token) => send('POST', '/api/v1/family/session', json({ token }), JSON_TYPE, ASKS),
  };
}

function faultOf(status, text) {
  try {
    const details = JSON.parse(text);
    return new RequestFault(status, details.error.code, details.error.sentence, details);
  } catch {
    return new RequestFault(status, 'unreadable', text.slice(0, 200));
  }
}
