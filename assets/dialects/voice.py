#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes of a dialect's table and the readings what espeak-ng compiles into a voice.

voice.py TABLE READINGS OUT   writes OUT/ID_list, OUT/ID_rules (the dictionary's sources), OUT/ID.syllables (pinyin with
                              tone -> phonemes), OUT/ID.voice (the voice file) and OUT/ID.tones (for anban-phonemes);
                              ID is the table's file name without its end
"""
import os
import sys

import mandarin
import wu
from pinyin import split
from table import read_table

DIGITS = '零一二三四五六七八九'
# A Latin word is read as English, by the other dictionary in our data.
RULES = ''.join(f'.group {letter}\n  {letter} _^_EN\n' for letter in 'abcdefghijklmnopqrstuvwxyz')


class Phonemes:
    """Spelling and tone of a syllable as phonemes, by the sounds of the table."""

    def __init__(self, table):
        self.table = table

    def tone(self, chao):
        """The name of the phoneme: with a 0 before it none of espeak-ng's own tones, which Mandarin's sandhi knows."""
        return '0' + chao

    def of(self, initial, final, tone, neutral=False):
        """None when the table has no sound for it."""
        sounds = self.table.sounds
        if final not in sounds['final'] or (initial and initial not in sounds['initial']):
            return None
        vowel = sounds['final'][final][0 if initial else 1]
        if final == '-i' and initial in ('zh', 'ch', 'sh', 'r'):
            vowel = vowel.replace('i[', 'i.')
        if neutral:
            vowel = vowel.replace("'", '')
        return (sounds['initial'][initial][0] if initial else '') + vowel.replace('T', tone)


def write(folder, name, text):
    with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
        file.write(text)


def entries(words):
    """The dictionary: characters first, then words from short to long, for espeak-ng takes the last that fits."""
    lines = []
    for word in sorted(words, key=lambda word: (len(word), word)):
        text = words[word][0] if len(word) == 1 else '||'.join(words[word])
        lines.append(f'{word}\t{text}' if len(word) == 1 else f'({" ".join(word)})\t{text}')
    lines += [f'_{i}\t{words[digit][0]}' for i, digit in enumerate(DIGITS) if digit in words]
    return '\n'.join(lines) + '\n'


def main():
    path, readings, out = sys.argv[1:]
    table = read_table(path, os.path.join(os.path.dirname(os.path.abspath(__file__)), 'sounds.txt'), split)
    made = {'pinyin': mandarin, 'wugniu': wu}[table.base].make(table, Phonemes(table), readings)
    write(out, table.id + '_list', entries(made.words))
    write(out, table.id + '_rules', RULES)
    write(out, table.id + '.syllables', ''.join(f'{key}\t{value}\n' for key, value in sorted(made.syllables.items())))
    write(out, table.id + '.voice', f'name {table.name}\nlanguage cmn-x-{table.id}\nphonemes cmn-{table.id}\n'
          f'dictionary anban_{table.id}\nwords 1\npitch {table.pitch[0]} {table.pitch[1]}\n')
    write(out, table.id + '.tones', f'table cmn-{table.id} cmn\n' +
          ''.join(f'tone {name} {chao}\n' for name, chao in sorted(made.tones.items())) +
          ''.join(f'vowel {name} {" ".join(like)}\n' for name, like in table.vowels.items()))


if __name__ == '__main__':
    main()
