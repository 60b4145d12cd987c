#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lays out espeak-ng data of our own: copies of what our voices need of the system's, and our tables of phonemes.

data.py SYSTEM VOICES PHONEMES TONES...   SYSTEM: espeak-ng's data; VOICES/espeak-ng-data is written; PHONEMES: the
                                          program anban-phonemes; TONES: files of voice.py

Copies, not links: a dictionary refers to the phonemes of one phontab by number, which a new package would change.
"""
import os
import shutil
import subprocess
import sys

# Mandarin as the system has it, Cantonese without its dictionary, and the English that a Latin word is read in.
NEEDED = ('intonations', 'cmn_dict', 'en_dict', 'lang/sit/cmn-Latn-pinyin', 'lang/sit/yue', 'lang/gmw/en',
          'lang/gmw/en-US')


def main():
    system, voices, phonemes, tones = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:]
    own = os.path.join(voices, 'espeak-ng-data')
    for name in NEEDED:
        path = os.path.join(own, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        shutil.copyfile(os.path.join(system, name), path)
    shutil.copytree(os.path.join(system, 'voices', '!v'), os.path.join(own, 'voices', '!v'), dirs_exist_ok=True)
    tables = os.path.join(voices, 'work', 'tables')
    with open(tables, 'w', encoding='utf-8') as out:
        for path in sorted(tones):
            out.write(open(path, encoding='utf-8').read())
    sys.exit(subprocess.run([phonemes, system, own, tables], check=False).returncode)


if __name__ == '__main__':
    main()
