# SPDX-License-Identifier: GPL-3.0-or-later
"""Portraits of residents and their families who never lived: for the demonstration, and wherever no photograph is wanted."""
import clothes
import hair
from paper import Paper, smooth

SIZE = 400
SKINS = {  # light, middle, dark, line
    "fair": ("#fde6d3", "#f6cdb0", "#e0a583", "#b97b5a"),
    "warm": ("#f9d9bb", "#eebd95", "#d1946a", "#a56a45"),
    "rosy": ("#ffe9de", "#fad0bf", "#e5a893", "#b9755f"),
    "tan": ("#f0c8a0", "#dca876", "#b87f50", "#8d5a35"),
}


def face_shape(wide, chin, crown=0):
    half = [(0, 92 - crown), (34, 98 - crown * 0.75), (60, 122 - crown * 0.5), (66, 160), (64, 196), (54 + wide, 226), (32 + chin, 252), (0, 264)]
    right = [(200 + x * (1 + wide / 120), y) for x, y in half]
    return right + [(400 - x, y) for x, y in right[-2:0:-1]]


def head(p, skin, wide, chin, crown):
    light, middle, dark, ink = SKINS[skin]
    for side in (-1, 1):
        x = 200 + side * (66 + wide * 0.6)
        p.ellipse(x, 180, 13, 23, p.fade(light, dark, angle=60), angle=side * 8)
        p.path(f"M{x + side * 3:.0f} 166q{side * 5} 12 {-side * 2} 24", stroke=dark, width=2.4, opacity=0.8)
    shape = smooth(face_shape(wide, chin, crown))
    p.path(shape, p.glow(light, (middle, 0.62), dark, at=(0.42, 0.36), reach=0.72))
    with p.group(clip=shape):
        for side in (-1, 1):
            p.ellipse(200 + side * 40, 205, 21, 15, "#ee7f6a", opacity=0.34, blur=8)
        p.ellipse(200, 270, 60, 16, dark, opacity=0.45, blur=8)


def neck(p, skin):
    light, middle, dark, _ = SKINS[skin]
    p.path("M168 236H232V290Q218 326 200 328Q182 326 168 290Z", p.fade(dark, middle))
    p.path("M170 252Q200 282 230 252V268Q200 298 170 268Z", dark, opacity=0.6, blur=4)


def lines_of_age(p, skin, count):
    ink = SKINS[skin][3]
    for side in (-1, 1):
        def at(x, y):
            return f"{200 + side * x} {y}"
        p.path(f"M{at(25, 202)}Q{at(41, 214)} {at(38, 236)}", stroke=ink, width=2, opacity=0.38)
        for k in range(count):
            p.path(f"M{at(52, 172 + k * 5)}q{side * 5} {-1 + k * 3} {side * 9} {-4 + k * 5}", stroke=ink, width=1.5, opacity=0.36)
        p.path(f"M{at(17, 190)}Q{at(29, 198)} {at(42, 190)}", stroke=ink, width=1.6, opacity=0.4)
    for k in range(count - 1):
        p.path(f"M{172 + k * 5} {134 - k * 9}Q200 {129 - k * 9} {228 - k * 5} {134 - k * 9}", stroke=ink, width=1.6, opacity=0.27)


def eyes(p, skin, kind, brow, bushy, iris):
    ink = SKINS[skin][3]
    for side in (-1, 1):
        x = 200 + side * 29
        if kind == "smiling":
            p.path(f"M{x - 13} 179Q{x} 165 {x + 13} 179", stroke="#3a2a24", width=4.2)
            p.path(f"M{x - 11} 183Q{x} 187 {x + 11} 183", stroke=ink, width=1.5, opacity=0.5)
        else:
            p.path(f"M{x - 13} 177Q{x} 164 {x + 13} 177Q{x} 187 {x - 13} 177Z", "#fffaf4")
            p.ellipse(x, 175.5, 6.4, 6.8, iris)
            p.ellipse(x, 175.5, 3.2, 3.5, "#1c1210")
            p.ellipse(x - 2.2, 173, 2, 2, "#fff")
            p.path(f"M{x - 14} 178Q{x} 163 {x + 14} 177", stroke="#3a2a24", width=3.2)
            p.path(f"M{x - 12} 168Q{x} 157 {x + 13} 167", stroke=ink, width=1.6, opacity=0.5)
        p.path(smooth([(x - side * 15, 156), (x, 149), (x + side * 17, 155)], False), stroke=brow, width=6.5 if bushy else 4, opacity=0.9)


