// SPDX-License-Identifier: GPL-3.0-or-later
// One dish: name, what is in it, picture, price, kind, marks and allergens.
import { h } from '../shared/dom.js';
import { fenOf, yuan } from '../shared/money.js';
import { editThing } from './editing.js';
import { checkedOf, choiceField, longField, textField } from './field.js';
import { dietFields } from './diet_fields.js';
import { pictureField } from './picture.js';

const MOST_PRICE_FEN = 100000;
const NEW = { name: '', contents: '', picture: '', kind: 'single', price_fen: null, diet: { marks: [], allergens: [] } };

const NAMES = {
  name: 'dishes.name',
  contents: 'dishes.contents',
  picture: 'dishes.picture',
  kind: 'dishes.kind',
  price_fen: 'dishes.price',
  diet: 'dishes.diet',
};

// The promise tells the dish that was saved; undefined when none was.
export function editDish(desk, dish) {
  const id = dish?.id ?? desk.newId();
  return editThing(desk, {
    thing: dish,
    empty: NEW,
    title: dish ? desk.t('dishes.edit', { name: dish.name }) : desk.t('dishes.add'),
    kind: 'broad',
    names: NAMES,
    path: () => `/api/v1/dishes/${id}`,
    newest: async () => (await desk.catalogue.dishes()).find((one) => one.id === id),
    form: (one, close) => content(desk, close, id, one, dish),
  });
}

function content(desk, close, id, one, dish) {
  const picture = pictureField(desk, desk.t('dishes.picture'), one.picture, one.name);
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
          priceField(desk, one),
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
  return {
    fields,
    read: (form) => ({ id, ...read(form), picture: picture.hash() }),
    extra: dish ? removeKey(desk, close, one) : null,
  };
}

function priceField(desk, { price_fen }) {
  const check = ({ target }) => {
    const fen = fenOf(target.value);
    target.setCustomValidity(fen <= MOST_PRICE_FEN ? '' : desk.t('dishes.price_wrong'));
  };
  const value = price_fen === null ? '' : yuan(price_fen);
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
      () => desk.requests.remove(`/api/v1/dishes/${dish.id}`, dish.revision),
    );
    if (isSure) close();
  };
  return h('button', { class: 'key apart', type: 'button', onclick: press }, desk.t('dishes.remove_key'));
}
