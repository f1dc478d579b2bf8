"""The shop's three advertisements and its sign."""

from leadnurturebot.demo_shop.catalogue.reading import by_external_id
from leadnurturebot.demo_shop.pictures.draw import garment, page
from leadnurturebot.demo_shop.pictures.lettering import lettered
from leadnurturebot.demo_shop.pictures.marks import INK, box, disc, oval
from leadnurturebot.demo_shop.pictures.palette import colouring, darker, ground, lighter
from leadnurturebot.demo_shop.pictures.prints import flower

SIDE = 800
LOGO_GROUND, LOGO_PETAL, LOGO_HEART = "#FBE3DC", "#E58CA0", "#F2C04F"


def draw_advert(external_id: str, color: str, words: tuple[str, ...]) -> str:
    """A square advertisement: the words as capitals at the left, the garment large at the right."""
    product = by_external_id()[external_id]
    cloth = colouring(color).cloth
    tint = ground(cloth, external_id)
    drawing = garment(product, color)
    glow = disc(520, 410, 350, lighter(tint, 0.4))
    floor = oval(540, 40 + drawing.bottom + 22, 170, 12, INK, 0.1)
    text = "".join(lettered(word, 56, 70 + 74 * at, 44, darker(cloth, 0.42)) for at, word in enumerate(words))
    figure = f'<g transform="translate(240 26)">{drawing.content}</g>'
    sign = flower(94, 716, 44, 0, LOGO_PETAL, LOGO_HEART)
    return page(f"{box(0, 0, SIDE, SIDE, tint)}{glow}{floor}{figure}{text}{sign}", SIDE, SIDE)


def draw_logo(side: int = 512) -> str:
    """The shop's sign: a blossom on a pale disc."""
    middle = side / 2
    back = flower(middle, middle, side * 0.32, 36, lighter(LOGO_PETAL, 0.45), LOGO_HEART)
    front = flower(middle, middle, side * 0.29, 0, LOGO_PETAL, LOGO_HEART)
    return page(disc(middle, middle, middle, LOGO_GROUND) + back + front, side, side)
