"""Slips as thumbs make them, for training: neighbouring keys, lost and doubled letters, dropped signs."""

from random import Random

_NEIGHBOURS = {
    key: row[max(0, index - 1) : index + 2].replace(key, "")
    for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm")
    for index, key in enumerate(row)
}


def slipped(text: str, random: Random) -> str:
    """`text` with one or two slips; short texts keep their letters."""
    text = text.replace("'", "") if random.random() < 0.5 else text
    for _ in range(1 + (len(text) > 25)):
        if len(text) > 6:
            text = _slip(text, random)
    return text


def _slip(text: str, random: Random) -> str:
    places = [index for index, sign in enumerate(text) if sign.isalpha() and index > 0 and text[index - 1].isalpha()]
    if not places:
        return text
    place = random.choice(places)
    sign = text[place]
    slips = (
        "",
        sign * 2,
        random.choice(_NEIGHBOURS.get(sign.lower(), sign)),
        sign + text[place + 1 : place + 2],
    )
    kind = random.randrange(len(slips))
    if kind == 3 and place + 1 < len(text) and text[place + 1].isalpha():
        return text[:place] + text[place + 1] + sign + text[place + 2 :]
    return text[:place] + slips[kind] + text[place + (1 if kind < 3 else 2) :]
