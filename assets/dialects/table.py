# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a dialect's table. docs/dialects.md tells what may stand in one; what may not is refused with file and line."""
import fnmatch
import os
import re
import sys

CLASSES = {'clear': 'C', 'sonorant': 'S', 'voiced': 'V'}
CHAO = re.compile(r'[1-5]{1,4}$')


class Wrong(Exception):
    """What is wrong with a line."""


def expect(good, why):
    if not good:
        raise Wrong(why)


class Rule:
    """initial zh -> z after … before … entering … rime …: one change of a syllable, where its conditions hold."""

    def __init__(self, part, words):
        expect('->' in words, 'a rule needs "->", as in: initial zh -> z')
        arrow = words.index('->')
        ends = [i for i, word in enumerate(words) if word in ('after', 'before', 'entering', 'rime', 'not')]
        end = ends[0] if ends else len(words)
        self.part, self.old, self.new = part, words[:arrow], words[arrow + 1:end]
        expect(self.old, 'nothing stands before "->"')
        expect(len(self.new) in (1, len(self.old)), 'after "->" stands one spelling, or as many as before it')
        self.conditions = []
        for start, stop in zip(ends, ends[1:] + [len(words)]):
            kind, values = words[start], words[start + 1:stop]
            expect(kind in ('entering', 'not') or values, f'nothing stands after "{kind}"')
            if kind == 'entering':
                expect(all(v in CLASSES for v in values), 'after "entering" stand clear, sonorant, voiced or nothing')
            self.conditions.append((kind, values))

    def holds(self, one):
        negated = False
        for kind, values in self.conditions:
            if kind == 'not':
                negated = True
                continue
            if kind == 'entering':
                good = one.entering != '-' and (not values or one.entering in [CLASSES[v] for v in values])
            else:
                what = {'after': one.initial or '-', 'before': one.final, 'rime': one.rime}[kind]
                good = any(fnmatch.fnmatchcase(what, value) for value in values)
            if good == negated:
                return False
            negated = False
        return True

    def apply(self, one):
        what = {'initial': one.initial or '-', 'final': one.final, 'syllable': one.initial + one.final}[self.part]
        if what not in self.old or not self.holds(one):
            return
        new = self.new[self.old.index(what) if len(self.new) > 1 else 0]
        if self.part == 'initial':
            one.initial = '' if new == '-' else new
        elif self.part == 'final':
            one.final = new
        else:
            one.initial, one.final = self.split(new)


