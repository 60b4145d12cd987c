// SPDX-License-Identifier: GPL-3.0-or-later
// The views in the order they are offered, and who may see each.
import { kitchen } from './kitchen.js';

export const VIEWS = [kitchen];
