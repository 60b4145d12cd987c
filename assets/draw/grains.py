# SPDX-License-Identifier: GPL-3.0-or-later
"""Rice, noodles and dough."""
import math

from paper import smooth
from vessels import FLAT, arc


def rice_heap(p, rx, tall=0.5):
    """Cooked rice rising over the rim of a bowl."""
    ry, top = rx * FLAT, rx * tall
    dome = smooth([(-rx, 0), (-rx * 0.86, -top * 0.5), (-rx * 0.5, -top * 0.93), (0, -top * 1.08), (rx * 0.52, -top * 0.9),
                   (rx * 0.87, -top * 0.46), (rx, 0), (rx * 0.72, ry * 0.68), (0, ry * 0.97), (-rx * 0.72, ry * 0.68)])
    p.path(dome, p.glow("#fffefa", ("#fbf5e8", 0.5), ("#e9dcc3", 0.85), "#d2bd98", at=(0.36, 0.25), reach=0.8))
    with p.group(clip=dome):
        for _ in range(int(rx * 2.6)):
            t, r = p.between(0, 2 * math.pi), math.sqrt(p.chance.random())
            x, y = rx * r * math.cos(t), (ry - top) / 2 + (ry + top) / 2 * r * math.sin(t)
            dark = (x / rx + y / ry) > p.between(-0.2, 1.6)
            angle, s = p.between(0, 180), p.between(0.85, 1.2)
            p.ellipse(x + 0.8, y + 1.5, 5.4 * s, 2.3 * s, "#b49a6c", opacity=0.42, angle=angle)
            p.ellipse(x, y, 5.2 * s, 2.1 * s, "#efe4cd" if dark else "#fffdf7", angle=angle)


def congee(p, rx, ry, y, grain, light):
    """What shows on the surface of a porridge."""
    for a, b in p.scatter(70, rx * 0.93, ry * 0.9, 0, y, 7):
        angle = p.between(0, 180)
        p.ellipse(a + 0.7, b + 1.4, 4.6, 2.4, grain, opacity=0.5, angle=angle)
        p.ellipse(a, b, 4.4, 2.1, light, opacity=0.85, angle=angle)
    for r, start in ((0.8, 190), (0.55, 20)):
        p.path(smooth(arc(rx * r, start, start + 80, y), False), stroke="#fff", width=5, opacity=0.5, blur=2.5)


def noodles(p, rx, ry, y, skeins=22, colours=("#fff1cc", "#f8e0a4", "#edcd86")):
    """A nest of strands, the outer loops first; clip it to the bowl."""
    p.ellipse(0, y, rx * 0.96, ry * 0.96, p.glow("#f3d695", "#dcae5c", "#b98736"))
    for i in range(skeins):
        far, start, sweep = 0.92 - 0.72 * i / skeins, p.between(0, 360), p.between(110, 230)
        cx, cy = p.between(-0.14, 0.14) * rx, y + p.between(-0.14, 0.14) * ry
        for k in range(5):
            r = far * rx + (k - 2) * 4.4
            if r < 6:
                continue
            begin, end = start + p.between(-12, 12), start + sweep + p.between(-12, 12)
            points = [(cx + a + p.between(-1.2, 1.2), cy + b + p.between(-0.8, 0.8)) for a, b in arc(r, begin, end, flat=ry / rx)]
            d = smooth(points, False)
            p.path(d, stroke="#a87a32", width=5.4, opacity=0.6)
            p.path(d, stroke=p.any(*colours), width=4.2)
            p.path(d, stroke="#fff", width=1, opacity=0.45)


