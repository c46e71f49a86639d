"""Trains the bundled network from nothing on rendered scenes, with image-level labels only.

    python packaging/train_bundled.py

renders the scenes (once, kept in --cache), trains, and writes resources/networks/bundled.safetensors (fp16) and its
card bundled.json. Equal seeds, versions and thread counts give the same network.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from safetensors.torch import save
from scenes.compose import CLASS_NAMES, render_scene
from training_cycles import MARGIN, MEAN, ROOT, STD, CompactAlexNet, Cycle, run_cycle
from training_scenes import ZOOMED, TrainingSet, joined, render_training_set


@dataclass(frozen=True)
class Recipe:
    """All that decides the result (but `processes`, the renderers at a time).

    Several cycles, each with its own rise and fall of the learning rate. The first `small_epochs` of the first see
    pictures at two thirds of the input side, where a pass costs less than half; its last `epochs` and all of the later
    cycles, one for each number of `more_epochs`, see the full side. Smoothed labels help at the start; later they would
    cap the scores, and a search needs scores that go on rising while it closes in on an object. A last cycle of
    `zoomed_epochs` adds `zoomed_scenes` pictures in which whole objects are seen from near, as a search sees them.
    """

    scenes: int = 14_000
    small_epochs: int = 6
    epochs: int = 2
    more_epochs: tuple[int, ...] = (3,)
    zoomed_epochs: int = 6
    zoomed_scenes: int = 3_000
    batch: int = 32
    learning_rate: float = 1.5e-3
    more_learning_rate: float = 1.0e-3
    weight_decay: float = 0.03
    smoothing: float = 0.02
    more_smoothing: float = 0.0
    guide: float = 0.5
    seed: int = 2016
    threads: int = 1
    processes: int = 2


def validation_set(*, count: int, seed: int, side: int) -> TrainingSet:
    """Scenes that are never trained on, as the sample's style draws them, for the log of the training."""
    images = np.empty((count, side, side, 3), np.uint8)
    labels = np.empty((count, len(CLASS_NAMES)), np.int8)
    for i in range(count):
        scene = render_scene((seed, i), width=320, height=240, segments=26, taps=5, texture_size=512)
        images[i] = cv2.resize(scene.image, (side, side), interpolation=cv2.INTER_AREA)
        labels[i] = scene.labels()
    return TrainingSet(images, labels, 0.0)


def train(
    recipe: Recipe, data: TrainingSet, zoomed: TrainingSet | None, held_out: TrainingSet, *, folder: Path
) -> tuple[CompactAlexNet, list[float], float]:
    """The averaged network after the last cycle, the validation mAP of each epoch, and the seconds it took.

    A finished cycle is kept in `folder`, so that a training that was broken off goes on behind it.
    """
    torch.set_num_threads(recipe.threads)
    cycles = [
        Cycle(recipe.seed, recipe.small_epochs, recipe.epochs, recipe.learning_rate, recipe.guide, recipe.smoothing),
        *(
            Cycle(recipe.seed + 1 + i, 0, epochs, recipe.more_learning_rate, recipe.guide, recipe.more_smoothing)
            for i, epochs in enumerate(recipe.more_epochs)
        ),
    ]
    if zoomed is not None:
        rate, guide, smoothing = recipe.more_learning_rate, recipe.guide, recipe.more_smoothing
        seed = recipe.seed + 1 + len(recipe.more_epochs)
        cycles.append(Cycle(seed, 0, recipe.zoomed_epochs, rate, guide, smoothing, len(zoomed.labels)))
    network = CompactAlexNet(len(CLASS_NAMES))
    history: list[float] = []
    seconds = 0.0
    for number, cycle in enumerate(cycles, start=1):
        kept = folder / f"cycle{number}.pt"
        settings = settings_of(recipe, cycles[:number])
        saved = torch.load(kept, weights_only=True) if kept.exists() else None
        if saved is None or saved["settings"] != settings:
            started = time.monotonic()
            shown = data if zoomed is None or cycle.zoomed == 0 else joined(data, zoomed)
            state, scores = run_cycle(
                cycle,
                shown,
                held_out,
                batch_size=recipe.batch,
                weight_decay=recipe.weight_decay,
                start=network.state_dict() if number > 1 else None,
            )
            seconds += time.monotonic() - started
            history += scores
            saved = {"settings": settings, "state": state, "history": history, "seconds": seconds}
            torch.save(saved, kept)
        network.load_state_dict(saved["state"])
        history, seconds = list(saved["history"]), float(saved["seconds"])
    return network, history, seconds


