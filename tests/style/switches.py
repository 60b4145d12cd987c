#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No `default:` in a switch over one of our own enums: it would take what a new value was forgotten in away from
-Wswitch. A switch is over ours when one of its cases is; over numbers, characters and libraries' values `default:` stays."""
import os
import re
import sys

ROOT = os.path.normpath(os.path.join(os.path.dirname(__file__), '..', '..'))


def sources():
    for top in ('src', 'tests'):
        for folder, folders, names in os.walk(os.path.join(ROOT, top)):
            folders[:] = sorted(set(folders) - {'node_modules'})
            for name in sorted(names):
                if name.endswith(('.c', '.h')):
                    path = os.path.join(folder, name)
                    yield os.path.relpath(path, ROOT), bare(open(path, encoding='utf-8').read())


def bare(text):
    """Without comments and what stands in quotes; lines stay where they are."""
    return re.sub(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'',
                  lambda match: re.sub(r'[^\n]', ' ', match.group()), text, flags=re.S)


def constants(texts):
    for text in texts:
        for body in re.findall(r'\benum\b[^{};()]*\{([^}]*)\}', text):
            yield from re.findall(r'(?:^|,)\s*(\w+)', body)


def switches(text):
    """For each switch its cases and the offsets of its own `default:`."""
    open_blocks, after_switch = [], False
    for match in re.finditer(r'\bswitch\b|\bcase\s+(\w+)|\bdefault\s*:|[{}]', text):
        word = match.group()
        inner = next((block for block in reversed(open_blocks) if block), None)
        if word == 'switch':
            after_switch = True
        elif word == '{':
            open_blocks.append(([], []) if after_switch else None)
            after_switch = False
        elif word == '}':
            closed = open_blocks.pop() if open_blocks else None
            if closed:
                yield closed
        elif inner and match.group(1):
            inner[0].append(match.group(1))
        elif inner:
            inner[1].append(match.start())


def main():
    files = list(sources())
    ours = set(constants(text for _, text in files))
    faults = []
    for path, text in files:
        for cases, defaults in switches(text):
            named = next((case for case in cases if case in ours), None)
            for offset in defaults if named else ():
                line = text.count('\n', 0, offset) + 1
                faults.append(f'{path}:{line}: `default:` in a switch over the enum of {named}; name every value')
    print('\n'.join(faults))
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
