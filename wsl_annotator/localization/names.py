"""The localizers by name, one line each; free of torch, for `--help` and menus."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

LOCALIZER_DESCRIPTIONS: Mapping[str, str] = MappingProxyType(
    {
        "beam": "Beam search over sub-grids of deep feature maps (Bency et al. 2016), with four presets.",
        "cam": "Class activation map, one pass; needs a network with a global average pool (Zhou et al. 2016).",
        "cam-multiscale": "Class activation maps of the image at several sizes, added; needs a global average pool.",
        "layercam": "Gradient-weighted last features (Jiang et al. 2021); any head, one pass, one gradient.",
    }
)

MULTISCALE_SCALES = (1.0, 1.5, 2.0)
"""Input sides over the network's own that `cam-multiscale` adds where the configuration names none."""


def localizer_names() -> tuple[str, ...]:
    """Return the names that `LocalizerConfig.localizer` may take, in the order in which people see them."""
    return tuple(LOCALIZER_DESCRIPTIONS)
