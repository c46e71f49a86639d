"""A network cut in two: features of a crop, and class logits of features."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cached_property
from typing import Protocol

import torch
from torch import Tensor, nn

from wsl_annotator.core.errors import NetworkError
from wsl_annotator.core.words import phrase
from wsl_annotator.networks.spec import Activation

# what a stranger's forward may raise on an input it does not take
FORWARD_ERRORS = (RuntimeError, ValueError, TypeError, AttributeError, IndexError, KeyError, AssertionError)


class SplitModule(Protocol):
    """What a module must offer to be searched."""

    def features(self, images: Tensor) -> Tensor:
        """(N, 3, S, S) normalized -> (N, T, L, L)."""

    def classify(self, maps: Tensor) -> Tensor:
        """(N, T, L, L) -> (N, K) logits."""


class SplitNetwork:
    """A classifier cut after its last feature map M_last.

    Source: Bency et al. 2016, section 3.2: AlexNet 256 x 6 x 6, VGG-16 512 x 7 x 7, after the last pool.

    Attributes:
        module: the network in eval mode without gradients for its weights, with `features` and `classify`.
        name: for people.
        input_size: S, side of the square input in pixels.
        mean: per channel, of RGB in [0, 1].
        std: per channel, of RGB in [0, 1].
        activation: `softmax` or `sigmoid`.
        class_names: one a logit.
        grid: L, side of the feature map of an S x S input.
        channels: T.
    """

    def __init__(
        self,
        module: nn.Module,
        *,
        name: str,
        input_size: int,
        mean: Sequence[float],
        std: Sequence[float],
        activation: Activation,
        class_names: Sequence[str],
        architecture: str = "",
    ) -> None:
        """Take a module with `features` and `classify` and try it once on a black image.

        Args:
            module: float32 on the CPU.
            name: for people.
            input_size: S.
            mean: 3 numbers.
            std: 3 numbers above 0.
            activation: `softmax` or `sigmoid`.
            class_names: K names.
            architecture: what, beside the weights, decides the result (a torchvision name, a digest of the code);
                goes into the content hash.

        Raises:
            NetworkError: a value is impossible, or the shapes are not (1, T, L, L) and (1, K) with K names.
        """
        self.module = module.eval().requires_grad_(requires_grad=False)
        self.name = name
        self.input_size = _check_input_size(input_size, name=name)
        self.mean = _check_triple(mean, name=name, option="--mean", positive=False)
        self.std = _check_triple(std, name=name, option="--std", positive=True)
        self.activation: Activation = activation
        self.class_names = tuple(str(class_name) for class_name in class_names)
        self._architecture = architecture or name
        self._content_hash: str | None = None
        self.channels, self.grid = self._probe()
        self._scale = self._scale_tensors()

    def _probe(self) -> tuple[int, int]:
        size = self.input_size
        try:
            with torch.inference_mode():
                maps = self.features(self._blank(size))
                if not _is_square_map(maps):
                    raise NetworkError(
                        f"The features of {self.name} must be (1, T, L, L) for a {size} x {size} image, "
                        f"not {_shape(maps)}.",
                        "The search needs a square feature map before any flattening.",
                    )
                logits = self.classify(maps)
        except FORWARD_ERRORS as error:
            raise NetworkError(
                f"The network {self.name} fails on a {size} x {size} image: {_first_line(error)}.",
                "Check --input-size, and that classify takes what features gives.",
            ) from error
        expected = (1, len(self.class_names))
        if not isinstance(logits, Tensor) or logits.ndim != 2 or logits.shape[0] != 1:
            raise NetworkError(
                f"The logits of {self.name} must be (1, K), not {_shape(logits)}.", "classify gives one row an image."
            )
        if tuple(logits.shape) != expected:
            raise NetworkError(
                f"The network {self.name} has {logits.shape[1]} outputs but {expected[1]} class names.",
                "Give a file with one name an output by --names.",
            )
        if maps.shape[2] < 2:
            raise NetworkError(
                f"The feature map of {self.name} is 1 x 1 for a {size} x {size} image: nothing can be cut from it.",
                "Give a larger --input-size.",
            )
        return int(maps.shape[1]), int(maps.shape[2])

    def _blank(self, size: int) -> Tensor:
        return torch.zeros((1, 3, size, size), device=self.device, dtype=self.dtype)

    def features(self, images: Tensor) -> Tensor:
        """Return the last feature maps.

        Args:
            images: (N, 3, S, S), normalized; (N, 3, 2S, 2S) too where `accepts_larger`.

        Returns:
            (N, T, L, L), or the larger grid.
        """
        maps: Tensor = self.module.features(images)  # type: ignore[operator]
        return maps

    def classify(self, maps: Tensor) -> Tensor:
        """Return the logits (N, K) of feature maps (N, T, L, L)."""
        logits: Tensor = self.module.classify(maps)  # type: ignore[operator]
        return logits

    def __call__(self, images: Tensor) -> Tensor:
        """Return the logits (N, K) of normalized images (N, 3, S, S)."""
        return self.classify(self.features(images))

    def normalize(self, images: Tensor) -> Tensor:
        """Return (images - mean) / std for RGB in [0, 1], (N, 3, H, W) or (3, H, W)."""
        mean, std = self._scale
        return (images - mean) / std

    def _scale_tensors(self) -> tuple[Tensor, Tensor]:
        make = {"device": self.device, "dtype": self.dtype}
        mean = torch.tensor(self.mean, **make).view(3, 1, 1)  # type: ignore[arg-type]
        return mean, torch.tensor(self.std, **make).view(3, 1, 1)  # type: ignore[arg-type]

    @property
    def device(self) -> torch.device:
        """Where the weights are."""
        return self._any_weight().device

    @property
    def dtype(self) -> torch.dtype:
        """The floating type of the weights."""
        return self._any_weight().dtype

    def _any_weight(self) -> Tensor:
        for tensor in (*self.module.parameters(), *self.module.buffers()):
            if tensor.is_floating_point():
                return tensor
        return torch.empty(0)

    def to(self, device: torch.device | str | None = None, dtype: torch.dtype | None = None) -> SplitNetwork:
        """Move the network in place and return it. The content hash stays that of the weights as they were opened."""
        if dtype is not None and dtype != self.dtype:
            self._content_hash = self.content_hash
        self.module.to(device=device, dtype=dtype)
        self._scale = self._scale_tensors()
        return self

    @property
    def content_hash(self) -> str:
        """64 hex digits over the weights (names, types, shapes, bytes) and everything else that decides a score."""
        if self._content_hash is None:
            digest = hashlib.sha256()
            meta = [self._architecture, self.input_size, self.mean, self.std, self.activation, self.class_names]
            digest.update(json.dumps(meta).encode())
            for name, tensor in sorted(self.module.state_dict().items()):
                plain = tensor.detach().cpu().contiguous()
                digest.update(f"\n{name} {plain.dtype} {tuple(plain.shape)}\n".encode())
                digest.update(plain.reshape(-1).view(torch.uint8).numpy().data if plain.numel() else b"")
            self._content_hash = digest.hexdigest()
        return self._content_hash

    @cached_property
    def accepts_larger(self) -> bool:
        """Whether `features` takes an image of twice the side and gives a larger square grid (tried once)."""
        try:
            with torch.inference_mode():
                maps = self.features(self._blank(2 * self.input_size))
        except FORWARD_ERRORS:
            return False
        return maps.ndim == 4 and maps.shape[2] == maps.shape[3] and maps.shape[2] > self.grid

    @cached_property
    def classifies_any_grid(self) -> bool:
        """Whether `classify` takes a grid of any size, down to one cell (a global pool), tried once.

        Where it does, the logits of every cell alone are a class activation map.
        """
        try:
            with torch.inference_mode():
                logits = self.classify(torch.zeros((1, self.channels, 1, 1), device=self.device, dtype=self.dtype))
        except (*FORWARD_ERRORS, NetworkError):
            return False
        return tuple(logits.shape) == (1, len(self.class_names))

    def __repr__(self) -> str:
        return f"SplitNetwork({self.name!r}, {self.input_size} px -> {self.channels} x {self.grid} x {self.grid})"


def _is_square_map(maps: object) -> bool:
    return isinstance(maps, Tensor) and maps.ndim == 4 and maps.shape[0] == 1 and maps.shape[2] == maps.shape[3]


def _check_input_size(value: int, *, name: str) -> int:
    if not 8 <= value <= 4096:
        raise NetworkError(f"The input size of {name} must be 8 to 4096 pixels, not {value}.", "Check --input-size.")
    return value


def _check_triple(values: Sequence[float], *, name: str, option: str, positive: bool) -> tuple[float, float, float]:
    numbers = tuple(float(value) for value in values)
    usable = all(torch.isfinite(torch.tensor(numbers, dtype=torch.float64))) and (not positive or min(numbers) > 0)
    if len(numbers) != 3 or not usable:
        what = phrase("3 numbers above 0") if positive else phrase("3 numbers")
        raise NetworkError(f"{option} of {name} must be {what}, not {list(values)}.", f"Check {option}.")
    return numbers


def _shape(value: object) -> str:
    return str(tuple(value.shape)) if isinstance(value, Tensor) else f"a {type(value).__name__}"


def _first_line(error: BaseException) -> str:
    text = str(error).strip().splitlines()
    return (text[0] if text else type(error).__name__).rstrip(".")
