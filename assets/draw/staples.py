# SPDX-License-Identifier: GPL-3.0-or-later
"""Rice, porridge, noodles, dough, drinks and fruit, each with its vessel round the origin."""
import grains
import meats
import soft
import vegetables as veg
import vessels
from paper import smooth


def rice(p):
    vessels.bowl(p, 124, vessels.PORCELAIN, 0.66, p.glow("#fffefa", "#f3ead8"), 0.94)
    grains.rice_heap(p, 115, 0.78)
    veg.sesame(p, 7, 34, 16, -10, -58, "#3a2a1c")


def congee(p):
    inside = vessels.bowl(p, 132, vessels.CELADON, 0.58, p.glow("#fffdf6", ("#fbf4e4", 0.6), "#e9dcc0"), 0.93)
    with p.group(clip=inside):
        grains.congee(p, 122, 74, 5, "#cdb98f", "#fffefb")
        vessels.gleam(p, 116, 105, 165, opacity=0.7)


def millet(p):
    inside = vessels.bowl(p, 132, vessels.STONE, 0.58, p.glow("#ffe89a", ("#f9d060", 0.6), "#e2a832"), 0.93, pattern=False)
    with p.group(clip=inside):
        for x, y in p.scatter(190, 120, 72, 0, 5, 4):
            p.ellipse(x + 0.6, y + 1, 2.5, 2.1, "#b57c16", opacity=0.5)
            p.ellipse(x, y, 2.5, 2, p.any("#ffedaa", "#ffe07a", "#fbd25c"))
        for x, y, t in ((-30, -8, 20), (14, -20, -30), (28, 14, 10)):
            veg.date(p, x, y, 17, t)
        for x, y in p.scatter(8, 90, 46, 0, 6, 24):
            veg.goji(p, x, y, p.between(0, 180))
        vessels.gleam(p, 116, 105, 165, opacity=0.6)


def soy_milk(p):
    vessels.glass(p, 66, 158, ("#fffaf0", "#f7ead0", "#e2cca2"))


def beans(p, places):
    """Soy beans strewn on the table."""
    for x, y in places:
        p.ellipse(x + 2, y + 4, 9, 7, "#4a2c12", opacity=0.3, blur=2)
        p.ellipse(x, y, 9, 7.4, p.glow("#fff0bd", "#efcf82", "#cf9f4c"), angle=p.between(0, 180))
        p.ellipse(x + p.between(-2, 2), y + 2, 2.4, 1, "#9a6c26", opacity=0.7)


def dough_stick(p, x, y, length, angle):
    """油条"""
    with p.group(x, y, angle=angle):
        p.rect(-length / 2 + 4, -6, length, 34, "#4a2c12", 16, 0.34, 6)
        for shift, top in ((8, "#f0b85e"), (-8, "#f7c872")):
            points = [(-length / 2 + i * length / 8, shift - 11 + p.between(-2.5, 2.5)) for i in range(9)]
            below = [(a, b + 24 + p.between(-2, 2)) for a, b in reversed(points)]
            shape = smooth(points + below)
            p.path(shape, p.fade(top, ("#dc9436", 0.6), "#a8601a"))
            with p.group(clip=shape):
                for _ in range(9):
                    a = p.between(-length / 2, length / 2)
                    p.path(p.blob(a, shift + p.between(-6, 8), p.between(5, 12), 4, 0.25), p.any("#c97c24", "#ffd991", "#a8601a"), opacity=0.42)
            p.path(smooth([(a, b + 5) for a, b in points[1:-1]], False), stroke="#fff", width=2.6, opacity=0.5, blur=1)


def buns(p):
    vessels.steamer(p, 158)
    for x, y in ((-2, -58), (-72, -26), (68, -28), (-34, 22), (42, 20)):
        grains.bao(p, x, y + 4, 53)


def mantou(p):
    vessels.steamer(p, 158)
    for x, y in ((-2, -58), (-72, -26), (68, -28), (-34, 22), (42, 20)):
        grains.mantou(p, x, y + 6, 52)


def yam(p):
    vessels.plate(p, 168, vessels.CELADON)
    with p.group(scale=1.2):
        for x, y, t in ((-28, -30, -8), (26, -30, 6), (-32, 2, 4), (26, 4, -7), (-6, 32, 3)):
            soft.yam(p, x, y, 120, 17, t)
        for x, y, t in ((2, -32, 10), (-6, 0, -6)):
            soft.yam(p, x, y - 16, 116, 17, t)


