"""Crops from exact float boxes, against torch's own antialiased resize."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.nn import functional

from tests.helpers.shared import VOC5, needs_shared
from wsl_annotator.imaging.crops import crop_resize, to_tensor
from wsl_annotator.imaging.decode import load_upright

WHOLE = [(0, 0, 90, 60), (10, 5, 80, 55), (3, 4, 5, 6), (0, 0, 90, 1), (40, 7, 41, 8), (0, 0, 16, 16), (7, 0, 90, 59)]


def photo(dtype: torch.dtype = torch.float64) -> torch.Tensor:
    return torch.rand((3, 60, 90), generator=torch.Generator().manual_seed(1), dtype=torch.float64).to(dtype)


def smooth() -> torch.Tensor:
    y, x = torch.meshgrid(torch.arange(60.0), torch.arange(90.0), indexing="ij")
    return torch.stack([torch.sin(x / 9), torch.cos(y / 7), torch.sin((x + y) / 11)]).double()


def reference(image: torch.Tensor, box: tuple[int, ...], size: int) -> torch.Tensor:
    x1, y1, x2, y2 = box
    cut = image[None, :, y1:y2, x1:x2]
    return functional.interpolate(cut, size=(size, size), mode="bilinear", antialias=True, align_corners=False)[0]


@pytest.mark.parametrize("box", WHOLE)
@pytest.mark.parametrize("size", [16, 32, 224])
def test_that_whole_pixel_boxes_equal_the_antialiased_resize_of_torch(box: tuple[int, ...], size: int) -> None:
    crop = crop_resize(photo(), np.array([box], dtype=np.float64), size)
    assert torch.allclose(crop[0], reference(photo(), box, size), atol=1e-12, rtol=0)


@pytest.mark.parametrize(("dtype", "tolerance"), [(torch.float32, 5e-6), (torch.bfloat16, 0.02)])
def test_that_smaller_floats_stay_near_the_exact_result(dtype: torch.dtype, tolerance: float) -> None:
    boxes = np.array([(1.25, 2.5, 77.7, 58.1), (30, 30, 33, 32)])
    crop = crop_resize(photo(dtype), boxes, 32)
    assert crop.dtype == dtype
    assert (crop.double() - crop_resize(photo(dtype).double(), boxes, 32)).abs().max() < tolerance


@pytest.mark.parametrize("box", [(3.3, 4.4, 77.7, 51.2), (0.0, 0.35, 41.6, 59.45), (20.05, 10.35, 52.45, 42.15)])
def test_that_fractional_boxes_agree_with_a_twentyfold_finer_image(box: tuple[float, ...]) -> None:
    fine = 20
    # each pixel as 20 x 20 equal ones: a box on twentieths has whole edges there
    finer = smooth().repeat_interleave(fine, dim=1).repeat_interleave(fine, dim=2)
    on_fine = tuple(round(edge * fine) for edge in box)
    expected = reference(finer, on_fine, 14)
    crop = crop_resize(smooth(), np.array([box]), 14)[0]
    assert (crop - expected).abs().max() < 0.02
    # moving the box by half a pixel to whole edges is seen: the tolerance is not slack
    rounded = tuple(round(edge) for edge in box)
    assert (reference(smooth(), rounded, 14) - expected).abs().max() > 0.02


def test_that_the_result_moves_continuously_with_the_box() -> None:
    at = crop_resize(photo(), np.array([(10.0, 10.0, 50.0, 40.0)]), 16)
    for nudge in (1e-7, -1e-7):
        near = crop_resize(photo(), np.array([(10.0 + nudge, 10.0 - nudge, 50.0 + nudge, 40.0 - nudge)]), 16)
        assert (near - at).abs().max() < 1e-5


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_that_a_crop_has_the_same_bits_whatever_else_is_in_the_call(dtype: torch.dtype) -> None:
    rng = np.random.default_rng(2)
    corners = rng.uniform(0, 50, (8, 2))
    boxes = np.concatenate([corners, corners + rng.uniform(1, 10, (8, 2))], axis=1)
    together = crop_resize(photo(dtype), boxes, 24)
    assert torch.equal(crop_resize(photo(dtype), boxes[::-1], 24).flip(0), together)
    for index in range(8):
        assert torch.equal(crop_resize(photo(dtype), boxes[index : index + 1], 24)[0], together[index])
        others = boxes.copy()
        others[np.arange(8) != index] = (0.0, 0.0, 90.0, 60.0)
        assert torch.equal(crop_resize(photo(dtype), others, 24)[index], together[index])


@given(
    x1=st.floats(0, 80), y1=st.floats(0, 50), width=st.floats(0.01, 90), height=st.floats(0.01, 60),
    size=st.integers(1, 40),
)  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_that_a_constant_image_stays_constant_in_any_box(
    x1: float, y1: float, width: float, height: float, size: int
) -> None:
    box = np.array([(x1, y1, min(90.0, x1 + width), min(60.0, y1 + height))])
    crop = crop_resize(torch.full((3, 60, 90), 0.7, dtype=torch.float64), box, size)
    assert (crop - 0.7).abs().max() < 1e-12


def test_that_no_pixel_outside_the_box_counts() -> None:
    image = torch.zeros((3, 60, 90), dtype=torch.float64)
    image[:, 20:30, 40:50] = 1.0
    assert (
        crop_resize(image, np.array([(40.0, 20.0, 50.0, 30.0), (40.6, 20.1, 49.2, 29.9)]), 8) - 1
    ).abs().max() < 1e-12


@pytest.mark.parametrize(
    "box", [(5, 5, 5, 9), (9, 5, 5, 9), (-1, 0, 5, 5), (0, 0, 91, 5), (0, 0, 5, 60.1), (0, 0, float("nan"), 5)]
)
def test_that_boxes_that_are_empty_or_leave_the_image_are_refused(box: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="inside"):
        crop_resize(photo(), np.array([box], dtype=np.float64), 8)


def test_that_a_box_beyond_the_edge_by_rounding_is_taken_as_the_edge() -> None:
    boxes = np.array([(0.0, 0.0, 90.0, 60.0), (-1e-12, 0.0, 90.0 + 1e-11, 60.0)])
    crops = crop_resize(photo(), boxes, 8)
    assert torch.equal(crops[0], crops[1])


def test_that_no_boxes_give_no_crops() -> None:
    assert crop_resize(photo(), np.empty((0, 4)), 8).shape == (0, 3, 8, 8)


def test_that_to_tensor_keeps_channels_and_scales_to_one() -> None:
    rgb = np.zeros((2, 3, 3), dtype=np.uint8)
    rgb[0, 2] = (255, 51, 0)
    tensor = to_tensor(rgb, device="cpu", dtype=torch.float64)
    assert tensor.shape == (3, 2, 3)
    assert tensor[:, 0, 2].tolist() == [1.0, 0.2, 0.0]
    assert rgb[0, 2, 0] == 255


@needs_shared
def test_that_a_photo_is_cropped_as_torch_does_in_float32() -> None:
    image = load_upright(VOC5 / "images" / "000007.jpg")
    tensor = to_tensor(image.rgb)
    box = (31, 17, image.width - 5, image.height - 40)
    crop = crop_resize(tensor, np.array([box], dtype=np.float64), 224)[0]
    # torch computes its weights in float32, we in float64
    assert (crop - reference(tensor, box, 224)).abs().max() < 5e-5