def nose(p, skin):
    light, middle, dark, ink = SKINS[skin]
    p.path("M193 166Q190 192 184 203Q187 213 200 213Q213 213 216 203Q210 192 207 166Z", p.fade(middle, dark), opacity=0.28, blur=3)
    p.path("M186 204Q182 212 191 212M214 204Q218 212 209 212M191 212Q200 218 209 212", stroke=ink, width=2.4, opacity=0.75)
    p.ellipse(198, 198, 5, 7, "#fff", opacity=0.45, blur=2.5)


def mouth(p, skin, kind, lips):
    ink = SKINS[skin][3]
    if kind == "laughing":
        p.path("M174 228Q200 234 226 228Q220 252 200 252Q180 252 174 228Z", "#8d3a34")
        p.path("M178 230Q200 236 222 230Q221 239 200 240Q179 239 178 230Z", "#fffdf8")
        p.path("M188 249Q200 243 212 249Q206 252 200 252Q194 252 188 249Z", "#d9716a")
        p.path("M172 227Q200 235 228 227", stroke=lips, width=3)
    else:
        p.path("M177 229Q189 229 200 232Q211 229 223 229Q213 248 200 248Q187 248 177 229Z", lips, opacity=0.85)
        p.path("M172 226Q200 245 228 226", stroke="#7a3a30", width=2.8)
        p.path("M190 243Q200 246 210 243", stroke="#fff", width=2.4, opacity=0.45, blur=0.8)
    for side in (-1, 1):
        p.path(f"M{200 + side * 28} 225q{side * 3} 4 0 8", stroke=ink, width=1.8, opacity=0.5)


def glasses(p, colour, kind):
    for side in (-1, 1):
        x = 200 + side * 30
        p.ellipse(x, 177, 22, 19 if kind == "round" else 16, "#eaf4f6", opacity=0.12)
        if kind == "round":
            p.ellipse(x, 177, 23, 21, stroke=colour, width=3.6)
        else:
            p.path(f"M{x - 23} 164Q{x} 160 {x + 23} 164Q{x + 25} 192 {x} 193Q{x - 25} 192 {x - 23} 164Z", stroke=colour, width=3.6)
        p.path(f"M{x - 12} 170l8 -6", stroke="#fff", width=2.6, opacity=0.8)
        p.path(f"M{200 + side * 53} 173L{200 + side * 68} 170", stroke=colour, width=3.4)
    p.path("M193 175Q200 170 207 175", stroke=colour, width=3.4)


def beard(p, shade):
    """A short white beard."""
    p.path(smooth([(135, 182), (143, 206), (156, 224), (176, 220), (200, 218), (224, 220), (244, 224), (257, 206), (265, 182), (259, 240),
                   (234, 274), (200, 285), (166, 274), (141, 240)]), p.fade(*shade))
    for i in range(26):
        x = 148 + i * 4.1
        p.path(f"M{x:.1f} {232 + abs(x - 200) * -0.1:.1f}q{(200 - x) * 0.06:.1f} 18 {(200 - x) * 0.14:.1f} {34 - abs(x - 200) * 0.3:.1f}",
               stroke=p.any(shade[0], shade[2]), width=1.6, opacity=0.5)


