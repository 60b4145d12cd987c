# SPDX-License-Identifier: GPL-3.0-or-later
"""A sheet to draw on: shapes in, SVG text out, the same on every run because chance comes from the sheet's own seed."""
import math
import random
import zlib


def number(value):
    """Short and stable: one digit after the point is finer than a screen shows."""
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text.replace("-0.0", "0")


def smooth(points, closed=True):
    """A soft curve through all points (Catmull-Rom written as Bezier)."""
    count = len(points)
    at = (lambda i: points[i % count]) if closed else (lambda i: points[min(max(i, 0), count - 1)])
    parts = [f"M{number(points[0][0])} {number(points[0][1])}"]
    for i in range(count if closed else count - 1):
        before, here, there, after = at(i - 1), at(i), at(i + 1), at(i + 2)
        first = (here[0] + (there[0] - before[0]) / 6, here[1] + (there[1] - before[1]) / 6)
        second = (there[0] - (after[0] - here[0]) / 6, there[1] - (after[1] - here[1]) / 6)
        parts.append("C" + " ".join(f"{number(x)} {number(y)}" for x, y in (first, second, there)))
    return "".join(parts) + ("Z" if closed else "")


def line(points, closed=True):
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + ("Z" if closed else "")


def turned(points, angle, cx=0.0, cy=0.0):
    """Points turned by degrees round the origin, then moved to (cx, cy)."""
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return [(cx + x * cos - y * sin, cy + x * sin + y * cos) for x, y in points]