def settings_of(recipe: Recipe, cycles: list[Cycle]) -> str:
    """All that decides the weights after some cycles."""
    apart = ("more_epochs", "zoomed_epochs", "zoomed_scenes", "processes")
    shared = {name: value for name, value in vars(recipe).items() if name not in apart}
    return json.dumps([shared, [vars(cycle) for cycle in cycles]])


def write_network(network: CompactAlexNet, folder: Path, card: dict[str, object]) -> None:
    """Writes the weights as fp16 safetensors and the card beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    weights = {k: v.half().contiguous() if v.dtype.is_floating_point else v for k, v in network.state_dict().items()}
    stored = save(weights)
    (folder / "bundled.safetensors").write_bytes(stored)
    card = {**card, "sha256": hashlib.sha256(stored).hexdigest()}
    (folder / "bundled.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    """Reads the command line, trains, writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--cache", type=Path, default=ROOT / "build" / "bundled_scenes", help="folder of rendered scenes"
    )
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "networks", help="folder to write to")
    for name, value in vars(Recipe()).items():
        many = isinstance(value, tuple)
        options: dict[str, Any] = {"type": int, "nargs": "*"} if many else {"type": type(value)}
        parser.add_argument(f"--{name.replace('_', '-')}", default=value, **options)
    arguments = vars(parser.parse_args())
    cache, out = arguments.pop("cache"), arguments.pop("out")
    recipe = Recipe(**{name: tuple(v) if isinstance(v, list) else v for name, v in arguments.items()})
    data = render_training_set(
        cache, count=recipe.scenes, seed=recipe.seed, side=192 + MARGIN, processes=recipe.processes
    )
    held_out = validation_set(count=160, seed=recipe.seed + 1, side=192)
    zoomed = None
    if recipe.zoomed_epochs:
        zoomed = render_training_set(
            cache / "zoomed",
            count=recipe.zoomed_scenes,
            seed=recipe.seed + 1,
            side=192 + MARGIN,
            processes=recipe.processes,
            mix=ZOOMED,
        )
    network, history, seconds = train(recipe, data, zoomed, held_out, folder=cache)
    render_s = data.render_seconds + (zoomed.render_seconds if zoomed else 0)
    write_network(network, out, card_of(recipe, network, history, render_s=render_s, train_s=seconds))


def command_of(recipe: Recipe) -> str:
    """The command line that repeats a training."""
    words = ["python packaging/train_bundled.py"]
    for name, value in vars(recipe).items():
        if value != getattr(Recipe(), name):
            values = value if isinstance(value, tuple) else (value,)
            words += [f"--{name.replace('_', '-')}", *map(str, values)]
    return " ".join(words)


def card_of(
    recipe: Recipe, network: CompactAlexNet, history: list[float], *, render_s: float, train_s: float
) -> dict[str, object]:
    """What a user of the network has to know; figures on unseen scenes are added by evaluate_bundled.py."""
    return {
        "name": "bundled",
        "architecture": {"channels": 128, "hidden": 512, "adapted": 256, "dropout": 0.25},
        "input_size": network.input_size,
        "mean": list(MEAN),
        "std": list(STD),
        "activation": "sigmoid",
        "class_names": list(CLASS_NAMES),
        "parameters": sum(p.numel() for p in network.parameters()),
        "aim": {"classification_map": 0.95, "point_ap_over_classification_map": 0.9},
        "training": {
            "command": command_of(recipe),
            "recipe": vars(recipe),
            "data": (
                f"{recipe.scenes} rendered table-top scenes (packaging/scenes): 55 % as in the sample, 38 % close-ups, "
                "7 % with no object of a class"
                + (f"; in the last cycle {recipe.zoomed_scenes} more, mostly from near" if recipe.zoomed_epochs else "")
                + "; image-level labels only, no boxes; weights random at the start"
            ),
            "loss": "binary cross-entropy on sigmoids (Bency et al. 2016, eq. 1), smoothed labels, unknowns left out",
            "rendering_seconds": round(render_s),
            "training_seconds": round(train_s),
            "validation_map_by_epoch": history,
        },
    }


if __name__ == "__main__":
    main()
