#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""tidy.py BUILD: clang-tidy over src/ with the checks of .clang-tidy, each finding a failure. A file that passed is
passed over until it, a header of ours that it includes, the checks or its flags change: BUILD/tidy keeps what passed."""
import concurrent.futures
import functools
import hashlib
import json
import os
import re
import subprocess
import sys

ROOT = os.path.normpath(os.path.join(os.path.dirname(__file__), '..', '..'))
TIDY = 'clang-tidy'


def read(path):
    with open(path, 'rb') as file:
        return file.read()


@functools.lru_cache(maxsize=None)
def included(path):
    """The file and all of ours that it includes, directly or not."""
    found, open_paths = set(), [path]
    while open_paths:
        one = open_paths.pop()
        if one in found or not os.path.exists(one):
            continue
        found.add(one)
        open_paths += [os.path.join(ROOT, 'src', name.decode()) for name in re.findall(rb'#include "([^"]+)"', read(one))]
    return sorted(found)


def key_of(unit, checks):
    digest = hashlib.sha256(checks + unit['command'].encode())
    for path in included(unit['file']):
        digest.update(path.encode() + b'\0' + read(path))
    return digest.hexdigest()


def look(unit, build, kept, checks):
    stamp = os.path.join(kept, key_of(unit, checks))
    if os.path.exists(stamp):
        return None
    # The compiler's warnings are the compiler's: some that gcc has not would be errors here.
    command = [TIDY, '-quiet', '-p', build, '-warnings-as-errors=*', '-extra-arg=-Wno-error', unit['file']]
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if run.returncode == 0:
        open(stamp, 'w', encoding='utf-8').close()
        return ''
    return run.stdout or run.stderr


def main(build):
    kept = os.path.join(build, 'tidy')
    os.makedirs(kept, exist_ok=True)
    checks = read(os.path.join(ROOT, '.clang-tidy')) + subprocess.run([TIDY, '--version'], stdout=subprocess.PIPE,
                                                                      check=True).stdout
    source = os.path.join(ROOT, 'src') + os.sep
    units = [unit for unit in json.loads(read(os.path.join(build, 'compile_commands.json')))
             if unit['file'].startswith(source)]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        answers = list(pool.map(lambda unit: look(unit, build, kept, checks), units))
    faults = [answer for answer in answers if answer]
    print(f'{len(units)} files, {answers.count(None)} as they were when they passed')
    print('\n'.join(faults))
    return 1 if faults or not units else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
