"""Grouping, order of classes, cancel and resume never change a bit, for one machine and thread count."""

import numpy as np
import pytest
import torch

from tests.helpers.shared import needs_shared
from tests.helpers.toy_network import BLUE, GREEN, RED, dense_network
from tests.unit.localization.test_twin import CAR, CAT, TRAIN, mobilenet, noise, photo
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import DEFAULT, FAST, PAPER, BeamConfig, HeatConfig, LocalizerConfig
from wsl_annotator.core.errors import Cancelled
from wsl_annotator.core.labels import ClassTarget
from wsl_annotator.core.localization import Localization
from wsl_annotator.core.progress import Progress
from wsl_annotator.localization.localizer import Localizer, make_localizer
from wsl_annotator.networks.split import SplitNetwork

SHORT_PAPER = LocalizerConfig(beam=BeamConfig(depth=3))
SHORT_FAST = LocalizerConfig(beam=BeamConfig(recompute="never", dedupe="exact", depth=4))
SHORT_DEFAULT = LocalizerConfig(
    beam=BeamConfig(dedupe="exact", beam_iou=0.9, map_levels=2, crop_beam_width=2, depth=4),
    heat=HeatConfig(level_weights="inverse"),
)


def bits(found: Localization) -> tuple[object, ...]:
    """Return everything of a localization that is a result."""
    trace = found.trace
    assert trace is not None
    columns = (trace.level, trace.parent, trace.child, trace.boxes, trace.score, trace.kept)
    heat = (found.heat.x_edges, found.heat.y_edges, found.heat.values)
    return (
        found.class_name,
        found.class_score,
        found.point,
        *(column.tobytes() for column in (*columns, *heat)),
        found.batch_size,
        found.threads,
        found.device,
    )


def locate(localizer: Localizer, image: np.ndarray, targets: list[ClassTarget]) -> dict[str, tuple[object, ...]]:
    height, width = image.shape[:2]
    found = localizer.locate(image, targets, width=width, height=height, cancel=CancelToken())
    assert [one.class_name for one in found] == [target.name for target in targets]
    return {one.class_name: bits(one) for one in found}


def check_groups(network: SplitNetwork, config: LocalizerConfig, image: np.ndarray, targets: list[ClassTarget]) -> None:
    localizer = make_localizer(config, network)
    together = locate(localizer, image, targets)
    assert locate(localizer, image, targets[::-1]) == together
    for target in targets:
        alone = locate(make_localizer(config, network), image, [target])
        assert alone[target.name] == together[target.name]


@pytest.mark.parametrize("batch_size", [1, 2, 3, 8])
def test_that_grouping_and_order_of_classes_never_change_a_bit_on_toy_networks(batch_size: int) -> None:
    network = dense_network(seed=2, dtype=torch.float32)
    image = noise(2, width=50, height=70)
    localizer = make_localizer(PAPER, network, batch_size=batch_size)
    together = locate(localizer, image, [RED, GREEN, BLUE])
    assert locate(localizer, image, [BLUE, RED, GREEN]) == together
    assert locate(localizer, image, [GREEN]) == {"green": together["green"]}
    assert all(batch_size in result for result in together.values())


@pytest.mark.parametrize("config", [FAST, DEFAULT], ids=["fast", "default"])
def test_that_grouping_never_changes_a_bit_of_searches_beyond_the_paper(config: LocalizerConfig) -> None:
    check_groups(dense_network(seed=3, dtype=torch.float32), config, noise(3, width=90, height=64), [RED, GREEN, BLUE])


@needs_shared
@pytest.mark.parametrize("config", [SHORT_PAPER, SHORT_FAST, SHORT_DEFAULT], ids=["paper", "fast", "default"])
def test_that_grouping_never_changes_a_bit_on_a_real_network(config: LocalizerConfig) -> None:
    check_groups(mobilenet(torch.float32), config, photo("000091.jpg"), [CAT, CAR, TRAIN])


