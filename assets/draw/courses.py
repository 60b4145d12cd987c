# SPDX-License-Identifier: GPL-3.0-or-later
"""The hot dishes, each with its plate or bowl round the origin, about 330 wide."""
import math

import meats
import soft
import vegetables as veg
import vessels
from paper import smooth
from vessels import FLAT


def ring_of_choy(p, count, rx, size):
    """Young greens round the rim of a plate, leaves outward; the far ones first."""
    turns = sorted((360 * i / count + 12 for i in range(count)), key=lambda t: math.sin(math.radians(t)))
    for t in turns:
        a = math.radians(t)
        veg.choy(p, rx * 0.42 * math.cos(a), rx * 0.42 * FLAT * math.sin(a), size, math.degrees(math.atan2(math.sin(a), math.cos(a))))


def lion_head(p):
    vessels.plate(p, 168, vessels.PORCELAIN)
    meats.sauce(p, 116, 70, 5, ("#b56a31", "#8a4218", "#5e260c"), 0.9)
    ring_of_choy(p, 8, 150, 78)
    for x, y in ((-36, -22), (38, -20), (0, 18)):
        meats.meatball(p, x, y, 42)
    veg.scallions(p, 8, 30, 14, 2, -34, 4)


def dongpo(p):
    vessels.plate(p, 166, vessels.CELADON, band=False)
    with p.group(scale=1.1):
        meats.sauce(p, 112, 66, 6)
        for x, y, t in ((-104, -14, 200), (-92, 30, 160), (104, -14, -20), (92, 30, 20)):
            veg.choy(p, x * 0.72, y, 66, t)
        for x, y in ((0, -44), (-46, -14), (46, -14), (0, 16)):
            meats.pork_belly(p, x, y - 12, 38)


def mapo(p):
    inside = vessels.bowl(p, 150, vessels.STONE, 0.4, p.glow("#e0602a", ("#b8350f", 0.6), "#7a1d07"), 0.93, pattern=False)
    with p.group(clip=inside):
        for x, y in p.scatter(22, 112, 58, 0, 0, 33):
            soft.tofu(p, x, y - 8, 18, 13, ("#fffaf0", "#f7dfb9", "#e2a86c"))
            p.path(f"M{x - 17:.1f} {y + 3:.1f}L{x:.1f} {y + 12:.1f}L{x + 17:.1f} {y + 3:.1f}L{x + 17:.1f} {y + 8:.1f}L{x:.1f} {y + 17:.1f}"
                   f"L{x - 17:.1f} {y + 8:.1f}Z", "#c63c12", opacity=0.5)
        for x, y in p.scatter(70, 124, 72, 0, 2, 6):
            p.path(p.blob(x, y, p.between(3, 6), None, 0.3, 7), p.any("#6d2a12", "#8c3d1c", "#4f1c0b"))
            p.ellipse(x - 1, y - 1, 1.6, 1, "#f6b27c", opacity=0.8)
        for x, y in p.scatter(20, 122, 70, 0, 2, 12):
            p.ellipse(x, y, p.between(3, 7), p.between(2, 4), "#ff8a3a", opacity=0.65)
        veg.scallions(p, 26, 112, 60, 0, -2, 5.5)
        vessels.gleam(p, 134, 110, 165)
        vessels.gleam(p, 134, 20, 50, opacity=0.35)


def greens(p):
    vessels.plate(p, 166, vessels.CREAM)
    with p.group(scale=1.18):
        p.ellipse(0, 8, 112, 66, p.glow("#eadf9a", ("#d6c87c", 0.7, 0.8), ("#c4b160", 1, 0.3)))
        rows = [(-62, -26, 4), (-70, 0, -2), (-58, 27, -8), (-8, -38, 8), (-14, -12, 2), (-10, 14, -4), (-4, 37, -10)]
        for x, y, t in rows:
            veg.choy(p, x, y, 92, t + p.between(-6, 6))
        for x, y in p.scatter(9, 80, 42, 10, 4, 24):
            p.path(p.blob(x, y, 6, 4.4, 0.2, 7), p.glow("#fffdf0", "#ecd9a4", "#cfae6a"))
        vessels.gleam(p, 106, 100, 150, 6, 0.5)


