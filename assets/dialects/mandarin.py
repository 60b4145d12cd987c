# SPDX-License-Identifier: GPL-3.0-or-later
"""Dialects that are spelt in pinyin: characters and words whose reading is not simply that of their characters."""
from pinyin import into_dialect, split, syllable

# espeak-ng's own names of Mandarin's tones: with these it does third-tone sandhi and the pitch of the neutral tone,
# across words too.
STOCK = {'1': '55', '2': '35', '3': '214', '4': '51', '0': '11'}
PARTICLES = (('一', 'yi1'), ('不', 'bu4'))
COMMON = 500  # how often a word is used at least that gets an entry with 一 or 不 before it
# After these 一 counts and keeps its tone.
BEFORE_NUMBER = '第十百千万零初一二三四五六七八九'
FIGURES = '零一二三四五六七八九'
# In these too: the first of its kind.
COUNTED = ('一月', '一楼', '一号', '一号楼', '一幢', '一单元', '一班', '一等', '一级', '一年级', '一等奖', '一中', '一院')


class Made:
    """words: text -> phonemes of each character; syllables: pinyin -> phonemes; tones: phoneme -> Chao digits."""

    def __init__(self):
        self.words, self.syllables, self.tones = {}, {}, {}


class Mandarin:
    def __init__(self, table, phonemes):
        self.table, self.phonemes, self.made = table, phonemes, Made()
        self.characters, self.words = {}, {}
        self.changed, self.sounds, self.ones = {}, {}, {}

    def tone_name(self, tone):
        if self.table.like_mandarin:
            return STOCK[tone]
        chao = self.table.neutral if tone == '0' else self.table.tones[tone]
        name = self.phonemes.tone(chao)
        self.made.tones[name] = chao
        return name

    def say(self, one):
        """Phonemes of a syllable (initial, final, tone) that is in the dialect already."""
        if one not in self.sounds:
            self.sounds[one] = self.phonemes.of(one[0], one[1], self.tone_name(one[2]), one[2] == '0')
        return self.sounds[one]

    def dialect(self, pinyin, entering='-', rime='-'):
        """(initial, final, tone) of what is a reading in Mandarin."""
        key = (pinyin, entering, rime)
        if key not in self.changed:
            one = into_dialect(self.table, syllable(*key))
            self.changed[key] = (one.initial, one.final, one.tone)
        return self.changed[key]

    def tones(self, word, tones):
        """What the tones of a word's syllables become beside each other."""
        before = list(tones)
        for i, (tone, after) in enumerate(zip(before, before[1:])):
            if self.table.yi_bu and word[i] in '一不':
                tones[i] = yi_bu(word, i, tone, after)
            elif (tone, after) in self.table.sandhi:
                tones[i], last = self.table.sandhi[tone, after]
                tones[i + 1] = last if last != after else tones[i + 1]
        return tones

    def one(self, character, pinyin):
        """(initial, final, tone) of a character: as the table's line "read" has it, where it is read as it is alone."""
        alone, entering, rime = self.characters.get(character, ('', '-', '-'))
        own = self.table.own.get(character)
        if own and pinyin[:-1] == alone[:-1]:
            found = (*split(own[0][:-1]), '0' if pinyin[-1] == '5' else own[0][-1])
        else:
            found = self.dialect(pinyin, entering, rime)
        self.ones[character, pinyin] = found
        return found

    def word(self, word, pinyins):
        ones = [self.ones.get(key) or self.one(*key) for key in zip(word, pinyins)]
        tones = self.tones(word, [one[2] for one in ones])
        return [self.say((*one[:2], tone)) for one, tone in zip(ones, tones)]

    def take_character(self, character, pinyin, entering, rime):
        self.characters[character] = (pinyin, entering, rime)
        said = self.say(self.one(character, pinyin))
        if said:
            self.made.words[character] = [said]

    def put(self, word, pinyins):
        said = self.word(word, pinyins)
        if None not in said:
            self.made.words[word] = said

    def take_word(self, kind, word, pinyins, count):
        """Also one that is read as its characters are: it keeps them from being taken for the beginning of another."""
        if any(c not in self.made.words for c in word):
            return
        self.put(word, pinyins)
        if self.table.yi_bu and kind != 'd' and word[0] not in '一不' and (kind == 'o' or count >= COMMON):
            for particle, own in PARTICLES:
                # Together with it, lest 不睡觉 be 不睡 and 觉.
                if particle + word not in self.words and (particle == '一' or pinyins[0][-1] == '4'):
                    self.put(particle + word, [own] + pinyins)

    def pairs(self):
        """一 and 不 before any one character."""
        for character, (pinyin, _, _) in self.characters.items():
            if character in self.made.words and character not in '一不' and is_common(character):
                for particle, own in PARTICLES:
                    if particle + character not in self.words:
                        self.put(particle + character, [own, pinyin])

    def spell(self):
        """The table of syllables: every one that any character has, in every tone."""
        for letters in {pinyin[:-1] for pinyin, _, _ in self.characters.values()}:
            for tone in '12345':
                said = self.say(self.dialect(letters + tone))
                if said:
                    self.made.syllables[letters + tone] = said


def yi_bu(word, at, tone, after):
    """The tone of 一 or 不 before a syllable with the tone `after`."""
    if word[at] == '不' and tone == '4':
        return '2' if after == '4' else tone
    if word[at] == '一' and tone == '1' and word not in COUNTED and not is_figure(word, at):
        return '2' if after in ('4', '0') else '4'
    return tone


def is_figure(word, at):
    """Whether the 一 there counts, or is one figure of several."""
    return (at > 0 and word[at - 1] in BEFORE_NUMBER) or word[at + 1] in FIGURES


def is_common(character):
    """Of the characters that GB 2312 has: the others stand in names and take no 一 or 不."""
    try:
        return len(character.encode('gb2312')) == 2
    except UnicodeEncodeError:
        return False


def rows_of(readings, kinds):
    """The lines of these kinds, each as its words."""
    with open(readings, encoding='utf-8') as lines:
        return [line.split() for line in lines if line[0] in kinds]


def read_characters(table, phonemes, rows):
    """One that knows the characters and no words yet."""
    maker = Mandarin(table, phonemes)
    for row in rows:
        maker.take_character(*row[1:])
    return maker


def make(table, phonemes, readings):
    maker = read_characters(table, phonemes, rows_of(readings, 'c'))
    rows = rows_of(readings, 'wdo')
    maker.words = {row[1] for row in rows}
    for row in rows:
        maker.take_word(row[0], row[1], row[2:-1], int(row[-1]))
    if table.yi_bu:
        maker.pairs()
    for word, syllables in table.own.items():
        maker.made.words[word] = [maker.say((*split(s[:-1]), s[-1])) for s in syllables]
    maker.spell()
    if table.like_mandarin:
        maker.made.tones = stock_tones(table)
    return maker.made


def stock_tones(table):
    """Mandarin's names with the pitch of this table."""
    names = {STOCK[tone]: chao for tone, chao in table.tones.items()}
    names['53'] = table.tones['4'][0] + '3'  # the first of two falling tones falls less
    return names
