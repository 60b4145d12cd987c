// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scaledSize } from '../../src/web/desk/picture.js';

test('a telephone’s photo is scaled to 640 px, a small one stays', () => {
  assert.deepEqual(scaledSize(4000, 3000), { width: 640, height: 480 });
  assert.deepEqual(scaledSize(3000, 4000), { width: 480, height: 640 });
  assert.deepEqual(scaledSize(100, 50), { width: 100, height: 50 });
  assert.deepEqual(scaledSize(10000, 1), { width: 640, height: 1 });
});
