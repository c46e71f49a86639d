"""New heads on split networks, and cards that open again."""

import dataclasses
import hashlib
import json
from pathlib import Path

import pytest
import torch
import torchvision
from torch import nn

from tests.helpers.shared import MOBILENET, needs_shared
from tests.helpers.training_photos import write_network
from wsl_annotator.core.errors import NetworkError
from wsl_annotator.networks.adapted import (
    HeadKind,
    HeadSpec,
    adapt,
    find_last_layer,
    head_parameters,
    new_parameters,
    pools_globally,
)
from wsl_annotator.networks.calibrations import Calibration, ClassThreshold, text_with_calibration
from wsl_annotator.networks.card import (
    CARD,
    WEIGHTS,
    Card,
    Recipe,
    card_weights,
    is_card,
    open_card,
    read_card,
    recipe_of,
)
from wsl_annotator.networks.catalog import open_network
from wsl_annotator.networks.custom import open_custom
from wsl_annotator.networks.spec import NetworkSpec
from wsl_annotator.networks.split import SplitNetwork
from wsl_annotator.networks.torchvision import split_model

MEAN = (0.5, 0.5, 0.5)


def split(module: nn.Module, *, classes: int, size: int) -> SplitNetwork:
    return SplitNetwork(
        module,
        name="tried",
        input_size=size,
        mean=MEAN,
        std=MEAN,
        activation="softmax",
        class_names=[f"old {number}" for number in range(classes)],
    )


def torchvision_network(name: str, *, size: int = 64) -> SplitNetwork:
    torch.manual_seed(0)
    return split(split_model(torchvision.models.get_model(name, weights=None, num_classes=6)), classes=6, size=size)


@pytest.mark.parametrize(
    ("name", "layer", "new"),
    [
        ("resnet18", "model.fc", 4),
        ("mobilenet_v2", "model.classifier.1", 4),
        ("mobilenet_v3_small", "model.classifier.3", 4),
        ("efficientnet_b0", "model.classifier.1", 4),
        ("convnext_tiny", "model.classifier.2", 4),
    ],
)
def test_that_the_last_layer_of_each_pooling_family_is_replaced(name: str, layer: str, new: int) -> None:
    network, head = adapt(torchvision_network(name), class_names=["a", "b"], width=16)
    assert head.layer == layer
    assert len(new_parameters(network, head)) == new
    assert network(torch.zeros(1, 3, 64, 64)).shape == (1, 2)
    assert pools_globally(network)
    assert network.activation == "sigmoid"


def test_that_alexnet_keeps_f6_and_f7_below_fa_and_fb() -> None:
    network, head = adapt(torchvision_network("alexnet", size=224), class_names=["a", "b", "c"], width=10)
    assert head.layer == "model.classifier.6"
    layers = network.module.get_submodule(head.layer)
    assert [type(layer).__name__ for layer in layers] == ["Linear", "ReLU", "Dropout", "Linear"]
    assert (layers[0].in_features, layers[0].out_features, layers[3].out_features) == (4096, 10, 3)
    names = head_parameters(network)
    assert {name.rsplit(".", 1)[0] for name in names} == {
        "model.classifier.1",
        "model.classifier.4",
        "model.classifier.6.0",
        "model.classifier.6.3",
    }
    assert not pools_globally(network)


class Ending(nn.Module):
    """A head that ends in the given way."""

    def __init__(self, last: nn.Module) -> None:
        super().__init__()
        self.convolution = nn.Conv2d(3, 4, 4, stride=4)
        self.last = last

    def features(self, images: torch.Tensor) -> torch.Tensor:
        return self.convolution(images)

    def classify(self, maps: torch.Tensor) -> torch.Tensor:
        return self.last(maps.mean((2, 3), keepdim=True)).flatten(1)


def test_that_a_head_of_one_by_one_convolutions_is_replaced_in_kind() -> None:
    network, head = adapt(split(Ending(nn.Conv2d(4, 3, 1)), classes=3, size=16), class_names=["a", "b"], width=5)
    assert head.layer == "last"
    assert [type(layer).__name__ for layer in network.module.last] == ["Conv2d", "ReLU", "Dropout", "Conv2d"]
    assert network(torch.zeros(2, 3, 16, 16)).shape == (2, 2)


