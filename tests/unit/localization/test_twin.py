"""The search against its literal twin: on toy networks, and on a real network with real photos."""

from functools import cache

import numpy as np
import pytest
import torch
from PIL import Image

from tests.helpers.literal_twin import compare, literal_search
from tests.helpers.shared import MOBILENET, VOC5, needs_shared
from tests.helpers.toy_network import BLUE, GREEN, RED, RED_OR_GREEN, dense_network
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import BeamConfig, LocalizerConfig
from wsl_annotator.core.labels import ClassTarget
from wsl_annotator.localization.localizer import make_localizer
from wsl_annotator.networks.custom import open_custom
from wsl_annotator.networks.spec import NetworkSpec
from wsl_annotator.networks.split import SplitNetwork

CAT = ClassTarget("cat", (281, 282, 283, 284, 285))
CAR = ClassTarget("car", (436, 468, 511, 609, 627, 656, 661, 717, 751, 817, 864))
TRAIN = ClassTarget("train", (466, 547, 705, 820, 829))


def noise(seed: int, *, width: int, height: int) -> np.ndarray:
    """Return soft coloured noise, so that crops differ at every size."""
    rng = np.random.default_rng(seed)
    small = Image.fromarray(rng.integers(0, 256, (7, 9, 3), dtype=np.uint8))
    return np.array(small.resize((width, height), Image.Resampling.BICUBIC))


def run_both(
    network: SplitNetwork, image: np.ndarray, targets: list[ClassTarget], beam: BeamConfig
) -> list[tuple[object, list[object]]]:
    localizer = make_localizer(LocalizerConfig(beam=beam), network)
    height, width = image.shape[:2]
    found = localizer.locate(image, targets, width=width, height=height, cancel=CancelToken())
    twins = [
        literal_search(
            network,
            image,
            target,
            beam_width=beam.beam_width,
            depth=beam.depth,
            align_corners=beam.align_corners,
        )
        for target in targets
    ]
    return [(ours.trace, twin) for ours, twin in zip(found, twins, strict=True)]  # type: ignore[misc]


@pytest.mark.parametrize("activation", ["softmax", "sigmoid"])
@pytest.mark.parametrize(("seed", "align_corners"), [(0, False), (1, False), (2, True)])
def test_that_the_search_equals_its_twin_on_toy_networks_in_float64(
    activation: str, seed: int, align_corners: bool
) -> None:
    network = dense_network(activation, seed=seed)  # type: ignore[arg-type]
    image = noise(seed, width=53 + seed, height=41)
    beam = BeamConfig(align_corners=align_corners)
    for trace, twin in run_both(network, image, [RED, GREEN, BLUE, RED_OR_GREEN], beam):
        difference = compare(trace, twin)  # type: ignore[arg-type]
        assert difference.kept == 0
        assert difference.score <= 1e-9
        assert difference.box <= 1e-9


def test_that_a_greedy_search_equals_its_twin() -> None:
    network = dense_network(seed=9)
    for trace, twin in run_both(network, noise(9, width=40, height=60), [RED, GREEN], BeamConfig(beam_width=1)):
        difference = compare(trace, twin)  # type: ignore[arg-type]
        assert (difference.kept, difference.score <= 1e-9, difference.box <= 1e-9) == (0, True, True)


@pytest.mark.parametrize("seed", range(4))
def test_that_float32_parts_from_the_twin_only_where_scores_at_the_cut_are_close(seed: int) -> None:
    network = dense_network(seed=seed, dtype=torch.float32)
    for trace, twin in run_both(network, noise(seed, width=64, height=48), [RED, GREEN, BLUE], BeamConfig()):
        difference = compare(trace, twin)  # type: ignore[arg-type]
        assert difference.score <= 1e-4
        assert difference.box <= 1e-9
        assert difference.kept == 0 or difference.cut_gap <= 2e-4


def test_that_the_comparison_sees_a_wrong_candidate() -> None:
    network = dense_network(seed=1)
    image = noise(1, width=40, height=40)
    ((trace, _),) = run_both(network, image, [RED], BeamConfig(depth=3))
    twin = literal_search(network, image, RED, depth=3)
    twin[7].score += 1e-6
    assert compare(trace, twin).score > 1e-7
    twin = literal_search(network, image, RED, depth=3, align_corners=True)
    assert compare(trace, twin).score > 1e-4


@cache
def mobilenet(dtype: torch.dtype) -> SplitNetwork:
    return open_custom(NetworkSpec(f"{MOBILENET}:build")).to(dtype=dtype)


def photo(name: str) -> np.ndarray:
    with Image.open(VOC5 / "images" / name) as image:
        return np.array(image.convert("RGB"))


@needs_shared
@pytest.mark.parametrize(("name", "target"), [("000091.jpg", CAT), ("000042.jpg", CAR)])
def test_that_the_search_equals_its_twin_on_a_real_network_in_float64(name: str, target: ClassTarget) -> None:
    beam = BeamConfig(beam_width=2, depth=3)
    for trace, twin in run_both(mobilenet(torch.float64), photo(name), [target, TRAIN], beam):
        difference = compare(trace, twin)  # type: ignore[arg-type]
        assert difference.kept == 0
        assert difference.score <= 1e-9
        assert difference.box <= 1e-9


@needs_shared
def test_that_a_full_search_equals_its_twin_on_a_real_network_in_float32() -> None:
    ((trace, twin),) = run_both(mobilenet(torch.float32), photo("000121.jpg"), [TRAIN], BeamConfig())
    difference = compare(trace, twin)  # type: ignore[arg-type]
    assert difference.score <= 1e-4
    assert difference.box <= 1e-9
    assert difference.kept == 0 or difference.cut_gap <= 2e-4
