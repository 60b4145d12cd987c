// SPDX-License-Identifier: GPL-3.0-or-later
// All that the page of helpers says.
import { bookings_en } from '../shared/texts_bookings_en.js';
import { bookings_zh_CN } from '../shared/texts_bookings_zh_CN.js';
import { en } from '../shared/texts_en.js';
import { visit_en } from '../shared/texts_visit_en.js';
import { visit_zh_CN } from '../shared/texts_visit_zh_CN.js';
import { zh_CN } from '../shared/texts_zh_CN.js';

export const TEXTS = { zh_CN: { ...zh_CN, ...bookings_zh_CN, ...visit_zh_CN }, en: { ...en, ...bookings_en, ...visit_en } };
