import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from wsl_annotator.localization.grid import (
    CHILD_NAMES,
    axis_operators,
    child_boxes,
    interpolation_matrix,
    resize_operators,
)

SUBGRIDS = {
    "drop left column": np.s_[..., :, 1:],
    "drop right column": np.s_[..., :, :-1],
    "drop top row": np.s_[..., 1:, :],
    "drop bottom row": np.s_[..., :-1, :],
}


@pytest.mark.parametrize("align_corners", [False, True])
@pytest.mark.parametrize("side", [2, 3, 6, 7, 14])
def test_that_each_operator_equals_interpolate_of_its_sub_grid(side: int, align_corners: bool) -> None:
    maps = torch.randn(5, side, side, dtype=torch.float64, generator=torch.Generator().manual_seed(side))
    operators = resize_operators(side, align_corners=align_corners)
    for operator, name in zip(operators, CHILD_NAMES, strict=True):
        part = maps[SUBGRIDS[name]].contiguous()
        expected = torch.nn.functional.interpolate(
            part[None], size=(side, side), mode="bilinear", align_corners=align_corners
        )[0]
        ours = maps.numpy().reshape(5, -1) @ operator.T
        np.testing.assert_allclose(ours.reshape(5, side, side), expected.numpy(), rtol=0, atol=1e-14)


@pytest.mark.parametrize("align_corners", [False, True])
def test_that_operators_preserve_constants_and_never_read_the_dropped_cells(align_corners: bool) -> None:
    operators = resize_operators(7, align_corners=align_corners)
    np.testing.assert_allclose(operators.sum(axis=2), 1.0, rtol=0, atol=1e-15)
    cells = np.arange(49).reshape(7, 7)
    dropped = (cells[:, 0], cells[:, 6], cells[0], cells[6])
    for operator, unread in zip(operators, dropped, strict=True):
        assert not operator[:, unread].any()


def test_that_half_pixel_weights_of_three_to_four_cells_are_those_computed_by_hand() -> None:
    first, last = axis_operators(4, align_corners=False)
    expected = np.array([[1, 0, 0], [0.375, 0.625, 0], [0, 0.625, 0.375], [0, 0, 1]])
    np.testing.assert_array_equal(first[:, 1:], expected)
    np.testing.assert_array_equal(last[:, :-1], expected)


@pytest.mark.parametrize("align_corners", [False, True])
def test_that_resizing_to_the_same_side_is_the_identity(align_corners: bool) -> None:
    np.testing.assert_array_equal(interpolation_matrix(source=7, target=7, align_corners=align_corners), np.eye(7))


def test_that_a_grid_of_one_cell_is_refused() -> None:
    with pytest.raises(ValueError, match="no sub-grid"):
        resize_operators(1, align_corners=False)


def test_that_children_follow_equation_5_in_the_order_of_their_names() -> None:
    (children,) = child_boxes(np.array([[10.0, 20.0, 80.0, 90.0]]), 7)
    np.testing.assert_allclose(
        children,
        [[20, 20, 80, 90], [10, 20, 70, 90], [10, 30, 80, 90], [10, 20, 80, 80]],
        rtol=0,
        atol=1e-12,
    )


def test_that_left_then_top_is_bit_for_bit_top_then_left() -> None:
    root = np.array([[0.0, 0.0, 500.0, 333.0]])
    for side in (6, 7, 13):
        left_then_top = child_boxes(child_boxes(root, side)[:, 0], side)[0, 2]
        top_then_left = child_boxes(child_boxes(root, side)[:, 2], side)[0, 0]
        assert left_then_top.tobytes() == top_then_left.tobytes()


@settings(deadline=None)
@given(
    side=st.integers(2, 20),
    width=st.integers(1, 30_000),
    height=st.integers(1, 30_000),
    path=st.lists(st.integers(0, 3), min_size=1, max_size=30),
)
def test_that_every_path_stays_inside_its_parent_with_the_area_of_equation_5(
    side: int, width: int, height: int, path: list[int]
) -> None:
    box = np.array([[0.0, 0.0, float(width), float(height)]])
    for child in path:
        inner = child_boxes(box, side)[:, child]
        assert (inner[0, :2] >= box[0, :2]).all()
        assert (inner[0, 2:] <= box[0, 2:]).all()
        assert (inner[0, :2] < inner[0, 2:]).all()
        box = inner
    area = np.prod(box[0, 2:] - box[0, :2])
    assert area == pytest.approx(width * height * ((side - 1) / side) ** len(path), rel=1e-9)
