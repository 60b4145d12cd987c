// SPDX-License-Identifier: GPL-3.0-or-later
// How pinyin-pro or to-jyutping reads: lines on stdin, to each a line with a syllable for every character, "-" where it
// has none.
//   node peers.js pinyin|surname|jyutping < LINES
import { readFileSync } from "node:fs";
import { pinyin } from "pinyin-pro";
import { getJyutpingList } from "to-jyutping";

const by = {
  pinyin: (text) => mandarin(text, {}),
  surname: (text) => mandarin(text, { surname: "head" }),
  jyutping: (text) => getJyutpingList(text).map(([, said]) => said ?? "-"),
};

function mandarin(text, more) {
  const said = pinyin(text, { toneType: "num", type: "array", v: true, toneSandhi: false, nonZh: "spaced", ...more });
  return said.map((one) => (/^[a-zü]+[0-5]$/.test(one) ? one.replace(/0$/, "5") : "-"));
}

const lines = readFileSync(0, "utf8").split("\n").slice(0, -1);
for (const line of lines) console.log(by[process.argv[2]](line).join(" "));
