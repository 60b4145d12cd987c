// SPDX-License-Identifier: GPL-3.0-or-later
// How a booking stands, in Chinese: the desk and helpers say it alike. The same keys stand in texts_bookings_en.js.
export const bookings_zh_CN = {
  'booking.requested': '等待安排',
  'booking.accepted': '已安排',
  'booking.on_the_way': '在路上',
  'booking.begun': '正在服务',
  'booking.done': '已完成',
  'booking.confirmed': '长者已确认',
  'booking.cancelled': '已取消',
  'booking.declined': '未能安排',
  'booking.missed': '没有找到人',
  'booking.note': '留言：{note}',
};
