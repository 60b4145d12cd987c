# SPDX-License-Identifier: GPL-3.0-or-later
"""Meat and what comes out of the water. (x, y) is the middle."""
import math

from paper import line, smooth


def sauce(p, rx, ry, y=0, colours=("#b4602a", "#7c3514", "#4d1d0a"), opacity=0.95):
    p.path(p.blob(0, y, rx, ry, 0.05, 16), p.glow(*colours), opacity=opacity)
    p.path(smooth([(-rx * 0.82, y - ry * 0.1), (-rx * 0.6, y - ry * 0.58), (-rx * 0.2, y - ry * 0.82)], False),
           stroke="#fff", width=4, opacity=0.4, blur=2)


def meatball(p, x, y, r):
    """狮子头: braised, coarse-grained, shining."""
    p.ellipse(x + 5, y + r * 0.72, r * 1.02, r * 0.5, "#240d04", opacity=0.45, blur=6)
    p.path(p.blob(x, y, r, r * 0.93, 0.035, 14), p.glow("#e0985a", ("#b5642f", 0.45), ("#7c3817", 0.8), "#4c1f0c",
                                                     at=(0.36, 0.28), reach=0.78))
    for a, b in p.scatter(34, r * 0.86, r * 0.78, x, y, r * 0.17):
        size = r * p.between(0.06, 0.13)
        p.path(p.blob(a, b, size, size * 0.8, 0.3, 7), p.any("#f0b57c", "#d98e52", "#6a2d12", "#8d451d"), opacity=0.42)
    p.path(smooth([(x - r * 0.9, y + r * 0.2), (x - r * 0.4, y + r * 0.62), (x + r * 0.2, y + r * 0.7), (x + r * 0.8, y + r * 0.4),
                   (x + r * 0.55, y + r * 0.78), (x, y + r * 0.9), (x - r * 0.6, y + r * 0.7)]), "#4d1d0a", opacity=0.35)
    p.ellipse(x - r * 0.3, y - r * 0.48, r * 0.34, r * 0.17, "#fff", opacity=0.62, blur=r * 0.07, angle=-24)
    p.ellipse(x - r * 0.42, y - r * 0.52, r * 0.13, r * 0.06, "#fff", opacity=0.9, blur=0.8, angle=-24)
    p.path(smooth([(x + r * 0.5, y + r * 0.62), (x + r * 0.78, y + r * 0.35), (x + r * 0.86, y)], False), stroke="#ffb877",
           width=r * 0.06, opacity=0.5, blur=1.5)


def pork_belly(p, x, y, w):
    """东坡肉: a square of belly under its glazed skin, tied with straw."""
    h, d = w * 0.86, w * 0.52
    p.ellipse(x + 6, y + h + d * 0.2, w * 1.1, d * 0.9, "#1f0a03", opacity=0.5, blur=6)

    def band(top, low, fill, soft=2.5):
        wave = lambda level, points: [(x + a, y + b + level + p.between(-1.4, 1.4)) for a, b in points]
        edge = [(-w, 0), (-w * 0.5, d * 0.5), (0, d), (w * 0.5, d * 0.5), (w, 0)]
        p.path(line(wave(top, edge) + wave(low, edge)[::-1]), fill, stroke=fill if fill[0] == "#" else None, width=soft)

    for top, low, fill in ((0, 0.3, "#d9964c"), (0.17, 0.36, "#f0c583"), (0.34, 0.58, "#8c3d1c"), (0.56, 0.72, "#edbd7c"),
                           (0.7, 0.99, "#7c3116")):
        band(top * h, low * h, fill)
    for _ in range(26):  # the grain of the lean
        t, level = p.between(-0.95, 0.95), p.any(p.between(0.38, 0.54), p.between(0.76, 0.95)) * h
        px, py = x + t * w, y + d * (1 - abs(t)) + level
        p.path(f"M{px:.1f} {py:.1f}l{6 if t < 0 else 6:.1f} {3 if t < 0 else -3:.1f}", stroke=p.any("#5a1f0c", "#b0603a"), width=1.4,
               opacity=0.6)
    right = [(x, y + d), (x + w, y), (x + w, y + h), (x, y + d + h)]
    p.path(line(right), "#2a0c03", opacity=0.28)
    p.path(line([(x - w * 0.92, y + 6), (x - w * 0.92, y + h * 0.8)], False), stroke="#fff", width=3, opacity=0.3, blur=1.5)
    top = [(x - w, y), (x - w * 0.5, y - d * 0.53), (x, y - d), (x + w * 0.5, y - d * 0.53), (x + w, y), (x + w * 0.5, y + d * 0.53),
           (x, y + d), (x - w * 0.5, y + d * 0.53)]
    p.path(line([(a, b + 4) for a, b in top]), "#5c1d0c", stroke="#5c1d0c", width=4)
    p.path(line(top), p.glow("#d4622c", ("#a5361a", 0.5), "#6d1c0e", at=(0.4, 0.3), reach=0.7), stroke="#8d2b14", width=4)
    p.path(smooth([(x - w * 0.66, y - 2), (x - w * 0.3, y - d * 0.5), (x + w * 0.05, y - d * 0.7)], False), stroke="#fff",
           width=w * 0.1, opacity=0.5, blur=2.5)
    p.path(smooth([(x - w * 0.6, y - 2), (x - w * 0.3, y - d * 0.42)], False), stroke="#fff", width=w * 0.04, opacity=0.85, blur=0.6)
    p.path(smooth([(x + w * 0.1, y + d * 0.62), (x + w * 0.5, y + d * 0.28)], False), stroke="#ffb27a", width=3, opacity=0.5, blur=1.5)
    for a, b in (((-0.5, -0.5), (0.5, 0.5)), ((0.5, -0.5), (-0.5, 0.5))):
        (x0, y0), (x1, y1) = (x + a[0] * w, y + a[1] * d), (x + b[0] * w, y + b[1] * d)
        fall = h * 0.98
        for colour, width in (("#5a3a12", 4.6), ("#dcb96a", 3.2)):
            p.path(f"M{x0:.1f} {y0 - 2:.1f}L{x1:.1f} {y1 - 1:.1f}L{x1:.1f} {y1 + fall:.1f}", stroke=colour, width=width)
    for turn in (-1, 1):
        p.path(f"M{x:.1f} {y - 2:.1f}q{turn * 7} -14 {turn * 15} -5q{turn * -3} 7 {turn * -15} 5", stroke="#dcb96a", width=2.8)


