# SPDX-License-Identifier: GPL-3.0-or-later
"""Egg, bean curd and other soft things, and fruit."""
import math

from paper import line, smooth


def tofu(p, x, y, w, h, colours=("#fffdf6", "#f3e6cd", "#dcc59f")):
    """A cube of bean curd, corner to the front."""
    d = w * 0.5
    front = [(x - w, y), (x, y + d), (x + w, y), (x + w, y + h), (x, y + d + h), (x - w, y + h)]
    p.path(line([(a + 3, b + 5) for a, b in front]), "#2a0c03", opacity=0.35, blur=3)
    p.path(line(front), colours[1], stroke=colours[1], width=3)
    p.path(line([(x, y + d), (x + w, y), (x + w, y + h), (x, y + d + h)]), colours[2], stroke=colours[2], width=3)
    top = [(x - w, y), (x, y - d), (x + w, y), (x, y + d)]
    p.path(line(top), p.glow("#ffffff", colours[0], colours[1]), stroke=colours[0], width=3)


def curd(p, x, y, r):
    """A fold of scrambled egg."""
    shape = p.blob(x, y, r, r * 0.7, 0.2, 10, p.between(-30, 30))
    with p.group(2, 5):
        p.path(shape, "#6b3a05", opacity=0.32, blur=2.5)
    p.path(shape, p.glow("#fff0a0", ("#fbd24f", 0.45), ("#f0ae26", 0.85), "#d48a14"))
    for _ in range(3):
        a, b, turn = x + p.between(-0.5, 0.5) * r, y + p.between(-0.3, 0.35) * r, p.between(-5, 5)
        p.path(f"M{a - r * 0.3:.1f} {b:.1f}q{r * 0.3:.1f} {turn:.1f} {r * 0.6:.1f} {-turn / 2:.1f}", stroke="#d98f17", width=1.8,
               opacity=0.5)
    p.ellipse(x - r * 0.25, y - r * 0.3, r * 0.36, r * 0.13, "#fff", opacity=0.75, blur=1.8, angle=-18)


def tea_egg(p, x, y, r, angle):
    """Stained along its cracks."""
    with p.group(x, y, angle=angle):
        shape = smooth([(-r * 1.22, 0), (-r * 0.86, -r * 0.72), (0, -r * 0.97), (r * 0.8, -r * 0.76), (r * 1.14, 0), (r * 0.8, r * 0.76),
                        (0, r * 0.97), (-r * 0.86, r * 0.72)])
        with p.group(4, r * 0.22):
            p.path(shape, "#240d04", opacity=0.42, blur=4)
        p.path(shape, p.glow("#eebf8d", ("#cf9058", 0.45), ("#9a5a2c", 0.85), "#6e3a19"))
        with p.group(clip=shape):
            for _ in range(15):
                px, py, t = p.between(-r * 1.2, r * 1.2), p.between(-r, r), p.between(0, 2 * math.pi)
                points = [(px, py)]
                for _ in range(4):
                    t += p.between(-0.9, 0.9)
                    px, py = px + math.cos(t) * r * 0.26, py + math.sin(t) * r * 0.26
                    points.append((px, py))
                p.path(line(points, False), stroke="#5d2c10", width=p.between(1, 2.2), opacity=0.62)
        p.ellipse(-r * 0.35, -r * 0.45, r * 0.36, r * 0.18, "#fff", opacity=0.65, blur=2.5, angle=-20)


def half_egg(p, x, y, r, angle, edge="#b9763f"):
    with p.group(x, y, angle=angle, flat=0.8):
        p.ellipse(4, 8, r * 1.2, r * 0.98, "#240d04", opacity=0.38, blur=4)
        p.ellipse(0, 4, r * 1.2, r * 0.97, edge)
        p.ellipse(0, 0, r * 1.2, r * 0.97, p.glow("#ffffff", "#fdf3e2", "#eddcc0"), stroke=edge, width=2)
        p.ellipse(r * 0.05, 0, r * 0.62, r * 0.57, p.glow("#ffd76a", "#f6ac33", "#df861c"))
        p.ellipse(-r * 0.14, -r * 0.18, r * 0.2, r * 0.1, "#fff", opacity=0.6, blur=1.5)


