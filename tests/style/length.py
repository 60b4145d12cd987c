#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long files and functions are. Over the hard limits it fails with file and line; the rest is a report."""
import os
import re
import statistics
import sys

FILE_MOST, FILE_WISH, FUNCTION_MOST, FUNCTION_WISH = 350, 200, 50, 15


def functions(lines):
    """A body begins and ends in the first column; its name stands above."""
    begin = None
    for number, line in enumerate(lines, 1):
        if line.startswith('{'):
            begin = number
        elif line.startswith('}') and begin:
            above = ' '.join(lines[max(0, begin - 4):begin - 1])
            names = re.findall(r'(\w+)\(', above)
            if names:
                yield begin, names[-1], number - begin - 1
            begin = None


def main():
    root = os.path.join(os.path.dirname(__file__), '..', '..', 'src')
    file_lengths, function_lengths, faults = [], [], []
    for folder, _, names in sorted(os.walk(root)):
        for name in sorted(names):
            if not name.endswith(('.c', '.h', '.js')):
                continue
            path = os.path.normpath(os.path.join(folder, name))
            lines = open(path, encoding='utf-8').read().splitlines()
            file_lengths.append(len(lines))
            if len(lines) > FILE_MOST:
                faults.append(f'{path}:{FILE_MOST}: {len(lines)} lines; a file has at most {FILE_MOST}')
            for begin, function, length in functions(lines) if name.endswith('.c') else ():
                function_lengths.append(length)
                if length > FUNCTION_MOST:
                    faults.append(f'{path}:{begin}: {function} has {length} lines; a function has at most {FUNCTION_MOST}')
    for what, lengths, wish in (('files', file_lengths, FILE_WISH), ('functions', function_lengths, FUNCTION_WISH)):
        long = sum(length > wish for length in lengths)
        print(f'{len(lengths)} {what}: median {statistics.median(lengths):.0f} lines, longest {max(lengths)}, '
              f'{long} over {wish}')
    print('\n'.join(faults))
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
