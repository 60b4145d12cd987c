# SPDX-License-Identifier: GPL-3.0-or-later
"""Leaves, roots and what is strewn on top. Sizes are in the sheet's own units; (x, y) is the middle."""
import math

from paper import line, smooth


def _leaf(p, length, width, colours):
    points = [(0.28, 0), (0.42, -0.62), (0.62, -0.98), (0.82, -0.9), (0.97, -0.45), (1, 0.05), (0.95, 0.5),
              (0.8, 0.93), (0.6, 0.95), (0.42, 0.6)]
    points = [(x * length + p.between(-2, 2), y * width + p.between(-3, 3)) for x, y in points]
    p.path(smooth([(x + 2, y + 4) for x, y in points]), "#16320f", opacity=0.3, blur=2)
    p.path(smooth(points), p.fade(*colours, angle=p.any(50, 70, 110)), stroke="#1f5a26", width=0.8)
    p.path(smooth([(0.3 * length, 0), (0.65 * length, p.between(-2, 2)), (0.95 * length, 0)], False),
           stroke="#bfe08f", width=3, opacity=0.85)
    for at in (0.45, 0.58, 0.72, 0.84):
        for side in (-1, 1):
            p.path(smooth([(at * length, 0), ((at + 0.07) * length, side * width * 0.4),
                           ((at + 0.1) * length, side * width * 0.75)], False), stroke="#a9d37c", width=1.2, opacity=0.6)
    p.path(smooth([(0.45 * length, -width * 0.5), (0.65 * length, -width * 0.72), (0.82 * length, -width * 0.6)], False),
           stroke="#fff", width=2.5, opacity=0.35, blur=1.2)


def choy(p, x, y, size, angle):
    """A halved young bok choy; the stem end lies at (x, y), the leaves point along `angle`."""
    greens = (("#57a63f", "#2c7a30", "#1d5b28"), ("#6ab648", "#35863a", "#236a2c"), ("#7cc552", "#3f9440", "#297532"))
    with p.group(x, y, size / 100, angle, flat=0.84):
        for i, (shift, turn) in enumerate(((-11, -15), (11, 15), (0, p.between(-4, 4)))):
            with p.group(0, shift, angle=turn):
                _leaf(p, 100, 25, greens[i])
                stem = smooth([(-9, 0), (-5, -13), (12, -15), (34, -7), (52, -2), (54, 1), (34, 6), (12, 14), (-5, 12)])
                p.path(stem, p.fade("#fbfdea", "#e3f0be", "#a9cf78", angle=90), stroke="#8db865", width=0.8)
                for k in (-6, 0, 6):
                    p.path(f"M-2 {k}Q18 {k * 0.9:.1f} 42 {k * 0.2:.1f}", stroke="#9cc66f", width=1.1, opacity=0.55)


def greens_strip(p, x, y, size, angle, colours=("#63b347", "#2f8235", "#1f622a")):
    """A cooked leaf, folded as it fell."""
    with p.group(x, y, size / 60, angle):
        shape = smooth([(-30, p.between(-4, 4)), (-10, -13 + p.between(-3, 3)), (14, -11 + p.between(-3, 3)),
                        (31, p.between(-5, 3)), (12, 10 + p.between(-3, 3)), (-12, 9 + p.between(-3, 3))])
        p.path(shape, "#12300f", opacity=0.35, blur=2)
        p.path(shape, p.fade(*colours, angle=p.any(40, 80, 120)))
        p.path(f"M-26 0Q0 {p.between(-5, 5):.1f} 26 -1", stroke="#c9e59a", width=2.4, opacity=0.8)
        p.path("M-14 -6Q2 -11 16 -7", stroke="#fff", width=2, opacity=0.4, blur=1)


def scallions(p, count, rx, ry, cx=0, cy=0, size=5):
    for x, y in p.scatter(count, rx, ry, cx, cy, size * 1.6):
        angle, s = p.between(-40, 40), size * p.between(0.75, 1.15)
        p.ellipse(x + 1, y + 2, s, s * 0.72, "#241506", opacity=0.3, angle=angle)
        p.ellipse(x, y, s, s * 0.72, p.any("#4f9f3a", "#6cb544", "#3c8a35"), angle=angle)
        p.ellipse(x, y - 0.4, s * 0.55, s * 0.38, p.any("#cfe8a6", "#b9dc8c", "#e4f3c6"), angle=angle)


def threads(p, count, rx, ry, cx, cy, length, colours, width=2.2):
    """Ginger, scallion or carrot cut to fine threads."""
    for x, y in p.scatter(count, rx, ry, cx, cy):
        t, bend = p.between(0, math.pi), p.between(-0.25, 0.25) * length
        dx, dy = math.cos(t) * length / 2, math.sin(t) * length / 2 * 0.75
        d = smooth([(x - dx, y - dy), (x - dy * bend / length, y + dx * bend / length), (x + dx, y + dy)], False)
        p.path(d, stroke="#2c1a08", width=width + 1, opacity=0.18)
        p.path(d, stroke=p.any(*colours), width=width)


