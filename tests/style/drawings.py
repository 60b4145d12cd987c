#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the drawings to what assets/README.md says: dishes and portraits are what assets/draw draws, each dish has its
line in names.txt, and icons use only what nanosvg draws, in black."""
import re
import subprocess
import sys
from pathlib import Path

ASSETS = Path(__file__).resolve().parent.parent.parent / "assets"
PLAIN = {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}


def icon_faults(path):
    text = re.sub(r"<!--.*?-->", "", path.read_text(), flags=re.S)
    for element in sorted(set(re.findall(r"<([a-zA-Z]+)", text)) - PLAIN):
        yield f"{path}: <{element}> is not drawn by the kiosk"
    for colour in sorted(set(re.findall(r'(?:fill|stroke)="([^"]+)"', text)) - {"none", "#000"}):
        yield f"{path}: the colour {colour}; the kiosk tints what is #000"
    if 'viewBox="0 0 64 64"' not in text:
        yield f"{path}: not on a sheet of 64 by 64"


def name_faults():
    named = {line.split("\t")[0] for line in (ASSETS / "dishes/names.txt").read_text().splitlines()}
    drawn = {path.stem for path in (ASSETS / "dishes").glob("*.svg")}
    for name in sorted(named ^ drawn):
        yield f"{ASSETS}/dishes/names.txt: {name} is " + ("named but not drawn" if name in named else "drawn but not named")


def main():
    icons = sorted((ASSETS / "icons").glob("*.svg"))
    faults = [fault for path in icons for fault in icon_faults(path)] + list(name_faults())
    print("\n".join(faults))
    check = subprocess.run([sys.executable, "-B", ASSETS / "draw/draw.py", "--check"], check=False)
    sys.exit(1 if faults or check.returncode or not icons else 0)


if __name__ == "__main__":
    main()
