// SPDX-License-Identifier: GPL-3.0-or-later
// A kiosk that is a browser: enrolled at a real server, it stands for one resident in calls (elder_page.js).
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { newKiosk } from './account.js';
import { openPhone } from './phone.js';

const MODULE = readFileSync(new URL('elder_page.js', import.meta.url), 'utf8');

// staff: from signIn. resident: {id, …}. The page has window.elder, as calls.js makes it; kiosk: {id, token}.
export async function openKioskPage(processes, url, staff, resident) {
  const kiosk = await newKiosk(url, staff, `kiosk-${randomUUID().slice(0, 8)}`);
  const { context } = await openPhone(processes, { look: {} });
  const page = await context.newPage();
  const own = `window.residentId = '${resident.id}'; window.token = '${kiosk.token}';`;
  const body = `<!doctype html><script>${own}</script><script type="module">${MODULE}</script>`;
  await page.route('**/elder', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(`${url}/elder`);
  await page.waitForFunction(() => window.isThere);
  return { page, kiosk };
}
