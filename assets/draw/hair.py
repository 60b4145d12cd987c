# SPDX-License-Identifier: GPL-3.0-or-later
"""Hair, in two layers: what lies behind the head and what frames the face. A shade is (light, middle, dark)."""
import math

from paper import smooth

WHITE = ("#ffffff", "#eceae6", "#c6c2bc")
SILVER = ("#eef0f2", "#c9cdd2", "#94999f")
GREY = ("#c3c4c6", "#94969a", "#64666b")
PEPPER = ("#8d8a88", "#5d5a59", "#3a3838")
BLACK = ("#5f5654", "#352e2d", "#1c1716")
BROWN = ("#c29566", "#8c623a", "#5d3f24")
DARK = (PEPPER, BLACK, BROWN)


def _mass(p, points, shade, angle=70):
    p.path(smooth(points), p.fade(*shade, angle=angle))


def _strands(p, lines, shade, width=2):
    for points in lines:
        p.path(smooth(points, False), stroke=shade[0], width=width, opacity=0.55)
        p.path(smooth([(x + 2.5, y + 2) for x, y in points], False), stroke=shade[2], width=width * 0.8, opacity=0.4)


def _mirror(points):
    return [(400 - x, y) for x, y in points]


def short_back(p, shade):
    _mass(p, [(132, 182), (124, 148), (136, 104), (168, 78), (200, 71), (232, 78), (264, 104), (276, 148), (268, 182), (240, 190),
              (160, 190)], shade)


def short_front(p, shade):
    """A man's cut, parted at the side."""
    _mass(p, [(131, 176), (124, 140), (136, 100), (166, 73), (204, 66), (240, 74), (266, 100), (276, 140), (269, 176), (262, 158),
              (257, 136), (244, 124), (214, 122), (184, 114), (164, 108), (150, 124), (142, 140), (138, 158)], shade)
    _strands(p, [[(166, 108), (196, 92), (240, 100), (258, 128)], [(172, 106), (206, 84), (246, 90), (266, 122)],
                 [(160, 110), (146, 122), (136, 146)], [(164, 104), (148, 104), (134, 134)], [(170, 102), (190, 80), (226, 76)]], shade)


def crew_front(p, shade):
    """Cropped, the hairline gone up."""
    _mass(p, [(131, 172), (125, 138), (138, 98), (168, 74), (202, 68), (236, 75), (263, 99), (275, 138), (269, 172), (262, 150),
              (256, 124), (240, 108), (222, 104), (202, 99), (178, 104), (160, 108), (144, 124), (138, 150)], shade)
    for x, y in p.scatter(80, 56, 9, 200, 90):
        t = (x - 200) / 60
        p.path(f"M{x:.1f} {y:.1f}l{t * 5:.1f} {-6 + abs(t) * 3:.1f}", stroke=p.any(shade[0], shade[2]), width=1.5, opacity=0.4)


def bald_front(p, shade):
    """Hair only at the sides; the crown shines."""
    side = [(131, 182), (122, 160), (124, 134), (134, 118), (143, 124), (141, 146), (140, 166)]
    for points in (side, _mirror(side)):
        _mass(p, points, shade)
    for k in range(5):
        points = [(128 + k * 2.4, 128 + k * 3), (126 + k * 2.6, 150), (132 + k * 1.6, 176)]
        for line in (points, _mirror(points)):
            p.path(smooth(line, False), stroke=p.any(shade[0], shade[2]), width=1.5, opacity=0.5)
    p.ellipse(178, 92, 28, 10, "#fff", opacity=0.55, blur=6, angle=-16)


def perm_back(p, shade):
    for i in range(15):
        t = math.radians(150 + 240 * i / 14)
        p.path(p.blob(200 + 84 * math.cos(t), 152 + 82 * math.sin(t), 26, None, 0.06), p.glow(*shade))
    _mass(p, [(120, 190), (122, 120), (160, 76), (240, 76), (278, 120), (280, 190), (262, 212), (138, 212)], shade)


