// SPDX-License-Identifier: GPL-3.0-or-later
// A person in front of the kiosk: sees what the inspection door tells, presses where a finger would.
import { node, summary, takesTouches, untilSeen } from './door.js';

export class Elder {
  constructor(display, door) {
    this.display = display;
    this.door = door;
  }

  // Waits for a screen; returns its tree.
  sees(screen) {
    return untilSeen(this.door, `the screen "${screen}"`, (tree) => tree.screen === screen);
  }

  // Waits until something holds of the screen.
  seesThat(what, fits) {
    return untilSeen(this.door, what, fits);
  }

  // Presses the key of this name once it is there and enabled; returns when the finger is up.
  async taps(name) {
    const there = (tree) => node(tree, name)?.key && node(tree, name).enabled;
    await this.tapsNode(node(await untilSeen(this.door, `the key "${name}"`, there), name));
  }

  // A person looks at what has appeared before touching it. Sooner, the page can still be deaf, so that a trembling hand
  // counts once.
  async tapsNode({ px: [x, y, width, height], key }) {
    const { ready_at } = await this.seesThat('a page that takes touches', takesTouches);
    await this.display.tap(Math.round(x + width / 2), Math.round(y + height / 2));
    if (key) await this.seesThat('that the touch was felt', (tree) => tree.ready_at > ready_at);
  }

  // Presses the key that reads so, turning pages until it is there.
  async tapsText(text) {
    for (;;) {
      const tree = await this.seesThat('keys', (one) => one.nodes.some((key) => key.key));
      const key = tree.nodes.find((one) => one.key && one.text.split('\n')[0] === text);
      if (key) return this.tapsNode(key);
      if (tree.page + 1 >= tree.pages) throw new Error(`No key reads "${text}". ${summary(tree)}`);
      await this.taps('next');
      await this.seesThat('the next page', (one) => one.page > tree.page);
    }
  }

  // From the resting screen to home.
  async signsIn({ name, pin }) {
    await this.taps('clock');
    await this.sees('who');
    await this.tapsText(name);
    await this.sees('pin');
    for (const digit of pin) await this.taps(`digit.${digit}`);
    return this.sees('home');
  }

  // From home to the dishes of tomorrow's lunch, which can be ordered at any hour.
  async opensTomorrowsLunch() {
    await this.taps('tile.meals');
    await this.taps('day.1');
    await this.taps('meal.lunch');
    return this.sees('dishes');
  }

  // The first dish that suits the person and was not chosen yet, on whatever page it stands.
  async findsDish() {
    for (let tree = await this.sees('dishes'); ;) {
      const dish = tree.nodes.find((one) => one.name.startsWith('dish.') && one.state === 'plain');
      if (dish) return dish;
      const { page } = tree;
      await this.taps('next');
      tree = await this.seesThat('the next page', (one) => one.page > page);
    }
  }

  // From the dishes to "done": the first dish that suits the person, brought to the room.
  async orders() {
    await this.tapsNode(await this.findsDish());
    await this.taps('chosen');
    await this.taps('how.deliver');
    await this.taps('confirm');
    return this.sees('done');
  }

  // From anywhere back to the resting screen.
  async leaves() {
    await this.taps('home');
    await this.taps('leave');
    return this.sees('rest');
  }

  holdsCard(number) {
    return this.display.card(number);
  }
}
