# SPDX-License-Identifier: GPL-3.0-or-later
"""What food stands in and on: the table, plates, bowls, cups, trays, steamers. All are seen from the same height (a
circle is FLAT as high as it is wide) and lit from the upper left. Vessels stand round the origin."""
import math

from paper import line, smooth, turned

FLAT = 0.62  # the height of a circle lying on the table

# light, middle, dark, line
PORCELAIN = ("#fffdf8", "#f4ece0", "#d3c4ae", "#4d79a8")
CELADON = ("#e9f3ea", "#c4dccb", "#8fb39d", "#6f9a82")
STONE = ("#c79a74", "#9a6a48", "#643f29", "#e2bf98")
NIGHT = ("#8a97a6", "#55657a", "#2f3b4c", "#c7b48c")
CREAM = ("#fff8e6", "#f3e0b8", "#cfae78", "#c1502e")

TABLES = {  # light, middle, dark
    "straw": ("#fbf0da", "#f0d9b0", "#dcb883"),
    "peach": ("#fdeadb", "#f6cfb2", "#e2a988"),
    "sage": ("#f1f2df", "#d9dfbd", "#b5bf92"),
    "mist": ("#eef3ee", "#d3e0dc", "#a9c0bc"),
    "tea": ("#f4e4cc", "#e0c197", "#bf9666"),
    "rose": ("#fbe9e2", "#efc9bd", "#d59f91"),
}


def table(p, kind):
    light, middle, dark = TABLES[kind]
    p.rect(0, 0, p.width, p.height, p.glow(light, (middle, 0.55), dark, at=(0.34, 0.2), reach=0.95))
    for i in range(1, 5):  # boards, hardly seen
        y = p.height * i / 5 + p.between(-4, 4)
        p.path(smooth([(x, y + p.between(-1, 1)) for x in range(-40, p.width + 80, 80)], False), stroke=dark, width=1.4,
               opacity=0.35)
        p.path(smooth([(x, y + 1.6 + p.between(-1, 1)) for x in range(-40, p.width + 80, 80)], False), stroke="#fff",
               width=1.2, opacity=0.35)
    for _ in range(26):
        x, y, w = p.between(-40, p.width), p.between(0, p.height), p.between(50, 170)
        p.path(smooth([(x, y), (x + w / 2, y + p.between(-3, 3)), (x + w, y)], False), stroke=dark, width=1,
               opacity=0.16)


def cloth(p, cx, cy, size, colour, edge, angle=45):
    """A square napkin under the vessel."""
    points = turned([(-size, -size), (size, -size), (size, size), (-size, size)], angle)
    points = [(cx + x, cy + y * FLAT) for x, y in points]
    p.path(line([(x + 5, y + 8) for x, y in points]), "#5a3a1e", opacity=0.22, blur=6)
    p.path(line(points), p.fade(colour, edge, angle=60), stroke=edge, width=2)
    inner = [(cx + (x - cx) * 0.92, cy + (y - cy) * 0.92) for x, y in points]
    p.path(line(inner), stroke="#fff", width=1.6, opacity=0.6)


def shadow(p, rx, y, strength=0.34, spread=9):
    p.ellipse(10, y, rx * 1.02, rx * FLAT * 0.98, "#4a2c12", opacity=strength, blur=spread)


def _ring(p, rx, light, dark, y=0.0):
    p.ellipse(0, y, rx, rx * FLAT, p.fade(light, dark, angle=65))


def plate(p, rx, ware=PORCELAIN, y=0.0, band=True):
    light, middle, dark, accent = ware
    shadow(p, rx, y + 15)
    p.ellipse(0, y + 8, rx * 0.985, rx * FLAT * 0.985, dark)
    p.ellipse(0, y + 4, rx, rx * FLAT, p.fade(middle, dark, angle=80))
    _ring(p, rx, light, middle, y)
    if band:
        p.ellipse(0, y, rx * 0.955, rx * FLAT * 0.955, stroke=accent, width=3.2, opacity=0.85)
        p.ellipse(0, y, rx * 0.915, rx * FLAT * 0.915, stroke=accent, width=1.1, opacity=0.6)
    p.ellipse(0, y + 3, rx * 0.76, rx * FLAT * 0.76, p.fade(dark, middle, light, angle=65), opacity=0.9)
    p.ellipse(1, y + 5, rx * 0.73, rx * FLAT * 0.725, p.fade(middle, light, angle=65))
    p.path(smooth(arc(rx * 0.86, 195, 250, y), False), stroke="#fff", width=5, opacity=0.75, blur=1.5)


