// SPDX-License-Identifier: GPL-3.0-or-later
// An elder orders lunch, changes her mind, looks at the settings and calls for help.
import { node } from '../../support/door.js';
import { JI } from '../../support/residents.js';

const dish = (state) => (one) => one.name.startsWith('dish.') && one.state === state;

export async function ordering(elder, take) {
  await lunch(elder, take);
  await changingOnesMind(elder, take);
  await settings(elder, take);
  await help(elder, take);
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
