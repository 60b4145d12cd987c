// SPDX-License-Identifier: GPL-3.0-or-later
// How a call for help ended: asked once more, since the second press of a double one would otherwise close what the
// first has just taken.
import { h } from '../shared/dom.js';
import { radioField } from './field.js';

export const ENDINGS = ['helped', 'mistake', 'ambulance', 'family', 'nobody', 'other'];

export function askEnding(desk, call, name) {
  const choices = ENDINGS.map((code) => [code, desk.t(`help.ending.${code}`)]);
  const submit = async (close, form) => {
    const { value: ending } = form.elements.ending;
    await desk.requests.post(`/api/v1/help/${call.help_id}/close`, { ending });
    close(true);
  };
  return desk.dialogs.open(desk.t('help.close_title', { name }), (close) =>
    desk.dialogs.form(
      close,
      { save: desk.t('help.close'), submit },
      radioField(desk.t('help.ending'), 'ending', choices, 'helped'),
      h('p', { class: 'hint' }, desk.t('help.close_sure')),
    ),
  );
}
