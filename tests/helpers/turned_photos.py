"""Photos that the camera stored turned, one for each of EXIF's orientations, and a project of them."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from tests.unit.imaging.test_decode import with_orientation
from wsl_annotator.core.boxes import Box
from wsl_annotator.store.project import Project
from wsl_annotator.workflow import review
from wsl_annotator.workflow.new_project import create_project

UPRIGHT = Box(4, 20, 12, 44)


def make_turned_project(folder: Path) -> Path:
    """Make a project of black photos, 32 x 48 upright, with a white box at `UPRIGHT` that is drawn; return its path."""
    pixels = np.zeros((48, 32, 3), dtype=np.uint8)
    pixels[20:44, 4:12] = 255
    (folder / "photos").mkdir()
    for orientation in range(1, 9):
        with_orientation(pixels, folder / "photos" / f"turned_{orientation}.png", orientation)
    path = create_project(folder / "p.wsl", images=folder / "photos", classes=("cat",)).path
    with Project.open(path) as project:
        for record in project.images():
            assert (record.width, record.height) == (32, 48)
            project.apply(review.draw(project, record.id, 1, UPRIGHT))
    return path
