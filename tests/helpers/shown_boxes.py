"""What a canvas shows."""

from __future__ import annotations

from wsl_annotator.core.boxes import Box
from wsl_annotator.gui.canvas.view import AnnotationCanvas


def shown(canvas: AnnotationCanvas, *keys: str) -> list[Box]:
    """Return boxes as the canvas shows them."""
    return [canvas.canvas_scene.box_item(key).box for key in keys]
