// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRequests } from '../../src/web/shared/requests.js';

// A fetch that gives the answers one after the other and remembers what was asked.
function scripted(...answers) {
  const asked = [];
  const fetch = async (path, options) => {
    asked.push({ path, ...options });
    const next = answers.shift();
    if (next instanceof Error) throw next;
    return new Response(next.body ?? '{}', { status: next.status ?? 200 });
  };
  return { fetch, asked };
}

const language = () => 'en';
const noSession = () => assert.fail('nobody should be asked to sign in');

test('a body travels as JSON', async () => {
  const { fetch, asked } = scripted({ body: '{"ok":true}' });
  const requests = createRequests({ fetch, onExpired: noSession, language });
  assert.deepEqual(await requests.put('/api/v1/site', { name: '安伴' }), { ok: true });
  assert.equal(asked[0].method, 'PUT');
  assert.equal(asked[0].body, '{"name":"安伴"}');
  assert.equal(asked[0].headers['Content-Type'], 'application/json');
  assert.equal(asked[0].headers['Accept-Language'], 'en');
});

test('an empty answer is an empty thing', async () => {
  const { fetch } = scripted({ status: 200, body: '' });
  assert.deepEqual(await createRequests({ fetch, onExpired: noSession, language }).remove('/api/v1/session'), {});
});

test('a failure carries the server’s code and sentence', async () => {
  const { fetch } = scripted({ status: 409, body: '{"error":{"code":"conflict","sentence":"card: taken"}}' });
  const requests = createRequests({ fetch, onExpired: noSession, language });
  await assert.rejects(requests.get('/x'), { status: 409, code: 'conflict', message: 'card: taken' });
});

test('a failure that is not ours is told as such', async () => {
  const { fetch } = scripted({ status: 502, body: '<html>Bad gateway</html>' });
  const requests = createRequests({ fetch, onExpired: noSession, language });
  await assert.rejects(requests.get('/x'), { status: 502, code: 'unreadable' });
});

test('a server that can’t be reached is status 0', async () => {
  const { fetch } = scripted(new TypeError('fetch failed'));
  const requests = createRequests({ fetch, onExpired: noSession, language });
  await assert.rejects(requests.get('/x'), { status: 0, code: 'unreachable' });
});

test('an ended session waits for a new one and sends the same again', async () => {
  const { fetch, asked } = scripted({ status: 401 }, { body: '{"saved":1}' });
  let signedIn = 0;
  const requests = createRequests({ fetch, onExpired: async () => void (signedIn += 1), language });
  assert.deepEqual(await requests.put('/x', { kept: 'typed' }), { saved: 1 });
  assert.equal(signedIn, 1);
  assert.equal(asked[1].body, asked[0].body);
});

test('a wrong password is an answer, not an ended session', async () => {
  const { fetch } = scripted({ status: 401, body: '{"error":{"code":"password","sentence":"wrong"}}' });
  const requests = createRequests({ fetch, onExpired: noSession, language });
  await assert.rejects(requests.signIn('li', 'wrong'), { status: 401, code: 'password' });
});
