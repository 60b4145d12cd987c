#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the includes and imports of src/ against tests/layers.txt; fails with file and line.

check_layers.py [ROOT]   ROOT is the folder that holds src/ and tests/layers.txt
"""
import fnmatch
import os
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]')
IMPORT = re.compile(r'^\s*(?:import\b|export\b.*\bfrom\b|\}\s*from\b)[^"\']*["\']([./][^"\']+)["\']')
FOLDER_LINE = re.compile(r'anban_folder\(([\w/]+)(.*?)\)', re.S)


class Layers:
    def __init__(self, path):
        self.uses, self.libraries, self.system = {}, [], set()
        for number, line in enumerate(open(path, encoding='utf-8'), 1):
            head, _, tail = line.partition('#')[0].partition(':')
            words = head.split()
            if not words:
                continue
            if words[0] == 'uses' and len(words) == 2:
                self.uses[words[1]] = set(tail.split())
            elif words[0] == 'library' and words[2] == 'in':
                self.libraries.append((words[1], set(words[3:]), tail.split()))
            elif words == ['system']:
                self.system.update(tail.split())
            else:
                sys.exit(f'{path}:{number}: "uses", "library" or "system" is expected')

    def library_fault(self, folder, header):
        for name, homes, patterns in self.libraries:
            if any(fnmatch.fnmatch(header, pattern) for pattern in patterns):
                return None if folder in homes else f'{name} is included in {" ".join(sorted(homes))} only'
        return None if header in self.system else f'<{header}> belongs to no library of tests/layers.txt'

    def folder_fault(self, folder, target, header):
        if target == folder or target in self.uses[folder] or header in self.uses[folder]:
            return None
        return f'{folder} may not use {header}'


def c_fault(layers, folder, line):
    include = INCLUDE.match(line)
    if not include:
        return None
    if include[1] == '<':
        return layers.library_fault(folder, include[2])
    return layers.folder_fault(folder, os.path.dirname(include[2]), include[2])


def js_fault(layers, folder, line):
    found = IMPORT.match(line)
    if not found:
        return None
    # The pages are served from /, so "/shared/x.js" is web/shared/x.js.
    target = os.path.normpath('web' + found[1] if found[1][0] == '/' else os.path.join(folder, found[1]))
    return layers.folder_fault(folder, os.path.dirname(target), target)


def file_faults(layers, root, path):
    folder = os.path.dirname(os.path.relpath(path, os.path.join(root, 'src')))
    if folder not in layers.uses:
        yield 1, f'the folder {folder} stands not in tests/layers.txt'
        return
    fault = js_fault if path.endswith('.js') else c_fault
    for number, line in enumerate(open(path, encoding='utf-8'), 1):
        found = fault(layers, folder, line)
        if found:
            yield number, found


def build_faults(layers, root):
    """src/folders.cmake links nothing that layers.txt forbids to include."""
    path = os.path.join(root, 'src', 'folders.cmake')
    text = open(path, encoding='utf-8').read()
    for match in FOLDER_LINE.finditer(text):
        words, kind = match[2].split(), None
        for word in words:
            if word in ('PARTS', 'USES', 'PKG', 'LIBS'):
                kind = word
            elif kind == 'USES' and not any(use == word or use.startswith(word + '/')
                                            for use in layers.uses.get(match[1], ())):
                yield path, text[:match.start()].count('\n') + 1, f'{match[1]} may not use {word}'


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(__file__), '..')
    layers = Layers(os.path.join(root, 'tests', 'layers.txt'))
    faults, files = list(build_faults(layers, root)), 0
    for folder, _, names in sorted(os.walk(os.path.join(root, 'src'))):
        for name in sorted(names):
            if name.endswith(('.c', '.h', '.js')):
                path, files = os.path.join(folder, name), files + 1
                faults += [(path, line, text) for line, text in file_faults(layers, root, path)]
    for path, line, text in faults:
        print(f'{os.path.normpath(path)}:{line}: {text}')
    print(f'{files} files, {len(faults)} against the layers')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