def herb(p, x, y, size):
    """A sprig of coriander."""
    for angle in (-70, -20, 30, 80, 140):
        a = math.radians(angle + p.between(-12, 12))
        tx, ty = x + math.cos(a) * size, y + math.sin(a) * size * 0.7
        p.path(f"M{x:.1f} {y:.1f}L{tx:.1f} {ty:.1f}", stroke="#5b9c3f", width=1.8)
        p.path(p.blob(tx, ty, size * 0.42, size * 0.32, 0.28, 9), p.fade("#6cb84c", "#2f7e33"))


def carrot(p, x, y, r, angle=0):
    """A slice cut as a flower."""
    with p.group(x, y, angle=angle, flat=0.75):
        points = [((r if i % 2 else r * 0.78) * math.cos(i * math.pi / 5), (r if i % 2 else r * 0.78) * math.sin(i * math.pi / 5))
                  for i in range(10)]
        p.path(smooth([(a + 1, b + 3) for a, b in points]), "#5b2205", opacity=0.3, blur=1)
        p.path(smooth([(a, b + 2) for a, b in points]), "#c7560f")
        p.path(smooth(points), p.glow("#ffb257", "#f58a2c", "#e26a14"))
        p.ellipse(0, 0, r * 0.36, r * 0.36, "#ffc069", opacity=0.8)
        for i in range(5):
            t = (2 * i + 1) * math.pi / 5
            p.path(f"M0 0L{r * 0.7 * math.cos(t):.1f} {r * 0.7 * math.sin(t):.1f}", stroke="#ffcf86", width=1.2, opacity=0.7)


def shiitake(p, x, y, r):
    p.ellipse(x + 2, y + r * 0.35, r, r * 0.66, "#20100a", opacity=0.35, blur=2.5)
    p.path(p.blob(x, y + r * 0.14, r, r * 0.68, 0.05, 11), "#e2c49b")
    p.path(p.blob(x, y, r, r * 0.66, 0.05, 11), p.glow("#a8714a", "#7a4a2b", "#4a2917"))
    for a, b in (((-0.5, -0.08), (0.5, 0.1)), ((-0.1, -0.36), (0.12, 0.36))):
        p.path(f"M{x + a[0] * r:.1f} {y + a[1] * r:.1f}Q{x:.1f} {y + 2:.1f} {x + b[0] * r:.1f} {y + b[1] * r:.1f}",
               stroke="#f0dcb8", width=r * 0.14)
    p.ellipse(x - r * 0.35, y - r * 0.3, r * 0.28, r * 0.14, "#fff", opacity=0.35, blur=1.5)


def wood_ear(p, x, y, r):
    shape = p.blob(x, y, r, r * 0.66, 0.25, 11)
    p.path(p.blob(x + 2, y + 4, r, r * 0.66, 0.2), "#100805", opacity=0.3, blur=2)
    p.path(shape, p.glow("#6a5046", "#3c2a25", "#1d1311"))
    p.path(smooth([(x - r * 0.6, y), (x - r * 0.1, y - r * 0.25), (x + r * 0.5, y - r * 0.05)], False), stroke="#9b8176",
           width=1.8, opacity=0.8)
    p.path(smooth([(x - r * 0.3, y + r * 0.3), (x + r * 0.2, y + r * 0.1), (x + r * 0.6, y + r * 0.2)], False),
           stroke="#0f0908", width=1.6, opacity=0.7)


def snow_pea(p, x, y, size, angle):
    with p.group(x, y, size / 60, angle):
        p.path("M-30 3Q0 -14 31 0Q4 20 -30 3Z", "#12300f", opacity=0.3, blur=2)
        p.path("M-30 0Q0 -17 31 -3Q4 16 -30 0Z", p.fade("#9ad35c", "#5cab3c", "#3d8c33"), stroke="#3b8132", width=1)
        for k in (-13, -2, 9):
            p.ellipse(k, -2, 4.6, 4, "#b5e07c", opacity=0.65)


def lotus_root(p, x, y, r, angle=0):
    with p.group(x, y, angle=angle, flat=0.75):
        p.ellipse(2, 6, r, r, "#4a2c12", opacity=0.3, blur=2)
        p.ellipse(0, 3, r, r, "#cbb08a")
        p.ellipse(0, 0, r, r, p.glow("#fffaf0", "#f6e9d2", "#e0c9a4"), stroke="#cdae82", width=1)
        for i in range(7):
            t = i * 2 * math.pi / 7
            p.ellipse(r * 0.58 * math.cos(t), r * 0.58 * math.sin(t), r * 0.19, r * 0.14, "#9c7a4e", angle=i * 51)
        p.ellipse(0, 0, r * 0.13, r * 0.13, "#9c7a4e")


