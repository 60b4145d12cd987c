# SPDX-License-Identifier: GPL-3.0-or-later
"""Pinyin taken apart into initial and final, each always spelt the same, and put through a dialect's rules."""

INITIALS = ('zh', 'ch', 'sh', 'ng', 'b', 'p', 'm', 'f', 'd', 't', 'n', 'l', 'g', 'k', 'h', 'j', 'q', 'x', 'r', 'z',
            'c', 's', 'v')
W = {'u': 'u', 'ei': 'ui', 'en': 'un', 'eng': 'ueng'}
Y = {'i': 'i', 'in': 'in', 'ing': 'ing', 'ou': 'iu', 'ong': 'iong', 'u': 'v', 'ue': 've', 'uo': 'vo', 'uan': 'van', 'un': 'vn'}
APICAL = ('zh', 'ch', 'sh', 'r', 'z', 'c', 's')


class Syllable:
    """initial and final as spelt, tone by its name; entering and rime: what sources.py tells of the character."""

    def __init__(self, initial, final, tone, entering='-', rime='-'):
        self.initial, self.final, self.tone, self.entering, self.rime = initial, final, tone, entering, rime

    def spelt(self):
        return self.initial + self.final


def split(letters):
    """yuan -> ("", "van"), zhi -> ("zh", "-i")"""
    letters = letters.replace('ü', 'v')
    if letters[0] == 'w' and len(letters) > 1:
        return '', W.get(letters[1:], 'u' + letters[1:])
    if letters[0] == 'y' and len(letters) > 1:
        return '', Y.get(letters[1:], 'i' + letters[1:])
    initial = next((i for i in INITIALS if letters.startswith(i) and len(letters) > len(i)), '')
    final = letters[len(initial):]
    if initial in ('j', 'q', 'x') and final[0] == 'u':
        final = 'v' + final[1:]
    if initial in APICAL and final == 'i':
        final = '-i'
    return initial, {'ue': 've', 'r': 'er'}.get(final, final) if initial in ('', 'n', 'l') else final


def syllable(pinyin, entering='-', rime='-'):
    initial, final = split(pinyin[:-1])
    return Syllable(initial, final, '0' if pinyin[-1] == '5' else pinyin[-1], entering, rime)


def into_dialect(table, one):
    """Changes the syllable to what the table makes of it."""
    for rule in table.rules:
        rule.apply(one)
    if one.tone != '0' and one.entering in table.entering:
        one.tone = table.entering[one.entering]
    return one
