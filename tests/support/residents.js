// SPDX-License-Identifier: GPL-3.0-or-later
// People of the demonstration community (src/server/model/demo_data.c) as the tests need them.

export const JI = { name: '𠮷玉兰', pin: '1357' };
export const CHEN = { name: '陈国强', pin: '2468' };
export const SHAW = { name: 'Margaret Shaw', pin: '8024' };
