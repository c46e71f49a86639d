"""The search as the paper tells it: one crop, one child at a time, nothing shared, nothing batched, nothing fast.

It follows Bency et al. 2016, sections 3.3 and 3.4, and shares with the program only the network, the resampling of
one crop and the log-odds of one class. Boxes are kept as the paper writes them, as left, top, width, height.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn.functional import interpolate

from wsl_annotator.core.labels import ClassTarget
from wsl_annotator.imaging.crops import crop_resize, to_tensor
from wsl_annotator.networks.heads import log_odds
from wsl_annotator.networks.split import SplitNetwork


@dataclass
class Node:
    """One candidate of the literal search."""

    level: int
    parent: int
    child: int
    x: float
    y: float
    w: float
    h: float
    score: float
    kept: bool = False

    @property
    def xyxy(self) -> tuple[float, float, float, float]:
        return (self.x, self.y, self.x + self.w, self.y + self.h)


def literal_search(
    network: SplitNetwork,
    rgb: NDArray[np.uint8],
    target: ClassTarget,
    *,
    beam_width: int = 8,
    depth: int = 10,
    align_corners: bool = False,
) -> list[Node]:
    """Return every candidate of the search for one class, in the order in which they were scored."""
    image = to_tensor(rgb, device=network.device, dtype=network.dtype)
    height, width = rgb.shape[:2]
    side = network.grid
    # sub-grids (x, y, w, h) of the L x L grid whose width or height, but not both, is smaller by one
    subgrids = [
        (1, 0, side - 1, side),
        (0, 0, side - 1, side),
        (0, 1, side, side - 1),
        (0, 0, side, side - 1),
    ]

    def score_of(maps: torch.Tensor) -> float:
        return float(log_odds(network.classify(maps), [target], network.activation)[0, 0])

    def maps_of(x: float, y: float, w: float, h: float) -> torch.Tensor:
        box = np.array([[x, y, min(x + w, width), min(y + h, height)]])
        return network.features(network.normalize(crop_resize(image, box, network.input_size)))

    with torch.inference_mode():
        root_maps = maps_of(0.0, 0.0, width, height)
        nodes = [Node(0, -1, 255, 0.0, 0.0, float(width), float(height), score_of(root_maps), kept=True)]
        beam = [0]
        for level in range(1, depth + 1):
            first = len(nodes)
            for parent in beam:
                node = nodes[parent]
                maps = maps_of(node.x, node.y, node.w, node.h)
                for child, (x, y, w, h) in enumerate(subgrids):
                    part = maps[:, :, y : y + h, x : x + w]
                    resized = interpolate(part, size=(side, side), mode="bilinear", align_corners=align_corners)
                    nodes.append(
                        Node(
                            level=level,
                            parent=parent,
                            child=child,
                            x=node.x + x / side * node.w,
                            y=node.y + y / side * node.h,
                            w=w / side * node.w,
                            h=h / side * node.h,
                            score=score_of(resized),
                        )
                    )
            # sorted() is stable: equal scores keep the order in which they were scored
            beam = sorted(range(first, len(nodes)), key=lambda row: -nodes[row].score)[:beam_width]
            for row in beam:
                nodes[row].kept = True
    return nodes


@dataclass(frozen=True)
class Difference:
    """How a search differs from its twin.

    Attributes:
        kept: candidates whose kept flag, parent or child differs, up to the first level that differs.
        cut_gap: twin's score gap between the last kept and the first pruned candidate at that level; infinite if none.
        score: greatest difference of scores over the levels that agree.
        box: greatest difference of box edges in pixels over the same.
    """

    kept: int
    cut_gap: float
    score: float
    box: float


def compare(trace: object, twin: list[Node]) -> Difference:
    """Return the differences of a `SearchTrace` and a twin's nodes, level by level until the kept sets part."""
    level = np.array([node.level for node in twin])
    columns = {
        "parent": np.array([node.parent for node in twin]),
        "child": np.array([node.child for node in twin]),
        "kept": np.array([node.kept for node in twin]),
    }
    boxes = np.array([node.xyxy for node in twin])
    score = np.array([node.score for node in twin])
    worst_score = worst_box = 0.0
    for depth in range(int(level.max()) + 1):
        rows = np.flatnonzero(level == depth)
        ours = np.flatnonzero(trace.level == depth)
        if len(ours) != len(rows) or not np.array_equal(ours, rows):
            raise AssertionError(f"level {depth} has {len(ours)} candidates, the twin {len(rows)}")
        worst_score = max(worst_score, float(np.abs(trace.score[rows] - score[rows]).max()))
        worst_box = max(worst_box, float(np.abs(trace.boxes[rows] - boxes[rows]).max()))
        wrong = sum(int((getattr(trace, name)[rows] != column[rows]).sum()) for name, column in columns.items())
        ranked = np.argsort(-score[rows], kind="stable")
        places = int(columns["kept"][rows].sum())
        same_order = np.array_equal(np.argsort(-trace.score[rows], kind="stable")[:places], ranked[:places])
        if wrong or not same_order:
            pair = np.sort(score[rows])[::-1]
            gap = float(pair[places - 1] - pair[places]) if wrong and places < len(pair) else float("inf")
            return Difference(wrong, gap, worst_score, worst_box)
    return Difference(0, float("inf"), worst_score, worst_box)