def tomato_egg(p):
    vessels.plate(p, 166, vessels.PORCELAIN)
    with p.group(scale=1.16):
        meats.sauce(p, 114, 67, 6, ("#f78a4f", "#ea5f2c", "#c8401a"), 0.9)
        places = p.scatter(30, 92, 50, 0, -6, 25)
        for i, (x, y) in enumerate(places):
            if i % 5 in (1, 3):
                veg.tomato(p, x, y, 25, p.between(-30, 30))
            else:
                soft.curd(p, x, y, p.between(22, 29))
        veg.scallions(p, 20, 86, 44, 0, -8, 5)


def tomato_beef(p):
    inside = vessels.bowl(p, 150, vessels.CREAM, 0.42, p.glow("#ef7a3c", ("#d04c1c", 0.6), "#9c2f10"), 0.93)
    with p.group(clip=inside):
        places = p.scatter(19, 106, 54, 0, -4, 36)
        for i, (x, y) in enumerate(places):
            if i % 4 == 1:
                veg.tomato(p, x, y, 27, p.between(-25, 25))
            elif i % 7 == 3:
                veg.carrot(p, x, y, 18, p.between(0, 60))
            else:
                meats.chunk(p, x, y, p.between(23, 28), p.between(0, 360))
        veg.herb(p, -6, -16, 14)
        veg.herb(p, 34, 12, 11)
        for x, y in p.scatter(16, 120, 66, 0, 4, 14):
            p.ellipse(x, y, p.between(3, 7), p.between(2, 4), "#ffb25e", opacity=0.55)
        vessels.gleam(p, 134, 105, 160)


def vinegar_fish(p):
    vessels.oval_plate(p, 196, vessels.PORCELAIN)
    p.path(p.blob(0, 8, 152, 66, 0.05, 16), p.glow("#b0591f", ("#7b3310", 0.6), "#4a1a07"))
    with p.group(-4, -6, angle=-4):
        meats.fish(p, 296, ("#4d1d0a", "#9a4a1c"), "#d98a45", ("#a4551f", "#5e260c"), glazed=True)
    vessels.gleam(p, 140, 100, 150, 4, 0.45)
    veg.threads(p, 26, 62, 18, -8, -20, 26, ("#f4dc8f", "#e9c763", "#fff0bd"), 2.6)
    for x, y in ((96, -36), (110, 40)):
        veg.herb(p, x, y, 14)


def steamed_bass(p):
    vessels.oval_plate(p, 196, vessels.PORCELAIN)
    p.path(p.blob(0, 8, 152, 66, 0.05, 16), p.glow("#e2b978", ("#b9803a", 0.7, 0.85), ("#8a5522", 1, 0.5)))
    with p.group(-4, -6, angle=-4):
        meats.fish(p, 296, ("#55616a", "#a9b3b2"), "#f3efe4", ("#8b969a", "#5d686f"))
    veg.threads(p, 54, 78, 20, -2, -16, 34, ("#6cb544", "#3c8a35", "#a9d77e", "#f3f8dc"), 2.8)
    veg.threads(p, 22, 70, 18, -2, -18, 24, ("#f4dc8f", "#e9c763"), 2.4)
    veg.threads(p, 9, 66, 14, 0, -20, 26, ("#d93a22", "#f0563a"), 2.6)
    vessels.gleam(p, 140, 100, 150, 4, 0.5)


