#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""./bench reading: how often the kiosk reads right, beside pinyin-pro or to-jyutping and espeak-ng's own voice.

reading.py VOICES SPOKEN [FORM FILE]   VOICES: the folder of espeak-ng-data; SPOKEN: anban_bench_spoken. Without a form: all,
                                       on the lists beside this file. Lines of a FILE that begin with "#" are passed over.
  polyphones    sentence, number of a character from 0, its pinyin
  names         a name or how somebody is called, its pinyin
  dishes        a dish, its pinyin
  cantonese     a sentence, its jyutping
  normalising   set, kind, as it is written, as it is said; what differs from it by no more than 两 and 二, 幺 and 一, 块 and
                元, 号 and 日, by signs and by the case of letters counts as right
Syllables have a space between them, "/" stands between those that are right. What sandhi makes of a tone counts as that tone.
"""
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..', '..', 'dialects'))

from polyphones import MAY_BE, SYLLABLE, parts  # noqa: E402

HAN = re.compile('[\u3007\u3400-\u9fff\U00020000-\U0003ffff]+')
OF_YI_AND_BU = ('55', '35', '51', '53', '11', '22', '33', '44')
SHOWN = 40  # faults of a list
ALIKE = str.maketrans('两兩幺块塊號号', '二二一元元日日')
HEAD = ('text', 'set', 'name', 'dish')  # the first word of a line that names the columns


def rows(path):
    with open(path, encoding='utf-8') as lines:
        for line in lines:
            cells = line.rstrip('\n').split('\t')
            if len(cells) > 1 and line[0] != '#' and cells[0] not in HEAD:
                yield cells


def run(words, lines):
    done = subprocess.run(words, input=''.join(line + '\n' for line in lines), capture_output=True, text=True, check=False)
    if done.returncode != 0 or done.stdout.count('\n') != len(lines):
        sys.exit(f'{" ".join(words)}: {done.stdout.count(chr(10))} answers to {len(lines)} lines\n{done.stderr}')
    return done.stdout.split('\n')[:-1]


class Espeak:
    """A voice of espeak-ng; it is asked in runs of Chinese characters, each by itself."""

    def __init__(self, voice, folder=None):
        self.command = ['espeak-ng', *(['--path=' + folder] if folder else []), '-v', voice, '-q', '-x']

    def read(self, texts):
        """For each text its syllables as phonemes."""
        said = subprocess.run(self.command, text=True, input=''.join(text + '。\n\n' for text in texts), capture_output=True,
                              check=True).stdout
        lines = [line for line in said.split('\n') if line.strip()]
        if len(lines) != len(texts):
            sys.exit(f'{self.command[-3]}: {len(lines)} answers to {len(texts)} texts')
        return [[parts(s.strip()) for s in SYLLABLE.split(line) if s.strip()] for line in lines]


class Kiosk:
    """Our own voice: figures become words first, and what a syllable is in phonemes stands in the voice's table."""

    def __init__(self, voices, spoken, locale):
        voice = {'zh_CN': 'cmn-x-standard', 'zh_HK': 'yue'}[locale]
        self.voice, self.spoken = Espeak(voice, voices), [spoken, locale]
        with open(os.path.join(voices, voice + '.syllables'), encoding='utf-8') as lines:
            self.table = {key: parts(value) for key, value in (line.rstrip('\n').split('\t') for line in lines)}

    def sounds(self, syllables):
        return {one: self.table.get(one) for one in syllables}

    def words(self, lines):
        return [answer.split('\t') for answer in run(self.spoken, lines)]


class Stock:
    """The voice that espeak-ng has for the language; it speaks syllables too, which tells how they are in phonemes."""

    def __init__(self, voice, spelling):
        self.voice, self.spelling = Espeak(voice), Espeak(spelling)

    def sounds(self, syllables):
        known = sorted(syllables)
        said = self.spelling.read([re.sub('5$', '', one) if one[-1] == '5' else one for one in known])
        return {one: (said[i] or [None])[0] for i, one in enumerate(known)}

    @staticmethod
    def words(lines):
        return [(line.split('\t') + ['0'])[:2] for line in lines]


def run_around(text, number):
    """The run of Chinese characters with that one in it, and its number there."""
    for run_ in HAN.finditer(text):
        if run_.start() <= number < run_.end():
            return run_.group(), number - run_.start()
    return '', -1


def same(character, want, got):
    """Whether a syllable that is heard is the one that is wanted, as sandhi may make it."""
    if want is None or got is None or want[0] != got[0]:
        return False
    if character in '一不':
        return got[1] in OF_YI_AND_BU
    return got[1] in MAY_BE.get(want[1], (want[1],))


