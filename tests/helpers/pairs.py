"""Pictures with two red squares, so that a search of a part finds what the search of the whole left."""

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


def make_pairs(folder: Path, *, count: int = 4) -> Path:
    """Make a project of such pictures, labelled red; the squares of each are a pixel smaller than the one before's."""
    images = folder / "images"
    images.mkdir(parents=True)
    lines = ["file_name,red,green"]
    for number in range(count):
        squares = [
            square("red", x=int(box.x1), y=int(box.y1), side=32 - number, width=WIDTH, height=HEIGHT) // 255 * red
            for box, red in ((FIRST, 255), (SECOND, PALE))
        ]
        Image.fromarray(np.maximum(*squares)).save(images / f"pair_{number:02d}.png")
        lines.append(f"pair_{number:02d}.png,1,0")
    (folder / "labels.csv").write_text("\n".join(lines) + "\n")
    return create_project(folder / "pairs.wsl", images=images, labels=folder / "labels.csv").path