def shrimp(p):
    vessels.plate(p, 166, vessels.CELADON)
    with p.group(scale=1.24):
        p.ellipse(0, 8, 108, 62, p.glow("#eef0c4", ("#dfe0a2", 0.7, 0.8), ("#c8ca84", 1, 0.2)))
        for x, y in p.scatter(30, 86, 44, 0, -4, 25):
            meats.prawn(p, x, y, p.between(19, 22), p.between(0, 360))
        veg.tea_leaves(p, 13, 84, 44, 0, -6)
        vessels.gleam(p, 104, 100, 150, 6, 0.5)


def shrimp_tofu(p):
    inside = vessels.bowl(p, 150, vessels.CELADON, 0.4, p.glow("#fbf1cf", ("#efd9a0", 0.6), "#d9b86e"), 0.93)
    with p.group(clip=inside):
        places = p.scatter(26, 108, 56, 0, -2, 31)
        for i, (x, y) in enumerate(places):
            if i % 2:
                soft.tofu(p, x, y - 6, 19, 14)
            else:
                meats.prawn(p, x, y - 2, 20, p.between(0, 360))
        for x, y in p.scatter(20, 110, 60, 0, 0, 16):
            p.ellipse(x, y, 5, 4.4, p.glow("#b5e07c", "#6cb544", "#3f8c33"))
        veg.scallions(p, 10, 100, 52, 0, 0, 4)
        vessels.gleam(p, 134, 105, 160)


def vegetarian(p):
    vessels.plate(p, 166, vessels.PORCELAIN)
    with p.group(scale=1.2):
        meats.sauce(p, 110, 64, 6, ("#e5c07a", "#cfa052", "#a97a32"), 0.75)
        kinds = ("broccoli", "carrot", "mushroom", "ear", "pea", "lotus", "tofu")
        places = p.scatter(27, 96, 50, 0, -2, 29)
        for i, (x, y) in enumerate(places):
            kind = kinds[(i * 3) % len(kinds)]
            if kind == "broccoli":
                veg.broccoli(p, x, y, 19)
            elif kind == "carrot":
                veg.carrot(p, x, y, 17, p.between(0, 70))
            elif kind == "mushroom":
                veg.shiitake(p, x, y, 21)
            elif kind == "ear":
                veg.wood_ear(p, x, y, 20)
            elif kind == "pea":
                veg.snow_pea(p, x, y, 52, p.between(-50, 50))
            elif kind == "lotus":
                veg.lotus_root(p, x, y, 22, p.between(-20, 20))
            else:
                soft.tofu(p, x, y - 6, 16, 12, ("#f9d98f", "#e6b45c", "#c08a35"))
        vessels.gleam(p, 106, 100, 150, 6, 0.5)


def steamed_egg(p):
    inside = vessels.bowl(p, 128, vessels.PORCELAIN, 0.55, p.glow("#fff2b0", ("#fbdc79", 0.55), "#ecb94a"), 0.93)
    with p.group(clip=inside):
        p.ellipse(-24, -18, 60, 22, "#fff", opacity=0.55, blur=12)
        drizzle = [(-74, 10), (-40, -22), (-14, 14), (12, -22), (36, 16), (62, -16), (80, 6)]
        p.path(smooth(drizzle, False), stroke="#c98a2c", width=13, opacity=0.4, blur=3)
        p.path(smooth(drizzle, False), stroke="#7c3f14", width=5.5, opacity=0.8)
        p.path(smooth([(x - 2, y - 2) for x, y in drizzle], False), stroke="#fff", width=1.4, opacity=0.5)
        for _ in range(12):
            x, y = p.between(-80, 80), p.between(-40, 44)
            p.ellipse(x, y, 4, 2.6, "#c98a2c", opacity=0.5)
            p.ellipse(x - 1, y - 1, 1.4, 0.8, "#fff", opacity=0.8)
        veg.scallions(p, 18, 62, 28, 0, 2, 5.5)
        vessels.gleam(p, 112, 110, 160)