def chunk(p, x, y, r, angle, colours=("#b9703f", "#84421f", "#542410")):
    """A piece of stewed beef with its grain."""
    with p.group(x, y, r / 30, angle):
        shape = smooth([(-30, -6), (-24, -17), (-6, -22), (18, -20), (29, -12), (31, 6), (24, 17), (0, 22), (-22, 18), (-30, 8)])
        with p.group(3, 7):
            p.path(shape, "#2a0c03", opacity=0.4, blur=3)
        p.path(shape, p.glow(*colours))
        with p.group(clip=shape):
            p.path("M-32 6Q-4 14 32 2L32 26L-32 26Z", "#3a1407", opacity=0.4)
            for k in range(-18, 8, 6):
                p.path(f"M-32 {k}q16 {p.between(-4, 4):.1f} 32 0t32 {p.between(-2, 2):.1f}", stroke=p.any("#dc9a68", "#6d3015"),
                       width=1.5, opacity=0.45)
            p.path(f"M-32 {p.between(-4, 2):.1f}q20 -5 34 2t30 -4", stroke="#f0c793", width=2.4, opacity=0.55)
        p.ellipse(-9, -12, 11, 4, "#fff", opacity=0.5, blur=2, angle=-15)


def rib(p, x, y, size, angle):
    """A short rib: the bone shows at both ends."""
    with p.group(x, y, size / 64, angle):
        p.path("M-36 8Q0 24 40 10L40 0Q0 -12 -36 0Z", "#3b2410", opacity=0.3, blur=4)
        for end, r in ((-35, 8), (37, 7)):
            p.ellipse(end, -1, r, r, p.glow("#fffaf0", "#f0dfc2", "#cdb08a"), stroke="#b89a70", width=1)
            p.ellipse(end - 1, -1, r * 0.42, r * 0.42, "#c79a7a")
        meat = smooth([(-29, -11), (-14, -17), (6, -15), (22, -17), (31, -9), (31, 8), (20, 15), (0, 13), (-16, 16), (-29, 9)])
        p.path(meat, p.glow("#edcaa8", ("#d3a27c", 0.55), "#a97653"))
        with p.group(clip=meat):
            for k in (-8, -2, 4, 10):
                p.path(f"M-30 {k}q16 {p.between(-4, 4):.1f} 30 0t32 {p.between(-2, 2):.1f}", stroke=p.any("#f7e2c8", "#a06c48"), width=1.8,
                       opacity=0.55)
        p.ellipse(-8, -10, 14, 3.2, "#fff", opacity=0.55, blur=1.6)


def strips(p, count, rx, ry, cx, cy, length, colours):
    """Meat cut to strips: chicken, pork."""
    for x, y in p.scatter(count, rx, ry, cx, cy, 4):
        with p.group(x, y, angle=p.between(-60, 60)):
            w, b = length * p.between(0.8, 1.15), p.between(-5, 5)
            shape = f"M{-w / 2:.1f} -3Q0 {b - 4:.1f} {w / 2:.1f} -2.500L{w / 2:.1f} 3Q0 {b + 4.5:.1f} {-w / 2:.1f} 3Z".replace(".500", ".5")
            p.path(shape, "#2a0c03", opacity=0.3, blur=1.6)
            p.path(shape, p.fade(*colours))
            p.path(f"M{-w * 0.38:.1f} -1Q0 {b - 2:.1f} {w * 0.38:.1f} -1", stroke="#fff", width=1.2, opacity=0.5)


