import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.config import ExtractConfig
from wsl_annotator.core.localization import HeatMap
from wsl_annotator.localization.extract import extract_boxes, label_blobs, localization_point
from wsl_annotator.localization.heatmap import regular_heat_map


def flood_labels(mask: np.ndarray, connectivity: int) -> np.ndarray:
    """Label blobs by flooding from each cell in reading order."""
    labels = np.zeros(mask.shape, dtype=np.int32)
    steps = [(0, 1), (1, 0), (0, -1), (-1, 0)] + [(1, 1), (1, -1), (-1, 1), (-1, -1)] * (connectivity == 8)
    count = 0
    for start in np.argwhere(mask):
        if labels[tuple(start)]:
            continue
        count += 1
        stack = [tuple(start)]
        labels[stack[0]] = count
        while stack:
            y, x = stack.pop()
            for dy, dx in steps:
                cell = (y + dy, x + dx)
                inside = 0 <= cell[0] < mask.shape[0] and 0 <= cell[1] < mask.shape[1]
                if inside and mask[cell] and not labels[cell]:
                    labels[cell] = count
                    stack.append(cell)
    return labels


@settings(max_examples=200, deadline=None)
@given(
    mask=arrays(np.bool_, st.tuples(st.integers(1, 12), st.integers(1, 12)), elements=st.booleans()),
    connectivity=st.sampled_from([4, 8]),
)
def test_that_blobs_equal_those_of_a_flood_fill(mask: np.ndarray, connectivity: int) -> None:
    labels, count = label_blobs(mask, connectivity=connectivity)
    expected = flood_labels(mask, connectivity)
    assert count == expected.max()
    pairs = set(zip(labels.ravel().tolist(), expected.ravel().tolist(), strict=True))
    assert len(pairs) == len({ours for ours, _ in pairs}) == len({theirs for _, theirs in pairs})


def uneven_heat() -> HeatMap:
    """Two hot corners that touch at a point only, on cells of uneven size."""
    return HeatMap(
        x_edges=np.array([0.0, 1.0, 4.0, 6.0]),
        y_edges=np.array([0.0, 2.0, 3.0, 7.0]),
        values=np.array([[0.8, 0.1, 0.0], [0.2, 0.6, 0.0], [0.0, 0.0, 0.4]]),
    )


def test_that_diagonal_cells_join_with_8_neighbours_and_not_with_4() -> None:
    (joined,) = extract_boxes(uneven_heat(), ExtractConfig(threshold=0.5))
    assert joined.box == Box(0, 0, 4, 3)
    apart = extract_boxes(uneven_heat(), ExtractConfig(threshold=0.5, connectivity=4))
    assert [scored.box for scored in apart] == [Box(0, 0, 1, 2), Box(1, 2, 4, 3)]


def test_that_a_score_is_the_area_weighted_mean_over_the_rectangle() -> None:
    (joined,) = extract_boxes(uneven_heat(), ExtractConfig(threshold=0.5))
    # cells of 1x2, 3x2, 1x1 and 3x1 pixels
    assert joined.score == pytest.approx((0.8 * 2 + 0.1 * 6 + 0.2 * 1 + 0.6 * 3) / 12)


def test_that_the_threshold_is_strict_and_relative_to_the_maximum() -> None:
    heat = regular_heat_map(np.array([[0.4, 0.0, 0.2, 0.0]]), width=4, height=1)
    assert len(extract_boxes(heat, ExtractConfig(threshold=0.5))) == 1
    assert len(extract_boxes(heat, ExtractConfig(threshold=0.499))) == 2


def test_that_boxes_come_best_first_and_ties_from_the_top() -> None:
    heat = regular_heat_map(np.array([[0.5, 0, 0.9], [0, 0, 0], [0.5, 0, 0]]), width=3, height=3)
    found = extract_boxes(heat, ExtractConfig(threshold=0.1))
    assert [(scored.box.x1, scored.box.y1) for scored in found] == [(2, 0), (0, 0), (0, 2)]


def test_that_a_map_without_heat_gives_no_box() -> None:
    assert extract_boxes(regular_heat_map(np.zeros((4, 4)), width=8, height=8), ExtractConfig(threshold=0.0)) == []


def test_that_small_boxes_and_overlapping_boxes_go_when_asked() -> None:
    values = np.zeros((5, 5))
    values[0, :] = values[:, 4] = 0.5  # a hook whose rectangle is the whole image
    values[2:4, 0:3] = 0.9  # a block inside that rectangle
    heat = regular_heat_map(values, width=5, height=5)
    both = extract_boxes(heat, ExtractConfig(threshold=0.1))
    assert [scored.box for scored in both] == [Box(0, 2, 3, 4), Box(0, 0, 5, 5)]
    assert [s.box for s in extract_boxes(heat, ExtractConfig(threshold=0.1, nms_iou=0.2))] == [Box(0, 2, 3, 4)]
    assert len(extract_boxes(heat, ExtractConfig(threshold=0.1, nms_iou=0.25))) == 2
    assert [s.box for s in extract_boxes(heat, ExtractConfig(threshold=0.1, min_area=0.3))] == [Box(0, 0, 5, 5)]


def test_that_the_point_is_the_centre_of_the_largest_plateau() -> None:
    values = np.array([[1.0, 0.0, 1.0, 1.0], [0.0, 0.0, 1.0, 1.0], [0.9, 0.9, 0.9, 0.9]])
    assert localization_point(regular_heat_map(values, width=40, height=30)) == (30.0, 10.0)


def test_that_heat_within_the_tolerance_belongs_to_the_plateau() -> None:
    heat = regular_heat_map(np.array([[0.5, 0.5 - 5e-7]]), width=2, height=1)
    assert localization_point(heat) == (1.0, 0.5)
    assert localization_point(heat, tolerance=1e-8) == (0.5, 0.5)


def test_that_the_point_of_a_hollow_plateau_lies_on_the_plateau() -> None:
    values = np.ones((3, 3))
    values[1, 1] = values[0, 1] = 0.0  # a U
    x, y = localization_point(regular_heat_map(values, width=3, height=3))
    assert (x, y) in {(1.0, 1.5), (2.0, 1.5), (1.5, 2.0)}


def test_that_a_map_of_one_value_points_at_the_centre() -> None:
    assert localization_point(regular_heat_map(np.zeros((8, 8)), width=100, height=60)) == (50.0, 30.0)
