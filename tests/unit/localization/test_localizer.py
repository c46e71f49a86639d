import subprocess
import sys

import pytest
import torch
from torch import Tensor, nn

from tests.helpers.toy_network import INPUT_SIZE, RED, ColorModule, color_network, dense_network
from tests.unit.localization.test_repeatability import locate
from tests.unit.localization.test_twin import noise
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import PAPER, BeamConfig, LocalizerConfig
from wsl_annotator.core.errors import WslError
from wsl_annotator.localization.batching import CPU_CROPS, choose_batching
from wsl_annotator.localization.localizer import LOCALIZERS, make_localizer
from wsl_annotator.localization.names import localizer_names
from wsl_annotator.networks.split import SplitNetwork

TORCH_FREE = ("names", "grid", "heatmap", "extract", "trace", "roi", "beam")


def test_that_every_name_has_a_localizer_of_that_name() -> None:
    assert tuple(LOCALIZERS) == localizer_names()
    for name in localizer_names():
        assert make_localizer(LocalizerConfig(localizer=name), color_network()).name == name


def test_that_the_registry_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        LOCALIZERS["mine"] = LOCALIZERS["beam"]  # type: ignore[index]


def test_that_an_unknown_localizer_is_one_sentence_with_the_known_names() -> None:
    with pytest.raises(WslError, match="no localizer named 'boom'") as caught:
        make_localizer(LocalizerConfig(localizer="boom"), color_network())
    assert "layercam" in caught.value.hint


def test_that_names_heat_maps_and_boxes_need_no_torch() -> None:
    modules = ", ".join(f"wsl_annotator.localization.{name}" for name in TORCH_FREE)
    code = f"import sys, {modules}; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_that_the_batch_size_depends_on_network_and_device_alone() -> None:
    network = dense_network(dtype=torch.float32)
    sizes = {choose_batching(network) for _ in range(3)}
    assert len(sizes) == 1
    assert sizes.pop().crops in CPU_CROPS


class Forgetful(ColorModule):
    """Has memory for two crops at a time."""

    def features(self, images: Tensor) -> Tensor:
        if len(images) > 2:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB")
        return super().features(images)


class Brittle(ColorModule):
    """Fails for another reason once it is searched."""

    armed = False

    def features(self, images: Tensor) -> Tensor:
        if self.armed:
            raise RuntimeError("a shape is wrong")
        return super().features(images)


def split(module: nn.Module) -> SplitNetwork:
    return SplitNetwork(
        module,
        name="toy",
        input_size=INPUT_SIZE,
        mean=(0, 0, 0),
        std=(1, 1, 1),
        activation="sigmoid",
        class_names=("red", "green", "blue"),
    )


def test_that_the_batch_is_halved_when_memory_runs_out_with_one_notice() -> None:
    notices: list[str] = []
    image = noise(1, width=30, height=30)
    localizer = make_localizer(PAPER, split(Forgetful()), notice=notices.append, batch_size=8)
    (found,) = localizer.locate(image, [RED], width=30, height=30, cancel=CancelToken())
    assert found.batch_size == 2
    assert len(notices) == 1
    same = make_localizer(PAPER, split(ColorModule()), batch_size=2)
    assert locate(localizer, image, [RED]) == locate(same, image, [RED])
    assert len(notices) == 1


def test_that_other_errors_of_a_network_are_not_taken_for_lack_of_memory() -> None:
    module = Brittle()
    localizer = make_localizer(PAPER, split(module))
    module.armed = True
    with pytest.raises(RuntimeError, match="shape is wrong"):
        localizer.locate(noise(1, width=9, height=9), [RED], width=9, height=9, cancel=CancelToken())


class PlaceMatters(ColorModule):
    """Gives the last row of a batch other bits, as a library with another kernel for the rest of a batch would."""

    def features(self, images: Tensor) -> Tensor:
        maps = super().features(images)
        if len(images) > 1:
            maps[-1] *= 1 + 1e-6
        return maps


def test_that_a_network_whose_rows_depend_on_their_place_runs_crop_by_crop() -> None:
    config = LocalizerConfig(beam=BeamConfig(depth=2))
    localizer = make_localizer(config, split(PlaceMatters()), batch_size=4)
    (found,) = localizer.locate(noise(1, width=30, height=30), [RED], width=30, height=30, cancel=CancelToken())
    assert found.batch_size == 1


def test_that_a_batch_of_no_crops_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one crop"):
        make_localizer(PAPER, color_network(), batch_size=0)
