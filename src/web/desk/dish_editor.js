// SPDX-License-Identifier: GPL-3.0-or-later
// One dish: name, what is in it, picture, price, kind, marks and allergens.
import { h } from '../shared/dom.js';
import { fenOf, yuan } from '../shared/money.js';
import { checkedOf, choiceField, longField, textField } from './field.js';
import { dietFields } from './diet_fields.js';
import { pictureField } from './picture.js';

const MOST_PRICE_FEN = 100000;
const NEW = { name: '', contents: '', picture: '', kind: 'single', price_fen: 0, diet: { marks: [], allergens: [] } };

// The promise tells the dish that was saved; undefined when none was.
export function editDish(desk, dish) {
  const id = dish?.id ?? desk.newId();
  const title = dish ? desk.t('dishes.edit', { name: dish.name }) : desk.t('dishes.add');
  return desk.dialogs.open(title, (close) => content(desk, close, id, dish), 'broad');
}

function content(desk, close, id, dish) {
  const one = dish ?? NEW;
  const picture = pictureField(desk, desk.t('dishes.picture'), one.picture, one.name);
  const submit = async (_, form) => {
    const written = { id, ...read(form), picture: picture.hash() };
    await desk.requests.put(`/api/v1/dishes/${id}`, written);
    close(written);
    desk.dialogs.notice(desk.t('saved'));
  };
  const kinds = ['single', 'set'].map((code) => [code, desk.t(`kind.${code}`)]);
  const fields = [
    h(
      'div',
      { class: 'columns' },
      h(
        'div',
        { class: 'stack' },
        textField(desk.t('dishes.name'), {
          name: 'name',
          value: one.name,
          required: true,
          autofocus: true,
          'data-bytes': 63,
        }),
        h(
          'div',
          { class: 'pair' },
          priceField(desk, dish),
          choiceField(desk.t('dishes.kind'), kinds, { name: 'kind', value: one.kind }),
        ),
        longField(desk.t('dishes.contents'), {
          name: 'contents',
          value: one.contents,
          'data-bytes': 255,
          hint: desk.t('dishes.contents_hint'),
        }),
      ),
      picture.node,
    ),
    dietFields(desk, desk.t('dishes.marks'), desk.t('dishes.allergens'), one.diet),
  ];
  return desk.dialogs.form(
    close,
    { save: desk.t('save'), submit, extra: dish ? removeKey(desk, close, dish) : null },
    ...fields,
  );
}

function priceField(desk, dish) {
  const check = ({ target }) => {
    const fen = fenOf(target.value);
    target.setCustomValidity(fen <= MOST_PRICE_FEN ? '' : desk.t('dishes.price_wrong'));
  };
  const value = dish ? yuan(dish.price_fen) : '';
  return textField(desk.t('dishes.price'), {
    name: 'price',
    value,
    required: true,
    inputmode: 'decimal',
    autocomplete: 'off',
    oninput: check,
  });
}

function read(form) {
  const text = (name) => form.elements[name].value.trim();
  return {
    name: text('name'),
    contents: text('contents'),
    kind: text('kind'),
    price_fen: fenOf(text('price')),
    diet: { marks: checkedOf(form, 'marks'), allergens: checkedOf(form, 'allergens') },
  };
}

function removeKey(desk, close, dish) {
  const press = async () => {
    const isSure = await desk.dialogs.confirm(
      desk.t('dishes.remove', { name: dish.name }),
      desk.t('dishes.remove_sure'),
      desk.t('remove'),
      () => desk.requests.remove(`/api/v1/dishes/${dish.id}`),
    );
    if (isSure) close();
  };
  return h('button', { class: 'key apart', type: 'button', onclick: press }, desk.t('dishes.remove_key'));
}
