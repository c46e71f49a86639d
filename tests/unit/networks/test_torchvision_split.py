"""Each family of torchvision, cut in two, with random weights: the halves give what the whole gives."""

import pytest
import torch
import torchvision
from torch import nn

from wsl_annotator.core.errors import NetworkError
from wsl_annotator.networks.families import BY_NAME, ENTRIES, WEIGHTS_NAME
from wsl_annotator.networks.split import SplitNetwork
from wsl_annotator.networks.torchvision import FullyConnectedSplit, GlobalPoolSplit, split_model

NAMES = [f"class {index}" for index in range(7)]
# name, input side (smaller than its own where the grid stays at least 2), channels, grid, kind
FAMILIES = [
    ("alexnet", 224, 256, 6, FullyConnectedSplit),
    ("vgg16", 224, 512, 7, FullyConnectedSplit),
    ("resnet18", 96, 512, 3, GlobalPoolSplit),
    ("resnet50", 64, 2048, 2, GlobalPoolSplit),
    ("mobilenet_v2", 96, 1280, 3, GlobalPoolSplit),
    ("mobilenet_v3_small", 96, 576, 3, GlobalPoolSplit),
    ("efficientnet_b0", 96, 1280, 3, GlobalPoolSplit),
    ("efficientnet_v2_s", 64, 1280, 2, GlobalPoolSplit),
    ("convnext_tiny", 96, 768, 3, GlobalPoolSplit),
]


def random_model(name: str) -> nn.Module:
    """Return the model with cheap random weights: torchvision's own draw of VGG-16's takes seconds."""
    with torch.device("meta"):
        model = torchvision.models.get_model(name, weights=None, num_classes=len(NAMES))
    model = model.to_empty(device="cpu").eval()
    generator = torch.Generator().manual_seed(5)
    with torch.no_grad():
        for key, tensor in model.state_dict().items():
            if not tensor.is_floating_point():
                tensor.zero_()
            elif key.endswith("running_var") or (tensor.ndim == 1 and key.endswith("weight")):
                tensor.uniform_(0.5, 1.5, generator=generator)
            else:
                bound = (3.0 / max(1, tensor[0].numel())) ** 0.5 * 1.4
                tensor.uniform_(-bound, bound, generator=generator)
    return model


def split(name: str, size: int, model: nn.Module) -> SplitNetwork:
    return SplitNetwork(
        split_model(model),
        name=name,
        input_size=size,
        mean=(0.485, 0.456, 0.406),
        std=(0.229, 0.224, 0.225),
        activation="softmax",
        class_names=NAMES,
    )


@pytest.mark.parametrize(("name", "size", "channels", "grid", "kind"), FAMILIES)
def test_that_classify_of_features_equals_the_whole_model(
    name: str, size: int, channels: int, grid: int, kind: type
) -> None:
    model = random_model(name)
    network = split(name, size, model)
    images = torch.rand((1, 3, size, size), generator=torch.Generator().manual_seed(6))
    with torch.inference_mode():
        maps = network.features(images)
        assert maps.shape == (1, channels, grid, grid)
        logits = network.classify(maps)
        assert torch.equal(logits, model(images))
    # not the equality of two dead halves
    assert logits.std() > 0
    assert (network.channels, network.grid) == (channels, grid)
    assert type(network.module) is kind
    assert network.classifies_any_grid is (kind is GlobalPoolSplit)


@pytest.mark.parametrize(("name", "size"), [("alexnet", 224), ("resnet18", 96), ("convnext_tiny", 64)])
def test_that_features_take_an_image_of_twice_the_side(name: str, size: int) -> None:
    network = split(name, size, random_model(name))
    assert network.accepts_larger
    with torch.inference_mode():
        larger = network.features(torch.zeros((1, 3, 2 * size, 2 * size)))
    assert larger.shape[2] > network.grid


def test_that_the_fully_connected_head_takes_its_own_grid_only() -> None:
    network = split("alexnet", 224, random_model("alexnet"))
    with pytest.raises(ValueError, match="take 6 x 6 cells"):
        network.classify(torch.zeros((1, 256, 7, 7)))


def test_that_a_global_head_takes_any_grid_and_averages_it() -> None:
    network = split("resnet18", 64, random_model("resnet18"))
    cell = torch.rand((1, 512, 1, 1), generator=torch.Generator().manual_seed(7))
    assert torch.allclose(network.classify(cell.expand(1, 512, 4, 4)), network.classify(cell), atol=1e-5)


def test_that_alexnet_at_another_side_is_told_with_the_option() -> None:
    with pytest.raises(NetworkError, match=r"alexnet fails on a 288 x 288 image: .*--input-size"):
        split("alexnet", 288, random_model("alexnet"))


def test_that_a_model_without_a_pool_to_cut_at_is_refused() -> None:
    with pytest.raises(NetworkError, match="no global pool"):
        split_model(nn.Sequential(nn.Flatten(), nn.Linear(3, 3)))


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry.name for entry in ENTRIES])
def test_that_the_table_is_that_of_torchvisions_own_enumeration(entry) -> None:
    weights = torchvision.models.get_model_weights(entry.name)[WEIGHTS_NAME]
    assert entry.file == weights.url.rsplit("/", 1)[1]
    assert entry.input_size == weights.transforms().crop_size[0]
    assert entry.size_mb == pytest.approx(weights.meta["_file_size"] * 1.048576, abs=0.06)
    assert len(weights.meta["categories"]) == 1000


def test_that_vgg16_takes_the_weights_that_carry_a_classifier() -> None:
    features_only = torchvision.models.get_model_weights("vgg16")["IMAGENET1K_FEATURES"]
    assert BY_NAME["vgg16"].file != features_only.url.rsplit("/", 1)[1]