def arc(rx, start, end, y=0.0, steps=7, flat=FLAT):
    """Points on a lying circle, degrees clockwise from the right."""
    return [(rx * math.cos(math.radians(start + (end - start) * i / steps)),
             y + rx * flat * math.sin(math.radians(start + (end - start) * i / steps))) for i in range(steps + 1)]


def ring_path(rx, y=0.0, flat=FLAT):
    return smooth(arc(rx, 0, 360, y, 12, flat)[:-1])


def bowl(p, rx, ware=PORCELAIN, depth=0.62, fill=None, level=0.9, pattern=True):
    """A bowl whose rim lies round the origin; `fill` is the paint of what stands in it, `level` how wide that is.
    Returns the clip path of its inside."""
    light, middle, dark, accent = ware
    ry, h = rx * FLAT, rx * depth
    low = h + ry * 0.6  # where the round of the body ends
    p.ellipse(rx * 0.1, low - ry * 0.14, rx * 0.78, ry * 0.5, "#4a2c12", opacity=0.42, blur=9)
    foot = rx * 0.42
    p.path(f"M{-foot:.1f} {low - ry * 0.2:.1f}L{-foot * 0.96:.1f} {low - ry * 0.05:.1f}"
           f"Q0 {low + ry * 0.36:.1f} {foot * 0.96:.1f} {low - ry * 0.05:.1f}L{foot:.1f} {low - ry * 0.2:.1f}Z",
           p.fade(middle, dark, angle=0))
    body = (f"M{-rx:.1f} 0C{-rx:.1f} {h * 0.72:.1f} {-rx * 0.68:.1f} {low:.1f} 0 {low:.1f}"
            f"C{rx * 0.68:.1f} {low:.1f} {rx:.1f} {h * 0.72:.1f} {rx:.1f} 0Z")
    p.path(body, p.fade(light, (middle, 0.45), dark, angle=14))
    if pattern:
        with p.group(clip=body):
            p.path(smooth(arc(rx * 0.985, 0, 180, h * 0.26), False), stroke=accent, width=rx * 0.03, opacity=0.9)
            p.path(smooth(arc(rx * 0.97, 0, 180, h * 0.36), False), stroke=accent, width=rx * 0.011, opacity=0.7)
    p.ellipse(0, 0, rx, ry, p.fade(light, middle, angle=60))
    p.ellipse(0, 0, rx * 0.945, ry * 0.935, p.fade(dark, middle, light, angle=75))
    inside = ring_path(rx * 0.945, 0, FLAT * 0.99)
    if fill:
        with p.group(clip=inside):
            y = ry * (1 - level) * 0.9
            p.ellipse(0, y - 3, rx * level * 1.005, ry * level, "#2a1506", opacity=0.22, blur=3)
            p.ellipse(0, y, rx * level, ry * level, fill)
    p.path(smooth(arc(rx * 0.972, 188, 262), False), stroke=light, width=rx * 0.028, opacity=0.9)
    return inside


def gleam(p, rx, start=20, end=80, y=0.0, opacity=0.5, width=4):
    """Light caught by the edge of a liquid."""
    p.path(smooth(arc(rx, start, end, y), False), stroke="#fff", width=width, opacity=opacity, blur=1.2)


def oval_plate(p, rx, ware=PORCELAIN):
    """A long plate for a fish."""
    light, middle, dark, accent = ware
    ry = rx * 0.54
    p.ellipse(10, 18, rx, ry, "#4a2c12", opacity=0.34, blur=10)
    p.ellipse(0, 8, rx * 0.99, ry * 0.99, dark)
    p.ellipse(0, 0, rx, ry, p.fade(light, middle, angle=65))
    p.ellipse(0, 0, rx * 0.965, ry * 0.945, stroke=accent, width=3.2, opacity=0.85)
    p.ellipse(0, 2, rx * 0.84, ry * 0.78, p.fade(dark, middle, light, angle=65))
    p.ellipse(1, 4, rx * 0.82, ry * 0.75, p.fade(middle, light, angle=65))


