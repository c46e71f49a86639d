import json

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import load_file

from wsl_annotator.core.paths import resource
from wsl_annotator.evaluation.classification import evaluate_classification
from wsl_annotator.networks.compact_alexnet import CompactAlexNet

WEIGHTS = resource("networks", "bundled.safetensors")
CARD = resource("networks", "bundled.json")
# Measured on the shipped files, less a margin for other versions of torch and Pillow.
SAMPLE_MAP_BOUND = 0.8


def bundled() -> tuple[CompactAlexNet, dict]:
    card = json.loads(CARD.read_text(encoding="utf-8"))
    network = CompactAlexNet(len(card["class_names"]), input_size=card["input_size"], **card["architecture"])
    network.load_state_dict(load_file(WEIGHTS))
    return network.float().eval(), card


def test_that_features_pool_to_the_grid_the_head_takes() -> None:
    network = CompactAlexNet(5).eval()
    maps = network.features(torch.zeros(2, 3, network.input_size, network.input_size))
    assert maps.shape == (2, network.channels, network.grid, network.grid)
    assert network.classify(maps).shape == (2, 5)


def test_that_forward_is_features_then_classify() -> None:
    network = CompactAlexNet(3).eval()
    pictures = torch.randn(2, 3, network.input_size, network.input_size)
    torch.testing.assert_close(network(pictures), network.classify(network.features(pictures)))


def test_that_a_larger_input_gives_a_larger_map() -> None:
    network = CompactAlexNet(3).eval()
    side = 2 * network.input_size
    assert network.features(torch.zeros(1, 3, side, side)).shape[2:] == (2 * network.grid, 2 * network.grid)


def test_that_the_head_refuses_maps_of_another_size() -> None:
    network = CompactAlexNet(3).eval()
    with pytest.raises(ValueError, match="head takes"):
        network.classify(torch.zeros(1, network.channels, network.grid + 1, network.grid))


def test_that_an_input_size_that_does_not_divide_is_refused() -> None:
    with pytest.raises(ValueError, match="multiple of 32"):
        CompactAlexNet(3, input_size=200)


def test_that_the_shipped_weights_are_half_precision_under_twelve_megabytes() -> None:
    assert WEIGHTS.stat().st_size < 12_000_000
    kinds = {value.dtype for value in load_file(WEIGHTS).values()}
    assert kinds <= {torch.float16, torch.int64}


def test_that_the_card_describes_the_shipped_weights() -> None:
    network, card = bundled()
    assert card["activation"] == "sigmoid"
    assert sum(value.numel() for value in network.parameters()) == card["parameters"]
    assert network.num_classes == len(card["class_names"])
    assert card["figures"]["scenes"] == 500


def test_that_the_bundled_network_recognizes_the_sample() -> None:
    network, card = bundled()
    rows = [line.split(",") for line in resource("sample", "labels.csv").read_text(encoding="utf-8").splitlines()]
    assert rows[0][1:] == card["class_names"]
    side = network.input_size
    mean, std = (torch.tensor(card[key]).view(3, 1, 1) for key in ("mean", "std"))
    scores, labels = [], []
    for name, *marks in rows[1:]:
        with Image.open(resource("sample", "images", name)) as picture:
            pixels = np.array(picture.convert("RGB").resize((side, side), Image.Resampling.BILINEAR))
        batch = (torch.from_numpy(pixels).permute(2, 0, 1).float() / 255 - mean) / std
        with torch.inference_mode():
            scores.append(network(batch[None])[0].numpy())
        labels.append([int(mark) for mark in marks])
    result = evaluate_classification(np.array(scores), np.array(labels))
    assert result.mean >= SAMPLE_MAP_BOUND