class Table:
    """What stands in a table; the words of each line do it."""

    def __init__(self, split):
        self.split = split
        self.name, self.base, self.pitch = '', 'pinyin', (80, 170)
        self.tones, self.neutral, self.like_mandarin, self.yi_bu = {}, '3', False, False
        self.entering, self.rules, self.sandhi, self.chains = {}, [], {}, {}
        self.classes, self.own, self.sounds, self.vowels = [], {}, {'initial': {}, 'final': {}}, {}
        self.literary, self.particles = False, set()

    def do_name(self, words):
        expect(len(words) == 1, 'a name is one word')
        self.name = words[0]

    def do_base(self, words):
        expect(words in (['pinyin'], ['wugniu']), 'base is pinyin or wugniu')
        self.base = words[0]

    def do_pitch(self, words):
        expect(len(words) == 2 and all(w.isdigit() and 40 <= int(w) <= 400 for w in words), 'pitch LOW HIGH: two of 40 to 400')
        self.pitch = tuple(int(w) for w in words)

    def do_tone(self, words):
        expect(len(words) >= 2 and CHAO.match(words[1]), 'tone NAME CHAO: one to four digits from 1 to 5')
        expect(words[0] not in self.tones, f'tone {words[0]} stands here for the second time')
        self.tones[words[0]] = words[1]
        if len(words) > 2:
            expect(len(words) >= 4 and words[2] in ('upper', 'lower') and words[3] in ('open', 'checked'),
                   'after the digits stand upper or lower, open or checked, and tones of Mandarin')
            self.classes.append((words[0], words[2], words[3], words[4:] or list('1234')))

    def do_neutral(self, words):
        expect(len(words) == 1 and CHAO.match(words[0]), 'neutral CHAO')
        self.neutral = words[0]

    def do_entering(self, words):
        expect(len(words) >= 2 and words[0] in (*CLASSES, 'all'), 'entering clear|sonorant|voiced|all TONE')
        expect(words[1] in self.tones, f'there is no tone {words[1]} yet')
        for word in CLASSES if words[0] == 'all' else [words[0]]:
            self.entering[CLASSES[word]] = words[1]

    def do_sandhi(self, words):
        if words == ['mandarin']:
            self.like_mandarin = self.yi_bu = True
            return
        expect(len(words) == 5 and words[2] == '->', 'sandhi mandarin, or: sandhi TONE TONE -> TONE TONE')
        expect(all(w in self.tones for w in words[:2] + words[3:]), 'a tone here has no line "tone" yet')
        self.sandhi[words[0], words[1]] = (words[3], words[4])

    def do_chain(self, words):
        chains = [part.split() for part in ' '.join(words[1:]).split('|')]
        expect(words and words[0] in self.tones, 'chain TONE PITCHES | PITCHES …, of a tone that has its line')
        for length, chain in enumerate(chains, 2):
            expect(len(chain) == length and all(CHAO.match(c) for c in chain),
                   f'for a word of {length} syllables {length} pitches are needed')
            self.chains[words[0], length] = chain

    def do_yi_bu(self, words):
        expect(words == ['mandarin'], 'yi_bu mandarin')
        self.yi_bu = True

    def do_rule(self, part, words):
        rule = Rule(part, words)
        rule.split = self.split
        self.rules.append(rule)

    def do_sound(self, words):
        expect(len(words) in (3, 4) and words[0] in self.sounds, 'sound initial|final SPELLING PHONEMES [PHONEMES ALONE]')
        expect(words[0] == 'initial' or all('T' in w for w in words[2:]), 'in a final T marks where the tone comes')
        self.sounds[words[0]][words[1]] = (words[2], words[-1])

    def do_vowel(self, words):
        expect(len(words) == 4 and words[3].isdigit() and len(words[0]) <= 4, 'vowel NEW TABLE LIKE PERCENT')
        self.vowels[words[0]] = words[1:]

    def do_particle(self, words):
        expect(words and all(len(w) == 1 for w in words), 'particle and characters, each by itself')
        self.particles = set(words)

    def do_literary(self, words):
        expect(not words, 'literary stands alone')
        self.literary = True

    def do_read(self, words):
        expect(len(words) >= 2 and len(words) - 1 == len(words[0]), 'read WORD and a syllable for each character')
        self.own[words[0]] = words[1:]
        for syllable in words[1:] if self.base == 'wugniu' else []:
            expect(re.match(r'[a-z]+$', syllable), f'"{syllable}" is no syllable of Wu without tone')
        if self.base == 'wugniu':
            return
        for syllable in words[1:]:
            expect(re.match(r'[a-zêü-]+[0-9]$', syllable) and (syllable[-1] in self.tones or syllable[-1] == '0'),
                   f'"{syllable}" is no syllable with a tone of this table')

    def take(self, words):
        if words[0] in ('initial', 'final', 'syllable'):
            self.do_rule(words[0], words[1:])
            return
        do = getattr(self, 'do_' + words[0], None)
        expect(do and words[0] != 'rule', f'"{words[0]}" is not known here')
        do(words[1:])


def lines_of(path):
    try:
        with open(path, encoding='utf-8') as lines:
            for number, line in enumerate(lines, 1):
                words = re.sub(r'(^|\s)#.*', '', line).split()
                if words:
                    yield number, words
    except UnicodeDecodeError:
        sys.exit(f'{path}: is not UTF-8')
    except OSError as why:
        sys.exit(f'{path}: {why.strerror}')


def take_lines(table, path):
    for number, words in lines_of(path):
        try:
            table.take(words)
        except Wrong as why:
            sys.exit(f'{path}:{number}: {why}')


def read_table(path, sounds, split):
    table = Table(split)
    take_lines(table, path)
    if table.base == 'pinyin':
        common = Table(split)
        take_lines(common, sounds)
        for kind, known in common.sounds.items():
            table.sounds[kind] = {**known, **table.sounds[kind]}
    if not table.name or not table.tones:
        sys.exit(f'{path}: a table needs a line "name" and lines "tone"')
    table.id = os.path.basename(path).split('.')[0]
    return table
