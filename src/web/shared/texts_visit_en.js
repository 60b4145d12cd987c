// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of helpers says in English. The same keys stand in texts_visit_zh_CN.js.
export const visit_en = {
  'visit.title': 'Today’s visits',
  'visit.hello': '{name}, {day}',
  'visit.nothing_yet': 'Please open the link that the desk gave you.',
  'visit.none': 'Nothing is arranged for this day yet.',
  'visit.over': 'Over',
  'visit.not_at_home': 'Not at home',
  'visit.call': 'Call {phone}',
  'visit.do.on_the_way': 'I am on the way',
  'visit.do.begun': 'I am here and begin',
  'visit.do.done': 'Done',
  'visit.do.missed': 'I can’t find them',
  'visit.miss_sure': 'Is {name} nowhere to be found? The desk will know at once.',
  'visit.photo': 'Take a photo',
  'visit.photo_again': 'Take another photo',
  'visit.photo_unreadable': 'This photo can’t be read. Please take it again.',
  'visit.waiting': '{count} not sent yet; they go by themselves once there is a line.',
  'visit.line_down': 'There is no line. Tap as usual; it is sent by itself later.',
  'visit.refused': 'The desk has changed it: {sentence}',
  'visit.ended': 'This link is not good any more. Please ask the desk for a new one.',
  'visit.taken': 'This link was opened on another telephone. Please ask the desk for a new one.',
};
