#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The surnames of names.txt for the server, which knows who is called so.

surnames.py NAMES READINGS OUT   OUT: rows {"单", "shan4"}, of a table in C, of those that READINGS reads otherwise; two
                                 characters have two syllables
"""
import sys

from sources import surnames


def main():
    names, readings, out = sys.argv[1:]
    with open(readings, encoding='utf-8') as lines:
        alone = dict(line.split()[1:3] for line in lines if line[0] == 'c')
    with open(out, 'w', encoding='utf-8') as rows:
        for surname, syllables, _ in surnames(names)[0]:
            if [alone.get(surname)] != syllables:
                rows.write(f'{{"{surname}", "{" ".join(syllables)}"}},\n')


if __name__ == '__main__':
    main()