def glass(p, rx, tall, drink):
    """A tumbler, filled almost to the brim; its rim lies round the origin."""
    ry, foot = rx * FLAT * 0.8, 0.8
    p.ellipse(rx * 0.3, tall + 6, rx * 1.05, ry, "#4a2c12", opacity=0.38, blur=9)
    wall = (f"M{-rx} 0L{-rx * foot:.1f} {tall}A{rx * foot:.1f} {ry * foot:.1f} 0 0 0 {rx * foot:.1f} {tall}L{rx} 0Z")
    p.path(wall, p.fade("#f4f7f2", ("#dfe6df", 0.6), "#b9c4bc", angle=0), opacity=0.85)
    inner = (f"M{-rx * 0.93:.1f} 14L{-rx * foot * 0.92:.1f} {tall - 10}A{rx * foot * 0.92:.1f} {ry * foot * 0.9:.1f} 0 0 0 "
             f"{rx * foot * 0.92:.1f} {tall - 10}L{rx * 0.93:.1f} 14Z")
    light, middle, dark = drink
    p.path(inner, p.fade(middle, (light, 0.3), (middle, 0.65), dark, angle=0))
    p.ellipse(0, 0, rx, ry, p.fade("#ffffff", "#dfe6df", angle=60))
    p.ellipse(0, 0, rx * 0.94, ry * 0.92, p.fade("#c3ccc4", "#f4f7f2", angle=75))
    p.ellipse(0, 8, rx * 0.93, ry * 0.88, p.glow(light, (middle, 0.7), dark))
    for x, y in p.scatter(14, rx * 0.8, ry * 0.7, 0, 8, 8):
        p.ellipse(x, y, p.between(2, 4), p.between(1.4, 2.6), "#fff", stroke=dark, width=0.8, opacity=0.85)
    p.path(f"M{-rx * 0.76:.1f} 30L{-rx * 0.64:.1f} {tall - 20}", stroke="#fff", width=rx * 0.13, opacity=0.6, blur=1.5)
    p.path(f"M{rx * 0.78:.1f} 34L{rx * 0.66:.1f} {tall - 30}", stroke="#fff", width=rx * 0.05, opacity=0.6, blur=1)
    p.path(smooth(arc(rx * 0.97, 170, 265, 0, flat=FLAT * 0.8), False), stroke="#fff", width=3, opacity=0.95)


def steamer(p, rx, tall=34):
    """A bamboo steamer with a cloth inside."""
    ry = rx * FLAT
    shadow(p, rx, tall + 10, 0.4)
    wall = (f"M{-rx:.1f} 0V{tall}A{rx:.1f} {ry:.1f} 0 0 0 {rx:.1f} {tall}V0Z")
    p.path(wall, p.fade("#f0cd8e", ("#dba961", 0.5), "#a8712f", angle=0))
    for at, width in ((0.2, 2), (0.78, 5)):
        p.path(smooth(arc(rx, 0, 180, tall * at), False), stroke="#8d5a22", width=width, opacity=0.45)
    for t in (60, 66, 118, 124):
        x, y = rx * math.cos(math.radians(t)), ry * math.sin(math.radians(t))
        p.path(f"M{x:.1f} {y + 2:.1f}V{y + tall - 1:.1f}", stroke="#8d5a22", width=2.4, opacity=0.5)
    p.ellipse(0, 0, rx, ry, p.fade("#f7dca6", "#d6a35c", angle=60))
    p.ellipse(0, 0, rx * 0.95, ry * 0.945, stroke="#a8712f", width=1.6, opacity=0.6)
    p.ellipse(0, 1, rx * 0.9, ry * 0.89, p.fade("#8f6026", "#c79552", angle=75))
    inside = ring_path(rx * 0.9, 1, FLAT * 0.99)
    with p.group(clip=inside):
        p.ellipse(0, 8, rx * 0.9, ry * 0.9, p.fade("#e3bd7c", "#f3dba8", angle=75))
        for i in range(-9, 10):
            p.path(f"M{i * rx / 9:.1f} {-ry:.1f}V{ry + 10:.1f}", stroke="#b98643", width=1.6, opacity=0.4)
        p.path(p.blob(0, 8, rx * 0.84, ry * 0.82, 0.03, 16), "#fffaf0", opacity=0.85)
    return inside


