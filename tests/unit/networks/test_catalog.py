"""The list of networks and the one door that opens them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import torch
import torchvision
from safetensors.torch import save_file

from wsl_annotator.core.errors import NetworkError
from wsl_annotator.networks.bundled import CARD, WEIGHTS, open_bundled
from wsl_annotator.networks.catalog import list_networks, open_network, pull_network
from wsl_annotator.networks.compact_alexnet import CompactAlexNet
from wsl_annotator.networks.families import BY_NAME
from wsl_annotator.networks.spec import NetworkSpec
from wsl_annotator.networks.torchvision import weights_path

ARCHITECTURE = {"channels": 8, "hidden": 16, "adapted": 8, "input_size": 64}
VALUES = {
    "architecture": ARCHITECTURE,
    "input_size": 64,
    "mean": [0.5, 0.5, 0.5],
    "std": [0.25, 0.25, 0.25],
    "activation": "sigmoid",
    "class_names": ["mug", "cup", "ball"],
}


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_that_listing_loads_no_torch_and_starts_with_the_bundled_network() -> None:
    code = (
        "import sys; from wsl_annotator.networks.catalog import list_networks; "
        "from wsl_annotator.networks.class_map import load_class_map; load_class_map(None, ['a']); "
        "print(list_networks()[0].name, 'torch' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["bundled", "False"]


def test_that_the_list_says_what_is_downloaded_and_where_it_goes(cache: Path) -> None:
    rows = {row.name: row for row in list_networks()}
    assert {"alexnet", "vgg16", "resnet18", "mobilenet_v3_large", "efficientnet_b0", "convnext_tiny"} <= set(rows)
    assert rows["alexnet"].path.is_relative_to(cache)
    assert not rows["alexnet"].downloaded
    rows["alexnet"].path.parent.mkdir(parents=True)
    rows["alexnet"].path.write_bytes(b"x")
    assert {row.name for row in list_networks() if row.downloaded} >= {"alexnet"}
    assert pull_network("alexnet") == rows["alexnet"].path


def test_that_weights_put_into_the_cache_by_hand_open_without_a_download(cache: Path) -> None:
    torch.manual_seed(1)
    model = torchvision.models.mobilenet_v3_small(weights=None).eval()
    path = weights_path("mobilenet_v3_small")
    path.parent.mkdir(parents=True)
    torch.save(model.state_dict(), path)
    network = open_network(NetworkSpec("mobilenet_v3_small"), device="cpu")
    assert (network.input_size, network.grid, network.activation) == (224, 7, "softmax")
    assert network.mean == (0.485, 0.456, 0.406)
    assert network.class_names[950] == "orange"
    images = torch.rand(1, 3, 224, 224)
    with torch.inference_mode():
        assert torch.equal(network(images), model(images))


def test_that_local_weights_with_other_classes_open_with_their_names_and_options(tmp_path: Path) -> None:
    torch.manual_seed(1)
    model = torchvision.models.resnet18(weights=None, num_classes=2)
    save_file(model.state_dict(), tmp_path / "mine.safetensors")
    (tmp_path / "names.txt").write_text("ripe\nunripe\n")
    spec = NetworkSpec(
        "resnet18",
        weights=tmp_path / "mine.safetensors",
        names=tmp_path / "names.txt",
        input_size=128,
        activation="sigmoid",
        mean=(0.5, 0.5, 0.5),
        std=(0.2, 0.2, 0.2),
    )
    network = open_network(spec, device="cpu")
    assert (network.grid, network.class_names, network.activation) == (4, ("ripe", "unripe"), "sigmoid")
    assert network.std == (0.2, 0.2, 0.2)
    with pytest.raises(
        NetworkError, match=r"mine\.safetensors do not fit the network resnet18: 'fc\.weight' is \(2, 512\)"
    ):
        open_network(NetworkSpec("resnet18", weights=tmp_path / "mine.safetensors"), device="cpu")
    with pytest.raises(NetworkError, match=r"mine\.safetensors do not fit the network alexnet"):
        open_network(NetworkSpec("alexnet", weights=tmp_path / "mine.safetensors"), device="cpu")


@pytest.mark.parametrize("opens", [lambda name: open_network(NetworkSpec(name), device="cpu"), pull_network])
def test_that_an_unknown_name_is_told_with_where_the_names_are(opens) -> None:
    with pytest.raises(NetworkError, match=r"'resnet19' is not known.*wsl-annotator networks"):
        opens("resnet19")


def test_that_the_paper_networks_are_listed_at_their_native_side() -> None:
    assert BY_NAME["alexnet"].input_size == BY_NAME["vgg16"].input_size == 224


def write_bundle(folder: Path, **changes: object) -> CompactAlexNet:
    torch.manual_seed(2)
    module = CompactAlexNet(3, **ARCHITECTURE).eval()
    state = module.state_dict()
    save_file({name: t.half() if t.is_floating_point() else t for name, t in state.items()}, folder / WEIGHTS)
    (folder / CARD).write_text(json.dumps(VALUES | changes), encoding="utf-8")
    return module


def test_that_the_bundled_network_is_built_from_its_card_in_float32(tmp_path: Path) -> None:
    module = write_bundle(tmp_path)
    network = open_bundled(folder=tmp_path)
    assert (network.name, network.grid, network.channels, network.activation) == ("bundled", 2, 8, "sigmoid")
    assert network.dtype == torch.float32
    assert network.class_names == ("mug", "cup", "ball")
    images = torch.rand(2, 3, 64, 64)
    with torch.inference_mode():
        assert torch.allclose(network(images), module(images), atol=1e-2)
    assert network.accepts_larger
    assert not network.classifies_any_grid


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"class_names": ["mug", "cup"]}, "do not fit the network bundled"),
        ({"architecture": {"wheels": 4}}, "is damaged"),
        ({"architecture": {"input_size": 65}}, "is damaged"),
        ({"activation": "relu"}, "softmax or sigmoid"),
    ],
)
def test_that_a_card_that_does_not_fit_its_weights_is_told(
    tmp_path: Path, changes: dict[str, object], says: str
) -> None:
    write_bundle(tmp_path, **changes)
    with pytest.raises(NetworkError, match=says):
        open_bundled(folder=tmp_path)


def test_that_a_missing_or_short_card_is_told(tmp_path: Path) -> None:
    with pytest.raises(NetworkError, match=r"bundled\.json, cannot be read"):
        open_bundled(folder=tmp_path)
    (tmp_path / CARD).write_text('{"architecture": {}}')
    with pytest.raises(NetworkError, match=r"bundled\.json, lacks 'input_size'"):
        open_bundled(folder=tmp_path)


def test_that_the_bundled_network_takes_no_other_values() -> None:
    with pytest.raises(NetworkError, match="takes no --weights"):
        open_network(NetworkSpec(input_size=448), device="cpu")
