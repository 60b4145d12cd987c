// SPDX-License-Identifier: GPL-3.0-or-later
// All that the family page says: what every page says, what calls say, and its own.
import { call_en } from '../shared/texts_call_en.js';
import { call_zh_CN } from '../shared/texts_call_zh_CN.js';
import { family_en } from '../shared/texts_family_en.js';
import { family_zh_CN } from '../shared/texts_family_zh_CN.js';
import { en } from '../shared/texts_en.js';
import { zh_CN } from '../shared/texts_zh_CN.js';

export const TEXTS = { zh_CN: { ...zh_CN, ...call_zh_CN, ...family_zh_CN }, en: { ...en, ...call_en, ...family_en } };
