"""The two readings of a VOC box: the devkit's, and the zero-based one of much of the field.

A box [10.6, 20.4, 30.2, 40.9] covers the pixel columns 10..30 and rows 20..40, counted from 0. `spec` numbers pixels
from 1 and includes the last one (11, 21, 31, 41); `zero-based` writes the outer edges from 0 (10, 20, 31, 41).
Both round outwards, and whole-pixel boxes return exactly.

Source: VOC2012 development kit, "the top-left pixel in the image has coordinates (1,1)".
"""

from __future__ import annotations

import math
from typing import Literal

from wsl_annotator.core.boxes import Box

VocProfile = Literal["spec", "zero-based"]
VOC_PROFILES: tuple[VocProfile, ...] = ("spec", "zero-based")

# An edge that float arithmetic moved off a whole pixel (10.12 + 20.88) must not cover one pixel more.
_SNAP = 1e-6


def offset(profile: VocProfile) -> int:
    """Return what xmin and ymin are above the continuous edge: 1 for `spec`, 0 for `zero-based`.

    Raises:
        ValueError: there is no such profile.
    """
    if profile not in VOC_PROFILES:
        raise ValueError(f"VOC profile must be one of {', '.join(VOC_PROFILES)}, not {profile!r}")
    return 1 if profile == "spec" else 0


def to_voc(box: Box, *, width: int, height: int, profile: VocProfile) -> tuple[int, int, int, int]:
    """Return (xmin, ymin, xmax, ymax): the pixels that the box touches, inside the image.

    Args:
        box: upright image pixels, overlapping the image.
        width: of the image, at least 1.
        height: of the image, at least 1.
        profile: the convention of the numbers.
    """
    base = offset(profile)
    left, right = _covered(box.x1, box.x2, side=width)
    top, bottom = _covered(box.y1, box.y2, side=height)
    return (left + base, top + base, right, bottom)


def _covered(low: float, high: float, *, side: int) -> tuple[int, int]:
    first = min(max(math.floor(low + _SNAP), 0), side - 1)
    last = min(max(math.ceil(high - _SNAP), first + 1), side)
    return first, last


def from_voc(xmin: float, ymin: float, xmax: float, ymax: float, *, profile: VocProfile) -> Box:
    """Return the continuous box, not clipped.

    Raises:
        ValueError: a number is not finite, or nothing lies between the edges.
    """
    base = offset(profile)
    return Box(float(xmin - base), float(ymin - base), float(xmax), float(ymax))
