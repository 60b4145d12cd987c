#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the table of syllables for Cantonese, jyutping with tone -> phonemes, by asking espeak-ng's own voice.

cantonese.py VOICES   VOICES/yue.syllables is written; VOICES: the folder of espeak-ng-data
"""
import os
import subprocess
import sys

from sources import unihan

SYLLABIC = {'m': "'ng", 'ng': "'ng", 'hm': "h'ng", 'hng': "h'ng"}  # the voice has no other


def main():
    voices = sys.argv[1]
    letters = {one[:-1] for _, _, value in unihan('Readings', 'kCantonese') for one in value.split() if one[-1].isdigit()}
    syllables = sorted(one + tone for one in letters for tone in '123456')
    said = subprocess.run(['espeak-ng', '--path=' + voices, '-v', 'sit/yue-Latn-jyutping', '-q', '-x'], text=True,
                          input='\n\n'.join(syllables) + '\n', capture_output=True, check=True).stdout
    answers = [line.strip().removesuffix('_|') for line in said.split('\n') if line.strip()]
    if len(answers) != len(syllables):
        sys.exit(f'espeak-ng gives {len(answers)} answers to {len(syllables)} syllables of Cantonese')
    with open(os.path.join(voices, 'yue.syllables'), 'w', encoding='utf-8') as out:
        for syllable, phonemes in zip(syllables, answers):
            if syllable[:-1] in SYLLABIC:
                out.write(f'{syllable}\t{SYLLABIC[syllable[:-1]]}{syllable[-1]}\n')
            elif '_' not in phonemes and '|' not in phonemes and syllable[-1] in phonemes:
                out.write(f'{syllable}\t{phonemes}\n')


if __name__ == '__main__':
    main()
