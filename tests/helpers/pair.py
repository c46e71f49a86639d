"""A picture with two red squares, so that a search of a part finds what the search of the whole left."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from tests.helpers.toy_project import square
from wsl_annotator.core.boxes import Box
from wsl_annotator.workflow.new_project import create_project

WIDTH, HEIGHT = 128, 96
FIRST, SECOND = Box(4, 4, 36, 36), Box(92, 60, 124, 92)
PALE = 178
"""Red of the second square: the search follows the first."""


def make_pair(folder: Path) -> Path:
    """Make a project of one such picture, labelled red."""
    images = folder / "images"
    images.mkdir(parents=True)
    bright = square("red", x=4, y=4, side=32, width=WIDTH, height=HEIGHT)
    pale = square("red", x=92, y=60, side=32, width=WIDTH, height=HEIGHT) // 255 * PALE
    Image.fromarray(np.maximum(bright, pale)).save(images / "pair.png")
    (folder / "labels.csv").write_text("file_name,red,green\npair.png,1,0\n")
    return create_project(folder / "pair.wsl", images=images, labels=folder / "labels.csv").path