def prawn(p, x, y, r, angle):
    """A peeled prawn, curled."""
    with p.group(x, y, r / 20, angle):
        outer, inner = [], []
        for i in range(13):
            u = i / 12
            t = math.radians(-25 + 262 * u)
            outer.append((20 * math.cos(t), 20 * math.sin(t)))
            inside = 6 + 11.5 * u ** 1.7
            inner.append((inside * math.cos(t) + 1, inside * math.sin(t)))
        head = [(12.5 * math.cos(t), 12.5 * math.sin(t)) for t in (-0.8, -0.62)]
        shape = smooth(head[1:] + outer + inner[::-1] + head[:1])
        with p.group(2, 5):
            p.path(shape, "#3a1a0a", opacity=0.3, blur=2)
        p.path(shape, p.glow("#fffaf4", ("#fddccb", 0.5), "#f4a98a", reach=0.8), stroke="#ef9b7b", width=1)
        for i in range(1, 7):
            t = math.radians(-25 + 262 * i / 7.2)
            q = 5 + 12 * (i / 7.2) ** 1.7
            p.path(f"M{(q + 2) * math.cos(t):.1f} {(q + 2) * math.sin(t):.1f}Q{15 * math.cos(t + 0.18):.1f} "
                   f"{15 * math.sin(t + 0.18):.1f} {19.4 * math.cos(t):.1f} {19.4 * math.sin(t):.1f}", stroke="#ec7f5b",
                   width=2.6, opacity=0.75)
        p.path(smooth([(17.5 * math.cos(t), 17.5 * math.sin(t)) for t in (0.3, 1.0, 1.7)], False), stroke="#fff", width=2.6, opacity=0.9,
               blur=0.6)


def fish(p, length, skin, belly, fin, glazed=False):
    """A whole fish lying on its side round the origin, head to the left."""
    s = length / 300
    body = smooth([(-150, 4), (-128, -26), (-88, -46), (-30, -54), (30, -44), (84, -20), (104, -11), (106, 12), (84, 20), (30, 40),
                   (-30, 50), (-90, 42), (-130, 26)])
    with p.group(scale=s):
        with p.group(6, 12):
            p.path(body, "#1f0d05", opacity=0.4, blur=6)
        tail = smooth([(98, -8), (126, -34), (152, -44), (144, -16), (140, 2), (148, 24), (154, 46), (124, 32), (98, 10)])
        p.path(tail, p.fade(*fin, angle=0))
        for k in range(-3, 4):
            p.path(f"M104 {k * 2.2:.1f}L{142 - abs(k):.0f} {k * 11}", stroke=fin[1], width=1.4, opacity=0.7)
        p.path(smooth([(-70, -44), (-52, -72), (-8, -76), (42, -54), (52, -36), (0, -48)]), p.fade(*fin))
        for k in range(7):
            p.path(f"M{-56 + k * 14} -48L{-46 + k * 13} {-70 + abs(k - 2) * 2}", stroke=fin[1], width=1.4, opacity=0.7)
        p.path(smooth([(-20, 46), (2, 68), (26, 62), (30, 40)]), p.fade(*fin))
        p.path(body, p.fade(skin[0], (skin[1], 0.45), (belly, 0.85), skin[1]))
        with p.group(clip=body):
            if not glazed:
                for row in range(-3, 4):
                    for k in range(13):
                        x, y = -70 + k * 14 + (row % 2) * 7, row * 12 - 2
                        p.path(f"M{x} {y - 6}q7 6 0 12", stroke=skin[0], width=1.1, opacity=0.35)
            p.path(smooth([(-86, -44), (-72, -14), (-76, 14), (-92, 40)], False), stroke=skin[0], width=3, opacity=0.75)
            p.path(smooth([(-80, -40), (-67, -12), (-71, 14), (-86, 38)], False), stroke="#fff", width=2, opacity=0.3)
            for x in (-36, 8, 50):  # cuts, so that it cooks through
                cut = smooth([(x - 10, -42), (x + 8, -12), (x + 4, 26), (x - 6, 2)])
                p.path(cut, "#8a5c3a" if not glazed else "#3a1206", opacity=0.6)
                p.path(smooth([(x - 6, -36), (x + 8, -12), (x + 5, 18), (x - 1, 0)]), "#fff6e6" if not glazed else "#e8b98a")
        p.path(smooth([(-112, -30), (-60, -46), (0, -46), (70, -20)], False), stroke="#fff", width=7, opacity=0.45, blur=3)
        p.ellipse(-117, -12, 8, 7.6, "#fbf6ea", stroke=skin[0], width=1.6)
        p.ellipse(-117, -12, 4, 4, "#3a3432")
        p.ellipse(-118.5, -13.5, 1.4, 1.4, "#fff")
        p.path("M-149 8Q-140 10 -130 9", stroke=skin[0], width=2.4)
        p.path(smooth([(-84, 8), (-62, 2), (-50, 18), (-66, 26)]), p.fade(*fin, angle=0), opacity=0.9)
