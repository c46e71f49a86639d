import time

import numpy as np
import pytest
from numpy.typing import NDArray

from wsl_annotator.core.config import HeatConfig
from wsl_annotator.core.localization import SearchTrace
from wsl_annotator.localization.grid import child_boxes
from wsl_annotator.localization.heatmap import pool_trace, pooled_weight, rasterize, regular_heat_map
from wsl_annotator.localization.trace import TraceBuilder


def two_levels() -> SearchTrace:
    """A search of a 4 x 4 image in which level 1 keeps rows 1 and 3, level 2 keeps row 5."""
    return SearchTrace(
        level=np.array([0, 1, 1, 1, 1, 2, 2], dtype=np.uint8),
        parent=np.array([-1, 0, 0, 0, 0, 1, 1], dtype=np.int32),
        child=np.array([255, 0, 1, 2, 3, 0, 1], dtype=np.uint8),
        boxes=np.array(
            [
                [0, 0, 4, 4],
                [1, 0, 4, 4],
                [0, 0, 3, 4],
                [0, 1, 4, 4],
                [0, 0, 4, 3],
                [2, 0, 4, 4],
                [1, 0, 3, 4],
            ],
            dtype=np.float64,
        ),
        score=np.array([1.0, 0.0, -9.0, np.log(3.0), -9.0, np.log(9.0), -9.0]),
        kept=np.array([True, True, False, True, False, True, False]),
    )


def random_search(seed: int, *, depth: int = 10, width: int = 500, height: int = 375) -> SearchTrace:
    rng = np.random.default_rng(seed)
    beam = np.array([[0.0, 0.0, float(width), float(height)]])
    builder = TraceBuilder(beam[0], 0.5)
    for _ in range(depth):
        boxes = child_boxes(beam, 7)
        scores = rng.normal(size=(len(beam), 4))
        kept = np.argsort(-scores.ravel(), kind="stable")[:8]
        builder.add_level(boxes, scores, kept)
        beam = boxes.reshape(-1, 4)[kept]
    return builder.build()


def test_that_heat_is_the_sum_of_kept_probabilities_over_their_number() -> None:
    heat = pool_trace(two_levels(), HeatConfig(), width=4, height=4)
    # probabilities .5 for x >= 1, .75 for y >= 1, .9 for x >= 2; three boxes pooled
    np.testing.assert_array_equal(heat.x_edges, [0, 1, 2, 4])
    np.testing.assert_array_equal(heat.y_edges, [0, 1, 4])
    expected = np.array([[0, 0.5, 1.4], [0.75, 1.25, 2.15]]) / 3
    np.testing.assert_allclose(heat.values, expected, rtol=0, atol=1e-15)


def test_that_the_root_adds_its_probability_only_when_asked() -> None:
    without = pool_trace(two_levels(), HeatConfig(), width=4, height=4).values * 3
    heat = pool_trace(two_levels(), HeatConfig(include_root=True), width=4, height=4)
    np.testing.assert_allclose(heat.values * 4, without + 1 / (1 + np.exp(-1.0)), rtol=0, atol=1e-15)


def test_that_depth_weights_are_level_over_depth() -> None:
    config = HeatConfig(level_weights="depth")
    assert pooled_weight(two_levels(), config) == 0.5 + 0.5 + 1.0
    heat = pool_trace(two_levels(), config, width=4, height=4)
    assert heat.values[1, 2] == pytest.approx((0.25 + 0.375 + 0.9) / 2)


def test_that_log_odds_heat_is_clipped_at_zero() -> None:
    heat = pool_trace(two_levels(), HeatConfig(value="log_odds"), width=4, height=4)
    assert heat.values[0, 1] == 0.0
    assert heat.values[1, 2] == pytest.approx((np.log(3) + np.log(9)) / 3)


def test_that_equal_cover_gives_equal_bits() -> None:
    trace = random_search(3)
    heat = pool_trace(trace, HeatConfig(), width=500, height=375)
    rows = np.flatnonzero(trace.kept & (trace.level > 0))
    centres_x = (heat.x_edges[1:] + heat.x_edges[:-1]) / 2
    centres_y = (heat.y_edges[1:] + heat.y_edges[:-1]) / 2
    by_cover: dict[bytes, float] = {}
    for y, row_of_heat in zip(centres_y, heat.values, strict=True):
        for x, value in zip(centres_x, row_of_heat, strict=True):
            boxes = trace.boxes[rows]
            cover = (boxes[:, 0] < x) & (x < boxes[:, 2]) & (boxes[:, 1] < y) & (y < boxes[:, 3])
            assert by_cover.setdefault(cover.tobytes(), value) == value
    assert len(by_cover) > 50


def test_that_pooling_agrees_with_a_pixel_by_pixel_sum() -> None:
    trace = random_search(7, width=60, height=45)
    heat = pool_trace(trace, HeatConfig(), width=60, height=45)
    y, x = np.mgrid[0:45, 0:60] + 0.5
    total: NDArray[np.float64] = np.zeros((45, 60))
    for row in np.flatnonzero(trace.kept & (trace.level > 0)):
        x1, y1, x2, y2 = trace.boxes[row]
        total[(x >= x1) & (x < x2) & (y >= y1) & (y < y2)] += trace.probability()[row]
    expected = total / pooled_weight(trace, HeatConfig())
    drawn = rasterize(heat, width=60, height=45, relative=False)
    np.testing.assert_allclose(drawn, expected, rtol=0, atol=1e-6)


def test_that_pooling_a_full_search_takes_under_5_ms() -> None:
    trace = random_search(1)
    times = []
    for _ in range(20):
        start = time.process_time()
        pool_trace(trace, HeatConfig(), width=500, height=375)
        times.append(time.process_time() - start)
    assert min(times) < 0.005


def test_that_boxes_outside_the_image_are_refused() -> None:
    with pytest.raises(ValueError, match="leave the image"):
        pool_trace(two_levels(), HeatConfig(), width=3, height=4)


def test_that_rasterizing_scales_to_any_size_and_to_the_maximum() -> None:
    heat = regular_heat_map(np.array([[0.1, 0.2], [0.3, 0.4]]), width=100, height=50)
    drawn = rasterize(heat, width=4, height=2)
    assert drawn.dtype == np.float32
    np.testing.assert_allclose(drawn, [[0.25, 0.25, 0.5, 0.5], [0.75, 0.75, 1, 1]], rtol=1e-6)


def test_that_a_cold_map_draws_as_zeros() -> None:
    heat = regular_heat_map(np.zeros((3, 3)), width=10, height=10)
    assert not rasterize(heat, width=7, height=5).any()