def test_that_a_head_that_ends_in_no_linear_layer_is_refused_in_one_sentence() -> None:
    last = nn.Sequential(nn.Conv2d(4, 3, 1), nn.Tanh())
    with pytest.raises(NetworkError, match="does not end in a linear layer"):
        find_last_layer(split(Ending(last), classes=3, size=16))


def test_that_a_softmax_over_one_class_is_refused() -> None:
    network = split(Ending(nn.Conv2d(4, 3, 1)), classes=3, size=16)
    with pytest.raises(NetworkError, match="needs two classes"):
        adapt(network, class_names=["a"], activation="softmax")


def test_that_first_weights_follow_the_seed_and_leave_the_global_generator_alone() -> None:
    torch.manual_seed(9)
    before = torch.get_rng_state()
    made = [
        adapt(split(Ending(nn.Conv2d(4, 3, 1)), classes=3, size=16), class_names=["a", "b"], kind="single", seed=seed)
        for seed in (1, 1, 2)
    ]
    weights = [network.module.last.weight for network, _ in made]
    assert torch.equal(weights[0], weights[1])
    assert not torch.equal(weights[0], weights[2])
    torch.manual_seed(9)
    assert torch.equal(torch.get_rng_state(), before)


def write(folder: Path, network: SplitNetwork, recipe: Recipe) -> Path:
    folder.mkdir()
    card = Card(
        recipe=recipe,
        input_size=network.input_size,
        mean=network.mean,
        std=network.std,
        activation=network.activation,
        class_names=network.class_names,
        thresholds={"a": 0.4},
        alpha=0.1,
        cooccurrence=((1.0, 0.5), (0.25, 1.0)),
        record={"figures": {"validation_map": 0.9}},
    )
    weights = card_weights(network.module)
    (folder / WEIGHTS).write_bytes(weights)
    (folder / CARD).write_text(card.to_json(weights_sha256=hashlib.sha256(weights).hexdigest()), encoding="utf-8")
    return folder


def custom_card(tmp_path: Path, *, kind: HeadKind = "adaptation") -> tuple[Path, str, SplitNetwork]:
    code = write_network(tmp_path)
    network, head = adapt(open_custom(NetworkSpec(code)), class_names=["a", "b"], kind=kind, width=7)
    recipe = dataclasses.replace(recipe_of(NetworkSpec(code)), heads=(head,))
    return write(tmp_path / "card", network, recipe), code, network


@pytest.mark.parametrize("kind", ["adaptation", "single"])
def test_that_a_card_on_ones_own_code_opens_as_the_same_network(tmp_path: Path, kind: HeadKind) -> None:
    folder, code, network = custom_card(tmp_path, kind=kind)
    again = open_card(folder, code=code)
    images = torch.rand(3, 3, 16, 16)
    with torch.inference_mode():
        assert torch.equal(again(images), network(images))
    assert (again.class_names, again.activation, again.input_size) == (("a", "b"), "sigmoid", 16)
    assert open_card(folder, code=code).content_hash == again.content_hash
    assert is_card(str(folder))
    assert not is_card(str(tmp_path))
    card = read_card(folder)
    assert (card.alpha, card.thresholds, card.cooccurrence[0]) == (0.1, {"a": 0.4}, (1.0, 0.5))


def test_that_a_card_is_opened_like_any_other_network_and_refuses_other_settings(tmp_path: Path) -> None:
    folder, code, network = custom_card(tmp_path)
    spec = NetworkSpec(str(folder), code=code)
    assert spec.runs_code
    assert open_network(spec, device="cpu").content_hash == open_card(folder, code=code).content_hash
    with pytest.raises(NetworkError, match="carries its own weights and settings"):
        open_network(dataclasses.replace(spec, input_size=network.input_size), device="cpu")


def test_that_a_card_on_code_asks_for_the_code_and_runs_no_other(tmp_path: Path) -> None:
    folder, code, _ = custom_card(tmp_path)
    with pytest.raises(NetworkError, match="whose code it does not contain") as caught:
        open_card(folder)
    assert "--code" in caught.value.hint
    path = Path(code.rpartition(":")[0])
    marker = tmp_path / "ran"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"open({str(marker)!r}, 'w').close()\n{text}", encoding="utf-8")
    with pytest.raises(NetworkError, match="so it was not run"):
        open_card(folder, code=code)
    assert not marker.exists()


