#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""version.py VERSION PROGRAM...: each program tells its name and the version of the project; the newest section of
CHANGELOG.md and docs/openapi.yaml have the same."""
import os
import re
import subprocess
import sys

ROOT = os.path.normpath(os.path.join(os.path.dirname(__file__), '..', '..'))


def told(program):
    return subprocess.run([program, '--version'], stdout=subprocess.PIPE, check=True, text=True).stdout


def written(path, pattern):
    found = re.search(pattern, open(os.path.join(ROOT, path), encoding='utf-8').read(), re.M)
    return found.group(1) if found else 'none'


def main(version, *programs):
    faults = []
    for program in programs:
        expected, line = f'{os.path.basename(program)} {version}\n', told(program)
        if line != expected:
            faults.append(f'{program} --version: {line!r}, not {expected!r}')
    for path, pattern in (('CHANGELOG.md', r'^## \[(.*?)\] - (?:unreleased|\d{4}-\d\d-\d\d)$'),
                          ('docs/openapi.yaml', r'^  version: (.*)$')):
        if written(path, pattern) != version:
            faults.append(f'{path} tells of {written(path, pattern)}; CMakeLists.txt has {version}')
    print('\n'.join(faults))
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
