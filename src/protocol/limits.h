// SPDX-License-Identifier: GPL-3.0-or-later
// How long and how many things may be, for kiosk, server and pages. Sizes are bytes of UTF-8 with the end.
#pragma once

#include "base/locale.h" // LOCALE_SIZE

#define NAME_SIZE 64  // a person's or a dish's name
#define ROOM_SIZE 32  // a room, a building, a delivery place
#define TEXT_SIZE 256 // a sentence
#define KIND_SIZE 32  // a message's or an event's kind
#define CARD_SIZE 32  // a card's number
#define PHONE_SIZE 24

#define MOST_RESIDENTS 500
#define MOST_DISHES 500
#define MOST_MENU_DAYS 8    // today and the 7 days ahead
#define MOST_MENU_DISHES 40 // of one meal
#define MOST_ORDER_ITEMS 12 // of one order
#define MOST_ORDERS 6000    // in a snapshot: three meals of eight days for 250 residents
#define MOST_OWN_HELP 8     // calls for help of one kiosk, in its snapshot
#define MOST_HELP_STEPS 24  // of one call for help, as kiosks and pages have it
#define MOST_CONTACTS 6
#define MOST_PACKS 40         // recorded voices of a site
#define MOST_PRICE_FEN 100000 // 1000 yuan
#define MOST_ITEM_COUNT 9

#define MOST_SERVICES 40          // kinds on offer
#define MOST_SERVICE_MINUTES 600  // that one takes
#define MOST_NOTICE_MINUTES 43200 // ahead: a month
#define MOST_FREE_TIMES 24        // of one kind, in a snapshot
#define MOST_BOOKINGS 4000        // in a snapshot
#define MOST_NEXT_TIMES 3         // offered to who came too late for a time

#define MOST_FAMILY 12      // of one resident: two pages of faces
#define MOST_CALL_FAMILY 4  // of them in one call
#define MOST_CALL_MEMBERS 8 // whom a call shows: those in it, and who has left, as far as there is room
#define MOST_FAMILIES 3000  // members of all families, in a snapshot
#define MOST_RECORDS 20     // of one resident's calls in a snapshot
#define MOST_ALL_RECORDS 3000
#define MOST_VOICES 10 // of one resident's voice messages in a snapshot
#define MOST_ALL_VOICES 2000

#define CALL_RING_MS 45000 // at most, then nobody answers; kiosks and pages give up by themselves a little later
#define CALL_GONE_MS 8000  // a device whose event stream is away for so long is gone

#define MOST_SDP_BYTES (32 << 10)
#define MOST_CANDIDATE_BYTES 1024
#define MOST_SIGNAL_BYTES (40 << 10) // of its data, as JSON
#define MOST_VOICE_BYTES (1 << 20)   // of a voice message
#define MOST_VOICE_SECONDS 60
#define MOST_BODY_BYTES 65536          // of a JSON request
#define MOST_IMPORT_BYTES (2 << 20)    // of a CSV file
#define MOST_UPLOAD_BYTES (12 << 20)   // of a picture as it comes from a camera
#define MOST_PICTURE_BYTES (512 << 10) // of a portrait or a dish's picture as it is kept
#define MOST_RECORDING_BYTES (6 << 20) // of a recording as it is sent: a minute of WAV
#define MOST_CLIP_BYTES (512 << 10)    // of a clip as kiosks have it
#define MOST_SNAPSHOT_BYTES (8 << 20)