def test_that_a_card_on_a_torchvision_network_needs_nothing_else(tmp_path: Path) -> None:
    network, head = adapt(torchvision_network("mobilenet_v3_small"), class_names=["a", "b"], width=9)
    recipe = dataclasses.replace(recipe_of(NetworkSpec("mobilenet_v3_small")), heads=(head,))
    again = open_card(write(tmp_path / "card", network, recipe))
    images = torch.rand(1, 3, 64, 64)
    with torch.inference_mode():
        assert torch.equal(again(images), network(images))
    with pytest.raises(NetworkError, match="needs no code"):
        open_card(tmp_path / "card", code="net.py:build")


def test_that_a_card_can_be_the_start_of_another(tmp_path: Path) -> None:
    folder, code, _ = custom_card(tmp_path)
    network, head = adapt(open_card(folder, code=code), class_names=["c", "d", "e"], kind="single")
    assert head.layer == "last.3"
    base = recipe_of(NetworkSpec(str(folder)), code=code)
    second = write(tmp_path / "second", network, dataclasses.replace(base, heads=(*base.heads, head)))
    values = json.loads((second / CARD).read_text(encoding="utf-8"))
    values["cooccurrence"], values["thresholds"] = [], {}
    (second / CARD).write_text(json.dumps(values), encoding="utf-8")
    images = torch.rand(1, 3, 16, 16)
    with torch.inference_mode():
        assert torch.equal(open_card(second, code=code)(images), network(images))


@pytest.mark.parametrize(
    "damage",
    [
        "{",
        "[]",
        '{"format": 1}',
        '{"format": 1, "network": {}, "class_names": 3}',
    ],
)
def test_that_a_damaged_card_is_one_sentence(tmp_path: Path, damage: str) -> None:
    folder, code, _ = custom_card(tmp_path)
    (folder / CARD).write_text(damage, encoding="utf-8")
    with pytest.raises(NetworkError, match="is damaged"):
        open_card(folder, code=code)


def test_that_a_card_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    folder, code, _ = custom_card(tmp_path)
    (folder / CARD).write_text('{"format": 99}', encoding="utf-8")
    with pytest.raises(NetworkError, match="newer"):
        open_card(folder, code=code)


def test_that_weights_of_another_card_are_refused(tmp_path: Path) -> None:
    folder, code, network = custom_card(tmp_path)
    with torch.no_grad():
        next(network.module.parameters()).add_(1)
    (folder / WEIGHTS).write_bytes(card_weights(network.module))
    with pytest.raises(NetworkError, match="not those that the card was written with"):
        open_card(folder, code=code)


def test_that_a_head_survives_json() -> None:
    head = HeadSpec(layer="a.b", kind="single", classes=3, width=4, dropout=0.25)
    assert HeadSpec.from_dict(json.loads(json.dumps(head.to_dict()))) == head


@needs_shared
def test_that_the_head_of_a_real_network_of_ones_own_is_found() -> None:
    network = open_custom(NetworkSpec(f"{MOBILENET}:build"))
    assert find_last_layer(network) == "classifier"
    assert pools_globally(network)


def test_that_a_card_opens_with_calibrations_and_without(tmp_path: Path) -> None:
    folder, code, _ = custom_card(tmp_path)
    before = open_card(folder, code=code).content_hash
    assert read_card(folder).calibrations == {}
    fitted = ClassThreshold(
        threshold=0.3, low=0.1, high=0.4, images=2, boxes=7, average_precision=0.5, average_precision_before=0.2
    )
    calibration = Calibration(
        preset="fast", iou_threshold=0.5, truth="boxes.json", made_at="2026-01-02", classes={"a": fitted}
    )
    text = text_with_calibration(folder, digest="abc", calibration=calibration)
    (folder / CARD).write_text(text, encoding="utf-8")
    card = read_card(folder)
    assert card.calibrations == {"abc": calibration}
    # results that were stored stay valid
    assert open_card(folder, code=code).content_hash == before
    again = json.loads(card.to_json(weights_sha256=json.loads(text)["weights_sha256"]))
    assert again == json.loads(text)