def tea_eggs(p):
    inside = vessels.bowl(p, 134, vessels.NIGHT, 0.46, p.glow("#8a4b20", ("#5f2d10", 0.6), "#3a1807"), 0.9)
    soft.tea_egg(p, -42, -34, 40, -12)
    soft.tea_egg(p, 48, -30, 40, 24)
    soft.half_egg(p, 52, 24, 36, -14)
    soft.tea_egg(p, -28, 18, 42, 6)
    with p.group(clip=inside):
        vessels.gleam(p, 112, 60, 130, 6, 0.5)
        for x, y in ((-92, 4), (-82, 30)):
            star_anise(p, x, y, 15)


def star_anise(p, x, y, r):
    for i in range(8):
        t = math.radians(45 * i + 8)
        tip, side = (x + r * math.cos(t), y + r * 0.7 * math.sin(t)), 0.34
        p.path(smooth([(x, y), (x + r * 0.55 * math.cos(t - side), y + r * 0.4 * math.sin(t - side)), tip,
                       (x + r * 0.55 * math.cos(t + side), y + r * 0.4 * math.sin(t + side))]), p.fade("#a5602f", "#5f2d12"))
        p.ellipse(x + r * 0.55 * math.cos(t), y + r * 0.39 * math.sin(t), 2.2, 1.5, "#e0a35f", angle=math.degrees(t))


def rib_soup(p):
    inside = vessels.bowl(p, 140, vessels.PORCELAIN, 0.56, p.glow("#fbf0cf", ("#f0dca4", 0.6), "#d8bb76"), 0.93)
    with p.group(clip=inside):
        for kind, x, y, t in (("m", -62, -40, 0), ("r", 22, -42, 10), ("m", 76, -26, 0), ("m", -14, -22, 0), ("r", -66, 2, -16),
                              ("m", 36, 4, 0), ("r", 70, 30, 14), ("m", -38, 24, 0), ("r", 10, 40, -6)):
            if kind == "m":
                veg.melon(p, x, y - 10, 28, 17)
            else:
                meats.rib(p, x, y, 62, t)
        for x, y in p.scatter(9, 100, 54, 0, 0, 26):
            veg.goji(p, x, y, p.between(0, 180))
        veg.scallions(p, 14, 100, 54, 0, 2, 4.5)
        for x, y in p.scatter(22, 110, 60, 0, 4, 14):
            p.ellipse(x, y, p.between(3, 7), p.between(2, 4), stroke="#f6c95f", width=1.4, opacity=0.8)
        vessels.gleam(p, 124, 105, 160, opacity=0.6)


def small_greens(p):
    """A few stalks on a little plate for the trays."""
    vessels.plate(p, 150, vessels.CREAM)
    with p.group(scale=1.2):
        p.ellipse(0, 8, 100, 58, p.glow("#eadf9a", ("#d6c87c", 0.7, 0.8), ("#c4b160", 1, 0.3)))
        for x, y, t in ((-52, -22, 4), (-58, 12, -6), (-6, -32, 8), (-12, 0, 0), (-8, 30, -10)):
            veg.choy(p, x, y, 96, t + p.between(-5, 5))


def one_tea_egg(p):
    vessels.plate(p, 120, vessels.NIGHT, band=False)
    meats.sauce(p, 66, 38, 6, ("#8a4b20", "#5f2d10", "#3a1807"), 0.85)
    soft.tea_egg(p, 0, -12, 48, -10)


def melon_soup(p):
    """Winter melon alone, clear."""
    inside = vessels.bowl(p, 130, vessels.PORCELAIN, 0.56, p.glow("#f8f3d4", ("#ebe2ab", 0.6), "#cfc074"), 0.93)
    with p.group(clip=inside):
        for x, y in ((-24, -44), (40, -38), (-72, -18), (6, -10), (74, -2), (-38, 20), (30, 34)):
            veg.melon(p, x, y - 8, 29, 17)
        veg.scallions(p, 16, 92, 48, 0, 0, 6)
        vessels.gleam(p, 114, 105, 160, opacity=0.6)
