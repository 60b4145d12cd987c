// SPDX-License-Identifier: GPL-3.0-or-later
// Who can be called: what was asked for, and what was told meanwhile.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createReach } from '../../src/web/desk/reach.js';

const kiosk = (reachable) => ({ id: 'hall', reachable, residents: ['wang'] });

// The server's answers in turn; meanwhile() runs while the first is on its way.
async function refreshed(answers, meanwhile) {
  const asked = [];
  const get = async (path) => {
    asked.push(path);
    if (asked.length === 1) meanwhile(reach);
    return { kiosks: [kiosk(answers[asked.length - 1])] };
  };
  const reach = createReach({ get }, () => {});
  await reach.refresh();
  return [reach.hasResident('wang'), asked.length];
}

test('who can be called is known once it was asked', async () => {
  assert.deepEqual(await refreshed([true], () => {}), [true, 1]);
});

test('an answer that is older than what was told meanwhile takes nothing back', async () => {
  assert.deepEqual(await refreshed([false, true], (reach) => reach.take({ kiosk: kiosk(true) })), [true, 2]);
});

test('what was told stays when the server cannot be asked again', async () => {
  const get = async () => {
    reach.take({ kiosk: kiosk(true) });
    throw new Error('away');
  };
  const reach = createReach({ get }, () => {});
  await reach.refresh();
  assert.equal(reach.hasKiosk('hall'), true);
});