def broccoli(p, x, y, r):
    p.path(smooth([(x - r * 0.25, y + r * 0.2), (x - r * 0.3, y + r * 0.95), (x, y + r * 1.08), (x + r * 0.3, y + r * 0.95),
                   (x + r * 0.25, y + r * 0.2)]), p.fade("#a9d275", "#7fb653", angle=0))
    p.ellipse(x + 2, y + r * 0.4, r, r * 0.5, "#12300f", opacity=0.25, blur=2)
    for dx, dy, s in ((-0.6, 0.1, 0.48), (0.6, 0.1, 0.48), (0, 0.22, 0.5), (-0.34, -0.3, 0.5), (0.34, -0.3, 0.5), (0, -0.1, 0.55)):
        p.path(p.blob(x + dx * r, y + dy * r, s * r, s * r * 0.88, 0.12, 11), p.glow("#86c655", "#3f8f3b", "#256a2c"))
        for a, b in p.scatter(7, s * r * 0.7, s * r * 0.6, x + dx * r, y + dy * r):
            p.ellipse(a, b, 1.6, 1.4, "#a6da72", opacity=0.55)


def tomato(p, x, y, r, angle):
    """A wedge, its cut side up."""
    with p.group(x, y, r / 30, angle):
        p.path("M-30 2C-22 26 22 26 30 2Q0 -4 -30 2Z", "#3b0a05", opacity=0.35, blur=3)
        p.path("M-31 -4C-24 24 24 24 31 -4Q0 -20 -31 -4Z", p.fade("#f0563a", "#d02a1d", "#9c150f"))
        p.path("M-27 -4C-18 9 18 9 27 -4Q0 -16 -27 -4Z", p.glow("#ff9272", "#f2644a", "#de4330"))
        for k in (-13, 0, 13):
            p.ellipse(k, -2.5, 5, 3.2, "#ffc38f", opacity=0.75)
            p.ellipse(k, -2.5, 1.5, 1.1, "#fff0c8")
        p.path("M-22 8Q-8 17 8 16", stroke="#fff", width=3, opacity=0.55, blur=1)


def goji(p, x, y, angle):
    p.ellipse(x + 1, y + 2, 6, 3.6, "#3b0a05", opacity=0.25, angle=angle)
    p.ellipse(x, y, 6, 3.6, p.glow("#ff7a4d", "#d93a22", "#a81f14"), angle=angle)
    p.ellipse(x - 1.5, y - 1.2, 2, 1, "#fff", opacity=0.6, angle=angle)


def date(p, x, y, r, angle=0):
    """A red date."""
    p.ellipse(x + 2, y + 4, r, r * 0.72, "#2a0805", opacity=0.3, blur=2, angle=angle)
    p.ellipse(x, y, r, r * 0.72, p.glow("#d85a3f", "#a02b1f", "#651410"), angle=angle)
    for k in (-0.4, 0, 0.4):
        p.path(f"M{x - r * 0.7:.1f} {y + k * r:.1f}q{r * 0.6:.1f} {p.between(-4, 4):.1f} {r * 1.3:.1f} 0", stroke="#5a100c",
               width=1, opacity=0.5)
    p.ellipse(x - r * 0.3, y - r * 0.28, r * 0.3, r * 0.13, "#fff", opacity=0.5, blur=1)


def melon(p, x, y, w, h):
    """A piece of winter melon, cooked until the light goes through."""
    front = [(x - w, y), (x, y + w * 0.42), (x + w, y), (x + w, y + h), (x, y + w * 0.42 + h), (x - w, y + h)]
    p.path(line([(a + 2, b + 4) for a, b in front]), "#3d4a20", opacity=0.25, blur=3)
    p.path(line(front), p.fade("#e9f2cf", "#c4dba0", angle=0), stroke="#c4dba0", width=5, opacity=0.94)
    top = [(x - w, y), (x, y - w * 0.42), (x + w, y), (x, y + w * 0.42)]
    p.path(line(top), p.glow("#fdfff3", "#eef6d6", "#d7e8b6"), stroke="#eef6d6", width=4, opacity=0.95)
    p.path(f"M{x - w:.1f} {y + h:.1f}L{x:.1f} {y + w * 0.42 + h:.1f}L{x + w:.1f} {y + h:.1f}", stroke="#7fae5d", width=3.4,
           opacity=0.8)
    p.ellipse(x - w * 0.3, y - 2, w * 0.32, w * 0.12, "#fff", opacity=0.8, blur=1.5)


def tea_leaves(p, count, rx, ry, cx=0, cy=0):
    """Longjing: two leaves and a bud."""
    for x, y in p.scatter(count, rx, ry, cx, cy, 20):
        with p.group(x, y, p.between(0.8, 1.15), p.between(0, 360)):
            for turn in (-24, 22):
                with p.group(angle=turn):
                    p.path("M0 0Q12 -7 26 0Q12 6 0 0Z", p.fade("#8dbb45", "#4f8a2c"), stroke="#3f7425", width=0.8)
                    p.path("M2 0L22 0", stroke="#d3e796", width=1)


def sesame(p, count, rx, ry, cx=0, cy=0, colour="#fff3d0"):
    for x, y in p.scatter(count, rx, ry, cx, cy, 5):
        p.ellipse(x, y, 2.6, 1.5, colour, stroke="#8a6232", width=0.4, angle=p.between(0, 180))