def noodle_bowl(p, ware):
    inside = vessels.bowl(p, 146, ware, 0.5, p.glow("#f6d796", ("#e3b15c", 0.6), "#bd8331"), 0.93)
    return inside


def pian_er_chuan(p):
    """片儿川: pork slices, bamboo shoots and preserved greens."""
    inside = noodle_bowl(p, vessels.PORCELAIN)
    with p.group(clip=inside):
        grains.noodles(p, 126, 70, 4)
        for x, y in p.scatter(15, 74, 38, -4, -6, 16):
            veg.greens_strip(p, x, y, p.between(24, 36), p.between(0, 180), ("#8d9a3c", "#5b6b22", "#3d4a18"))
        for x, y in p.scatter(9, 70, 34, 2, -6, 26):
            with p.group(x, y, angle=p.between(-50, 50)):
                p.path("M-22 -4Q0 -15 23 -5L21 8Q0 0 -20 9Z", "#4a2c12", opacity=0.35, blur=2)
                p.path("M-22 -8Q0 -19 23 -9L21 4Q0 -4 -20 5Z", p.fade("#fffbe6", "#f3e2ad", "#dcc07a"), stroke="#c9a862", width=0.8)
                p.path("M-14 -8Q0 -14 15 -8M-12 -2Q0 -8 14 -2", stroke="#d9bd78", width=1.2)
        meats.strips(p, 10, 66, 32, 0, -8, 46, ("#e8b08c", "#c67f58", "#9a5734"))
        veg.scallions(p, 12, 90, 46, 0, -2, 5)
        vessels.gleam(p, 130, 100, 160)


def chicken_noodles(p):
    """鸡丝面"""
    inside = noodle_bowl(p, vessels.CREAM)
    with p.group(clip=inside):
        grains.noodles(p, 126, 70, 4)
        for x, y, t in ((-78, -20, 160), (-84, 8, 190), (-66, 30, 205)):
            veg.choy(p, x + 34, y, 66, t)
        meats.strips(p, 30, 58, 30, 14, -12, 50, ("#fff6e4", "#f3d9b0", "#d3a871"))
        veg.carrot(p, 58, 34, 17, 0)
        veg.carrot(p, -22, 42, 16, 20)
        veg.scallions(p, 16, 64, 34, 10, -10, 5)
        vessels.gleam(p, 130, 100, 160)


def wontons(p):
    inside = vessels.bowl(p, 140, vessels.PORCELAIN, 0.54, p.glow("#fbefc6", ("#f0d793", 0.6), "#d5ae5e"), 0.93)
    with p.group(clip=inside):
        for x, y in p.scatter(7, 110, 60, 0, 0, 40):
            p.path(p.blob(x, y, 24, 10, 0.35, 11, p.between(-40, 40)), p.glow("#3d5a44", "#24452f", "#142c1d"), opacity=0.85)
        for x, y in p.scatter(12, 96, 52, 0, -2, 44):
            grains.wonton(p, x, y, 31, p.between(-40, 40))
        veg.threads(p, 20, 96, 48, 0, -4, 24, ("#ffe07a", "#f6c445"), 3.4)
        veg.scallions(p, 18, 98, 52, 0, 0, 5)
        for x, y in p.scatter(10, 100, 54, 0, 0, 20):
            p.ellipse(x, y, 8, 2.8, p.fade("#ffd9c2", "#f39a73"), angle=p.between(0, 180))
        vessels.gleam(p, 124, 100, 160, opacity=0.6)


def fruit(p):
    """Apple, banana, orange."""
    vessels.plate(p, 170, vessels.PORCELAIN)
    with p.group(scale=1.2):
        for x, y, t in ((-84, -28, -16), (-46, -44, -6), (-6, -52, 2), (34, -46, 10), (72, -32, 18)):
            soft.apple(p, x, y, 40, t)
        for x, y, t in ((-62, 8, -12), (-28, 18, 4), (-82, 26, 10), (-50, 40, -6), (-18, 50, 8)):
            soft.banana(p, x, y, 25, t)
        for x, y, t in ((30, 10, -14), (76, 18, 8), (38, 44, -4), (84, 48, 10)):
            soft.orange(p, x, y - 4, 42, t)
        soft.mint(p, 4, 4, 15)


def two_buns(p):
    vessels.plate(p, 150, vessels.CREAM)
    for x, y in ((-54, -8), (54, -2)):
        grains.bao(p, x, y, 60)
