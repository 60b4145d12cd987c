// SPDX-License-Identifier: GPL-3.0-or-later
// The desk: a call for help is taken, the kitchen cooks, and every view.
import { orderMessage, signIn, today } from '../../support/account.js';
import { openBrowser, openDesk, openKitchen } from '../../support/desk.js';
import { JI } from '../../support/residents.js';

export async function desk(processes, server, album, morning) {
  await neighbours(server, morning);
  const browser = await openBrowser(processes);
  const page = await openDesk(browser, server.url, server.admin);
  await page.waitForSelector('.call');
  await openKitchen(page, today(), 'lunch');
  await album.page(page, 'desk-help');
  for (const state of ['raised', 'acknowledged']) await page.click(`.call.${state} button:last-child`);
  await page.locator('dialog form').getByRole('button', { name: '已处理完' }).click();
  await page.waitForSelector('.call', { state: 'detached' });
  await album.page(page, 'desk-kitchen');
  for (const view of ['orders', 'menus', 'dishes', 'residents', 'kiosks', 'voices', 'readings', 'imports']) {
    const before = await page.textContent('main h1');
    await page.click(`.ways a[href="#${view}"]`);
    await page.waitForFunction((text) => document.querySelector('main h1')?.textContent !== text, before);
    await album.page(page, `desk-${view}`);
  }
}

// Other people's lunch, so that the kitchen has something to do.
async function neighbours(server, morning) {
  const staff = await signIn(server.url, server.admin);
  const get = async (path) => (await staff.ask({ path })).json;
  const { residents } = await get('/api/v1/residents');
  const { menus } = await get(`/api/v1/menus?from=${today()}&to=${today()}`);
  const { dishes } = await get('/api/v1/dishes');
  const offered = menus.find((menu) => menu.meal === 'lunch').dishes.map((id) => dishes.find((one) => one.id === id));
  for (const [index, person] of residents.filter(({ name }) => name !== JI.name).entries()) {
    const fits = offered.filter(({ diet }) => isFor(person.diet, diet));
    const sets = fits.filter(({ kind }) => kind === 'set');
    const suits = sets.length > 0 ? sets : fits;
    const place = person.usual_delivery === 'deliver' ? person.room : '';
    const lunch = { date: today(), meal: 'lunch', delivery: person.usual_delivery, place };
    const body = orderMessage(person.id, { ...lunch, dishes: [suits[index % suits.length].id] });
    body.body.made_at = morning + index * 60000;
    await staff.ask({ method: 'POST', path: '/api/v1/messages', body });
  }
}

function isFor(person, dish) {
  return (
    person.marks.every((mark) => dish.marks.includes(mark)) &&
    !person.allergens.some((allergen) => dish.allergens.includes(allergen))
  );
}
