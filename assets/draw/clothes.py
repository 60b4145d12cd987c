# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person wears, from the shoulders down. A cloth is (light, middle, dark)."""
from paper import line, smooth

TORSO = [(24, 420), (40, 352), (78, 318), (140, 298), (168, 284), (232, 284), (260, 298), (322, 318), (360, 352), (376, 420)]


def _torso(p, cloth):
    shape = smooth(TORSO[:5] + [(200, 318)] + TORSO[5:])
    p.path(shape, p.fade(cloth[0], cloth[1], cloth[2], angle=60))
    for side in (1, -1):
        x = 200 - side * 112
        p.path(smooth([(x, 420), (x + side * 6, 384), (x + side * 18, 356)], False), stroke=cloth[2], width=4, opacity=0.6, blur=1)


def _collar_shirt(p, colour, shade):
    p.path("M160 284L200 326L240 284L240 312L200 352L160 312Z", shade, opacity=0.7)
    p.path("M166 276L200 322L176 350L146 300Z", p.fade(colour, shade, angle=40), stroke=shade, width=1.4)
    p.path("M234 276L200 322L224 350L254 300Z", p.fade(colour, shade, angle=120), stroke=shade, width=1.4)


def tang(p, cloth, trim):
    """Stand-up collar and knotted buttons."""
    _torso(p, cloth)
    p.path(smooth([(152, 292), (160, 274), (176, 280), (200, 312), (224, 280), (240, 274), (248, 292), (226, 312), (200, 336), (174, 312)]),
           p.fade(cloth[0], cloth[2]), stroke=trim, width=3)
    p.path("M200 334V420", stroke=cloth[2], width=3)
    for y in (352, 388):
        p.path(f"M172 {y}Q186 {y - 5} 200 {y}Q214 {y - 5} 228 {y}", stroke=trim, width=5)
        for x in (172, 228):
            p.ellipse(x, y, 6, 5, "none", stroke=trim, width=3.4)
        p.ellipse(200, y, 6, 6, trim)
    for x, y in ((88, 362), (124, 398), (312, 362), (276, 398), (130, 340), (270, 340)):
        p.ellipse(x, y, 15, 15, stroke=trim, width=2, opacity=0.4)
        p.path(f"M{x - 8} {y}H{x + 8}M{x} {y - 8}V{y + 8}", stroke=trim, width=2, opacity=0.4)


def _side(points):
    """One half of an open front: a soft shoulder, straight edges."""
    return smooth(points[:5], False) + "L" + "L".join(f"{x} {y}" for x, y in points[5:]) + "Z"


def cardigan(p, cloth, shirt):
    """Knitted and open over a shirt."""
    _torso(p, (shirt, shirt, cloth[2]))
    _collar_shirt(p, "#ffffff" if shirt != "#ffffff" else "#f7f3ea", shirt)
    p.path("M200 326V420", stroke=cloth[2], width=1.6, opacity=0.4)
    for y in (362, 392):
        p.ellipse(200, y, 3.4, 3.4, cloth[2], opacity=0.5)
    for side in (1, -1):
        def flip(points):
            return points if side == 1 else [(400 - x, y) for x, y in points]
        part = [(20, 424), (38, 352), (76, 317), (138, 296), (158, 287), (164, 318), (182, 366), (190, 424)]
        p.path(_side(flip(part)), p.fade(*cloth, angle=60), stroke=cloth[1], width=2)
        edge = flip([(158, 288), (164, 318), (182, 366), (190, 420)])
        p.path(smooth(edge, False), stroke=cloth[2], width=11)
        p.path(smooth(edge, False), stroke=cloth[0], width=7, opacity=0.65)
        for k in range(6):
            points = flip([(58 + k * 18, 420), (62 + k * 18, 380), (74 + k * 15, 346 - k * 5)])
            p.path(smooth(points, False), stroke=cloth[2], width=1.8, opacity=0.35)


def vest(p, cloth, shirt):
    """A knitted vest over a shirt, with a V."""
    _torso(p, (shirt, shirt, "#b9b3a6"))
    p.path(line([(92, 420), (98, 336), (128, 303), (162, 290), (200, 372), (238, 290), (272, 303), (302, 336), (308, 420)]),
           p.fade(*cloth, angle=60), stroke=cloth[2], width=2)
    p.path("M162 290L200 372L238 290", stroke=cloth[2], width=10)
    p.path("M162 290L200 372L238 290", stroke=cloth[0], width=5, opacity=0.7)
    for x in range(112, 300, 24):
        p.path(f"M{x} 420q8 -8 0 -18t0 -18t0 -18", stroke=cloth[2], width=2, opacity=0.35)
    _collar_shirt(p, "#ffffff", shirt)


def polo(p, cloth, trim):
    _torso(p, cloth)
    p.path("M172 290L200 330L228 290L200 300Z", "#7a4a33", opacity=0.25)
    p.path("M164 278L200 330L172 346L142 298Z", p.fade(cloth[0], cloth[1], angle=40), stroke=trim, width=3)
    p.path("M236 278L200 330L228 346L258 298Z", p.fade(cloth[0], cloth[2], angle=120), stroke=trim, width=3)
    p.path("M200 332V392", stroke=cloth[2], width=3)
    for y in (352, 380):
        p.ellipse(200, y, 4, 4, trim)


def quilt(p, cloth, trim):
    """A quilted jacket with a warm collar."""
    _torso(p, cloth)
    shape = smooth(TORSO[:5] + [(200, 318)] + TORSO[5:])
    with p.group(clip=shape):
        for k in range(-12, 24):
            p.path(f"M{k * 30} 280l160 160M{k * 30} 280l-160 160", stroke=cloth[2], width=2, opacity=0.4)
            p.path(f"M{k * 30} 278l160 160", stroke="#fff", width=1.2, opacity=0.25)
    p.path("M200 330V420", stroke=cloth[2], width=4)
    p.path(smooth([(144, 300), (156, 272), (178, 284), (200, 316), (222, 284), (244, 272), (256, 300), (232, 322), (200, 346), (168, 322)]),
           p.fade(trim, cloth[2]), stroke=cloth[2], width=1)


def scarf(p, cloth, wool):
    """A plain coat and a soft scarf."""
    _torso(p, cloth)
    p.path("M200 330V420", stroke=cloth[2], width=3)
    p.path(smooth([(142, 300), (150, 276), (176, 292), (200, 300), (224, 292), (250, 276), (258, 300), (244, 326), (200, 338), (156, 326)]),
           p.fade(*wool), stroke=wool[2], width=1)
    p.path(smooth([(214, 318), (240, 322), (250, 366), (254, 412), (224, 416), (216, 366)]), p.fade(*wool, angle=20), stroke=wool[2], width=1)
    for k in range(5):
        p.path(f"M{150 + k * 4} {292 + k * 8}Q200 {312 + k * 7} {250 - k * 4} {292 + k * 8}", stroke=wool[2], width=1.5, opacity=0.35)
        p.path(f"M{222 + k * 6} 408v10", stroke=wool[1], width=3)


WEAR = {"tang": tang, "cardigan": cardigan, "vest": vest, "polo": polo, "quilt": quilt, "scarf": scarf}