def skull_cap(p):
    """The white cap of a Hui elder."""
    p.path(smooth([(128, 128), (128, 96), (146, 70), (174, 58), (200, 55), (226, 58), (254, 70), (272, 96), (272, 128), (236, 118),
                   (200, 115), (164, 118)]), p.fade("#ffffff", ("#f4f1ea", 0.5), "#d6d0c2", angle=40))
    p.path(smooth([(128, 126), (128, 108), (164, 97), (200, 94), (236, 97), (272, 108), (272, 126), (236, 117), (200, 114), (164, 117)]),
           p.fade("#fffdf8", "#e6e0d2"), stroke="#cfc7b5", width=1)
    for k in range(9):
        x = 140 + k * 15
        p.path(f"M{x} {117 - (1 - abs(k - 4) / 4) * 8:.1f}l5 -6l5 6l-5 5Z", stroke="#b9ae94", width=1.4, opacity=0.7)
    for x in (164, 200, 236):
        p.path(f"M{x} {95 + abs(x - 200) * 0.06:.1f}Q{(x + 200) / 2:.0f} 72 200 56", stroke="#cfc7b5", width=1.4, opacity=0.8)


def earrings(p, colour):
    for side in (-1, 1):
        p.ellipse(200 + side * 70, 206, 5, 5, p.glow("#fff", colour), stroke="#8a6232", width=0.6)


BACKGROUNDS = {"peach": ("#fdeadb", "#f3c4a3"), "sage": ("#eef2df", "#c3cfa0"), "mist": ("#eaf2f1", "#b5cfcf"), "straw": ("#fdf2d8", "#ecd09a"),
               "rose": ("#fbe9e4", "#e8bdb2"), "lilac": ("#f0ebf3", "#cbbdd6")}

NAVY = ("#5d7494", "#3d5473", "#293b54")
WINE = ("#b5615c", "#8d3f42", "#642a30")
MOSS = ("#90a174", "#6a7d52", "#4a5a39")
PLUM = ("#a987a8", "#7f5f82", "#59405d")
TEAL = ("#6fa5a3", "#467f7e", "#2e5b5c")
SLATE = ("#8b95a0", "#66707c", "#464f5a")
CORAL = ("#f0a088", "#d97b65", "#ae5646")
CREAM = ("#fffaf0", "#f3e6cc", "#d3bf97")

