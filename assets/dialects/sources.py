#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gathers how characters and words are read, from Debian's packages and our own corrections, into one file.

sources.py OUT COMMONEST CEDICT NAMES WORDS   files of lines "WORD<tab>pinyin"; "#" begins a comment. COMMONEST: characters as they
are mostly read outside of words; CEDICT: words that CC-CEDICT reads otherwise than the packages; both by mine.py. NAMES: surnames, as its
head tells. WORDS: ours, which count more than all others. OUT has a line for each character and word:
  c CHARACTER PINYIN CLASS RIME   CLASS of the old entering tone, from Cantonese: C clear, S sonorant, V voiced onset,
                                  "-" for none; RIME: its Cantonese rime, "aak", or "-"
  w WORD PINYIN... COUNT          a word that is not read as its characters are; pinyin with tone numbers, 5 for the
                                  neutral tone, r5 for a 儿 that is no syllable, 一 and 不 with the tones they have alone;
                                  how often it stands in the essay
  d WORD PINYIN... COUNT          a common word that is read as its characters are
  o WORD PINYIN... COUNT          a word of ours
  s WORD SPELLING...              a character or word as it is read in Shanghai, without tones
Packages: unicode-data (Unihan), rime-data-terra-pinyin, rime-data-wugniu, rime-essay.
"""
import bz2
import re
import sys
import unicodedata

UNIHAN = '/usr/share/unicode/Unihan_%s.txt.bz2'
TERRA = '/usr/share/rime-data/terra_pinyin.dict.yaml'
WUGNIU = '/usr/share/rime-data/wugniu_lopha.dict.yaml'
ESSAY = '/usr/share/rime-data/essay.txt'
LONGEST = 4         # characters of a word from the packages
COMMON = 1000       # how often a word that is read as its characters must stand in the essay to be taken
KNOWN = 300         # how often another that has no reading of its own
# 发 as hair in Taiwan; 血 as in books of grammar and hardly in a mouth.
SAID = {('发', 'fa3'): 'fa4', ('血', 'xie3'): 'xue4'}
SYLLABLE = re.compile(r'[a-z]+[1-5]$')
TONES = {'\u0304': '1', '\u0301': '2', '\u030c': '3', '\u0300': '4'}


def numbered(syllable):
    """lüè -> lv4"""
    tone, letters = '5', ''
    for letter in unicodedata.normalize('NFD', syllable):
        if letter in TONES:
            tone = TONES[letter]
        else:
            letters += letter
    return unicodedata.normalize('NFC', letters).replace('ü', 'v').replace('ê', 'e') + tone


def unihan(part, *fields):
    """(field, character, value) of each line."""
    with bz2.open(UNIHAN % part, 'rt', encoding='utf-8') as lines:
        for line in lines:
            cells = line.rstrip('\n').split('\t')
            if len(cells) == 3 and cells[1] in fields:
                yield cells[1], chr(int(cells[0][2:], 16)), cells[2]


def dictionary_readings(value):
    """0107.090,0107.120:cháng 1478.010:zhǎng -> chang2 zhang3"""
    return [numbered(unicodedata.normalize('NFC', part.split(':')[1])) for part in value.split()]


def character_readings():
    """Of each character the Mandarin and the Cantonese reading, and all that the mainland's dictionary has: that of the
    table of 2013, and for what isn't in it the one of 1983, before the reform of 1985."""
    mandarin, cantonese, old, new = {}, {}, {}, {}
    for field, character, value in unihan('Readings', 'kMandarin', 'kCantonese', 'kXHC1983', 'kTGHZ2013'):
        if field == 'kMandarin':
            mandarin[character] = numbered(value.split()[0])
        elif field == 'kCantonese':
            cantonese[character] = value.split()[0]
        else:
            (new if field == 'kTGHZ2013' else old)[character] = dictionary_readings(value)
    return mandarin, cantonese, {**old, **new}


def rime_characters(forms):
    """(character, reading, how many of a hundred are read so) by terra."""
    with open(TERRA, encoding='utf-8') as lines:
        for line in lines:
            cells = line.rstrip('\n').split('\t')
            if len(cells) == 3 and len(cells[0]) == 1 and cells[2].strip().endswith('%'):
                yield simplify(cells[0], cells[1:2], forms), cells[1], float(cells[2].strip(' %'))


def settle_characters(mandarin, dictionary, forms):
    """A character alone is read as mostly, of what the dictionary has."""
    most = {}
    for character, reading, share in rime_characters(forms):
        if reading in dictionary.get(character, ()) and share > most.get(character, (50, ''))[0]:
            most[character] = (share, reading)
    for character, known in dictionary.items():
        if character in most:
            mandarin[character] = most[character][1]
        elif mandarin.get(character) not in known:
            mandarin[character] = known[0]


def simplified_forms():
    forms = {}
    for _, character, value in unihan('Variants', 'kSimplifiedVariant'):
        variants = [chr(int(code[2:], 16)) for code in value.split()]
        if character not in variants:
            forms[character] = variants[0]
    forms.update({'裏': '里', '麪': '面', '牀': '床', '喫': '吃', '爲': '为', '臺': '台', '羣': '群', '綫': '线'})
    return forms