def yam(p, x, y, length, r, angle):
    """A steamed length of iron-stick yam, its skin on."""
    with p.group(x, y, angle=angle):
        p.rect(-length / 2 + 2, -r + r * 0.6, length, 2 * r, "#3a1f0a", r, 0.38, 4)
        p.rect(-length / 2, -r, length, 2 * r, p.fade("#e3c69a", ("#c29a66", 0.45), "#83592f"), r * 0.7)
        for _ in range(int(length / 4)):
            a, b = p.between(-length * 0.45, length * 0.36), p.between(-r * 0.8, r * 0.8)
            p.ellipse(a, b, 1.5, 1.1, "#6d4622", opacity=0.6)
        for _ in range(4):
            a = p.between(-length * 0.42, length * 0.3)
            p.path(f"M{a:.1f} {-r * 0.9:.1f}q{p.between(2, 5):.1f} {r * 0.9:.1f} 0 {r * 1.8:.1f}", stroke="#8d6335", width=1.1, opacity=0.5)
        p.ellipse(length / 2 - 2, 0, r * 0.58, r * 0.98, p.glow("#ffffff", "#fbf6ea", "#e7d8bb"), stroke="#b08a57", width=1.6)
        p.path(f"M{-length * 0.4:.1f} {-r * 0.5:.1f}H{length * 0.3:.1f}", stroke="#fff", width=r * 0.16, opacity=0.45, blur=1.2)


def orange(p, x, y, r, angle):
    """A wedge with its peel."""
    with p.group(x, y, r / 40, angle):
        p.path("M-42 0A42 36 0 0 0 42 0Z", "#6b2f05", opacity=0.35, blur=4)
        p.path("M-42 -5A42 37 0 0 0 42 -5Z", p.fade("#ffa63a", "#e8790f"))
        p.path("M-37 -5A37 31 0 0 0 37 -5Z", "#fff3d6")
        for i in range(4):
            a, b = math.pi * (i + 0.07) / 4, math.pi * (i + 0.93) / 4
            p.path(f"M0 -4L{33 * math.cos(a):.1f} {27 * math.sin(a) - 4:.1f}Q{36 * math.cos((a + b) / 2):.1f} "
                   f"{31 * math.sin((a + b) / 2) - 4:.1f} {33 * math.cos(b):.1f} {27 * math.sin(b) - 4:.1f}Z",
                   p.glow("#ffd07a", "#ffab3d", "#f78f1f"))
        p.path("M-34 4Q-26 22 -8 29", stroke="#fff", width=3, opacity=0.6, blur=1)


def apple(p, x, y, r, angle):
    """A wedge, its red back upward and behind."""
    with p.group(x, y, r / 40, angle):
        p.path("M-30 24Q0 40 30 22L2 -36Z", "#4a1a0a", opacity=0.3, blur=4)
        back = smooth([(-31, 20), (-30, -8), (-14, -32), (2, -40), (20, -30), (32, -6), (31, 18), (0, 30)])
        p.path(back, p.fade("#f06a4e", ("#d5342b", 0.5), "#9d1a1c", angle=20))
        p.path(smooth([(-27, 20), (-25, -6), (-12, -27), (-1, -33), (12, -24), (22, -2), (22, 18), (-2, 27)]),
               p.glow("#fffdf0", ("#fcf3cf", 0.6), "#efdb9c"), stroke="#f3e3ae", width=1.5)
        p.path("M-4 -6Q-12 6 -5 16Q4 8 -4 -6Z", "#e6cf8d", opacity=0.8)
        p.ellipse(-5, 6, 2.6, 5, "#5f2d12")
        p.path("M24 -14Q30 2 27 16", stroke="#fff", width=2.6, opacity=0.55, blur=0.8)


def banana(p, x, y, r, angle):
    """A thick slice, standing in its peel."""
    with p.group(x, y, r / 25, angle):
        p.ellipse(4, 14, 26, 16, "#4a2c12", opacity=0.3, blur=3)
        p.path("M-25 0V11A25 16 0 0 0 25 11V0Z", p.fade("#ffe37a", ("#f7c93c", 0.5), "#cf9420", angle=0))
        p.ellipse(0, 0, 25, 16, "#f7d765")
        p.ellipse(0, 0, 22, 14, p.glow("#fffdf0", ("#fdf2cc", 0.6), "#f0dc9f"))
        for i in range(3):
            t = math.radians(90 + 120 * i)
            for k in (0.26, 0.46):
                p.ellipse(22 * k * math.cos(t + k), 14 * k * math.sin(t + k), 1.7, 1.2, "#8a6232", opacity=0.7)
        p.ellipse(0, 0, 4, 2.6, "#e6cf8d")
        p.path("M-18 9Q-8 17 6 17", stroke="#fff", width=2, opacity=0.6, blur=0.8)


def mint(p, x, y, size):
    """A few leaves for the eye."""
    for angle in (-150, -40, 80):
        with p.group(x, y, size / 15, angle):
            p.path("M0 0Q8 -11 24 0Q8 11 0 0Z", p.fade("#7cc552", "#35863a"), stroke="#2c7a30", width=0.8)
            p.path("M3 0H20", stroke="#cfe8a6", width=1.2)
