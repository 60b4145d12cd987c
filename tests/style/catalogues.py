#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds locales/*.po against the sources: complete, nothing fuzzy or left over, the same places in each sentence. A
dialect's catalogue (zh_CN@sichuan.po) holds only what is said otherwise than in the language before the "@".

catalogues.py [ROOT]   ROOT is the folder that holds src/ and locales/
"""
import glob
import os
import re
import subprocess
import sys
import tempfile

LOCALES = ('zh_CN', 'zh_HK', 'en')
PLACE = re.compile(r'\{\w+\}|%[a-z]')
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')


def entries(path):
    """(line, context, sentence, translation, flags) of each entry but the header."""
    entry, field = {}, None
    for number, line in enumerate(open(path, encoding='utf-8').read().split('\n') + [''], 1):
        word = line.split(' ', 1)[0]
        if not line and entry:
            if entry.get('msgid'):
                yield (entry['line'], entry.get('msgctxt', ''), entry['msgid'], entry.get('msgstr', ''),
                       entry.get('flags', ''))
            entry, field = {}, None
        elif word in ('msgctxt', 'msgid', 'msgstr'):
            field = word
            entry[field] = ''.join(STRING.findall(line))
            entry.setdefault('line', number)
        elif line.startswith('"') and field:
            entry[field] += ''.join(STRING.findall(line))
        elif line.startswith('#,'):
            entry['flags'] = line
        elif line.startswith('#~'):
            entry['line'], entry['msgid'], entry['flags'] = number, 'left over', 'obsolete'


def said(path):
    return {(context, sentence): translation for _, context, sentence, translation, _ in entries(path)}


def faults_of(path, wanted, written=None):
    """`written`: of a dialect, what its written language says."""
    found = set()
    for line, context, sentence, translation, flags in entries(path):
        where = f'{path}:{line}: '
        if 'obsolete' in flags:
            yield where + 'an entry is left over that no source uses'
            continue
        found.add((context, sentence))
        if 'fuzzy' in flags:
            yield where + f'fuzzy: {sentence}'
        if not translation:
            yield where + f'not translated: {sentence}'
        elif sorted(set(PLACE.findall(sentence))) != sorted(set(PLACE.findall(translation))):
            yield where + f'other places than in "{sentence}": {translation}'
        elif written and written.get((context, sentence)) == translation:
            yield where + f'said so already in the written language: {translation}'
        if (context, sentence) not in wanted:
            yield where + f'no source says: {sentence}'
    if written:
        return
    for context, sentence in sorted(wanted - found):
        yield f'{path}:1: missing: {context and context + ": "}{sentence}'


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(__file__), '..', '..')
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        template = os.path.join(folder, 'anban.pot')
        subprocess.run([os.path.join(root, 'locales', 'make_pot'), template], check=True)
        wanted = {(context, sentence) for _, context, sentence, _, _ in entries(template)}
    if not wanted:
        sys.exit('no source says anything: is tr() still called so?')
    folder = os.path.normpath(os.path.join(root, 'locales'))
    dialects = sorted(glob.glob(os.path.join(folder, '*@*.po')))
    for path in [os.path.join(folder, locale + '.po') for locale in LOCALES] + dialects:
        checked = subprocess.run(['msgfmt', '--check', '-o', os.devnull, path], capture_output=True, text=True)
        faults += checked.stderr.splitlines()
        faults += faults_of(path, wanted, said(path.split('@')[0] + '.po') if '@' in path else None)
    print('\n'.join(faults))
    print(f'{len(wanted)} sentences, {len(LOCALES)} languages, {len(dialects)} dialects, {len(faults)} faults')
    sys.exit(1 if faults else 0)


if __name__ == '__main__':
    main()
