// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of helpers says in Chinese. The same keys stand in texts_visit_en.js.
export const visit_zh_CN = {
  'visit.title': '今天的上门服务',
  'visit.hello': '{name}，{day}',
  'visit.nothing_yet': '请打开服务台发给您的链接。',
  'visit.none': '这一天还没有安排。',
  'visit.over': '已经结束',
  'visit.not_at_home': '不上门',
  'visit.call': '打电话 {phone}',
  'visit.do.on_the_way': '我出发了',
  'visit.do.begun': '到了，开始',
  'visit.do.done': '做完了',
  'visit.do.missed': '找不到人',
  'visit.miss_sure': '找不到 {name}？服务台会马上知道。',
  'visit.photo': '拍一张照片',
  'visit.photo_again': '重新拍一张',
  'visit.photo_unreadable': '这张照片读不出来，请再拍一次。',
  'visit.waiting': '{count} 条还没有发出，有信号时会自动发。',
  'visit.line_down': '现在没有信号，可以照常点，有信号时会自动发。',
  'visit.refused': '服务台已经改了：{sentence}',
  'visit.ended': '这个链接已经失效，请向服务台要新的。',
  'visit.taken': '这个链接已经在另一部手机上打开了，请向服务台要新的。',
};
