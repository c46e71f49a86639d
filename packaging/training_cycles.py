"""One cycle of training the bundled network: guided, augmented, averaged."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from scenes.compose import CLASS_NAMES
from torch import Tensor, nn
from torch.nn import functional as F
from training_scenes import TrainingSet

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from wsl_annotator.evaluation.classification import evaluate_classification  # noqa: E402
from wsl_annotator.networks.compact_alexnet import CompactAlexNet  # noqa: E402

MEAN = (0.5, 0.5, 0.5)
STD = (0.25, 0.25, 0.25)
MARGIN = 16
Weights = dict[str, Tensor]


@dataclass(frozen=True)
class Cycle:
    """One rise and fall of the learning rate."""

    seed: int
    small_epochs: int
    epochs: int
    learning_rate: float
    guide: float
    smoothing: float
    zoomed: int = 0


class GuidedNetwork(nn.Module):
    """The network with a second, throw-away output for training: the soft maximum of class scores over the map.

    It teaches the convolutions to answer where an object is before the fully connected layers have learned
    to look everywhere. It sees image-level labels only, and is not kept.
    """

    def __init__(self, network: CompactAlexNet) -> None:
        super().__init__()
        self.network = network
        self.guide = nn.Conv2d(network.channels, network.num_classes, 1)
        last = network.head[-1]
        assert isinstance(last, nn.Linear)
        for bias in (self.guide.bias, last.bias):
            # About one scene in four shows a class.
            nn.init.constant_(bias, -1.1)

    def forward(self, images: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of the head and of the guide; maps of smaller pictures are resized to what the head takes."""
        maps = self.network.features(images)
        places = self.guide(maps).flatten(2)
        if maps.shape[-1] != self.network.grid:
            maps = F.interpolate(maps, size=(self.network.grid,) * 2, mode="bilinear", align_corners=False)
        return self.network.classify(maps), torch.logsumexp(2 * places, 2) / 2 - np.log(places.shape[2]) / 2


def normalized(pictures: Tensor) -> Tensor:
    """(N, 3, H, W) in 0..1 as the network takes it."""
    return (pictures - torch.tensor(MEAN).view(3, 1, 1)) / torch.tensor(STD).view(3, 1, 1)


def augmented(pictures: NDArray[np.uint8], rng: np.random.Generator, *, side: int) -> Tensor:
    """A normalized training batch: shifted, flipped, re-coloured, noisy (noise as in Bency et al. 2016, 4.1).

    Args:
        pictures: (N, S, S, 3), of any side; resized so that MARGIN of the input's pixels are left for the shifts.
        rng: source of all choices.
        side: side of the result.
    """
    count, full = len(pictures), round(side * (1 + MARGIN / 192))
    cut = np.empty((count, side, side, 3), np.uint8)
    for i, (dx, dy) in enumerate(rng.integers(0, full - side + 1, (count, 2))):
        whole = pictures[i]
        if len(whole) != full:
            whole = cv2.resize(whole, (full, full), interpolation=cv2.INTER_AREA)
        part = whole[dy : dy + side, dx : dx + side]
        cut[i] = part[:, ::-1] if rng.random() < 0.5 else part
    batch = torch.from_numpy(cut).permute(0, 3, 1, 2).float().div_(255)
    gain = torch.from_numpy(
        np.exp(rng.normal(0, 0.12, (count, 1, 1, 1)) + rng.normal(0, 0.06, (count, 3, 1, 1)))
    ).float()
    contrast = torch.from_numpy(np.exp(rng.normal(0, 0.12, (count, 1, 1, 1)))).float()
    batch.mul_(gain * contrast).add_(0.5 - 0.5 * contrast).clamp_(0, 1)
    noisy = torch.from_numpy((rng.random((count, 1, 1, 1)) < 0.5) * 0.02).float()
    seed = int(rng.integers(1 << 31))
    batch.addcmul_(torch.randn(batch.shape, generator=torch.Generator().manual_seed(seed)), noisy)
    return normalized(batch)


