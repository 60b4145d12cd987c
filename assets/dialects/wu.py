# SPDX-License-Identifier: GPL-3.0-or-later
"""Wu dialects, spelt as in rime's wugniu: tones from onset, coda and Mandarin tone, sandhi from a word's first syllable."""
import collections
import re

from mandarin import Made, is_common, rows_of
from pinyin import Syllable

INITIALS = ('ph', 'th', 'kh', 'ch', 'tz', 'ts', 'dz', 'dj', 'gn', 'ng', 'mh', 'nh', 'lh', 'vh', 'b', 'p', 'm', 'f', 'v', 't',
            'd', 'n', 'l', 's', 'z', 'c', 'x', 'k', 'g', 'h', 'r', 'y', 'w')
LOWER = ('b', 'd', 'g', 'v', 'z', 'dz', 'dj', 'm', 'n', 'l', 'gn', 'ng', 'r', 'y', 'w')
SYLLABIC = ('m', 'n', 'ng', 'mh', 'nh')
FRONT = ('c', 'ch', 'dj', 'gn', 'x')
LITERARY = {'k': 'c', 'kh': 'ch', 'g': 'dj', 'h': 'x', 'r': 'y', 'ng': 'y'}
LITERARY_FINAL = {'a': 'ia', 'au': 'ia', 'o': 'io', 'ae': 'ie', 'aon': 'ian', 'aq': 'iaq', 'oq': 'ioq', 'aoq': 'iaq', 'an': 'in'}
LONGEST = 4  # syllables of a word that sandhi joins


def split(spelling):
    """zaon -> ("z", "aon"); yun -> ("y", "iun"): y is what i begins with in the lower register, w what u does."""
    if spelling in SYLLABIC:
        return '', spelling
    initial = next((i for i in INITIALS if spelling.startswith(i) and len(spelling) > len(i)), '')
    final = spelling[len(initial):]
    if initial == 'y' and final[0] == 'u':
        final = 'i' + final
    return initial, final


class Wu:
    def __init__(self, table, phonemes):
        self.table, self.phonemes, self.made = table, phonemes, Made()
        self.characters, self.mandarin = {}, {}

    def syllable(self, character, spelling):
        """Its tone is by the table's lines "tone"; that of Mandarin counts as the packages have it for the character."""
        one = Syllable(*split(spelling), '')
        pinyin = self.mandarin.get(character, 'a1')
        if self.table.literary and re.match('[jqx]', pinyin) and one.initial in LITERARY and one.final in LITERARY_FINAL:
            one.initial, one.final = LITERARY[one.initial], LITERARY_FINAL[one.final]
        register = 'lower' if one.initial in LOWER or (not one.initial and one.final in ('m', 'n', 'ng')) else 'upper'
        coda = 'checked' if one.final.endswith('q') else 'open'
        for rule in self.table.rules:
            rule.apply(one)
        tone = '4' if pinyin[-1] == '5' else pinyin[-1]
        one.tone = next((name for name, where, end, tones in self.table.classes
                         if where == register and end == coda and tone in tones), None)
        return one

    def say(self, one, chao):
        """Phonemes with a pitch; a final that has no sound of its own is glide and final."""
        name = self.phonemes.tone(chao)
        self.made.tones[name] = chao
        initial, final = one.initial, one.final
        said = self.phonemes.of(initial, final, name)
        if said is None and final[0] in 'iu' and final[1:] in self.table.sounds['final']:
            glide = {'i': 'j', 'u': 'w'}[final[0]]
            onset = self.phonemes.of(initial, final[1:], name)
            rest = self.phonemes.of('', final[1:], name)
            same = self.table.sounds['initial'].get(initial, ('',))[0]
            said = None if onset is None or rest is None else (same if same == glide else same + glide) + rest
        return said

    def alone(self, one):
        return self.say(one, self.table.tones[one.tone]) if one.tone else None

    def take_character(self, character, spelling):
        one = self.syllable(character, spelling)
        said = self.alone(one)
        if said:
            self.characters[character] = one
            self.made.words[character] = [said]

    def take_word(self, word, ones):
        """Left to right: the tone of the first syllable spreads over the word, the others lose theirs."""
        chain = self.table.chains.get((ones[0].tone, len(ones)))
        if chain and None not in ones:
            said = [self.say(one, chao) for one, chao in zip(ones, chain)]
            if None not in said:
                self.made.words[word] = said

    def take_row(self, row):
        """A word of the packages; the table's reading of one of its characters counts more than the word's."""
        word, own = row[1], self.table.own
        if not 2 <= len(word) <= LONGEST or word[0] in self.table.particles or any(c not in self.characters for c in word):
            return
        if row[0] == 's' and not any(c in own for c in word):
            self.take_word(word, [self.syllable(c, spelt) for c, spelt in zip(word, row[2:])])
        else:
            self.take_word(word, [self.characters[c] for c in word])

    def spell(self):
        """Pinyin stands for what most characters with that reading are read like; so are those that wugniu lacks."""
        found = collections.defaultdict(collections.Counter)
        for character, said in self.made.words.items():
            if len(character) == 1 and character in self.mandarin and is_common(character):
                found[self.mandarin[character]][said[0]] += 1
        for pinyin, counts in found.items():
            self.made.syllables[pinyin] = counts.most_common(1)[0][0]
        for pinyin in sorted(self.made.syllables):
            for tone in '12345':  # one that nobody has is read as its neighbour
                self.made.syllables.setdefault(pinyin[:-1] + tone, self.made.syllables[pinyin])
        for character, pinyin in self.mandarin.items():
            if character not in self.made.words and pinyin in self.made.syllables:
                self.made.words[character] = [self.made.syllables[pinyin]]


def make(table, phonemes, readings):
    maker = Wu(table, phonemes)
    rows = rows_of(readings, 'cswdo')
    own = table.own
    maker.mandarin = {row[1]: row[2] for row in rows if row[0] == 'c'}
    for row in rows:
        if row[0] == 's' and len(row[1]) == 1:
            maker.take_character(row[1], row[2])
    for character in (word for word in own if len(word) == 1):
        maker.take_character(character, own[character][0])
    for row in rows:
        if row[0] in 'wdos' and row[1] not in own:
            maker.take_row(row)
    for word, spelt in own.items():
        if len(word) > 1:
            maker.take_word(word, [maker.syllable(c, s) for c, s in zip(word, spelt)])
    maker.spell()
    return maker.made
