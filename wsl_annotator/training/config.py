"""Everything that changes a training, as one frozen value; needs no torch."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import math
from dataclasses import dataclass
from typing import Any, Literal

from wsl_annotator.training.errors import TrainingError

PresetName = Literal["quick", "paper"]
_LARGEST_RATE = 1e30
"""Far above anything that learns, and still a number that a float32 weight can be multiplied with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AugmentConfig:
    """How a training image is varied.

    Source: Bency et al. 2016, section 4.1 (white Gaussian noise, random rotation within 30 degrees); differs: the
    strength of the noise is ours, and the flip, which the paper does not have, is off in its preset.

    Attributes:
        noise_sigma: of RGB in [0, 1].
        noise_probability: share of the varied images that get noise.
        rotation_degrees: uniform in +- this; the corners are filled with the network's mean.
        flip: mirror half of the images.
    """

    noise_sigma: float = 0.02
    noise_probability: float = 0.5
    rotation_degrees: float = 30.0
    flip: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainConfig:
    """The settings of a training.

    Attributes:
        preset: the name that it started from, for people.
        head: `adaptation` (Fa and Fb, section 3.2) or `single` (the last layer alone, section 4.1).
        width: outputs of Fa.
        dropout: between Fa and Fb.
        activation: of the new head.
        freeze: `features`: the convolutions stay as they are, and what they give is computed once and cached;
            `none`: everything learns.
        variants: varied copies of each image in the cache, beside the plain one (and its mirror image, with `flip`).
        epochs: passes over the training images; 0 where `batches` decides.
        batches: all batches of the training; 0 where `epochs` decides.
        batch_size: images a step.
        learning_rate: of the old layers.
        new_layer_factor: the new layers' rate over the old layers'.
        momentum: of stochastic gradient descent.
        weight_decay: of stochastic gradient descent.
        step_batches: the rate falls to a tenth each so many batches; 0 where `decades` decides.
        decades: powers of ten by which the rate falls, evenly over the training.
        validation_share: part of the images that is held out to choose the best epoch and alpha; 0 holds out none.
        patience: epochs without a better validation figure until the training ends; 0 never ends it early.
        oversampling: `lvis`: an image is repeated max over its classes of max(1, sqrt(t / f(c))), where t is the
            greatest share of a class; `inverse`: max over its classes of t / f(c), at most 10 times; `none`.
        augment: how images are varied.
        seed: of everything random.
    """

    preset: str = "quick"
    head: Literal["adaptation", "single"] = "adaptation"
    width: int = 2048
    dropout: float = 0.5
    activation: Literal["sigmoid", "softmax"] = "sigmoid"
    freeze: Literal["features", "none"] = "features"
    variants: int = 1
    epochs: int = 20
    batches: int = 0
    batch_size: int = 50
    learning_rate: float = 0.003
    new_layer_factor: float = 10.0
    momentum: float = 0.9
    weight_decay: float = 5e-4
    step_batches: int = 0
    decades: float = 1.5
    validation_share: float = 0.1
    patience: int = 5
    oversampling: Literal["lvis", "inverse", "none"] = "lvis"
    augment: AugmentConfig = AugmentConfig(flip=True)
    seed: int = 0

    def __post_init__(self) -> None:
        for name, low in (("variants", 0), ("batch_size", 1), ("width", 1), ("epochs", 0), ("batches", 0)):
            if getattr(self, name) < low:
                raise TrainingError(f"{name.replace('_', ' ')} must be at least {low}, not {getattr(self, name)}.")
        if (self.epochs == 0) == (self.batches == 0):
            raise TrainingError("A training needs either a number of epochs or a number of batches.")
        rates = (self.learning_rate, self.new_layer_factor)
        if not all(math.isfinite(rate) and 0 < rate <= _LARGEST_RATE for rate in rates):
            raise TrainingError(f"The learning rate must be above 0 and sensible, not {self.learning_rate}.")
        if not 0 <= self.validation_share <= 0.5:
            raise TrainingError(f"The validation share must be from 0 to 0.5, not {self.validation_share}.")
        if not 0 <= self.dropout < 1:
            raise TrainingError(f"Dropout must be at least 0 and below 1, not {self.dropout}.")

    def to_dict(self) -> dict[str, Any]:
        """Return the settings as JSON types."""
        return dataclasses.asdict(self)

    @property
    def digest(self) -> str:
        """16 hex digits over everything that changes the result (the preset's name does not)."""
        values = self.to_dict()
        del values["preset"]
        return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()[:16]


QUICK = TrainConfig()
"""Minutes on a CPU: frozen features, an early stop on a validation split.

Rate, decay and the number of varied copies were chosen on held-out photos of PASCAL VOC 2007 with a MobileNet: a rate
that falls by three powers of ten within 20 epochs ends before the head has learned.
"""

QUICK_WHOLE = dataclasses.replace(QUICK, freeze="none", learning_rate=0.001)
"""`QUICK` for the whole network, whose old layers bear no more than the paper's rate."""

PAPER = TrainConfig(
    preset="paper",
    freeze="none",
    epochs=0,
    batches=400_000,
    learning_rate=0.001,
    step_batches=20_000,
    decades=0.0,
    patience=0,
    augment=AugmentConfig(),
)
"""Bency et al. 2016, section 4.1: SGD 0.001, a tenth every 20,000 batches of 50, 400,000 batches, no mirror images;
momentum 0.9 and weight decay 5e-4, which the paper does not say, are Caffe's."""

PRESETS: dict[str, TrainConfig] = {"quick": QUICK, "paper": PAPER}


def preset(name: str, *, freeze: str | None = None) -> TrainConfig:
    """Return the settings of a preset, before a person's own changes.

    Args:
        name: `quick` or `paper`.
        freeze: `features`, `none`, or None for the preset's own.
    """
    if name == "quick" and freeze == "none":
        return QUICK_WHOLE
    return PRESETS[name]