WOODS = {  # rim light, rim dark, floor dark, floor light, edge
    "oak": ("#c98d55", "#8d5427", "#b9804a", "#d9aa74", "#5d3215"),
    "cherry": ("#b9573f", "#7c2a1d", "#a2483a", "#c8705a", "#501610"),
    "bamboo": ("#ead09a", "#c39a58", "#dcbf85", "#f3e0b4", "#8d6a35"),
    "walnut": ("#7d5a44", "#4a3022", "#6a4a38", "#8d6b54", "#2c1a10"),
}


def tray(p, x, y, width, height, wood):
    """A wooden tray whose inner surface is the given box."""
    rim_light, rim_dark, floor_dark, floor_light, edge = WOODS[wood]
    rim = 13
    p.rect(x - rim + 8, y - rim + 14, width + 2 * rim, height + 2 * rim, "#3a1f0a", 26, 0.42, 10)
    p.rect(x - rim, y - rim + 7, width + 2 * rim, height + 2 * rim, edge, 26)
    p.rect(x - rim, y - rim, width + 2 * rim, height + 2 * rim, p.fade(rim_light, rim_dark, angle=70), 26)
    p.rect(x, y, width, height, rim_dark, 16)
    p.rect(x + 2, y + 5, width - 4, height - 6, p.fade(floor_dark, floor_light, angle=60), 14)
    for i in range(1, 9):
        w = y + 5 + i * (height - 6) / 9
        p.path(smooth([(x + 10 + k * (width - 20) / 4, w + p.between(-3, 3)) for k in range(5)], False),
               stroke=rim_dark, width=1, opacity=0.25)
    p.path(f"M{x - rim + 22} {y - rim + 4}H{x + width * 0.6:.0f}", stroke="#fff", width=3, opacity=0.4, blur=1)


def chopsticks(p, x, y, length, angle, colours=("#b4552f", "#7d3216")):
    with p.group(x, y, angle=angle):
        for k in (0, 11):
            p.path(f"M4 {k + 7}L{length + 4} {k * 0.5 + 7}", stroke="#4a2c12", width=6, opacity=0.25, blur=2)
            p.path(line([(0, k - 3.6), (length, k * 0.5 - 1.8), (length, k * 0.5 + 1.8), (0, k + 3.6)]),
                   p.fade(*colours))
            p.path(line([(0, k - 3.6), (30, k - 3.2), (30, k + 3.2), (0, k + 3.6)]), "#e9c46a")
            p.path(f"M4 {k - 1.6}L{length * 0.9:.0f} {k * 0.5 - 1}", stroke="#fff", width=1.2, opacity=0.5)


def spoon(p, x, y, length, angle, ware=PORCELAIN):
    light, middle, dark, accent = ware
    with p.group(x, y, angle=angle):
        p.ellipse(6, 10, 30, 20, "#4a2c12", opacity=0.28, blur=4)
        p.path(f"M20 -6 L{length} -5 Q{length + 7} 0 {length} 5 L20 7Z", p.fade(light, dark))
        p.path(f"M{length - 8} -3V3", stroke=accent, width=2.4, opacity=0.8)
        p.ellipse(0, 0, 29, 19, p.fade(light, middle, dark, angle=60))
        p.ellipse(-1, 1, 23, 14, p.fade(dark, middle, light, angle=60))


def steam(p, cx, cy, height=70, wisps=3, spread=38):
    for i in range(wisps):
        x = cx + (i - (wisps - 1) / 2) * spread + p.between(-5, 5)
        h, sway = height * p.between(0.8, 1.1), p.any(-1, 1) * 11
        points = [(x, cy), (x + sway, cy - h * 0.33), (x - sway, cy - h * 0.66), (x + sway * 0.7, cy - h)]
        p.path(smooth(points, False), stroke="#fff", width=10, opacity=0.42, blur=5)
        p.path(smooth(points, False), stroke="#fff", width=4, opacity=0.35, blur=2)
