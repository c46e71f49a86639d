"""Real photos, weights and networks that lie beside the checkout and are not part of the project."""

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared"
VOC5 = SHARED / "data" / "voc5"
FRUIT = SHARED / "data" / "fruit"
COCO_MINI = SHARED / "data" / "coco_mini"
MOBILENET = SHARED / "networks" / "mobilenet_v1.py"

needs_shared = pytest.mark.skipif(
    not MOBILENET.is_file() and not os.environ.get("WSL_REQUIRE_REAL_PHOTOS"),
    reason=f"real photos and weights are not at {SHARED}",
)
