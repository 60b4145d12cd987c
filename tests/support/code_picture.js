// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures that tell which they are: a grid of strong colours as a telephone's camera, found again wherever it is shown,
// and the kiosk's moving colour bars.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const COLOURS = {
  red: [200, 20, 20],
  green: [20, 180, 20],
  blue: [20, 20, 210],
  yellow: [210, 200, 20],
  white: [235, 235, 235],
};
const NAMES = Object.keys(COLOURS);
const [COLUMNS, ROWS] = [4, 3];
const SIZE = { width: 320, height: 240 }; // small, so that a busy machine keeps up
// smpte75 of GStreamer, from left to right, when it stands still.
const BARS = ['white', 'yellow', 'cyan', 'green', 'magenta', 'red', 'blue'];
const BAR_COLOURS = {
  ...COLOURS,
  cyan: [20, 190, 190],
  magenta: [190, 20, 190],
  white: [191, 191, 191],
  blue: [16, 16, 191],
};

// The twelve colours of the n-th picture, row by row; neighbours differ.
export function codeOf(n) {
  return Array.from(
    { length: COLUMNS * ROWS },
    (_, at) => NAMES[(at * 2 + n + Math.floor(at / COLUMNS)) % NAMES.length],
  );
}

// BT.601, as cameras speak it.
function yuvOf([red, green, blue]) {
  const y = 16 + (65.7 * red + 129.1 * green + 25.1 * blue) / 256;
  const u = 128 + (-37.9 * red - 74.5 * green + 112.4 * blue) / 256;
  const v = 128 + (112.4 * red - 94.2 * green - 18.3 * blue) / 256;
  return [y, u, v].map(Math.round);
}

function plane(code, part, width, height) {
  const bytes = Buffer.alloc(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const cell = Math.floor((y * ROWS) / height) * COLUMNS + Math.floor((x * COLUMNS) / width);
      bytes[y * width + x] = yuvOf(COLOURS[code[cell]])[part];
    }
  return bytes;
}

// A film of the n-th picture for --use-file-for-fake-video-capture, of `pace` pictures a second.
export function writeFilm(path, n, pace = 15) {
  const { width, height } = SIZE;
  const code = codeOf(n);
  const half = [width / 2, height / 2];
  const frame = [
    Buffer.from('FRAME\n'),
    plane(code, 0, width, height),
    plane(code, 1, ...half),
    plane(code, 2, ...half),
  ];
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F${pace}:1 Ip A1:1 C420mpeg2\n`);
  writeFileSync(path, Buffer.concat([head, ...frame, ...frame]));
}

function nearest(colours, pixel) {
  const far = (name) => colours[name].reduce((sum, part, at) => sum + (part - pixel[at]) ** 2, 0);
  return Object.keys(colours).reduce((best, name) => (far(name) < far(best) ? name : best));
}

// Which picture stands in a box: look(x, y) → [red, green, blue] at a place of it, both 0 to 1. -1: none of them.
export function codeSeen(look) {
  const seen = Array.from({ length: COLUMNS * ROWS }, (_, at) => {
    const [column, row] = [at % COLUMNS, Math.floor(at / COLUMNS)];
    return nearest(COLOURS, look((column + 0.5) / COLUMNS, (row + 0.5) / ROWS));
  });
  return NAMES.findIndex((_, n) => codeOf(n).every((colour, at) => colour === seen[at]));
}

// Whether the bars stand in a box, wherever they have moved to: their colours in their order, around the edge.
export function barsSeen(look) {
  const row = Array.from({ length: 140 }, (_, at) => nearest(BAR_COLOURS, look((at + 0.5) / 140, 0.3)));
  const order = row.filter((colour, at) => colour === row[at + 1] && colour !== row[at - 1]);
  const start = order.indexOf('white', 1) >= 0 ? order.indexOf('white', 1) : 0;
  const turned = [...order.slice(start), ...order.slice(0, start)].filter((colour, at, all) => colour !== all[at - 1]);
  return turned.slice(0, BARS.length).join() === BARS.join();
}

// look(x, y) of a part of a PNG: box [x, y, width, height] in its pixels.
export function lookAt(png, [x, y, width, height]) {
  const area = `${Math.round(width)}x${Math.round(height)}+${Math.round(x)}+${Math.round(y)}`;
  const [columns, rows] = [140, 30];
  const args = ['png:-', '-crop', area, '+repage', '-resize', `${columns}x${rows}!`, '-depth', '8', 'rgb:-'];
  const bytes = execFileSync('convert', args, { input: png });
  return (across, down) => {
    const at = (Math.floor(down * rows) * columns + Math.floor(across * columns)) * 3;
    return [...bytes.subarray(at, at + 3)];
  };
}

// look(x, y) of a part of a virtual display.
export function lookOnDisplay(pixels, [x, y, width, height]) {
  return (across, down) => {
    const colour = pixels.colour(Math.floor(x + across * width), Math.floor(y + down * height));
    return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  };
}

// A picture of 4 : 3 as large as it goes into a box.
export function pictureIn([x, y, width, height]) {
  const [across, down] = [Math.min(width, (height * 4) / 3), Math.min(height, (width * 3) / 4)];
  return [x + (width - across) / 2, y + (height - down) / 2, across, down];
}