PEOPLE = {  # the residents of the demonstration, and below
    "ji_yulan": dict(back="mist", skin="fair", cut="perm", shade=hair.WHITE, wear=("cardigan", WINE, "#ffffff"), eyes="open",
                     mouth="smile", lips="#cf6a62", glasses=("#7a4a3a", "round"), ears="#f6d98f", wide=2, chin=2),
    "chen_guoqiang": dict(back="peach", skin="warm", cut="bald", shade=hair.WHITE, wear=("vest", MOSS, "#f1ece0"), eyes="open",
                          mouth="smile", lips="#c4806a", glasses=("#4a4f55", "square"), wide=5, chin=7),
    "ma_fusheng": dict(back="sage", skin="tan", cut="crew", shade=hair.SILVER, wear=("polo", TEAL, "#f3ecd8"), eyes="smiling",
                       mouth="laughing", lips="#b5725e", cap=skull_cap, wide=4, chin=7),
    "liang_wanyi": dict(back="rose", skin="warm", cut="waves", shade=hair.SILVER, wear=("quilt", PLUM, "#ecdff0"), eyes="smiling",
                        mouth="smile", lips="#c9584f", glasses=("#8a6a9a", "round"), ears="#f6efe2", wide=3, chin=3),
    "shen_xiuying": dict(back="sage", skin="warm", cut="bun", shade=hair.GREY, wear=("tang", CORAL, "#8d3f42"), eyes="smiling",
                         mouth="laughing", lips="#c9584f", ears="#cfe0d4", wide=0, chin=1),
    "qian_agen": dict(back="straw", skin="tan", cut="short", shade=hair.WHITE, wear=("tang", NAVY, "#e2c47a"), eyes="open",
                      mouth="smile", lips="#c4806a", beard=True, wide=1, chin=3),
    "zhou_hui": dict(back="lilac", skin="fair", cut="bob", shade=hair.PEPPER, wear=("scarf", SLATE, CREAM), eyes="open", mouth="smile",
                     lips="#c9584f", wide=-1, chin=0),
    "margaret_shaw": dict(back="straw", skin="rosy", cut="waves", shade=hair.WHITE, wear=("cardigan", TEAL, "#eef2f6"), eyes="open",
                          iris="#5b86a8", mouth="laughing", lips="#d0605c", ears="#f6efe2", wide=1, chin=1),
    # Their families.
    "zhang_xiaomei": dict(back="rose", skin="fair", cut="bob", shade=hair.BLACK, wear=("cardigan", CORAL, "#ffffff"), eyes="open",
                          mouth="laughing", lips="#cf5a5a", wide=0, chin=0, lines=0),
    "zhang_jianguo": dict(back="mist", skin="warm", cut="short", shade=hair.BLACK, wear=("polo", NAVY, "#eef2f6"), eyes="open",
                          mouth="smile", lips="#c4806a", glasses=("#3a3f45", "square"), wide=4, chin=6, lines=1),
    "zhang_lele": dict(back="straw", skin="rosy", cut="crew", shade=hair.BLACK, wear=("polo", TEAL, "#f6d98f"), eyes="smiling",
                       mouth="laughing", lips="#d0605c", wide=8, chin=0, lines=0),
    "chen_li": dict(back="sage", skin="warm", cut="crew", shade=hair.BLACK, wear=("vest", SLATE, "#f1ece0"), eyes="open", mouth="smile",
                    lips="#c4806a", wide=4, chin=6, lines=1),
    "liang_jiaming": dict(back="peach", skin="warm", cut="short", shade=hair.SILVER, wear=("cardigan", MOSS, "#ffffff"), eyes="open",
                          mouth="smile", lips="#c4806a", glasses=("#7a4a3a", "square"), wide=3, chin=5),
    "qian_min": dict(back="lilac", skin="fair", cut="bun", shade=hair.BLACK, wear=("scarf", PLUM, CREAM), eyes="open", mouth="smile",
                     lips="#d0605c", ears="#f6efe2", wide=-1, chin=0, lines=0),
    "emily_shaw": dict(back="mist", skin="rosy", cut="waves", shade=hair.BROWN, wear=("quilt", WINE, "#ecdff0"), eyes="open", iris="#5b86a8",
                       mouth="laughing", lips="#d0605c", wide=0, chin=0, lines=0),
}


def _background(p, kind):
    light, dark = BACKGROUNDS[kind]
    p.rect(0, 0, SIZE, SIZE, p.glow(light, dark, at=(0.4, 0.32), reach=0.8))
    p.ellipse(200, 190, 170, 170, "#fff", opacity=0.32)


def portrait(name):
    who = PEOPLE[name]
    p = Paper(name, SIZE, SIZE)
    behind, front = hair.CUTS[who["cut"]]
    brow = who["shade"][1] if who["shade"] in hair.DARK else who["shade"][2]
    _background(p, who["back"])
    with p.group(-44, -34, 1.22):
        if behind:
            behind(p, who["shade"])
        neck(p, who["skin"])
        clothes.WEAR[who["wear"][0]](p, *who["wear"][1:])
        head(p, who["skin"], who["wide"], who["chin"], 16 if who["cut"] == "bald" else 0)
        if who.get("lines", 3):
            lines_of_age(p, who["skin"], who.get("lines", 3))
        if who.get("beard"):
            beard(p, hair.WHITE)
        nose(p, who["skin"])
        mouth(p, who["skin"], who["mouth"], who["lips"])
        eyes(p, who["skin"], who["eyes"], brow, who["cut"] in ("short", "crew", "bald"), who.get("iris", "#4a3026"))
        front(p, who["shade"])
        if who.get("ears"):
            earrings(p, who["ears"])
        if who.get("cap"):
            who["cap"](p)
        if who.get("glasses"):
            glasses(p, *who["glasses"])
    return p.svg()
