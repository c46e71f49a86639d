"""Proposals beside objects, image by image: how much they overlap, and how many edges each would need."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.evaluation.detection import Detections, best_first
from wsl_annotator.evaluation.matching import overlap_matrix
from wsl_annotator.evaluation.truth import TrueBoxes, rows_by_image

Floats = NDArray[np.float64]

_MASKS = np.array([[bool(subset >> edge & 1) for edge in range(4)] for subset in range(16)])
"""(16, 4) every choice of edges to drag; the last is all four."""
_ON_IGNORED = 0.5
_ROWS_AT_ONCE = 20_000


@dataclass(frozen=True, eq=False)
class Pair:
    """The proposals that a person sees for one image and class, beside its objects.

    Attributes:
        image: its number.
        overlaps: (N, M) intersection over union, proposals best first.
        edges: (N, M) int64, the least number of edges to drag for enough overlap.
        lengths: (N, M) the L1 length of these drags in pixels.
        diagonals: (M,) of the objects, in pixels.
    """

    image: int
    overlaps: Floats
    edges: NDArray[np.int64]
    lengths: Floats
    diagonals: Floats


def pair_of(proposals: Floats, objects: Floats, *, overlap: float, image: int = 0) -> Pair:
    """One pair from (N, 4) proposals, best first, and (M, 4) objects."""
    edges, lengths = edges_to_move(proposals, objects, overlap=overlap)
    diagonals: Floats = np.hypot(objects[:, 2] - objects[:, 0], objects[:, 3] - objects[:, 1])
    return Pair(image, overlap_matrix(proposals, objects), edges, lengths, diagonals)


def prepare_pairs(detections: Detections, truth: TrueBoxes, *, overlap: float) -> tuple[Pair, ...]:
    """One pair for each image that has an object that counts.

    Proposals of other images are not looked at, because the person is told which images show the class. A proposal
    that lies on a difficult object or a crowd rather than on an object is left out.

    Args:
        detections: in any order.
        truth: all true boxes of the class.
        overlap: intersection over union at which a box is good enough.
    """
    order = best_first(detections)
    rows_of = {image: order[places] for image, places in rows_by_image(detections.images[order]).items()}
    none = np.zeros(0, np.intp)
    images, shown, counted = [], [], []
    for image, here in rows_by_image(truth.images).items():
        ignored = truth.ignored[here]
        if ignored.all():
            continue
        rows = rows_of.get(image, none)
        if len(rows) and ignored.any():
            rows = rows[~_on_ignored(detections.boxes[rows], truth, here)]
        images.append(image)
        shown.append(rows)
        counted.append(here[~ignored])
    # All images at once: array calls on a handful of boxes each would take most of the time.
    first = np.concatenate([none, *(np.repeat(rows, len(here)) for rows, here in zip(shown, counted, strict=True))])
    second = np.concatenate([none, *(np.tile(here, len(rows)) for rows, here in zip(shown, counted, strict=True))])
    values, edges, lengths = _compare(detections.boxes[first], truth.boxes[second], overlap=overlap)
    sides = truth.boxes[:, 2:] - truth.boxes[:, :2]
    diagonals = np.hypot(sides[:, 0], sides[:, 1])
    pairs, start = [], 0
    for image, rows, here in zip(images, shown, counted, strict=True):
        shape = (len(rows), len(here))
        cut = slice(start, start + len(rows) * len(here))
        start = cut.stop
        pairs.append(
            Pair(
                image=image,
                overlaps=values[cut].reshape(shape),
                edges=edges[cut].reshape(shape),
                lengths=lengths[cut].reshape(shape),
                diagonals=diagonals[here],
            )
        )
    return tuple(pairs)


def edges_to_move(proposals: Floats, objects: Floats, *, overlap: float) -> tuple[NDArray[np.int64], Floats]:
    """The least number of edges of each proposal to drag to an object's for enough overlap, and how far.

    All 16 choices of edges are tried; a dragged edge goes exactly to the object's. Of equally many edges the choice
    with the shortest drags is taken.

    Args:
        proposals: (N, 4) float64 xyxy.
        objects: (M, 4) float64 xyxy.
        overlap: intersection over union to reach.

    Returns:
        edges int64 (N, M), 0 to 4; the L1 length of the drags, float64 (N, M), pixels.
    """
    shape = (len(proposals), len(objects))
    first, second = np.repeat(proposals, shape[1], axis=0), np.tile(objects, (shape[0], 1))
    _, edges, lengths = _compare(first, second, overlap=overlap)
    return edges.reshape(shape), lengths.reshape(shape)


def _compare(proposals: Floats, objects: Floats, *, overlap: float) -> tuple[Floats, NDArray[np.int64], Floats]:
    """(K,) overlaps, edges and lengths of K proposals, each with the object of its row."""
    parts = [
        _compare_some(proposals[start : start + _ROWS_AT_ONCE], objects[start : start + _ROWS_AT_ONCE], overlap)
        for start in range(0, max(len(proposals), 1), _ROWS_AT_ONCE)
    ]
    values, edges, lengths = (np.concatenate(column) for column in zip(*parts, strict=True))
    return values, edges.astype(np.int64), lengths


def _compare_some(proposals: Floats, objects: Floats, overlap: float) -> tuple[Floats, Floats, Floats]:
    moved = np.where(_MASKS[:, None], objects[None], proposals[None])
    low, high = np.maximum(moved[..., :2], objects[:, :2]), np.minimum(moved[..., 2:], objects[:, 2:])
    common = np.clip(high - low, 0.0, None).prod(axis=-1)
    # An edge may pass the opposite one on the way: such a box is no box, and shares nothing.
    area = np.clip(moved[..., 2:] - moved[..., :2], 0.0, None).prod(axis=-1)
    values = common / (area + (objects[:, 2:] - objects[:, :2]).prod(axis=-1) - common)
    reached = values >= overlap
    length = np.abs(moved - proposals[None]).sum(axis=-1)
    count = _MASKS.sum(axis=1)[:, None]
    best = np.where(reached, count + length / (1.0 + length.max(initial=0.0)), np.inf).argmin(axis=0)
    rows = np.arange(len(proposals))
    return values[0], count[best, 0], length[best, rows]


def _on_ignored(boxes: Floats, truth: TrueBoxes, here: NDArray[np.intp]) -> NDArray[np.bool_]:
    """(N,) whether a proposal lies on a difficult object or a crowd rather than on an object that counts."""
    values = overlap_matrix(boxes, truth.boxes[here], crowd=truth.crowds[here])
    ignored = truth.ignored[here]
    on_ignored = np.where(ignored, values, 0.0).max(axis=1, initial=0.0)
    on_counted = np.where(ignored, 0.0, values).max(axis=1, initial=0.0)
    result: NDArray[np.bool_] = (on_ignored > _ON_IGNORED) & (on_ignored > on_counted)
    return result
