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


def watermelon(p, x, y, size, angle):
    with p.group(x, y, size / 100, angle):
        p.path("M-48 26Q0 56 48 26L2 -58Z", "#3a0a05", opacity=0.32, blur=4)
        p.path("M-52 18Q0 52 52 18L48 8Q0 40 -48 8Z", "#2f7d3a", stroke="#2f7d3a", width=4)
        p.path("M-49 11Q0 43 49 11L46 5Q0 35 -46 5Z", "#e9f3cf", stroke="#e9f3cf", width=4)
        p.path("M-46 6Q0 35 46 6L0 -66Z", p.glow("#ff8a7d", ("#f2544d", 0.5), "#d9302f"), stroke="#ec4b45", width=5)
        for a, b in ((-20, 0), (0, 10), (20, 0), (-9, -20), (10, -21), (0, -42)):
            p.ellipse(a, b, 2.8, 4.4, "#2a1210", angle=a)
        p.path("M-30 -8Q-16 -34 -4 -52", stroke="#fff", width=3.4, opacity=0.4, blur=1.4)


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


def kiwi(p, x, y, r):
    p.ellipse(x + 3, y + r * 0.24, r, r * 0.76, "#24300a", opacity=0.35, blur=3)
    p.ellipse(x, y + 5, r, r * 0.74, "#8a6a3a")
    p.ellipse(x, y, r, r * 0.74, p.glow("#cbe77a", "#93c83f", "#6aa52c", at=(0.5, 0.5), reach=0.55))
    p.ellipse(x, y, r * 0.32, r * 0.22, "#f6f6d6")
    for i in range(16):
        t = 2 * math.pi * i / 16
        p.path(f"M{x + r * 0.34 * math.cos(t):.1f} {y + r * 0.25 * math.sin(t):.1f}L{x + r * 0.8 * math.cos(t):.1f} "
               f"{y + r * 0.58 * math.sin(t):.1f}", stroke="#e0f2a6", width=1.2, opacity=0.7)
        p.ellipse(x + r * 0.48 * math.cos(t + 0.2), y + r * 0.35 * math.sin(t + 0.2), r * 0.055, r * 0.038, "#20180c", angle=i * 22)


def grapes(p, x, y, r):
    for dx, dy in ((-1, -1.1), (0.7, -1.3), (-1.9, 0), (-0.1, -0.2), (1.7, -0.1), (-1.1, 1), (0.8, 0.95), (-0.1, 1.9)):
        a, b = x + dx * r, y + dy * r * 0.85
        p.ellipse(a + 2, b + 4, r, r * 0.95, "#1c0826", opacity=0.28, blur=2)
        p.ellipse(a, b, r, r * 0.97, p.glow("#b98ac9", ("#7a4191", 0.5), "#431f57"))
        p.ellipse(a - r * 0.32, b - r * 0.4, r * 0.28, r * 0.16, "#fff", opacity=0.8, blur=0.8)


def cherry_tomato(p, x, y, r):
    p.ellipse(x + 3, y + r * 0.55, r, r * 0.6, "#3b0a05", opacity=0.3, blur=3)
    p.ellipse(x, y, r, r * 0.95, p.glow("#ff8a6a", ("#e23b2a", 0.5), "#a31712"))
    for t in range(0, 360, 72):
        a = math.radians(t + 10)
        p.path(f"M{x:.1f} {y - r * 0.55:.1f}l{math.cos(a) * r * 0.5:.1f} {math.sin(a) * r * 0.26:.1f}", stroke="#4d8f34", width=2.6)
    p.ellipse(x - r * 0.38, y - r * 0.2, r * 0.22, r * 0.15, "#fff", opacity=0.85, blur=1)
