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
            vessels.cloth(p, 240, y + 26, 190, *cloth)
        if beside:
            beside(p)
        with p.group(240, y, scale):
            course(p)
        if steam is not None:
            vessels.steam(p, 240, steam)
    return draw


def on_tray(table, *places):
    """A set meal: (course, x, y, scale), the far ones first."""
    def draw(p):
        vessels.table(p, table)
        vessels.tray(p, 34, 44, 412, 268)
        for course, x, y, scale in places:
            with p.group(x, y, scale):
                course(p)
    return draw


def sticks(x=404, y=70, length=250, angle=112):
    return lambda p: vessels.chopsticks(p, x, y, length, angle)


def soup_spoon(x=72, y=300, length=110, angle=-38):
    return lambda p: vessels.spoon(p, x, y, length, angle)


def beans_beside(p):
    staples.dough_stick(p, 86, 96, 190, -38)
    staples.beans(p, ((398, 286), (420, 270), (384, 306), (412, 304), (438, 292), (60, 300), (80, 318)))


RED = ("#d9654c", "#b8432e")
BLUE = ("#8fb2c9", "#6a93b0")
GREEN = ("#a9c08c", "#84a164")
SAND = ("#f6e3bd", "#e0c08a")
PLUM = ("#c98f8a", "#a96a68")

DISHES = {
    "set_breakfast_a": on_tray("straw", (staples.soy_milk, 132, 120, 0.62), (courses.tea_eggs, 330, 116, 0.58),
                               (staples.two_buns, 168, 236, 0.72), (courses.pickles, 354, 236, 0.6)),
    "set_breakfast_b": on_tray("mist", (courses.pickles, 122, 116, 0.58), (courses.tea_eggs, 344, 112, 0.56),
                               (staples.congee, 222, 204, 0.82), (staples.yam, 374, 242, 0.42)),
    "set_lunch_a": on_tray("peach", (courses.small_greens, 120, 112, 0.5), (staples.fruit_cup, 246, 98, 0.4),
                           (courses.small_soup, 362, 110, 0.5), (courses.lion_head, 168, 222, 0.74), (staples.rice, 362, 226, 0.56)),
    "set_lunch_b": on_tray("mist", (courses.small_greens, 112, 108, 0.46), (courses.tomato_egg, 236, 108, 0.46),
                           (courses.seaweed_soup, 366, 110, 0.48), (courses.steamed_bass, 178, 226, 0.72), (staples.rice, 378, 230, 0.52)),
    "set_lunch_c": on_tray("sage", (courses.small_greens, 120, 112, 0.5), (staples.fruit_cup, 246, 98, 0.4),
                           (courses.seaweed_soup, 362, 110, 0.5), (courses.tomato_beef, 170, 214, 0.76), (staples.rice, 362, 226, 0.56)),
    "set_lunch_veg": on_tray("straw", (courses.mapo_mild, 120, 108, 0.46), (staples.fruit_cup, 246, 98, 0.4),
                             (courses.small_soup, 362, 110, 0.5), (courses.vegetarian, 168, 222, 0.74), (staples.rice, 362, 226, 0.56)),
    "set_supper_a": on_tray("rose", (courses.small_greens, 122, 112, 0.5), (staples.fruit_cup, 246, 98, 0.4),
                            (courses.pickles, 362, 106, 0.5), (courses.shrimp_tofu, 170, 214, 0.76), (staples.millet, 362, 222, 0.56)),
    "set_supper_b": on_tray("tea", (courses.sliced_meat, 120, 112, 0.52), (courses.small_greens, 356, 112, 0.54),
                            (staples.chicken_noodles, 206, 208, 0.86), (staples.fruit_cup, 376, 240, 0.46)),
    "congee": alone(staples.congee, "mist", BLUE, 160, beside=soup_spoon(), steam=120),
    "millet_congee": alone(staples.millet, "straw", SAND, 160, beside=soup_spoon(), steam=120),
    "soy_milk": alone(staples.soy_milk, "straw", None, 172, beside=beans_beside, steam=130),
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
