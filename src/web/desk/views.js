// SPDX-License-Identifier: GPL-3.0-or-later
// The views in the order they are offered, and who may see each.
import { alarms } from './alarms.js';
import { bookings } from './bookings.js';
import { dishes } from './dishes.js';
import { helpRules } from './help_rules.js';
import { helpers } from './helpers.js';
import { imports } from './imports.js';
import { kiosks } from './kiosks.js';
import { kitchen } from './kitchen.js';
import { menus } from './menus.js';
import { orderFor } from './order_for.js';
import { orders } from './orders.js';
import { overview } from './overview.js';
import { residents } from './residents.js';
import { services } from './services.js';
import { site } from './site.js';
import { readings } from './readings.js';
import { staff } from './staff.js';
import { voices } from './voices.js';

export const VIEWS = [
  kitchen,
  orders,
  orderFor,
  bookings,
  overview,
  menus,
  dishes,
  residents,
  services,
  helpers,
  alarms,
  helpRules,
  kiosks,
  voices,
  readings,
  imports,
  staff,
  site,
];
