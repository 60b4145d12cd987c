// SPDX-License-Identifier: GPL-3.0-or-later
// Who calls for help and where, as far as it is known yet: learned with each call, kept when the line is away.

export function createHelpPeople(desk) {
  let residents = [];
  let kiosks = [];

  async function learn() {
    residents = await desk.catalogue.residents().catch(() => residents);
    kiosks = await desk.catalogue.kiosks().catch(() => kiosks);
  }
  const residentOf = (call) => residents.find((one) => one.id === call.resident_id);
  function placeOf(call) {
    const kiosk = kiosks.find((one) => one.id === call.kiosk_id);
    return kiosk ? [kiosk.name, kiosk.place].filter(Boolean).join(' ') : '…';
  }
  const nameOf = (call) => residentOf(call)?.name ?? desk.t('help.nobody');
  return { learn, residentOf, placeOf, nameOf };
}
