// SPDX-License-Identifier: GPL-3.0-or-later
// What kiosks can speak, in the order in which it is offered.
export const LOCALES = [
  'zh_CN',
  'zh_HK',
  'zh_CN@shanghai',
  'zh_CN@hangzhou',
  'zh_CN@sichuan',
  'zh_CN@dongbei',
  'zh_CN@henan',
  'zh_CN@shandong',
  'zh_CN@shaanxi',
  'zh_CN@tianjin',
  'zh_CN@wuhan',
  'en',
];

export const localeChoices = (desk) => LOCALES.map((code) => [code, desk.t(`locale.${code}`)]);
