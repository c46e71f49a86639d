"""Scenes for training: rendered once with their image-level labels, in several processes, kept in one folder."""

from __future__ import annotations

import json
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from scenes.compose import CLASS_NAMES, CLOSE_UP, NO_CLASS, render_scene
from scenes.layout import WHOLE, SceneStyle

Mix = tuple[tuple[SceneStyle, float], ...]
MIXED: Mix = ((SceneStyle(), 0.55), (CLOSE_UP, 0.38), (NO_CLASS, 0.07))
ZOOMED: Mix = ((WHOLE, 0.85), (CLOSE_UP, 0.10), (NO_CLASS, 0.05))
PIXELS = 62_000


@dataclass(frozen=True)
class TrainingSet:
    """Pictures and image-level labels, nothing else: no boxes leave the renderer here.

    Attributes:
        images: (N, S, S, 3) uint8 RGB, each warped to a square.
        labels: (N, K) int8: 1 shown, 0 not shown, -1 only a hidden or cut-off part is shown (left out of the loss).
        render_seconds: wall time the rendering took when it was done.
    """

    images: NDArray[np.uint8]
    labels: NDArray[np.int8]
    render_seconds: float


def render_training_set(
    folder: Path, *, count: int, seed: int, side: int, processes: int, mix: Mix = MIXED
) -> TrainingSet:
    """The training set of a seed, from `folder` when it is already there.

    Args:
        folder: where it is kept.
        count: number of scenes.
        seed: seed of the set; scene i has the seed (seed, i).
        side: side of the square pictures.
        processes: renderers at a time.
        mix: styles and their shares.
    """
    settings = {"count": count, "seed": seed, "side": side, "classes": list(CLASS_NAMES)}
    if mix != MIXED:
        settings["mix"] = [[vars(style), share] for style, share in mix]
    settings = json.loads(json.dumps(settings))
    done = folder / "settings.json"
    if not (done.exists() and json.loads(done.read_text()) == settings):
        started = time.monotonic()
        folder.mkdir(parents=True, exist_ok=True)
        images = np.lib.format.open_memmap(folder / "images.npy", "w+", np.uint8, (count, side, side, 3))
        labels = np.zeros((count, len(CLASS_NAMES)), np.int8)
        step = 50
        starts = range(0, count, step)
        # a forked child of a process whose libraries have started threads may wait for ever on their locks
        with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
            jobs = [pool.submit(_render_some, seed, start, min(step, count - start), side, mix) for start in starts]
            for start, job in zip(starts, jobs, strict=True):
                pictures, truths = job.result()
                images[start : start + len(pictures)], labels[start : start + len(pictures)] = pictures, truths
                if start % 1000 == 0:
                    print(f"rendered {start + len(pictures)} of {count}", flush=True)
        images.flush()
        np.save(folder / "labels.npy", labels)
        (folder / "seconds.txt").write_text(f"{time.monotonic() - started:.1f}")
        done.write_text(json.dumps(settings))
    seconds = float((folder / "seconds.txt").read_text())
    return TrainingSet(np.load(folder / "images.npy", mmap_mode="r"), np.load(folder / "labels.npy"), seconds)


def joined(first: TrainingSet, second: TrainingSet) -> TrainingSet:
    """Both sets in one, in memory."""
    return TrainingSet(
        np.concatenate([first.images, second.images]),
        np.concatenate([first.labels, second.labels]),
        first.render_seconds + second.render_seconds,
    )


def _render_some(seed: int, start: int, count: int, side: int, mix: Mix) -> tuple[NDArray[np.uint8], NDArray[np.int8]]:
    cv2.setNumThreads(1)
    images = np.empty((count, side, side, 3), np.uint8)
    labels = np.empty((count, len(CLASS_NAMES)), np.int8)
    for i in range(count):
        rng = np.random.default_rng([seed, start + i, 99])
        style = mix[int(rng.choice(len(mix), p=[share for _, share in mix]))][0]
        # Photos are 4:3 or 3:4; crops of a search are stretched more than that.
        spread = 0.35 if style.cut else 0.12
        aspect = float(np.exp(rng.choice([-1, 1, 1]) * np.log(4 / 3) + rng.normal(0, spread)))
        width, height = round(np.sqrt(PIXELS * aspect)), round(np.sqrt(PIXELS / aspect))
        scene = render_scene(
            (seed, start + i), width=width, height=height, style=style, segments=26, taps=5, texture_size=512
        )
        images[i] = cv2.resize(scene.image, (side, side), interpolation=cv2.INTER_AREA)
        labels[i] = scene.labels()
    return images, labels
