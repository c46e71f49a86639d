"""What the search does beyond the paper, in whole searches: levels on a map, widths, shared scores."""

import json

import numpy as np
import pytest
import torch

from tests.helpers.toy_network import GREEN, RED, color_network, dense_network
from tests.unit.localization.test_repeatability import bits
from tests.unit.localization.test_twin import noise
from wsl_annotator.core.boxes import iou_matrix
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import DEFAULT, FAST, PAPER, BeamConfig, HeatConfig, LocalizerConfig
from wsl_annotator.core.labels import ClassTarget
from wsl_annotator.core.localization import Localization, SearchTrace
from wsl_annotator.localization.beam_localizer import BeamLocalizer
from wsl_annotator.localization.shared_scores import SharedScores
from wsl_annotator.localization.trace import replay, trace_from_json, trace_to_json
from wsl_annotator.networks.split import SplitNetwork

ON_BOTH = BeamConfig(dedupe="exact", beam_iou=0.9, map_levels=3, crop_beam_width=2, depth=6)


def find(
    network: SplitNetwork,
    image: np.ndarray,
    config: LocalizerConfig,
    *targets: ClassTarget,
    shared: SharedScores | None = None,
) -> list[Localization]:
    height, width = image.shape[:2]
    localizer = BeamLocalizer(config, network)
    return localizer.locate(image, targets, width=width, height=height, cancel=CancelToken(), shared=shared)


def trace_of(network: SplitNetwork, image: np.ndarray, beam: BeamConfig) -> SearchTrace:
    (found,) = find(network, image, LocalizerConfig(beam=beam), RED)
    assert found.trace is not None
    return found.trace


def test_that_the_first_levels_score_as_on_one_map_and_the_others_as_on_crops() -> None:
    network, image = dense_network(seed=1), noise(1, width=64, height=48)
    mixed = trace_of(network, image, ON_BOTH)
    on_map = trace_of(network, image, BeamConfig(recompute="never", dedupe="exact", beam_iou=0.9, depth=3))
    early = np.flatnonzero((mixed.level > 0) & (mixed.level <= 3))
    np.testing.assert_array_equal(mixed.boxes[early], on_map.boxes[1:])
    np.testing.assert_array_equal(mixed.score[early], on_map.score[1:])
    # each later candidate scores what the exact search of its parent's crop gives
    for row in np.flatnonzero(mixed.level > 3):
        x1, y1, x2, y2 = mixed.boxes[mixed.parent[row]]
        scores = _crop_scores(network, image, (x1, y1, x2, y2))
        assert mixed.score[row] == pytest.approx(scores[mixed.child[row]], abs=1e-9)


def _crop_scores(network: SplitNetwork, image: np.ndarray, box: tuple[float, float, float, float]) -> np.ndarray:
    """The four children's scores of one crop, by the operators of the paper."""
    from wsl_annotator.imaging.crops import crop_resize, to_tensor
    from wsl_annotator.localization.grid import resize_operators
    from wsl_annotator.networks.heads import log_odds

    with torch.inference_mode():
        pixels = to_tensor(image, dtype=network.dtype)
        maps = network.features(network.normalize(crop_resize(pixels, np.array([box]), network.input_size)))
        operators = torch.from_numpy(resize_operators(network.grid, align_corners=False))
        children = torch.einsum("kqp,tp->ktq", operators, maps[0].flatten(1))
        logits = network.classify(children.unflatten(2, maps.shape[2:]))
        return log_odds(logits, [RED], network.activation)[:, 0].numpy()


def test_that_the_beam_is_wide_on_the_map_and_narrow_on_crops() -> None:
    trace = trace_of(dense_network(seed=2), noise(2, width=64, height=48), ON_BOTH)
    widths = [int((trace.kept & (trace.level == level)).sum()) for level in range(1, 7)]
    assert widths[:2] == [4, 8]
    assert widths[2:] == [2, 2, 2, 2]


@pytest.mark.parametrize("seed", range(3))
def test_that_a_kept_beam_holds_no_near_duplicates(seed: int) -> None:
    trace = trace_of(dense_network(seed=seed), noise(seed, width=90, height=64), DEFAULT.beam)
    for level in range(1, trace.depth + 1):
        boxes = trace.boxes[trace.kept & (trace.level == level)]
        overlap = iou_matrix(boxes, boxes)
        np.fill_diagonal(overlap, 0)
        assert overlap.max() <= 0.9


