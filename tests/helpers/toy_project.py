"""Small pictures of coloured squares, a network file that knows red, green and blue, and projects of them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from wsl_annotator.core.config import FAST, PAPER, BeamConfig, LocalizerConfig
from wsl_annotator.networks.spec import NetworkSpec
from wsl_annotator.workflow.engine import Engine, EngineOptions, open_engine

NETWORK_SOURCE = '''
import time
import torch
from torch import nn


class Colors(nn.Module):
    """The logit of a colour grows with its share of the crop: 8 (mean - 0.5)."""

    input_size = 16
    mean = (0.0, 0.0, 0.0)
    std = (1.0, 1.0, 1.0)
    activation = "sigmoid"
    class_names = ("red", "green", "blue")
    pause_s = PAUSE

    def __init__(self):
        super().__init__()
        self.nothing = nn.Parameter(torch.zeros(3))

    def features(self, images):
        time.sleep(self.pause_s)
        return nn.functional.avg_pool2d(images, 4)

    def classify(self, maps):
        return 8 * (maps.mean((2, 3)) - 0.5) + self.nothing


def build():
    return Colors()
'''
RGB = {"red": (255, 0, 0), "green": (0, 255, 0), "blue": (0, 0, 255)}
TINY = LocalizerConfig(preset="custom", beam=BeamConfig(beam_width=2, depth=4))


def write_network(folder: Path, *, pause_s: float = 0.0) -> str:
    """Write the network's file and return its name for `--network`."""
    path = folder / "colors.py"
    path.write_text(NETWORK_SOURCE.replace("PAUSE", repr(pause_s)), encoding="utf-8")
    return f"{path}:build"


def square(color: str, *, x: int, y: int, side: int = 16, width: int = 64, height: int = 48) -> np.ndarray:
    """Return a black picture with one coloured square."""
    rgb = np.zeros((height, width, 3), dtype=np.uint8)
    rgb[y : y + side, x : x + side] = RGB[color]
    return rgb


def write_squares(folder: Path, count: int = 3) -> list[str]:
    """Write PNGs with a red, green, blue, red, ... square and labels.csv beside the folder; return their names."""
    folder.mkdir(parents=True, exist_ok=True)
    names = []
    lines = ["file_name,red,green,blue"]
    for index in range(count):
        color = list(RGB)[index % 3]
        name = f"square_{index:02d}.png"
        Image.fromarray(square(color, x=4 + 5 * (index % 8), y=4 + 3 * (index % 8))).save(folder / name)
        names.append(name)
        lines.append(",".join([name, *(str(int(color == other)) for other in RGB)]))
    (folder.parent / "labels.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return names


def toy_options(folder: Path, *, config: LocalizerConfig = TINY, pause_s: float = 0.0) -> EngineOptions:
    """Return the options of an engine that knows red, green and blue."""
    return EngineOptions(network=NetworkSpec(write_network(folder, pause_s=pause_s)), localizer=config, device="cpu")


def toy_engine(folder: Path, *, config: LocalizerConfig = TINY) -> Engine:
    """Return that engine, open."""
    return open_engine(toy_options(folder, config=config))


__all__ = ["FAST", "PAPER", "RGB", "TINY", "square", "toy_engine", "toy_options", "write_network", "write_squares"]