def perm_front(p, shade):
    """Soft curls."""
    places = [(200 + 76 * math.cos(math.radians(a)), 138 + 64 * math.sin(math.radians(a)), 23) for a in range(172, 371, 22)]
    places += [(152, 106, 19), (174, 96, 20), (200, 93, 20), (226, 96, 20), (248, 106, 19), (134, 170, 18), (266, 170, 18), (133, 198, 15),
               (267, 198, 15)]
    for x, y, r in places:
        p.path(p.blob(x, y, r, None, 0.06), p.glow(*shade))
        curl = [(x + r * k / 10 * math.cos(k * 0.75), y + r * k / 10 * math.sin(k * 0.75)) for k in range(2, 9)]
        p.path(smooth(curl, False), stroke=shade[2], width=1.7, opacity=0.55)
        p.path(smooth([(a - 1.5, b - 1.8) for a, b in curl], False), stroke=shade[0], width=1.5, opacity=0.75)


def bun_back(p, shade):
    p.path(p.blob(200, 60, 36, 30, 0.04), p.glow(*shade))
    for k in (-1, 0, 1):
        p.path(f"M{174 + k * 6} {62 + k * 8}Q200 {40 + k * 12} {226 + k * 4} {62 + k * 8}", stroke=shade[2], width=1.8, opacity=0.5)
    _mass(p, [(128, 186), (124, 140), (142, 98), (172, 78), (228, 78), (258, 98), (276, 140), (272, 186), (250, 206), (150, 206)], shade)


def bun_front(p, shade):
    """Combed back from the forehead."""
    _mass(p, [(134, 176), (126, 138), (140, 98), (170, 75), (200, 70), (230, 75), (260, 98), (274, 138), (266, 176), (260, 144), (242, 116),
              (220, 106), (200, 104), (180, 106), (158, 116), (140, 144)], shade)
    lines = [[(140, 146), (146, 112), (176, 80)], [(152, 124), (166, 100), (188, 76)], [(172, 110), (184, 92), (196, 74)]]
    _strands(p, lines + [_mirror(line) for line in lines], shade)


def bob_back(p, shade):
    _mass(p, [(112, 224), (112, 150), (130, 98), (166, 70), (200, 64), (234, 70), (270, 98), (288, 150), (288, 224), (270, 244), (244, 236),
              (156, 236), (130, 244)], shade)


def bob_front(p, shade):
    """To the chin, parted in the middle-left."""
    _mass(p, [(118, 216), (114, 160), (126, 106), (160, 72), (186, 66), (178, 92), (160, 116), (146, 146), (143, 184), (140, 222), (128, 236)],
          shade)
    _mass(p, [(282, 216), (286, 160), (274, 106), (240, 72), (186, 66), (182, 88), (206, 112), (240, 124), (256, 150), (258, 188), (260, 222),
              (272, 236)], shade, 110)
    _strands(p, [[(180, 74), (142, 110), (128, 170), (132, 218)], [(184, 78), (156, 110), (138, 160), (136, 206)],
                 [(190, 74), (244, 100), (272, 152), (270, 214)], [(188, 84), (228, 108), (262, 150), (264, 204)]], shade)


def waves_front(p, shade):
    """A woman's short cut, brushed to one side."""
    _mass(p, [(134, 196), (121, 172), (120, 132), (138, 92), (172, 68), (210, 63), (248, 76), (274, 106), (282, 150), (272, 196), (264, 168),
              (256, 142), (232, 132), (200, 126), (172, 108), (160, 122), (146, 142), (141, 170)], shade)
    _strands(p, [[(172, 106), (206, 116), (244, 124), (266, 150)], [(176, 96), (214, 100), (254, 114), (274, 148)],
                 [(182, 84), (222, 84), (260, 104)], [(170, 100), (146, 118), (132, 160)], [(170, 88), (142, 104), (126, 146)]], shade, 2.4)


CUTS = {"short": (short_back, short_front), "crew": (short_back, crew_front), "bald": (None, bald_front), "perm": (perm_back, perm_front),
        "bun": (bun_back, bun_front), "bob": (bob_back, bob_front), "waves": (short_back, waves_front)}