@needs_shared
def test_that_grouping_never_changes_a_bit_with_two_threads() -> None:
    # few crops: two threads that wait for each other on a busy machine are slow
    config = LocalizerConfig(beam=BeamConfig(beam_width=2, depth=3))
    image = photo("000042.jpg")
    before = torch.get_num_threads()
    torch.set_num_threads(2)
    try:
        localizer = make_localizer(config, mobilenet(torch.float32))
        together = locate(localizer, image, [CAR, TRAIN])
        assert locate(localizer, image, [TRAIN]) == {"train": together["train"]}
    finally:
        torch.set_num_threads(before)


@pytest.mark.parametrize("config", [PAPER, DEFAULT], ids=["paper", "default"])
def test_that_a_cancelled_search_leaves_no_trace_in_the_next(config: LocalizerConfig) -> None:
    network = dense_network(seed=4, dtype=torch.float32)
    image = noise(4, width=60, height=60)
    fresh = locate(make_localizer(config, network), image, [RED, GREEN])
    localizer = make_localizer(config, network)
    token = CancelToken()

    def cancel_at_level_3(event: Progress) -> None:
        if event.done == 3:
            token.cancel()

    with pytest.raises(Cancelled):
        localizer.locate(image, [RED], width=60, height=60, cancel=token, progress=cancel_at_level_3)
    assert locate(localizer, image, [RED, GREEN]) == fresh


class CancelsAfter(CancelToken):
    """Cancels itself after a number of checks, as a person might between any two batches."""

    def __init__(self, checks: int) -> None:
        super().__init__()
        self.left = checks

    def raise_if_cancelled(self) -> None:
        self.left -= 1
        if self.left < 0:
            self.cancel()
        super().raise_if_cancelled()


@pytest.mark.parametrize("config", [PAPER, FAST, DEFAULT], ids=["paper", "fast", "default"])
def test_that_the_token_is_checked_before_every_batch(config: LocalizerConfig) -> None:
    network = dense_network(seed=5, dtype=torch.float32)
    localizer = make_localizer(config, network, batch_size=2)
    image = noise(5, width=40, height=30)
    localizer.locate(image, [RED], width=40, height=30, cancel=CancelToken())
    batches: list[int] = []
    module = network.module
    full = CancelsAfter(10**9)
    localizer.locate(image, [RED], width=40, height=30, cancel=full)
    checks = 10**9 - full.left
    original = module.features

    def counting(images: torch.Tensor) -> torch.Tensor:
        batches.append(len(images))
        return original(images)

    module.features = counting  # type: ignore[assignment]
    localizer.locate(image, [RED], width=40, height=30, cancel=CancelToken())
    assert checks > len(batches)
    for allowed in (0, 1, checks // 2, checks - 1):
        with pytest.raises(Cancelled):
            localizer.locate(image, [RED], width=40, height=30, cancel=CancelsAfter(allowed))


def test_that_padding_and_batch_size_are_recorded() -> None:
    network = dense_network(seed=6, dtype=torch.float32)
    image = noise(6, width=40, height=40)
    sizes = []
    original = network.module.features

    def counting(images: torch.Tensor) -> torch.Tensor:
        sizes.append(len(images))
        return original(images)

    localizer = make_localizer(SHORT_PAPER, network, batch_size=4)
    localizer.locate(image, [RED], width=40, height=40, cancel=CancelToken())
    network.module.features = counting  # type: ignore[assignment]
    (found,) = localizer.locate(image, [RED], width=40, height=40, cancel=CancelToken())
    assert set(sizes) == {4}
    assert found.trace is not None
    beams = [found.trace.boxes[found.trace.kept & (found.trace.level == level)] for level in range(3)]
    distinct = sum(len(np.unique(beam, axis=0)) for beam in beams)
    assert found.padded_rows == sum(sizes) - distinct
    assert (found.batch_size, found.threads, found.device) == (4, torch.get_num_threads(), "cpu")