def simplify(word, syllables, forms):
    """Some characters keep their form in one of their readings; 著 becomes 着 in all but one."""
    kept = {('乾', 'qian2'), ('瞭', 'liao4'), ('徵', 'zhi3'), ('藉', 'ji2'), ('藉', 'jie4'), ('著', 'zhu4')}
    out = ''
    for character, syllable in zip(word, syllables):
        if (character, syllable) in kept:
            out += character
        else:
            out += '着' if character == '著' else forms.get(character, character)
    return out


def entering_class(reading, pinyin):
    """Of a Cantonese reading: the entering tone is lost in Mandarin, and where it went goes by the old onset."""
    rime = reading[:-1].lstrip('bpmfdtnlgkhwzcsj')
    if not rime or rime[-1] not in 'ptk':
        return '-', '-'
    if reading[-1] in '13':
        return 'C', rime
    return ('S' if pinyin[0] in 'mnlrywaeo' else 'V'), rime


def plain(character, syllable):
    """The sandhi of 一 and 不 is written in some words and not in others: it is the dialect's to say."""
    return {'一': 'yi1', '不': 'bu4'}.get(character, syllable)


class Mainland:
    """Puts readings that are Taiwan's alone, 质 zhi2, back to the mainland's."""

    def __init__(self, mandarin, dictionary):
        self.mandarin, self.dictionary = mandarin, dictionary

    def __call__(self, character, syllable):
        known = self.dictionary.get(character)
        if (character, syllable) in SAID:
            return SAID[character, syllable]
        if not known or syllable in known or syllable[-1] == '5':
            return syllable
        alike = [one for one in known if one[:-1] == syllable[:-1]]
        return alike[0] if len(alike) == 1 else self.mandarin[character]


def better(new, old):
    """Of two readings of a word the one with the neutral tone is said, unless the other begins it."""
    return len(new) == len(old) and new[:-1] == old[:-1] and new[-1][:-1] == old[-1][:-1] and new[-1][-1] == '5'


def rime_words(path, forms, characters, mainland):
    words = {}
    with open(path, encoding='utf-8') as lines:
        for line in lines:
            cells = line.rstrip('\n').split('\t')
            if len(cells) < 2 or line[0] == '#' or cells[-1].strip() == '0%' or not 2 <= len(cells[0]) <= LONGEST:
                continue
            syllables = cells[1].split()
            if len(syllables) != len(cells[0]) or any(c not in characters for c in cells[0]):
                continue
            word = simplify(cells[0], syllables, forms)
            syllables = [plain(c, mainland(c, s)) for c, s in zip(word, syllables)]
            if word not in words or (word[0] not in '一不' and better(syllables, words[word])):
                words[word] = syllables
    return words


def wugniu_words(forms):
    """Shanghai's readings: of several the first, or the one that its weight says is said most."""
    words, weights = {}, {}
    with open(WUGNIU, encoding='utf-8') as lines:
        for line in lines:
            cells = line.rstrip('\n').split('\t')
            syllables = cells[1].split() if len(cells) > 1 else []
            if line[0] == '#' or not syllables or len(syllables) != len(cells[0]) or len(syllables) > LONGEST:
                continue
            word = ''.join('着' if c == '著' else forms.get(c, c) for c in cells[0])
            weight = float(cells[2].strip(' %')) if len(cells) > 2 and cells[2].strip() else 50
            if all(s.isalpha() and s.isascii() for s in syllables) and weight > weights.get(word, -1):
                words[word], weights[word] = syllables, weight
    return words


def essay_counts(forms):
    counts = {}
    with open(ESSAY, encoding='utf-8') as lines:
        for line in lines:
            word, _, count = line.rstrip('\n').partition('\t')
            if 2 <= len(word) <= LONGEST and count.isdigit():
                word = ''.join('着' if c == '著' else forms.get(c, c) for c in word)
                counts[word] = max(int(count), counts.get(word, 0))
    return counts


def from_parts(word, known, mandarin):
    """A word without a reading of its own is read as the longest known words in it."""
    if word[0] in '一不' and len(word) > 2 and word[1:] in known:
        return [plain(word[0], '')] + known[word[1:]]
    syllables, at = [], 0
    while at < len(word):
        length = next(n for n in range(len(word) - at, 0, -1) if n == 1 or word[at:at + n] in known)
        part = word[at:at + length]
        syllables += known[part] if length > 1 else [plain(part, mandarin[part])]
        at += length
    return syllables


def each(pattern, sets):
    """The words that a pattern stands for: [ab]c is ac and bc, <set> each of the set, ~ the first character again."""
    words = ['']
    for part in re.findall(r'\[[^]]*\]|<\w+>|.', pattern):
        choices = part[1:-1] if part[0] == '[' else sets[part[1:-1]] if part[0] == '<' else [part]
        words = [word + (word[0] if choice == '~' else choice) for word in words for choice in choices]
    return words


