#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compiles one voice into our espeak-ng data.

compile.py ID WORK VOICES   WORK: the folder of voice.py's files; VOICES: the folder of espeak-ng-data
"""
import os
import re
import shutil
import subprocess
import sys

# What espeak-ng says when all is well; it ends with 0 in any case.
EXPECTED = re.compile(r"Can't read dictionary file|Using phonemetable|Compiling: |\t\d+ entries|\t\d+ rules.*\(0\)|$")


def compile_dictionary(voice, language, work, dictionary):
    """LANGUAGE_list and LANGUAGE_rules in WORK become the dictionary of the voice."""
    if os.path.exists(dictionary):
        os.remove(dictionary)
    voices = os.path.dirname(os.path.dirname(dictionary))
    said = subprocess.run(['espeak-ng', '--path=' + voices, '-v', voice, '--compile=' + language], cwd=work,
                          capture_output=True, text=True, check=False)
    wrong = [line for line in (said.stdout + said.stderr).split('\n') if not EXPECTED.match(line)]
    if wrong or not os.path.exists(dictionary):
        sys.exit(f'espeak-ng can not compile the voice {voice}:\n' + '\n'.join(wrong[:20]))


def main():
    name, work, voices = sys.argv[1:]
    data = os.path.join(voices, 'espeak-ng-data')
    os.makedirs(os.path.join(data, 'lang', 'sit'), exist_ok=True)
    shutil.copyfile(os.path.join(work, name + '.voice'), os.path.join(data, 'lang', 'sit', 'cmn-x-' + name))
    for part in ('list', 'rules'):
        shutil.copyfile(os.path.join(work, f'{name}_{part}'), os.path.join(work, f'anban_{name}_{part}'))
    compile_dictionary('cmn-x-' + name, 'cmn-x-' + name, work, os.path.join(data, f'anban_{name}_dict'))
    shutil.copyfile(os.path.join(work, name + '.syllables'), os.path.join(voices, f'cmn-x-{name}.syllables'))


if __name__ == '__main__':
    main()
