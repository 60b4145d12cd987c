#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws dishes and portraits: writes assets/dishes/*.svg and assets/portraits/*.svg, or with --check says which of them differ from what would be drawn."""
import sys
from pathlib import Path

import menu
import people

ASSETS = Path(__file__).resolve().parent.parent


def drawings():
    for name in menu.DISHES:
        yield ASSETS / "dishes" / f"{name}.svg", menu.dish(name)
    for name in people.PEOPLE:
        yield ASSETS / "portraits" / f"{name}.svg", people.portrait(name)


def main(arguments):
    if arguments not in ([], ["--check"]):
        sys.exit("usage: draw.py [--check]")
    different = 0
    for path, text in drawings():
        if not arguments:
            path.write_text(text)
        elif not path.exists() or path.read_text() != text:
            print(f"{path}: is not what assets/draw would draw")
            different += 1
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
