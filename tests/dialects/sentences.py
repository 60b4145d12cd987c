#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every sentence of the catalogues can be said by its voice: a syllable for each character, none passed over or spelt.

sentences.py VOICES   VOICES: the folder of espeak-ng-data
"""
import glob
import os
import re
import subprocess
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
sys.path.insert(0, os.path.join(ROOT, 'tests', 'style'))

from catalogues import PLACE, entries  # noqa: E402

HAN = re.compile('[\u3400-\u9fff\U00020000-\U0003ffff]')
TONE = re.compile(r'\d+')  # each syllable has one


def sentences(path):
    """What is written there, with its places left empty."""
    for _, _, _, translation, _ in entries(path):
        text = ''.join(HAN.findall(PLACE.sub('', translation)))
        if text:
            yield text


def said(voices, voice, texts):
    """The lines that espeak-ng answers with, one a sentence."""
    done = subprocess.run(['espeak-ng', '--path=' + voices, '-v', voice, '-q', '-x'], text=True, capture_output=True,
                          input=''.join(text + '。\n\n' for text in texts), check=True)
    return [line for line in done.stdout.split('\n') if line.strip()]


def faults_of(voices, voice, texts):
    lines = said(voices, voice, texts)
    if len(lines) != len(texts):
        yield f'{voice}: {len(lines)} answers to {len(texts)} sentences'
        return
    for text, line in zip(texts, lines):
        if '(en)' in line or len(TONE.findall(line)) != len(text):
            yield f'{voice}: {text} has {len(text)} characters and is said as {line}'


def main():
    voices, faults, count = sys.argv[1], [], 0
    mandarin = list(sentences(os.path.join(ROOT, 'locales', 'zh_CN.po')))
    jobs = [('cmn-x-standard', mandarin), ('yue', list(sentences(os.path.join(ROOT, 'locales', 'zh_HK.po'))))]
    for path in sorted(glob.glob(os.path.join(ROOT, 'locales', 'zh_CN@*.po'))):
        jobs.append(('cmn-x-' + path.split('@')[1][:-len('.po')], mandarin + list(sentences(path))))
    for voice, texts in jobs:
        texts = sorted(set(texts))
        faults += faults_of(voices, voice, texts)
        count += len(texts)
    print('\n'.join(faults))
    print(f'{count} sentences by {len(jobs)} voices, {len(faults)} faults')
    sys.exit(1 if faults else 0)


if __name__ == '__main__':
    main()
