// SPDX-License-Identifier: GPL-3.0-or-later
// An elder's whole journey on a virtual display, by real clicks; a picture of each screen and of the desk page.
//   node tour.js DIR
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ahead } from '../support/clock.js';
import { orderMessage, signIn, today } from '../support/account.js';
import { openBrowser, openDesk, openKitchen } from '../support/desk.js';
import { shrink, startDisplay } from '../support/display.js';
import { node } from '../support/door.js';
import { Kiosk } from '../support/kiosk.js';
import { Processes } from '../support/processes.js';
import { JI } from '../support/residents.js';
import { Server, SOURCE } from '../support/server.js';
import { until } from '../support/wait.js';

const folder = process.argv[2];
if (!folder) throw new Error('A folder for the pictures is expected: node tour.js DIR');
mkdirSync(folder, { recursive: true });
const dish = (state) => (one) => one.name.startsWith('dish.') && one.state === state;
const processes = new Processes();
try {
  await walk();
} finally {
  await processes.close();
}

async function walk() {
  const clock = ahead((morning() - Date.now()) / 1000);
  const display = await startDisplay(processes);
  const server = await new Server(processes, { env: { ...process.env, ...clock } }).start();
  const kiosk = await new Kiosk(processes, display, server.url, { env: clock }).start();
  await until('all drawings on the kiosk', 30000, () => picturesOf(kiosk) >= drawings());
  const take = async (name) => {
    await display.picture(join(folder, `${name}.png`));
    console.log(`${name}.png`);
  };
  await lunch(kiosk.elder, take);
  await changingOnesMind(kiosk.elder, take);
  await settings(kiosk.elder, take);
  await help(kiosk.elder, take);
  await desk(server);
}

// The tour is at ten past nine, when today's lunch can still be ordered, whatever the hour is here.
function morning() {
  return new Date(Date.now() + 8 * 3600000).setUTCHours(9, 10, 0, 0) - 8 * 3600000;
}

function picturesOf(kiosk) {
  return readdirSync(join(kiosk.folder, 'pictures')).filter((name) => /^[0-9a-f]{64}$/.test(name)).length;
}

function drawings() {
  const files = ['dishes', 'portraits'].flatMap((kind) => readdirSync(join(SOURCE, 'assets', kind)));
  return files.filter((name) => name.endsWith('.svg')).length;
}

async function lunch(elder, take) {
  await take('rest');
  await elder.taps('clock');
  await elder.sees('who');
  await take('who');
  await elder.tapsText(JI.name);
  await elder.sees('pin');
  await elder.taps(`digit.${JI.pin[0]}`);
  await take('pin');
  for (const digit of JI.pin.slice(1)) await elder.taps(`digit.${digit}`);
  await elder.sees('home');
  await take('home');
  await elder.taps('tile.meals');
  await elder.sees('day');
  await take('day');
  await elder.taps('day.0');
  await elder.sees('meal');
  await take('meal');
  await elder.taps('meal.lunch');
  await dishes(elder, take);
  await elder.taps('chosen');
  await elder.sees('how');
  await take('how');
  await elder.taps('how.deliver');
  await elder.sees('confirm');
  await take('confirm');
  await elder.taps('confirm');
  await elder.seesThat('the number of the order', (tree) => tree.screen === 'done' && node(tree, 'number'));
  await take('done');
}

async function dishes(elder, take) {
  const shown = await elder.sees('dishes');
  await elder.tapsNode(shown.nodes.find(dish('plain')));
  await elder.seesThat('the dish in the basket', (tree) => tree.nodes.some(dish('chosen')));
  await take('dishes');
  await warning(elder, take);
  await elder.taps('basket');
  await elder.sees('basket');
  await take('basket');
}

// A dish that does not suit the person, on whichever page it is.
async function warning(elder, take) {
  let tree = await elder.sees('dishes');
  while (!tree.nodes.some(dish('warning'))) {
    const { page } = tree;
    await elder.taps('next');
    tree = await elder.seesThat('the next page', (one) => one.page > page);
  }
  await elder.tapsNode(tree.nodes.find(dish('warning')));
  await elder.sees('diet');
  await take('diet');
  await elder.taps('other_dish');
  await elder.sees('dishes');
}

async function changingOnesMind(elder, take) {
  await elder.taps('changed_mind');
  await elder.sees('order');
  await take('order');
  await elder.taps('cancel');
  await elder.sees('cancel');
  await take('cancel');
  await elder.taps('keep');
  await elder.taps('home');
  await elder.taps('tile.today');
  await elder.sees('today');
  await take('today');
  await elder.taps('home');
}

async function settings(elder, take) {
  await elder.taps('tile.settings');
  const { nodes } = await elder.sees('settings');
  await take('settings');
  for (const name of nodes.filter((one) => one.key && one.name.startsWith('tile.')).map((one) => one.name)) {
    await elder.taps(name);
    const { screen } = await elder.seesThat('that setting', (tree) => tree.screen !== 'settings');
    await take(`settings-${screen}`);
    await elder.taps('back');
    await elder.sees('settings');
  }
  await elder.taps('home');
}

async function help(elder, take) {
  await elder.taps('help');
  await elder.sees('help');
  await take('help');
}

async function desk(server) {
  await neighbours(server);
  const browser = await openBrowser(processes);
  const page = await openDesk(browser, server.url, server.admin);
  await page.waitForSelector('.call');
  await openKitchen(page, today(), 'lunch');
  await picture(page, 'desk-help');
  for (const step of ['.call.raised button', '.call.acknowledged button']) await page.click(step);
  await page.locator('dialog form').getByRole('button', { name: '已处理完' }).click();
  await page.waitForSelector('.call', { state: 'detached' });
  await picture(page, 'desk-kitchen');
  for (const view of ['orders', 'menus', 'dishes', 'residents', 'kiosks', 'imports']) {
    const before = await page.textContent('main h1');
    await page.click(`.ways a[href="#${view}"]`);
    await page.waitForFunction((text) => document.querySelector('main h1')?.textContent !== text, before);
    await picture(page, `desk-${view}`);
  }
}

// Other people's lunch, so that the kitchen has something to do.
async function neighbours(server) {
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
    body.body.made_at = morning() + index * 60000;
    await staff.ask({ method: 'POST', path: '/api/v1/messages', body });
  }
}

function isFor(person, dish) {
  return (
    person.marks.every((mark) => dish.marks.includes(mark)) &&
    !person.allergens.some((allergen) => dish.allergens.includes(allergen))
  );
}

async function picture(page, name) {
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await shrink(join(folder, `${name}.png`));
  console.log(`${name}.png`);
}
