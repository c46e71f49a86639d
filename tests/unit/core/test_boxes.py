"""Boxes: geometry by hand and by property."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wsl_annotator.core.boxes import Box, iou_matrix

EDGE = st.floats(-1e4, 1e4, allow_nan=False, width=32)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    x1, y1 = draw(EDGE), draw(EDGE)
    width, height = draw(st.floats(0.125, 1e3, width=32)), draw(st.floats(0.125, 1e3, width=32))
    return Box(x1, y1, x1 + width, y1 + height)


@pytest.mark.parametrize("edges", [(0, 0, 0, 1), (0, 0, 1, 0), (2, 0, 1, 1), (0, 0, math.nan, 1), (0, 0, math.inf, 1)])
def test_that_an_empty_inverted_or_infinite_box_is_refused(edges: tuple[float, float, float, float]) -> None:
    with pytest.raises(ValueError, match="box"):
        Box(*edges)


def test_that_the_overlap_of_two_quarters_is_a_seventh() -> None:
    assert Box(0, 0, 2, 2).iou(Box(1, 1, 3, 3)) == pytest.approx(1 / 7)


def test_that_touching_boxes_do_not_overlap() -> None:
    assert Box(0, 0, 1, 1).iou(Box(1, 0, 2, 1)) == 0.0


def test_that_right_and_bottom_edges_are_outside() -> None:
    box = Box(1, 1, 3, 3)
    assert box.contains(1, 1)
    assert not box.contains(3, 2)
    assert not box.contains(2, 3)


def test_that_clipping_a_box_outside_the_image_leaves_nothing() -> None:
    assert Box(-5, -5, -1, -1).clipped(width=10, height=10) is None
    assert Box(-5, 2, 20, 30).clipped(width=10, height=10) == Box(0, 2, 10, 10)


@given(boxes(), boxes())
def test_that_overlap_is_symmetric_and_within_bounds(a: Box, b: Box) -> None:
    assert a.iou(b) == b.iou(a)
    assert 0.0 <= a.iou(b) <= 1.0
    assert a.iou(a) == pytest.approx(1.0)


@given(st.lists(boxes(), max_size=5), st.lists(boxes(), max_size=5))
def test_that_the_matrix_holds_the_pairwise_overlaps(first: list[Box], second: list[Box]) -> None:
    a = np.array([box.xyxy for box in first], dtype=np.float64).reshape(-1, 4)
    b = np.array([box.xyxy for box in second], dtype=np.float64).reshape(-1, 4)
    expected = np.array([[p.iou(q) for q in second] for p in first]).reshape(len(first), len(second))
    np.testing.assert_allclose(iou_matrix(a, b), expected, rtol=1e-9)


@given(boxes())
def test_that_xywh_goes_there_and_back(box: Box) -> None:
    back = Box.from_xywh(*box.xywh)
    np.testing.assert_allclose(back.xyxy, box.xyxy, rtol=1e-12, atol=1e-9)