class Paper:
    def __init__(self, name, width, height):
        self.width, self.height = width, height
        self.chance = random.Random(zlib.crc32(name.encode()))
        self.defs, self.body, self.ids = [], [], {}

    def _define(self, key, kind, text):
        if key not in self.ids:
            self.ids[key] = f"{kind}{len(self.ids)}"
            self.defs.append(text.replace("ID", self.ids[key], 1))
        return f"url(#{self.ids[key]})"

    def add(self, text):
        self.body.append(text)

    # Paints -----------------------------------------------------------------------------------------------------
    @staticmethod
    def _stops(stops):
        out = []
        for i, stop in enumerate(stops):
            colour, *rest = stop if isinstance(stop, tuple) else (stop,)
            offset = rest[0] if rest else i / max(1, len(stops) - 1)
            opacity = f' stop-opacity="{rest[1]}"' if len(rest) > 1 else ""
            out.append(f'<stop offset="{offset:.3g}" stop-color="{colour}"{opacity}/>')
        return "".join(out)

    def fade(self, *stops, angle=90):
        """A straight gradient over the shape; 90 runs downward, 0 to the right."""
        cos, sin = math.cos(math.radians(angle)) / 2, math.sin(math.radians(angle)) / 2
        text = (f'<linearGradient id="ID" x1="{0.5 - cos:.3g}" y1="{0.5 - sin:.3g}" x2="{0.5 + cos:.3g}" '
                f'y2="{0.5 + sin:.3g}">{self._stops(stops)}</linearGradient>')
        return self._define(("fade", stops, angle), "f", text)

    def glow(self, *stops, at=(0.36, 0.3), reach=0.75):
        """A round gradient over the shape, from the light at `at` outward."""
        text = (f'<radialGradient id="ID" cx="{at[0]}" cy="{at[1]}" r="{reach}">{self._stops(stops)}'
                "</radialGradient>")
        return self._define(("glow", stops, at, reach), "g", text)

    def blur(self, size):
        text = (f'<filter id="ID" x="-50%" y="-50%" width="200%" height="200%">'
                f'<feGaussianBlur stdDeviation="{size}"/></filter>')
        return self._define(("blur", size), "b", text)

    def clip(self, d):
        return self._define(("clip", d), "c", f'<clipPath id="ID"><path d="{d}"/></clipPath>')

    # Shapes -----------------------------------------------------------------------------------------------------
    @staticmethod
    def _look(fill, stroke, width, opacity, blur):
        out = f' fill="{fill}"'
        if stroke:
            out += f' stroke="{stroke}" stroke-width="{number(width)}" stroke-linecap="round" stroke-linejoin="round"'
        if opacity != 1:
            out += f' opacity="{opacity:.3g}"'
        return out + (f' filter="{blur}"' if blur else "")

    def path(self, d, fill="none", stroke=None, width=1, opacity=1, blur=0):
        self.add(f'<path d="{d}"{self._look(fill, stroke, width, opacity, self.blur(blur) if blur else None)}/>')

    def ellipse(self, cx, cy, rx, ry, fill="none", stroke=None, width=1, opacity=1, blur=0, angle=0):
        turn = f' transform="rotate({number(angle)} {number(cx)} {number(cy)})"' if angle else ""
        self.add(f'<ellipse cx="{number(cx)}" cy="{number(cy)}" rx="{number(rx)}" ry="{number(ry)}"{turn}'
                 f'{self._look(fill, stroke, width, opacity, self.blur(blur) if blur else None)}/>')

    def rect(self, x, y, width, height, fill, round_by=0, opacity=1, blur=0):
        self.add(f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}" '
                 f'rx="{number(round_by)}"{self._look(fill, None, 1, opacity, self.blur(blur) if blur else None)}/>')

    def group(self, x=0.0, y=0.0, scale=1.0, angle=0.0, clip=None, flat=1.0):
        """`with paper.group(...)`: what is drawn inside is moved, laid flat, turned, scaled or clipped."""
        return _Group(self, x, y, scale, angle, clip, flat)

    # Shapes with a hand's unevenness ------------------------------------------------------------------------------
    def blob(self, cx, cy, rx, ry=None, uneven=0.12, corners=9, angle=0.0):
        """The path of a round thing that no two are alike."""
        ry = rx if ry is None else ry
        points = []
        for i in range(corners):
            t = 2 * math.pi * (i + self.chance.uniform(-0.2, 0.2)) / corners
            r = 1 + self.chance.uniform(-uneven, uneven)
            points.append((rx * r * math.cos(t), ry * r * math.sin(t)))
        return smooth(turned(points, angle, cx, cy))

    def scatter(self, count, rx, ry, cx=0.0, cy=0.0, apart=0.0):
        """Places within an ellipse, the far ones first so that near things lie on top."""
        found = []
        for _ in range(count * 30):
            if len(found) == count:
                break
            r, t = math.sqrt(self.chance.random()), self.chance.uniform(0, 2 * math.pi)
            x, y = cx + rx * r * math.cos(t), cy + ry * r * math.sin(t)
            if all(math.hypot(x - a, (y - b) * rx / ry) >= apart for a, b in found):
                found.append((x, y))
        return sorted(found, key=lambda p: p[1])

    def between(self, low, high):
        return self.chance.uniform(low, high)

    def any(self, *choices):
        return self.chance.choice(choices)

    def svg(self):
        head = (f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}" height="{self.height}" '
                f'viewBox="0 0 {self.width} {self.height}">')
        return "\n".join(["<!-- SPDX-License-Identifier: GPL-3.0-or-later; drawn by assets/draw -->", head,
                          "<defs>", *self.defs, "</defs>", *self.body, "</svg>", ""])


class _Group:
    def __init__(self, paper, x, y, scale, angle, clip, flat):
        moves = []
        if x or y:
            moves.append(f"translate({number(x)} {number(y)})")
        if flat != 1:
            moves.append(f"scale(1 {flat:.3g})")
        if angle:
            moves.append(f"rotate({number(angle)})")
        if scale != 1:
            moves.append(f"scale({scale:.3g})")
        look = f' transform="{" ".join(moves)}"' if moves else ""
        if clip:
            look += f' clip-path="{paper.clip(clip)}"'
        self.paper, self.open = paper, f"<g{look}>"

    def __enter__(self):
        self.paper.add(self.open)

    def __exit__(self, *_):
        self.paper.add("</g>")