def right(word, pinyin, got, sounds):
    return len(word) == len(got) == len(pinyin) and all(
        any(same(c, sounds[one], g) for one in choices.split('/')) for c, choices, g in zip(word, pinyin, got))


def of_syllables(pinyin):
    return {one for syllables in pinyin for choices in syllables for one in choices.split('/')}


def by_espeak(reader, cases):
    """cases: (line for the normaliser, what is looked at, its pinyin). True for each that is right."""
    asked = []
    for (_, _, pinyin), (text, number) in zip(cases, reader.words([case[0] for case in cases])):
        asked.append(run_around(text, int(number)) if len(pinyin) == 1 else (''.join(HAN.findall(text)), -1))
    heard = reader.voice.read([text or '好' for text, _ in asked])
    sounds = reader.sounds(of_syllables(case[2] for case in cases))
    out = []
    for (_, word, pinyin), (text, number), got in zip(cases, asked, heard):
        if number >= 0:
            got = got[number:number + 1] if len(got) == len(text) else []
        out.append(right(word, pinyin, got, sounds))
    return out


def by_peer(kind, cases):
    said = run(['node', os.path.join(HERE, 'peers.js'), kind], [case[0].split('\t')[0] for case in cases])
    out = []
    for (line, word, pinyin), answer in zip(cases, said):
        text, _, number = line.partition('\t')
        got = answer.split()
        got = got[int(number):int(number) + 1] if number else [g for c, g in zip(text, got) if HAN.match(c)]
        out.append(len(got) == len(pinyin) and all(c in '一不' or g in choices.split('/')
                                                   for c, choices, g in zip(word, pinyin, got)))
    return out


def cases_of(form, path):
    for cells in rows(path):
        if form == 'polyphones':
            yield f'{cells[0]}\t{cells[1]}', cells[0][int(cells[1])], [cells[2].replace('u:', 'v')]
        else:
            pinyin = cells[1].replace('u:', 'v').split()
            yield cells[0], ''.join(HAN.findall(cells[0])), pinyin


def tell(who, results, cases=()):
    count = sum(results)
    print(f'{who}: {count} of {len(results)}, {100 * count / max(1, len(results)):.1f} %')
    wrong = [case for case, good in zip(cases, results) if not good]
    for line, word, want in wrong[:SHOWN]:
        print(f'   {line}\t{word}\t{" ".join(want)}')
    if len(wrong) > SHOWN:
        print(f'   and {len(wrong) - SHOWN} more')
    return f'{count} of {len(results)}'


def read_aloud(form, path, voices, spoken):
    cases = list(cases_of(form, path))
    if form == 'cantonese':
        kiosk, stock, peer = Kiosk(voices, spoken, 'zh_HK'), Stock('yue', 'yue-latn-jyutping'), ('to-jyutping', 'jyutping')
    else:
        kiosk, stock = Kiosk(voices, spoken, 'zh_CN'), Stock('cmn-latn-pinyin', 'cmn-latn-pinyin')
        peer = ('pinyin-pro', 'surname' if form == 'names' else 'pinyin')
    tell('espeak-ng', by_espeak(stock, cases))
    tell(peer[0], by_peer(peer[1], cases))
    return tell('the kiosk', by_espeak(kiosk, cases), cases)


def plain(text):
    return re.sub(r'[\W_]', '', text.lower().translate(ALIKE))


def normalising(path, voices, spoken):
    cases = [cells[-2:] for cells in rows(path)]
    said = [text for text, _ in Kiosk(voices, spoken, 'zh_CN').words([written for written, _ in cases])]
    results = [plain(got) in [plain(one) for one in want.split('/')] for (_, want), got in zip(cases, said)]
    return tell('the kiosk', results, [(written, got, [want]) for (written, want), got in zip(cases, said)])


def measure(form, path, voices, spoken):
    print(f'== {form}: {os.path.basename(path)}')
    return normalising(path, voices, spoken) if form == 'normalising' else read_aloud(form, path, voices, spoken)


def main():
    voices, spoken, *more = sys.argv[1:]
    forms = ('polyphones', 'names', 'dishes', 'normalising', 'cantonese')
    if more and (more[0] not in forms or len(more) != 2):
        sys.exit('./bench reading [' + '|'.join(forms) + ' FILE]')
    for form in more[:1] or forms:
        last = measure(form, more[1] if more else os.path.join(HERE, form + '.tsv'), voices, spoken)
        print(last)


if __name__ == '__main__':
    main()
