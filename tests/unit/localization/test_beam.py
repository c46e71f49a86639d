import numpy as np
import pytest
import torch

from tests.helpers.literal_twin import literal_search
from tests.helpers.toy_network import BLUE, RED, RED_OR_GREEN, color_network
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import BeamConfig, LocalizerConfig
from wsl_annotator.core.labels import ClassTarget
from wsl_annotator.core.localization import Localization
from wsl_annotator.core.progress import Progress
from wsl_annotator.localization.localizer import make_localizer
from wsl_annotator.networks.split import SplitNetwork


def painted(*, width: int = 16, height: int = 16, red: tuple[slice, slice]) -> np.ndarray:
    image = np.zeros((height, width, 3), dtype=np.uint8)
    image[red][..., 0] = 255
    return image


def find(network: SplitNetwork, image: np.ndarray, *targets: ClassTarget, **beam: object) -> list[Localization]:
    config = LocalizerConfig(beam=BeamConfig(**beam))  # type: ignore[arg-type]
    height, width = image.shape[:2]
    localizer = make_localizer(config, network)
    return localizer.locate(image, targets, width=width, height=height, cancel=CancelToken())


LAST_COLUMN = painted(red=np.s_[:, 12:])


def test_that_the_greedy_path_to_a_red_edge_follows_by_arithmetic() -> None:
    (found,) = find(color_network(), LAST_COLUMN, RED, beam_width=1, depth=3)
    trace = found.trace
    assert trace is not None
    # a quarter of the image is red: 8 (1/4 - 1/2)
    assert found.class_score == pytest.approx(-2.0, abs=1e-12)
    # of cells 0 0 0 1: resized from 0 0 1 their mean is (3/8 + 1) / 4; without the red column 0; rows change nothing
    np.testing.assert_allclose(trace.score[1:5], [8 * (1.375 / 4 - 0.5), -4, -2, -2], rtol=0, atol=1e-12)
    kept = trace.boxes[trace.kept]
    np.testing.assert_allclose(kept[:, 0], [0, 4, 7, 9.25], rtol=0, atol=1e-12)
    np.testing.assert_array_equal(kept[:, 1:], [[0, 16, 16]] * 4)
    assert found.point == pytest.approx(((9.25 + 16) / 2, 8.0))


def test_that_a_softmax_head_is_ranked_by_the_log_odds_of_its_probability() -> None:
    (found,) = find(color_network("softmax"), LAST_COLUMN, RED, beam_width=1, depth=1)
    assert found.trace is not None
    # logits 8 m - 4, -4, -4: log-odds 8 m - log 2
    means = np.array([0.25, 1.375 / 4, 0, 0.25, 0.25])
    np.testing.assert_allclose(found.trace.score, 8 * means - np.log(2), rtol=0, atol=1e-12)


def test_that_a_class_may_be_a_set_of_outputs() -> None:
    (found,) = find(color_network("softmax"), LAST_COLUMN, RED_OR_GREEN, beam_width=1, depth=1)
    (blue,) = find(color_network("softmax"), LAST_COLUMN, BLUE, beam_width=1, depth=1)
    assert found.class_score == pytest.approx(-blue.class_score, abs=1e-12)


def test_that_equal_scores_keep_the_order_of_the_children() -> None:
    black = np.zeros((12, 20, 3), dtype=np.uint8)
    (found,) = find(color_network(), black, RED, beam_width=3, depth=2)
    trace = found.trace
    assert trace is not None
    assert len(set(trace.score.tolist())) == 1
    assert np.flatnonzero(trace.kept).tolist() == [0, 1, 2, 3, 5, 6, 7]
    twin = literal_search(color_network(), black, RED, beam_width=3, depth=2)
    assert [node.kept for node in twin] == trace.kept.tolist()


def test_that_the_paper_lets_one_box_take_two_places_and_exact_dedupe_does_not() -> None:
    # the lower right quarter: left-then-top and top-then-left are one box, and the best of its level
    corner = painted(width=64, height=64, red=np.s_[32:, 32:])
    for dedupe, distinct in (("none", False), ("exact", True)):
        (found,) = find(color_network(), corner, RED, beam_width=4, depth=4, dedupe=dedupe)
        assert found.trace is not None
        for level in range(1, 5):
            rows = found.trace.kept & (found.trace.level == level)
            assert rows.sum() == 4
            if distinct:
                assert len(np.unique(found.trace.boxes[rows], axis=0)) == 4
        if not distinct:
            rows = found.trace.kept & (found.trace.level == 2)
            assert len(np.unique(found.trace.boxes[rows], axis=0)) < 4


def test_that_a_full_search_scores_276_children() -> None:
    (found,) = find(color_network(), LAST_COLUMN, RED)
    assert found.trace is not None
    assert len(found.trace) == 1 + 276
    assert found.trace.depth == 10
    assert found.trace.kept[found.trace.level > 0].sum() == 4 + 9 * 8
    assert make_localizer(LocalizerConfig(), color_network()).forward_passes == 69


def test_that_boxes_and_points_are_in_pixels_of_the_original_image() -> None:
    config = LocalizerConfig(beam=BeamConfig(depth=3))
    localizer = make_localizer(config, color_network())
    (small,) = localizer.locate(LAST_COLUMN, [RED], width=16, height=16, cancel=CancelToken())
    (large,) = localizer.locate(LAST_COLUMN, [RED], width=160, height=48, cancel=CancelToken())
    assert small.trace is not None
    assert large.trace is not None
    np.testing.assert_allclose(large.trace.boxes, small.trace.boxes * [10, 3, 10, 3], rtol=1e-12)
    np.testing.assert_allclose(large.trace.score, small.trace.score, rtol=0, atol=1e-9)
    assert large.point == pytest.approx((small.point[0] * 10, small.point[1] * 3))
    assert large.heat.x_edges[-1] == 160


def test_that_an_image_of_one_pixel_can_be_searched() -> None:
    (found,) = find(color_network(), np.full((1, 1, 3), 200, dtype=np.uint8), RED)
    assert 0 <= found.point[0] <= 1
    assert 0 <= found.point[1] <= 1


def test_that_progress_counts_the_levels() -> None:
    seen: list[Progress] = []
    localizer = make_localizer(LocalizerConfig(beam=BeamConfig(depth=3)), color_network())
    localizer.locate(LAST_COLUMN, [RED], width=16, height=16, cancel=CancelToken(), progress=seen.append)
    assert [(event.done, event.total) for event in seen] == [(1, 3), (2, 3), (3, 3)]


def test_that_a_search_deeper_than_a_trace_holds_is_refused() -> None:
    with pytest.raises(ValueError, match="256 levels"):
        find(color_network(), LAST_COLUMN, RED, depth=256)


def test_that_no_classes_give_no_localizations() -> None:
    assert find(color_network(dtype=torch.float32), LAST_COLUMN) == []
