"""Pictures of heat and boxes, one an image and class, to look at without the window."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from wsl_annotator.core.config import ExtractConfig
from wsl_annotator.core.localization import HeatMap, Localization
from wsl_annotator.core.scope import WHOLE_IMAGE, SearchScope
from wsl_annotator.imaging.decode import DecodedImage, load_upright
from wsl_annotator.imaging.overlay import OverlayBox, draw_overlay, save_overlay
from wsl_annotator.imaging.unseen import unseen_areas
from wsl_annotator.localization.extract import extract_boxes
from wsl_annotator.localization.heatmap import rasterize
from wsl_annotator.workflow.localize import ImageResult

OVERLAY_PIXELS = 2_000_000
HEAT_SIDE = 480
BOX_COLOR = "#19c3ff"
"""Light blue stands out from the yellows and reds of the heat, for colour-blind eyes too."""


def write_overlays(
    result: ImageResult,
    folder: Path,
    *,
    extract: ExtractConfig,
    colors: Mapping[str, str] | None = None,
) -> list[Path]:
    """Write one JPEG a searched class of an image and return the files.

    Args:
        result: of the image; one with a problem gives no picture.
        folder: made if missing; sub-folders mirror those of the images.
        extract: how heat maps become boxes.
        colors: class name -> `#rrggbb`; light blue where there is none.

    Raises:
        ImageError: the image cannot be read any more, or a picture cannot be written.
    """
    if result.problem or not result.localizations:
        return []
    image = load_upright(result.job.path, max_pixels=OVERLAY_PIXELS)
    written = []
    for localization in result.localizations:
        path = overlay_path(folder, result.job.name, localization.class_name)
        color = (colors or {}).get(localization.class_name, BOX_COLOR)
        save_overlay(picture_of(image, localization, extract=extract, color=color), path)
        written.append(path)
    return written


class OverlayWriter:
    """Writes the pictures of each result as it comes.

    Args:
        folder: made if missing.
        extract: how heat maps become boxes.
        colors: class name -> `#rrggbb`.

    Attributes:
        written: the files so far.
    """

    def __init__(self, folder: Path, *, extract: ExtractConfig, colors: Mapping[str, str] | None = None) -> None:
        self._folder = folder
        self._extract = extract
        self._colors = colors
        self.written: list[Path] = []

    def write(self, result: ImageResult) -> None:
        """Write the pictures of one image; see `write_overlays`."""
        self.written += write_overlays(result, self._folder, extract=self._extract, colors=self._colors)


def overlay_path(folder: Path, image_name: str, class_name: str) -> Path:
    """Return where the picture of one image and class goes: `sub/photo-dog.jpg`.

    The suffix of an image stays in the name unless it is .jpg, so that a.jpg and a.png do not meet.
    """
    name = PurePosixPath(image_name)
    stem = name.stem if name.suffix == ".jpg" else name.name
    safe = "".join(letter if letter.isalnum() or letter in "-_ ." else "_" for letter in class_name)
    return folder.joinpath(*name.parts[:-1], f"{stem}-{safe}.jpg")


def picture_of(
    image: DecodedImage,
    localization: Localization,
    *,
    extract: ExtractConfig,
    color: str = BOX_COLOR,
    scope: SearchScope = WHOLE_IMAGE,
) -> Image.Image:
    """Return the image with the relative heat of one class, its boxes with their scores, and its point.

    What the search did not see is marked.
    """
    boxes = [
        OverlayBox(scored.box, f"{localization.class_name} {scored.score:.2f}", color)
        for scored in extract_boxes(localization.heat, extract)
    ]
    return draw_overlay(
        image.rgb,
        width=image.width,
        height=image.height,
        unseen=unseen_areas(scope, width=image.width, height=image.height),
        heat=heat_raster(localization.heat, width=image.width, height=image.height),
        boxes=boxes[::-1],
        point=localization.point,
        caption=f"{localization.class_name}: p = {localization.class_probability:.3f}",
    )


def heat_raster(heat: HeatMap, *, width: int, height: int) -> NDArray[np.float32]:
    """Return the relative heat of an image at drawing size, float32 (h, w) in [0, 1]."""
    shrink = min(1.0, HEAT_SIDE / max(width, height))
    return rasterize(heat, width=max(1, round(width * shrink)), height=max(1, round(height * shrink)))
