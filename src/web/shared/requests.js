// SPDX-License-Identifier: GPL-3.0-or-later
// Requests to the server. A failure is a RequestFault: status 0 when the server could not be reached, and the server's
// own code and sentence otherwise. A request that meets an ended session waits for a new one and is then sent again.

export class RequestFault extends Error {
  constructor(status, code, sentence) {
    super(sentence);
    this.status = status;
    this.code = code;
  }
}

// onExpired() → promise, settled once somebody is signed in again; language() → that of sentences the server writes.
export function createRequests({ fetch, onExpired, language }) {
  async function once(method, path, body, type) {
    const headers = { Accept: 'application/json', 'Accept-Language': language() };
    if (body !== undefined) headers['Content-Type'] = type;
    try {
      return await fetch(path, { method, headers, body, credentials: 'same-origin', cache: 'no-store' });
    } catch (cause) {
      throw new RequestFault(0, 'unreachable', String(cause));
    }
  }

  // The good answer, not yet read.
  async function answered(method, path, body, type, mayExpire = true) {
    const response = await once(method, path, body, type);
    if (response.status === 401 && mayExpire) {
      await onExpired();
      return answered(method, path, body, type);
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
  return {
    get: (path) => send('GET', path),
    put: (path, value) => send('PUT', path, json(value), JSON_TYPE),
    post: (path, value) => send('POST', path, json(value), JSON_TYPE),
    remove: (path) => send('DELETE', path),
    upload: (path, body, type) => send('POST', path, body, type),
    putBytes: (path, body, type) => send('PUT', path, body, type),
    bytes: (path) => bytes('GET', path),
    postForBytes: (path, value) => bytes('POST', path, json(value), JSON_TYPE),
    // Asks who is signed in, and signs in: here 401 is an answer.
    session: () => send('GET', '/api/v1/session', undefined, undefined, false),
    signIn: (name, password) => send('POST', '/api/v1/session', json({ name, password }), JSON_TYPE, false),
    familySession: () => send('GET', '/api/v1/family/session', undefined, undefined, false),
    visitSession: (token, device) => send('POST', '/api/v1/visit/session', json({ token, device }), JSON_TYPE, false),
    familySignIn: (token) => send('POST', '/api/v1/family/session', json({ token }), JSON_TYPE, false),
  };
}

function faultOf(status, text) {
  try {
    const { code, sentence } = JSON.parse(text).error;
    return new RequestFault(status, code, sentence);
  } catch {
    return new RequestFault(status, 'unreadable', text.slice(0, 200));
  }
}
