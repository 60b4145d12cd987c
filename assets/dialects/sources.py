#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gathers how characters and words are read, from Debian's packages and our own corrections, into one file.

sources.py OUT WORDS...   WORDS: files of lines "WORD<tab>pinyin", which count more than the packages; "#" begins a
comment. OUT has a line for each character and word:
  c CHARACTER PINYIN CLASS RIME   CLASS of the old entering tone, from Cantonese: C clear, S sonorant, V voiced onset,
                                  "-" for none; RIME: its Cantonese rime, "aak", or "-"
  w WORD PINYIN... COUNT          a word that is not read as its characters are; pinyin with tone numbers, 5 for the
                                  neutral tone, r5 for a 儿 that is no syllable, 一 and 不 with the tones they have alone;
                                  how often it stands in the essay
  d WORD PINYIN... COUNT          a common word that is read as its characters are
  o WORD PINYIN... COUNT          a word of ours
Packages: unicode-data (Unihan), rime-data-terra-pinyin, rime-essay.
"""
import bz2
import sys
import unicodedata

UNIHAN = '/usr/share/unicode/Unihan_%s.txt.bz2'
TERRA = '/usr/share/rime-data/terra_pinyin.dict.yaml'
ESSAY = '/usr/share/rime-data/essay.txt'
LONGEST = 4         # characters of a word from the packages
COMMON = 1000       # how often a word that is read as its characters must stand in the essay to be taken
KNOWN = 300         # how often another that has no reading of its own
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


def character_readings():
    mandarin, cantonese = {}, {}
    for field, character, value in unihan('Readings', 'kMandarin', 'kCantonese'):
        if field == 'kMandarin':
            mandarin[character] = numbered(value.split()[0])
        else:
            cantonese[character] = value.split()[0]
    return mandarin, cantonese


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


def better(new, old):
    """Of two readings of a word the one with the neutral tone is said, unless the other begins it."""
    return len(new) == len(old) and new[:-1] == old[:-1] and new[-1][:-1] == old[-1][:-1] and new[-1][-1] == '5'


def rime_words(path, forms, characters):
    words = {}
    with open(path, encoding='utf-8') as lines:
        for line in lines:
            cells = line.rstrip('\n').split('\t')
            if len(cells) < 2 or line[0] == '#' or not 2 <= len(cells[0]) <= LONGEST:
                continue
            syllables = cells[1].split()
            if len(syllables) != len(cells[0]) or any(c not in characters for c in cells[0]):
                continue
            word = simplify(cells[0], syllables, forms)
            syllables = [plain(c, s) for c, s in zip(word, syllables)]
            if word not in words or (word[0] not in '一不' and better(syllables, words[word])):
                words[word] = syllables
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
    syllables, at = [], 0
    while at < len(word):
        length = next(n for n in range(len(word) - at, 0, -1) if n == 1 or word[at:at + n] in known)
        part = word[at:at + length]
        syllables += known[part] if length > 1 else [plain(part, mandarin[part])]
        at += length
    return syllables


def own_words(path):
    with open(path, encoding='utf-8') as lines:
        for number, line in enumerate(lines, 1):
            word, _, pinyin = line.split('#')[0].strip().partition('\t')
            syllables = pinyin.split()
            if not word:
                continue
            if len(syllables) != len(word) or any(not s[:-1].isalpha() or s[-1] not in '12345' for s in syllables):
                sys.exit(f'{path}:{number}: "{word}" needs {len(word)} syllables with tone numbers, as in yi1 ge5')
            yield word, syllables


def rows(words, counts, mandarin, own):
    for word in sorted(words):
        count = counts.get(word, 0)
        special = words[word] != [plain(c, mandarin.get(c)) for c in word]
        kind = 'o' if word in own else 'w' if special else 'd'
        if kind == 'o' or (count >= COMMON if kind == 'd' else count > 0):
            yield kind, word, words[word], count


def main():
    out, own = sys.argv[1], {}
    for path in sys.argv[2:]:
        own.update(own_words(path))
    mandarin, cantonese = character_readings()
    forms = simplified_forms()
    counts = essay_counts(forms)
    words = rime_words(TERRA, forms, mandarin)
    for word, syllables in own.items():
        if len(word) == 1:
            mandarin[word] = syllables[0]
        else:
            words[word] = [plain(c, s) for c, s in zip(word, syllables)]
    known = dict(words)
    for word, count in counts.items():
        if count >= KNOWN and word not in words and all(c in mandarin for c in word):
            words[word] = from_parts(word, known, mandarin)
    with open(out, 'w', encoding='utf-8') as lines:
        for character in sorted(mandarin):
            pinyin = mandarin[character]
            known = entering_class(cantonese[character], pinyin) if character in cantonese else ('-', '-')
            lines.write('c %s %s %s %s\n' % (character, pinyin, *known))
        for kind, word, syllables, count in rows(words, counts, mandarin, own):
            lines.write('%s %s %s %d\n' % (kind, word, ' '.join(syllables), count))


if __name__ == '__main__':
    main()
