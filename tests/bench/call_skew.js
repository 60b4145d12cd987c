// SPDX-License-Identifier: GPL-3.0-or-later
// How far sound and picture of a call are apart where they arrive, both ways. What the browser's and the machine's own
// loudspeaker add after that is not in it; what is heard at the kiosk is known to some 20 ms.
import { CallRoom } from '../support/call_room.js';
import {
  FLASH_IN_PAGE,
  flashInPage,
  flashSettings,
  skews,
  startFlashes,
  watchAtKiosk,
  watchOnPhone,
} from '../support/flash_and_beep.js';
import { Processes } from '../support/processes.js';

const WATCHED_MS = 20000;
const SETTLE_MS = 10000; // until reports from sender to receiver have told both clocks
// The page's rules let no code in but its own; what measures is other code.
const LOOK = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, bypassCSP: true };

// {phone, kiosk}: how much later the beeps came than their flashes, in ms, in order.
export async function measureSkew() {
  const flashing = new Processes();
  const room = new CallRoom();
  try {
    await room.start({ settings: flashSettings(await startFlashes(flashing)) });
    const before = (context) => context.addInitScript(flashInPage, FLASH_IN_PAGE);
    const phone = await room.phone(0, { look: LOOK, before });
    await room.elderComes(phone);
    await phone.press('视频通话');
    await room.elder.taps('answer');
    await phone.untilIs('talking');
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    const atPhone = skews(await watchOnPhone(phone.page, WATCHED_MS));
    const atKiosk = skews(await watchAtKiosk(room, WATCHED_MS));
    return { phone: atPhone, kiosk: atKiosk };
  } finally {
    await room.close();
    await flashing.close();
  }
}
