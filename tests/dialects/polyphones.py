#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks each voice how it reads the phrases of a list, and tells how many it reads right.

polyphones.py VOICES SAMPLES   VOICES: the folder of espeak-ng-data; SAMPLES: the folder of polyphones.tsv, phrase<tab>pinyin,
                               and of shanghai.tsv, word<tab>spelling of Wu

Of Mandarin syllables and tones are held against the list, the third tone and its kin as sandhi makes them. A dialect has
other tones on purpose, so there what counts is the syllable: the one its table makes of that pinyin.
"""
import os
import re
import subprocess
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
TABLES = os.path.join(ROOT, 'assets', 'dialects')
sys.path.insert(0, TABLES)

import mandarin  # noqa: E402
import wu  # noqa: E402
from pinyin import split  # noqa: E402
from table import read_table  # noqa: E402
from voice import Phonemes  # noqa: E402

FLOOR = {'standard': 99.0}
DIALECT_FLOOR = 97.0
# What sandhi makes of espeak-ng's tones: the neutral one goes by the tone before it.
MAY_BE = {'55': ('55',), '35': ('35',), '214': ('214', '21', '35'), '51': ('51', '53'), '11': ('11', '22', '33', '44')}
SYLLABLE = re.compile(r"_\|?\s*|\|\|")


def samples(path):
    with open(path, encoding='utf-8') as lines:
        for line in lines:
            phrase, _, pinyin = line.rstrip('\n').partition('\t')
            if pinyin and phrase[0] != '#':
                yield phrase, pinyin.split()


def heard(voices, voice, phrases):
    """For each phrase its syllables as espeak-ng's phonemes; a full stop keeps them from each other."""
    said = subprocess.run(['espeak-ng', '--path=' + voices, '-v', 'cmn-x-' + voice, '-q', '-x'], text=True,
                          input=''.join(phrase + '。\n\n' for phrase in phrases), capture_output=True, check=True).stdout
    lines = [line for line in said.split('\n') if line.strip()]
    if len(lines) != len(phrases):
        sys.exit(f'{voice}: {len(lines)} answers to {len(phrases)} phrases')
    return [[s.strip() for s in SYLLABLE.split(line) if s.strip()] for line in lines]


def parts(phonemes):
    """(sound, tone) of a syllable."""
    tone = re.search(r'0?[1-5]+', phonemes)
    sound = phonemes.replace("'", '').replace(',', '')
    return re.sub(r'0?[1-5]+', '', sound, count=1), tone.group() if tone else ''


def expected(maker, phrase, pinyin):
    """The (sound, tone) that each syllable may have."""
    return [[parts(maker.say(maker.one(c, p))) for p in choices.split('/')] for c, choices in zip(phrase, pinyin)]


def agrees(voice, want, got):
    said, said_tone = got
    return any(sound == said and (voice != 'standard' or said_tone in MAY_BE[tone]) for sound, tone in want)


def check(voices, voice, cases, rows):
    table = read_table(os.path.join(TABLES, voice + '.dialect'), os.path.join(TABLES, 'sounds.txt'), split)
    maker = mandarin.read_characters(table, Phonemes(table), rows)
    wrong = []
    for (phrase, pinyin), said in zip(cases, heard(voices, voice, [phrase for phrase, _ in cases])):
        want = expected(maker, phrase, pinyin)
        got = [parts(s) for s in said]
        if len(want) != len(got) or not all(agrees(voice, w, g) for w, g in zip(want, got)):
            wrong.append(f'{phrase}\t{" ".join(pinyin)}\tsaid: {" ".join(said)}')
    return tell(voice, cases, wrong)


def check_wu(voices, voice, cases):
    """The sounds alone: what the tones of a word are is measured elsewhere."""
    table = read_table(os.path.join(TABLES, voice + '.dialect'), os.path.join(TABLES, 'sounds.txt'), split)
    maker = wu.Wu(table, Phonemes(table))
    wrong = []
    for (word, spelt), said in zip(cases, heard(voices, voice, [word for word, _ in cases])):
        want = [parts(maker.say(maker.syllable(c, s), '3'))[0] for c, s in zip(word, spelt)]
        if want != [parts(s)[0] for s in said]:
            wrong.append(f'{word}\t{" ".join(spelt)}\tsaid: {" ".join(said)}')
    return tell(voice, cases, wrong)


def tell(voice, cases, wrong):
    right = 100 * (1 - len(wrong) / len(cases))
    print(f'{voice}: {right:.1f} % of {len(cases)} phrases right')
    for line in wrong:
        print('   ' + line)
    return right >= FLOOR.get(voice, DIALECT_FLOOR)


def main():
    voices, folder = sys.argv[1:3]
    cases = list(samples(os.path.join(folder, 'polyphones.tsv')))
    names = sorted(name[:-len('.dialect')] for name in os.listdir(TABLES) if name.endswith('.dialect'))
    spelt = [name for name in names if 'base wugniu' not in open(os.path.join(TABLES, name + '.dialect'), encoding='utf-8').read()]
    asked = set(''.join(phrase for phrase, _ in cases))
    rows = [row for row in mandarin.rows_of(os.path.join(voices, 'work', 'readings'), 'c') if row[1] in asked]
    results = [check(voices, name, cases, rows) for name in spelt]
    results.append(check_wu(voices, 'shanghai', list(samples(os.path.join(folder, 'shanghai.tsv')))))
    sys.exit(0 if all(results) else 1)


if __name__ == '__main__':
    main()