def readings_of(word, syllables):
    """The first "*" stands for as many syllables as are needed; what is left open is None."""
    missing = len(word) - len(syllables)
    out = []
    for i, one in enumerate(syllables):
        stars = 1 + (missing if one == '*' and '*' not in syllables[:i] else 0)
        out += [None] * stars if one == '*' else [one]
    return out


def own_words(path):
    sets = {}
    with open(path, encoding='utf-8') as lines:
        for number, line in enumerate(lines, 1):
            line = line.split('#')[0].strip()
            name, equals, members = line.partition(' = ')
            if equals:
                sets[name] = members.split()
                continue
            pattern, _, pinyin = line.partition('\t')
            for word in each(pattern, sets) if pattern else []:
                syllables = readings_of(word, pinyin.split())
                if len(syllables) != len(word) or not all(s is None or SYLLABLE.match(s) for s in syllables):
                    sys.exit(f'{path}:{number}: "{word}" needs {len(word)} syllables with tone numbers, as in yi1 ge5')
                yield word, syllables


def surnames(path):
    """(surname, its syllables, whether it is looked for before given names), and the sets of the file."""
    sets, found = {}, []
    with open(path, encoding='utf-8') as lines:
        for number, line in enumerate(lines, 1):
            line = line.split('#')[0].strip()
            name, equals, members = line.partition(' = ')
            cells = line.split('\t')
            if equals:
                sets[name] = members.split()
            elif line:
                syllables = cells[1].split() if len(cells) > 1 else []
                if len(syllables) != len(cells[0]) or not all(SYLLABLE.match(s) for s in syllables):
                    sys.exit(f'{path}:{number}: "{cells[0]}" needs {len(cells[0])} syllables with tone numbers, as in shan4')
                found.append((cells[0], syllables, cells[2:] != ['-']))
    return found, sets


def names(path, words, counts, mandarin):
    """Surnames with what shows that they are one; what is a word already, 查明, stays that."""
    found, sets = surnames(path)
    for surname, syllables, before_given in found:
        if len(surname) > 1:
            yield surname, syllables
        if len(surname) > 1 or mandarin.get(surname) == syllables[0]:
            continue
        yield '姓' + surname, ['xing4'] + syllables
        for title in sets['title']:
            if before_given or len(title) > 1:
                yield surname + title, syllables + [None] * len(title)
        for given in sets['given'] if before_given else []:
            if surname + given not in words and counts.get(surname + given, 0) == 0:
                yield surname + given, syllables + [None]


def whole(word, syllables, words, mandarin):
    """What is left open is read as the known words in it are."""
    first = next((i for i, s in enumerate(syllables) if s is None), 0)
    rest = from_parts(word[first:], words, mandarin) if None in syllables[1:] else []
    open_ones = dict(enumerate(rest, first))
    return [open_ones.get(i, mandarin.get(c)) if s is None else s if s[-1] == '5' else plain(c, s)
            for i, (c, s) in enumerate(zip(word, syllables))]


def rows(words, counts, mandarin, own):
    for word in sorted(words):
        count = counts.get(word, 0)
        special = words[word] != [plain(c, mandarin.get(c)) for c in word]
        kind = 'o' if word in own else 'w' if special else 'd'
        least = {'o': 0, 'w': 1}.get(kind, KNOWN if word[0] in '一不' else COMMON)
        # What ends in 不 is no word: 不是不 would keep 不要 from being one.
        if count >= least and (kind == 'o' or word[-1] != '不'):
            yield kind, word, words[word], count


def main():
    out, commonest, cedict, named, ours = sys.argv[1:]
    own = dict(own_words(ours))
    mandarin, cantonese, dictionary = character_readings()
    forms = simplified_forms()
    counts = essay_counts(forms)
    settle_characters(mandarin, dictionary, forms)
    mandarin.update({character: syllables[0] for character, syllables in own_words(commonest)})
    words = rime_words(TERRA, forms, mandarin, Mainland(mandarin, dictionary))
    for word, syllables in own_words(cedict):
        words[word] = syllables
        counts.setdefault(word, 1)
    own = {**dict(names(named, words, counts, {**mandarin, **{c: s[0] for c, s in own.items() if len(c) == 1}})), **own}
    for word, syllables in sorted(own.items(), key=lambda item: len(item[0])):
        if len(word) == 1:
            mandarin[word] = syllables[0]
        else:
            words[word] = whole(word, syllables, words, mandarin)
    known = dict(words)
    for word, count in counts.items():
        if count >= KNOWN and word not in words and all(c in mandarin for c in word):
            words[word] = from_parts(word, known, mandarin)
    with open(out, 'w', encoding='utf-8') as lines:
        for character in sorted(mandarin):
            pinyin = mandarin[character]
            known = entering_class(cantonese[character], pinyin) if character in cantonese else ('-', '-')
            lines.write('c %s %s %s %s\n' % (character, pinyin, *known))
        for word, syllables in sorted(wugniu_words(forms).items()):
            lines.write('s %s %s\n' % (word, ' '.join(syllables)))
        for kind, word, syllables, count in rows(words, counts, mandarin, own):
            lines.write('%s %s %s %d\n' % (kind, word, ' '.join(syllables), count))


if __name__ == '__main__':
    main()