@pytest.mark.parametrize("config", [DEFAULT, FAST], ids=["default", "fast"])
def test_that_a_replayed_trace_gives_the_heat_map_bit_for_bit(config: LocalizerConfig) -> None:
    (found,) = find(dense_network(seed=4), noise(4, width=77, height=53), config, GREEN)
    assert found.trace is not None
    stored = trace_from_json(json.loads(json.dumps(trace_to_json(found.trace))))
    again = replay(stored, config.heat, width=77, height=53)
    for name in ("x_edges", "y_edges", "values"):
        assert getattr(again, name).tobytes() == getattr(found.heat, name).tobytes()


def test_that_levels_weigh_the_inverse_of_their_depth() -> None:
    (found,) = find(
        dense_network(seed=5),
        noise(5, width=40, height=40),
        LocalizerConfig(beam=BeamConfig(depth=5), heat=HeatConfig(level_weights="inverse")),
        RED,
    )
    assert found.trace is not None
    trace = found.trace
    rows = np.flatnonzero(trace.kept & (trace.level > 0))
    weights = 1 / trace.level[rows].astype(np.float64)
    x, y = 17.0, 23.0
    boxes = trace.boxes[rows]
    inside = (boxes[:, 0] <= x) & (x < boxes[:, 2]) & (boxes[:, 1] <= y) & (y < boxes[:, 3])
    expected = (trace.probability()[rows] * weights)[inside].sum() / weights.sum()
    column = np.searchsorted(found.heat.x_edges, x, side="right") - 1
    line = np.searchsorted(found.heat.y_edges, y, side="right") - 1
    assert found.heat.values[line, column] == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_that_shared_scores_change_no_bit_of_any_search(dtype: torch.dtype) -> None:
    network, image = dense_network(seed=6, dtype=dtype), noise(6, width=90, height=70)
    configs = [PAPER, DEFAULT, FAST, LocalizerConfig(beam=BeamConfig(align_corners=True, depth=4))]
    shared = SharedScores()
    for config in configs:
        together = find(network, image, config, RED, GREEN, shared=shared)
        alone = find(network, image, config, RED, GREEN)
        assert [bits(one) for one in together] == [bits(one) for one in alone]


def test_that_shared_scores_are_computed_once() -> None:
    network, image = dense_network(seed=7), noise(7, width=60, height=50)
    shared = SharedScores()
    find(network, image, PAPER, RED, shared=shared)
    localizer = BeamLocalizer(LocalizerConfig(beam=BeamConfig(depth=4)), network)
    # a localizer tries its batches out at its first search
    localizer.locate(image, [RED], width=60, height=50, cancel=CancelToken())
    crops = []
    original = network.module.features

    def counting(images: torch.Tensor) -> torch.Tensor:
        crops.append(len(images))
        return original(images)

    network.module.features = counting  # type: ignore[assignment]
    localizer.locate(image, [RED], width=60, height=50, cancel=CancelToken(), shared=shared)
    assert crops == []
    localizer.locate(image, [RED], width=60, height=50, cancel=CancelToken())
    assert sum(crops) > 10


@pytest.mark.parametrize("beam", [PAPER.beam, FAST.beam, DEFAULT.beam])
def test_that_the_passes_told_of_a_search_are_those_that_were_made(beam: BeamConfig) -> None:
    network, image = color_network(), noise(8, width=60, height=50)
    localizer = BeamLocalizer(LocalizerConfig(beam=beam), network, batch_size=1)
    localizer.locate(image, [RED], width=60, height=50, cancel=CancelToken())
    passes = []
    original = network.module.features

    def counting(images: torch.Tensor) -> torch.Tensor:
        passes.append(len(images) * (images.shape[-1] / network.input_size) ** 2)
        return original(images)

    network.module.features = counting  # type: ignore[assignment]
    (found,) = localizer.locate(image, [RED], width=60, height=50, cancel=CancelToken())
    assert found.trace is not None
    assert localizer.passes_of(found.trace) == sum(passes) <= localizer.forward_passes
