#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the dictionary of Cantonese and its table of syllables, jyutping with tone -> phonemes.

cantonese.py VOICES WORK   VOICES: the folder of espeak-ng-data, where yue_dict takes the place of the system's, and
                           yue.syllables is written beside it; WORK: for the sources of the dictionary
Packages: rime-data-jyut6ping3, unicode-data; the phonemes of a syllable are those of espeak-ng's own voice.
"""
import os
import re
import subprocess
import sys

from compile import compile_dictionary
from sources import simplified_forms, unihan
from voice import RULES, entries, write

RIME = '/usr/share/rime-data/'
SYLLABIC = {'m': "'ng", 'ng': "'ng", 'hm': "h'ng", 'hng': "h'ng"}  # the voice has no other
SYLLABLE = re.compile('[a-z]+[1-6]$')
LONGEST = 6
COMMON = 500  # how often a word that is read as its characters must stand in the essay to be taken


def rime_lines(name):
    """(word, syllables, how many of a hundred read it so), the most first; 100 where nothing is said."""
    with open(RIME + name, encoding='utf-8') as lines:
        for line in lines:
            cells = line.rstrip('\n').split('\t')
            syllables = cells[1].split() if len(cells) > 1 else []
            if syllables and len(syllables) == len(cells[0]) and all(SYLLABLE.match(s) for s in syllables):
                share = cells[2].strip() if len(cells) > 2 else ''
                yield cells[0], syllables, float(share.strip('%')) if share.endswith('%') else 100.0


def best_readings(name, preferred):
    """Of several readings that are as common the one that is preferred, else the first."""
    found = {}
    for word, syllables, share in rime_lines(name):
        rank = (share, preferred.get(word) == syllables)
        if word not in found or rank > found[word][0]:
            found[word] = (rank, syllables)
    return {word: syllables for word, (rank, syllables) in found.items() if rank[0] > 0}


def hong_kong_forms():
    """How a character is written there: 爲 is 為."""
    with open(RIME + 'opencc/HKVariantsFull.txt', encoding='utf-8') as lines:
        return {cells[0]: cells[1].split()[0] for cells in (line.rstrip('\n').split('\t') for line in lines) if len(cells) > 1}


def counts():
    with open(RIME + 'essay-cantonese.txt', encoding='utf-8') as lines:
        return {word: int(count) for word, _, count in (line.rstrip('\n').partition('\t') for line in lines) if count.isdigit()}


def own_words(path):
    with open(path, encoding='utf-8') as lines:
        for number, line in enumerate(lines, 1):
            word, _, syllables = line.split('#')[0].strip().partition('\t')
            syllables = syllables.split()
            if word and (len(syllables) != len(word) or not all(SYLLABLE.match(s) for s in syllables)):
                sys.exit(f'{path}:{number}: "{word}" needs {len(word)} syllables of jyutping, as in nei5 hou2')
            if word:
                yield word, syllables


def gather(own):
    """word or character -> syllables, in the forms of Hong Kong, of Taiwan and of the mainland."""
    preferred = {character: value.split()[:1] for _, character, value in unihan('Readings', 'kCantonese')}
    characters = best_readings('jyut6ping3.chars.dict.yaml', preferred)
    characters.update({word: syllables for word, syllables in own.items() if len(word) == 1})
    words, common = best_readings('jyut6ping3.words.dict.yaml', {}), counts()
    out = dict(characters)
    for word, syllables in {**words, **own}.items():
        special = syllables != [one for c in word for one in characters.get(c, [''])]
        if 1 < len(word) <= LONGEST and (special or word in own or common.get(word, 0) >= COMMON):
            out[word] = syllables
    for forms in (hong_kong_forms(), simplified_forms()):
        for word, syllables in list(out.items()):
            out.setdefault(''.join(forms.get(c, c) for c in word), syllables)
    return {**preferred, **out}


def syllable_table(letters):
    """What espeak-ng says to each syllable in each tone."""
    syllables = sorted(one + tone for one in letters for tone in '123456')
    said = subprocess.run(['espeak-ng', '-v', 'sit/yue-Latn-jyutping', '-q', '-x'], text=True,
                          input='\n\n'.join(syllables) + '\n', capture_output=True, check=True).stdout
    answers = [line.strip().removesuffix('_|') for line in said.split('\n') if line.strip()]
    if len(answers) != len(syllables):
        sys.exit(f'espeak-ng gives {len(answers)} answers to {len(syllables)} syllables of Cantonese')
    table = {}
    for syllable, phonemes in zip(syllables, answers):
        if syllable[:-1] in SYLLABIC:
            table[syllable] = SYLLABIC[syllable[:-1]] + syllable[-1]
        elif '_' not in phonemes and '|' not in phonemes and syllable[-1] in phonemes:
            table[syllable] = phonemes
    return table


def main():
    voices, work = sys.argv[1:]
    own = dict(own_words(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'words_yue.txt')))
    words = gather(own)
    table = syllable_table({one[:-1] for syllables in words.values() for one in syllables if SYLLABLE.match(one)})
    said = {word: [table[one] for one in syllables] for word, syllables in words.items() if all(s in table for s in syllables)}
    write(voices, 'yue.syllables', ''.join(f'{key}\t{value}\n' for key, value in table.items()))
    write(work, 'yue_list', entries({word: sounds for word, sounds in said.items() if all(c in said for c in word)}))
    write(work, 'yue_rules', RULES)
    compile_dictionary('yue', 'yue', work, os.path.join(voices, 'espeak-ng-data', 'yue_dict'))


if __name__ == '__main__':
    main()