def bao(p, x, y, r):
    """A pleated bun."""
    p.ellipse(x + 5, y + r * 0.5, r, r * 0.45, "#4a2c12", opacity=0.35, blur=5)
    body = smooth([(x - r, y + r * 0.18), (x - r * 0.86, y - r * 0.34), (x - r * 0.42, y - r * 0.66), (x, y - r * 0.74),
                   (x + r * 0.42, y - r * 0.66), (x + r * 0.86, y - r * 0.34), (x + r, y + r * 0.18), (x + r * 0.74, y + r * 0.56),
                   (x, y + r * 0.7), (x - r * 0.74, y + r * 0.56)])
    p.path(body, p.glow("#fffefb", ("#fdf5e6", 0.5), ("#ecd9b8", 0.85), "#d3b68a", at=(0.38, 0.28), reach=0.78))
    cx, cy = x + r * 0.02, y - r * 0.38
    with p.group(clip=body):
        for i in range(15):
            t = 2 * math.pi * i / 15
            far = 0.86 if math.sin(t) > 0 else 0.6
            def at(q, turn):
                return (cx + r * q * math.cos(t + turn), cy + r * q * 0.64 * math.sin(t + turn))
            points = [at(0.08, 0), at(far * 0.45, 0.22), at(far, 0.5)]
            p.path(smooth(points, False), stroke="#cfae7e", width=r * 0.055, opacity=0.62, blur=0.8)
            p.path(smooth([(a - 1.8, b - 1.2) for a, b in points], False), stroke="#fff", width=r * 0.05, opacity=0.85)
    p.path(p.blob(cx, cy, r * 0.13, r * 0.085, 0.15, 8), p.glow("#e7cfa6", "#b98d56"))
    p.path(p.blob(cx - 0.5, cy + 0.5, r * 0.07, r * 0.04, 0.15, 7), "#94642f", opacity=0.7)
    p.ellipse(x - r * 0.5, y - r * 0.2, r * 0.2, r * 0.12, "#fff", opacity=0.8, blur=3, angle=-40)


def mantou(p, x, y, r):
    p.ellipse(x + 5, y + r * 0.46, r, r * 0.42, "#4a2c12", opacity=0.35, blur=5)
    body = smooth([(x - r, y + r * 0.2), (x - r * 0.9, y - r * 0.32), (x - r * 0.48, y - r * 0.68), (x, y - r * 0.78),
                   (x + r * 0.48, y - r * 0.68), (x + r * 0.9, y - r * 0.32), (x + r, y + r * 0.2), (x + r * 0.7, y + r * 0.5),
                   (x, y + r * 0.6), (x - r * 0.7, y + r * 0.5)])
    p.path(body, p.glow("#ffffff", ("#fdf7ea", 0.5), ("#eedfc2", 0.85), "#d6bc92", at=(0.37, 0.26), reach=0.76))
    p.path(smooth([(x - r * 0.93, y + r * 0.24), (x - r * 0.5, y + r * 0.43), (x + r * 0.4, y + r * 0.44), (x + r * 0.93, y + r * 0.22)], False),
           stroke="#cdb183", width=2, opacity=0.5, blur=1)
    p.ellipse(x - r * 0.35, y - r * 0.42, r * 0.3, r * 0.15, "#fff", opacity=0.95, blur=3, angle=-28)


def wonton(p, x, y, r, angle):
    """A small one: thin skin, the filling shows through."""
    with p.group(x, y, r / 30, angle):
        skirt = smooth([(-6, -14), (6, -30), (16, -24), (26, -32), (30, -20), (41, -15), (34, -4), (40, 8), (28, 8), (22, 18), (8, 12)])
        belly = smooth([(-27, 2), (-24, -12), (-10, -19), (8, -17), (19, -7), (21, 7), (12, 18), (-6, 21), (-21, 15)])
        for shape in (skirt, belly):
            with p.group(2, 6):
                p.path(shape, "#4a3212", opacity=0.25, blur=3)
        p.path(skirt, p.fade("#fffaf0", "#f3e3c2", angle=20), stroke="#e3cda2", width=1, opacity=0.95)
        for d in ("M10 -10Q14 -20 17 -24", "M14 -6Q24 -14 29 -19", "M17 -1Q28 -4 34 -5", "M16 6Q24 8 29 8"):
            p.path(d, stroke="#d9bd8c", width=1.5, opacity=0.8)
        p.path(belly, p.glow("#fffdf8", ("#fdf0e0", 0.55), "#efd6b4"), stroke="#e6cfa6", width=1)
        p.ellipse(-4, 3, 16, 12, "#f0a58e", opacity=0.62, blur=4)
        p.path("M8 -12Q14 -2 10 12M-2 -15Q4 -12 8 -8", stroke="#dcc096", width=1.4, opacity=0.8)
        p.path("M-19 -3Q-14 -13 -2 -13", stroke="#fff", width=4, opacity=0.9, blur=1)