def masked_loss(logits: Tensor, labels: Tensor, *, smoothing: float) -> Tensor:
    """Mean binary cross-entropy over known labels (Bency et al. 2016, eq. 1; differs: smoothed, unknowns left out)."""
    known = (labels >= 0).float()
    targets = labels.clamp(0, 1).float() * (1 - 2 * smoothing) + smoothing
    losses = F.binary_cross_entropy_with_logits(logits, targets, reduction="none")
    return (losses * known).sum() / known.sum()


def scores_of(network: CompactAlexNet, pictures: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(N, K) logits of square uint8 pictures at the input size."""
    network.eval()
    out = []
    with torch.inference_mode():
        for start in range(0, len(pictures), 64):
            batch = (
                torch.from_numpy(np.ascontiguousarray(pictures[start : start + 64])).permute(0, 3, 1, 2).float() / 255
            )
            out.append(network(normalized(batch).contiguous(memory_format=torch.channels_last)).numpy())
    return np.concatenate(out)


def run_cycle(
    cycle: Cycle,
    data: TrainingSet,
    held_out: TrainingSet,
    *,
    batch_size: int,
    weight_decay: float,
    start: Weights | None,
) -> tuple[Weights, list[float]]:
    """The averaged weights after a cycle and the validation mAP of each of its epochs; None starts from nothing."""
    torch.manual_seed(cycle.seed)
    rng = np.random.default_rng(cycle.seed)
    network = CompactAlexNet(len(CLASS_NAMES))
    guided = GuidedNetwork(network).to(memory_format=torch.channels_last)
    if start is not None:
        network.load_state_dict(start)
    average = CompactAlexNet(len(CLASS_NAMES))
    average.load_state_dict(network.state_dict())
    matrices = [p for p in guided.parameters() if p.ndim > 1]
    others = [p for p in guided.parameters() if p.ndim <= 1]
    groups = [{"params": matrices, "weight_decay": weight_decay}, {"params": others, "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, lr=cycle.learning_rate, betas=(0.9, 0.98))
    steps = len(data.labels) // batch_size
    epochs = cycle.small_epochs + cycle.epochs
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer,
        cycle.learning_rate,
        total_steps=steps * epochs,
        pct_start=0.12,
        div_factor=10,
        final_div_factor=300,
    )
    history: list[float] = []
    started = time.monotonic()
    for epoch in range(epochs):
        guided.train()
        total = 0.0
        order = rng.permutation(len(data.labels))
        guide = cycle.guide * (1 - epoch / epochs)
        for step in range(steps):
            chosen = np.sort(order[step * batch_size : (step + 1) * batch_size])
            side = network.input_size * 2 // 3 if epoch < cycle.small_epochs else network.input_size
            batch = augmented(data.images[chosen], rng, side=side)
            labels = torch.from_numpy(data.labels[chosen])
            logits, places = guided(batch.contiguous(memory_format=torch.channels_last))
            loss = masked_loss(logits, labels, smoothing=cycle.smoothing)
            total += float(loss.detach())
            loss = loss + guide * masked_loss(places, labels, smoothing=cycle.smoothing)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(guided.parameters(), 2.0)
            optimizer.step()
            schedule.step()
            _follow(average, network, keep=min(0.998, (1 + epoch * steps + step) / (10 + epoch * steps + step)))
        result = evaluate_classification(scores_of(average, held_out.images), held_out.labels)
        history.append(round(result.mean, 4))
        by_class = " ".join(f"{name} {ap:.3f}" for name, ap in zip(CLASS_NAMES, result.by_class, strict=True))
        minutes = (time.monotonic() - started) / 60
        print(
            f"epoch {epoch + 1:2d} {minutes:5.1f} min loss {total / steps:.4f} mAP {result.mean:.4f}  {by_class}",
            flush=True,
        )
    return average.state_dict(), history


def _follow(average: CompactAlexNet, network: CompactAlexNet, *, keep: float) -> None:
    with torch.no_grad():
        for mine, theirs in zip(average.state_dict().values(), network.state_dict().values(), strict=True):
            if mine.dtype.is_floating_point:
                mine.lerp_(theirs, 1 - keep)
            else:
                mine.copy_(theirs)
