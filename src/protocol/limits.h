// SPDX-License-Identifier: GPL-3.0-or-later
// How long and how many things may be, for kiosk, server and pages. Sizes are bytes of UTF-8 with the end.
#pragma once

#define NAME_SIZE 64   // a person's or a dish's name
#define ROOM_SIZE 32   // a room, a building, a delivery place
#define TEXT_SIZE 256  // a sentence
#define KIND_SIZE 32   // a message's or an event's kind
#define LOCALE_SIZE 12 // "zh_CN"
#define CARD_SIZE 32   // a card's number
#define PHONE_SIZE 24

#define MOST_RESIDENTS 500
#define MOST_DISHES 500
#define MOST_MENU_DAYS 8    // today and the 7 days ahead
#define MOST_MENU_DISHES 40 // of one meal
#define MOST_ORDER_ITEMS 12 // of one order
#define MOST_ORDERS 6000    // in a snapshot: three meals of eight days for 250 residents
#define MOST_CONTACTS 6
#define MOST_PRICE_FEN 100000 // 1000 yuan
#define MOST_ITEM_COUNT 9

#define MOST_BODY_BYTES 65536          // of a JSON request
#define MOST_IMPORT_BYTES (2 << 20)    // of a CSV file
#define MOST_PICTURE_BYTES (512 << 10) // of a portrait or a dish's picture
#define MOST_SNAPSHOT_BYTES (8 << 20)
