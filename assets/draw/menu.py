# SPDX-License-Identifier: GPL-3.0-or-later
"""Which picture shows what: table, cloth, vessel, what lies beside it. Names are those of assets/dishes/names.txt."""
import courses
import staples
import vessels
from paper import Paper

WIDTH, HEIGHT = 480, 360


def alone(course, table, cloth=None, y=182, scale=1.0, beside=None, steam=None):
    """One dish in the middle of the table."""
    def draw(p):
        vessels.table(p, table)
        if cloth:
            vessels.cloth(p, 240, 210, 160, *cloth)
        if beside:
            beside(p)
        with p.group(240, y, scale):
            course(p)
        if steam is not None:
            vessels.steam(p, 240, steam)
    return draw


def on_tray(table, wood, *places):
    """A set meal: (course, x, y, scale), the far ones first."""
    def draw(p):
        vessels.table(p, table)
        vessels.tray(p, 24, 26, 432, 302, wood)
        for course, x, y, scale in places:
            with p.group(x, y, scale):
                course(p)
    return draw


def sticks(x=456, y=68, length=250, angle=94):
    return lambda p: vessels.chopsticks(p, x, y, length, angle)


def tray_sticks(p):
    vessels.chopsticks(p, 0, 0, 210, -2)


def tray_spoon(p):
    vessels.spoon(p, 0, 0, 112, -84)


def soup_spoon(x=430, y=286, length=120, angle=-84):
    return lambda p: vessels.spoon(p, x, y, length, angle)


def beans_beside(p):
    staples.dough_stick(p, 96, 250, 180, -52)
    staples.beans(p, ((398, 286), (420, 270), (384, 306), (412, 304), (438, 292)))


RED = ("#dd8468", "#c0604a")
BLUE = ("#8fb2c9", "#6a93b0")
GREEN = ("#a9c08c", "#84a164")
SAND = ("#f6e3bd", "#e0c08a")
PLUM = ("#c98f8a", "#a96a68")

DISHES = {
    "set_breakfast_a": on_tray("straw", "cherry", (staples.soy_milk, 116, 82, 0.86), (courses.one_tea_egg, 350, 104, 0.66),
                               (staples.two_buns, 292, 226, 0.88)),
    "set_breakfast_b": on_tray("mist", "bamboo", (courses.small_greens, 354, 104, 0.64), (staples.congee, 158, 172, 0.94),
                               (staples.yam, 352, 238, 0.62)),
    "set_lunch_a": on_tray("peach", "cherry", (courses.small_greens, 126, 96, 0.64), (courses.melon_soup, 354, 94, 0.66),
                           (courses.lion_head, 164, 228, 0.82), (staples.rice, 382, 230, 0.64)),
    "set_lunch_b": on_tray("mist", "bamboo", (staples.yam, 126, 94, 0.58), (courses.small_greens, 352, 96, 0.64),
                           (courses.steamed_bass, 172, 226, 0.76), (staples.rice, 386, 228, 0.62)),
    "set_lunch_c": on_tray("sage", "walnut", (courses.small_greens, 354, 104, 0.64), (courses.tomato_beef, 166, 154, 0.9),
                           (staples.rice, 362, 222, 0.68), (tray_sticks, 66, 296, 1)),
    "set_lunch_veg": on_tray("straw", "oak", (courses.small_greens, 354, 104, 0.64), (courses.vegetarian, 168, 166, 0.86),
                             (staples.rice, 362, 222, 0.68), (tray_sticks, 66, 294, 1)),
    "set_supper_a": on_tray("rose", "bamboo", (courses.small_greens, 354, 104, 0.64), (courses.shrimp_tofu, 166, 154, 0.9),
                            (staples.rice, 362, 222, 0.68), (tray_sticks, 66, 296, 1)),
    "set_supper_b": on_tray("tea", "walnut", (courses.small_greens, 356, 108, 0.62), (staples.chicken_noodles, 184, 172, 1.0), (tray_spoon, 396, 276, 1)),
    "congee": alone(staples.congee, "mist", BLUE, 160, beside=soup_spoon(), steam=120),
    "millet_congee": alone(staples.millet, "straw", SAND, 160, beside=soup_spoon(), steam=120),
    "soy_milk": alone(staples.soy_milk, "straw", RED, 104, beside=beans_beside, steam=92),
    "bun": alone(staples.buns, "tea", None, 196, 1.08, steam=96),
    "mantou": alone(staples.mantou, "peach", None, 196, 1.08, steam=96),
    "yam": alone(staples.yam, "sage", GREEN, 178, steam=130),
    "steamed_egg": alone(courses.steamed_egg, "peach", PLUM, 162, 1.06, beside=soup_spoon(), steam=122),
    "tea_egg": alone(courses.tea_eggs, "tea", SAND, 172, 1.06),
    "noodles": alone(staples.pian_er_chuan, "straw", BLUE, 168, 1.04, beside=sticks(), steam=120),
    "wonton": alone(staples.wontons, "rose", RED, 164, 1.06, beside=soup_spoon(), steam=120),
    "fish": alone(courses.vinegar_fish, "tea", SAND, 182),
    "pork": alone(courses.dongpo, "sage", None, 186, 1.08, beside=sticks()),
    "tofu": alone(courses.mapo, "tea", RED, 172, 1.05, beside=soup_spoon(), steam=130),
    "greens": alone(courses.greens, "straw", None, 180, 1.1, beside=sticks()),
    "tomato_egg": alone(courses.tomato_egg, "mist", BLUE, 180, 1.08, beside=sticks()),
    "lion_head": alone(courses.lion_head, "peach", None, 182, 1.08, beside=sticks(), steam=110),
    "shrimp": alone(courses.shrimp, "sage", GREEN, 180, 1.08),
    "soup": alone(courses.rib_soup, "straw", GREEN, 162, 1.08, beside=soup_spoon(), steam=118),
    "rice": alone(staples.rice, "mist", BLUE, 170, 1.1, beside=sticks(), steam=104),
    "fruit": alone(staples.fruit, "mist", None, 182, 1.08),
}


def dish(name):
    paper = Paper(name, WIDTH, HEIGHT)
    DISHES[name](paper)
    return paper.svg()
