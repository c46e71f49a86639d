"""Small coloured pictures with labels, and a small network of one's own, for trainings of a second."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

CLASSES = ("blue", "green", "red")

NETWORK = """
import torch
from torch import nn


class Net(nn.Module):
    input_size = 16
    mean = (0.5, 0.5, 0.5)
    std = (0.5, 0.5, 0.5)
    activation = "softmax"
    class_names = ("old one", "old two")

    def __init__(self):
        super().__init__()
        torch.manual_seed(3)
        self.convolution = nn.Conv2d(3, 8, 4, stride=4)
        with torch.no_grad():
            # six of the channels are the colours, bright and dark
            for channel in range(6):
                self.convolution.weight[channel] = 0
                self.convolution.weight[channel, channel % 3] = (1 - 2 * (channel // 3)) / 4
        self.norm = nn.BatchNorm2d(8)
        self.hidden = nn.Linear(8 * 16, 12)
        self.last = nn.Linear(12, 2)
        self.drop = nn.Dropout(0.2)

    def features(self, images):
        return self.norm(self.convolution(images)).relu()

    def classify(self, maps):
        return self.last(self.drop(self.hidden(maps.flatten(1)).relu()))


class Pooling(Net):
    def __init__(self):
        super().__init__()
        self.last = nn.Linear(8, 2)

    def classify(self, maps):
        return self.last(maps.mean((2, 3)))


def build():
    return Net()


def build_pooling():
    return Pooling()
"""


def write_photos(folder: Path, *, count: int = 24, seed: int = 0) -> tuple[Path, Path]:
    """Write pictures of which each has one or two of the colours as patches, and their labels; return both paths."""
    images = folder / "images"
    images.mkdir(parents=True)
    generator = np.random.default_rng(seed)
    lines = ["file_name," + ",".join(CLASSES)]
    for number in range(count):
        pixels = generator.integers(60, 100, size=(20, 28, 3), dtype=np.uint8)
        present = {number % 3} | ({(number + 1) % 3} if number % 4 == 0 else set())
        for place, channel in enumerate(sorted(present)):
            # channel 0 is red, the last class by name
            pixels[4:16, 2 + 13 * place : 13 + 13 * place, channel] = 240
        name = f"{number:03d}.png"
        Image.fromarray(pixels).save(images / name)
        lines.append(",".join([name, *(str(int(2 - column in present)) for column in range(3))]))
    labels = folder / "labels.csv"
    labels.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return images, labels


def write_network(folder: Path, name: str = "build") -> str:
    """Write the network's file; return what `--network` takes."""
    path = folder / "net.py"
    path.write_text(NETWORK, encoding="utf-8")
    return f"{path}:{name}"
