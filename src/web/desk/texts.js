// SPDX-License-Identifier: GPL-3.0-or-later
// All that the desk says: what every page says, what calls say, and its own.
import { bookings_en } from '../shared/texts_bookings_en.js';
import { bookings_zh_CN } from '../shared/texts_bookings_zh_CN.js';
import { call_en } from '../shared/texts_call_en.js';
import { call_zh_CN } from '../shared/texts_call_zh_CN.js';
import { desk_en } from '../shared/texts_desk_en.js';
import { desk_zh_CN } from '../shared/texts_desk_zh_CN.js';
import { services_en } from '../shared/texts_services_en.js';
import { services_zh_CN } from '../shared/texts_services_zh_CN.js';
import { help_en } from '../shared/texts_help_en.js';
import { help_zh_CN } from '../shared/texts_help_zh_CN.js';
import { voices_en } from '../shared/texts_voices_en.js';
import { voices_zh_CN } from '../shared/texts_voices_zh_CN.js';
import { en } from '../shared/texts_en.js';
import { zh_CN } from '../shared/texts_zh_CN.js';

export const TEXTS = {
  zh_CN: { ...zh_CN, ...call_zh_CN, ...desk_zh_CN, ...bookings_zh_CN, ...services_zh_CN, ...help_zh_CN, ...voices_zh_CN },
  en: { ...en, ...call_en, ...desk_en, ...bookings_en, ...services_en, ...help_en, ...voices_en },
};
