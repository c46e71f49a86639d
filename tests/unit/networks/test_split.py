"""The split network's own rules: checks, normalization, hash, device."""

import math

import pytest
import torch
from torch import Tensor, nn

from wsl_annotator.core.errors import NetworkError
from wsl_annotator.networks.split import SplitNetwork


class Tiny(nn.Module):
    """8 x 8 cells of an 32 x 32 image, averaged."""

    def __init__(self, *, outputs: int = 3, seed: int = 0) -> None:
        super().__init__()
        torch.manual_seed(seed)
        self.convolution = nn.Conv2d(3, 5, 4, stride=4)
        self.dropout = nn.Dropout(0.9)
        self.head = nn.Linear(5, outputs)

    def features(self, images: Tensor) -> Tensor:
        return self.dropout(self.convolution(images))

    def classify(self, maps: Tensor) -> Tensor:
        return self.head(maps.mean((2, 3)))


def make(module: nn.Module | None = None, **changes: object) -> SplitNetwork:
    values = {
        "name": "tiny",
        "input_size": 32,
        "mean": (0.5, 0.4, 0.3),
        "std": (0.5, 0.25, 0.2),
        "activation": "softmax",
        "class_names": ["a", "b", "c"],
    }
    return SplitNetwork(module if module is not None else Tiny(), **(values | changes))


def test_that_grid_and_channels_are_measured_and_the_network_is_frozen() -> None:
    network = make()
    assert (network.channels, network.grid) == (5, 8)
    assert not network.module.training
    assert not any(weight.requires_grad for weight in network.module.parameters())
    assert network.accepts_larger
    assert network.classifies_any_grid


def test_that_features_carry_gradients_to_their_input_for_gradient_maps() -> None:
    network = make()
    maps = network.features(torch.rand(1, 3, 32, 32)).requires_grad_()
    network.classify(maps)[0, 1].backward()
    assert maps.grad is not None


def test_that_normalize_subtracts_the_mean_and_divides_by_the_deviation() -> None:
    network = make()
    pixels = torch.tensor([1.0, 0.9, 0.7]).view(3, 1, 1)
    assert torch.allclose(network.normalize(pixels).flatten(), torch.tensor([1.0, 2.0, 2.0]))
    assert network.normalize(torch.zeros((2, 3, 4, 4))).shape == (2, 3, 4, 4)


def test_that_to_changes_type_of_weights_and_normalization() -> None:
    network = make().to(dtype=torch.float64)
    assert network.dtype == torch.float64
    assert network.normalize(torch.zeros((1, 3, 32, 32), dtype=torch.float64)).dtype == torch.float64
    assert network(torch.zeros((1, 3, 32, 32), dtype=torch.float64)).dtype == torch.float64


def test_that_the_hash_is_of_weights_and_meta_and_survives_a_change_of_type() -> None:
    network = make()
    content_hash = network.content_hash
    assert len(content_hash) == 64
    assert make(Tiny()).content_hash == content_hash
    assert make(Tiny()).to(dtype=torch.float64).content_hash == content_hash
    assert network.to(dtype=torch.float64).content_hash == content_hash


@pytest.mark.parametrize(
    "changes",
    [
        {"module": Tiny(seed=1)},
        {"mean": (0.5, 0.4, 0.30001)},
        {"std": (0.5, 0.25, 0.21)},
        {"input_size": 36},
        {"activation": "sigmoid"},
        {"class_names": ["a", "b", "d"]},
        {"architecture": "other code"},
    ],
)
def test_that_every_change_of_what_decides_a_score_changes_the_hash(changes: dict[str, object]) -> None:
    assert make(**changes).content_hash != make().content_hash


class NoMap(Tiny):
    def features(self, images: Tensor) -> Tensor:
        return images.flatten(1)


class Oblong(Tiny):
    def features(self, images: Tensor) -> Tensor:
        return super().features(images)[..., 1:]


class Unpooled(Tiny):
    def classify(self, maps: Tensor) -> Tensor:
        return self.head(maps.permute(0, 2, 3, 1))


class Failing(Tiny):
    def classify(self, maps: Tensor) -> Tensor:
        raise KeyError("lost")


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"module": NoMap()}, r"features of tiny must be \(1, T, L, L\).*not \(1, 3072\)"),
        ({"module": Oblong()}, r"not \(1, 5, 8, 7\)"),
        ({"module": Unpooled()}, r"logits of tiny must be \(1, K\), not \(1, 8, 8, 3\)"),
        ({"module": Failing()}, r"tiny fails on a 32 x 32 image: 'lost'"),
        ({"class_names": ["a", "b"]}, r"has 3 outputs but 2 class names.*--names"),
        ({"std": (0.5, 0.0, 0.5)}, r"--std of tiny must be 3 numbers above 0"),
        ({"mean": (0.5, 0.5)}, r"--mean of tiny must be 3 numbers"),
        ({"mean": (0.5, 0.5, math.inf)}, r"--mean of tiny must be 3 numbers"),
        ({"input_size": 0}, r"input size of tiny.*--input-size"),
    ],
)
def test_that_an_impossible_network_is_told_in_one_sentence(changes: dict[str, object], says: str) -> None:
    with pytest.raises(NetworkError, match=says) as told:
        make(**changes)
    assert told.value.user_text.count("\n") == 0
    assert told.value.hint
