"""The colours of classes: one list for projects, window and pictures."""

from __future__ import annotations

import colorsys

_COLORS = (
    # After Okabe and Ito's set, without its black and with its dark blue lightened, then those that lie furthest from
    # all before for normal eyes, protanopes and deuteranopes alike; all light enough for a line over a photo.
    "#56b4e9", "#e69f00", "#2bb38a", "#f0e442", "#d8609f", "#e5672a", "#7f7ff5", "#8fe0ee",
    "#fbfbb6", "#f53d62", "#f7c06e", "#fce1cf", "#d147b6", "#fa9ec3", "#e02be0", "#7ece8e",
)  # fmt: skip


def class_color(index: int) -> str:
    """Return `#rrggbb` of the class with this index from 0; after 16 the colours return, lighter, then darker."""
    base = _COLORS[index % len(_COLORS)]
    turn = (index // len(_COLORS)) % 3
    if turn == 0:
        return base
    red, green, blue = (int(base[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = light + (1 - light) * 0.45 if turn == 1 else light * 0.72
    return "#{:02x}{:02x}{:02x}".format(*(round(part * 255) for part in colorsys.hls_to_rgb(hue, light, saturation)))
