"""torchvision's classifiers, cut after their last feature map by one rule a kind of head."""

from __future__ import annotations

import math
from pathlib import Path

import torch
import torchvision
from torch import Tensor, nn
from torch.nn import functional

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.errors import NetworkError
from wsl_annotator.core.progress import ProgressCallback, ignore_progress
from wsl_annotator.networks.download import download, weights_folder
from wsl_annotator.networks.families import BY_NAME, WEIGHTS_NAME
from wsl_annotator.networks.spec import NetworkSpec, read_names
from wsl_annotator.networks.split import SplitNetwork
from wsl_annotator.networks.weights import put_weights, read_weights


class GlobalPoolSplit(nn.Module):
    """ResNet, MobileNet v2 and v3, EfficientNet, ConvNeXt: everything before the global average pool | the rest.

    The rule: the body is the child `features`, or else all children before `avgpool`; the head is `classifier` or
    `fc`, and takes the pooled (N, T), unless it flattens by itself (ConvNeXt, whose norm after the pool needs
    (N, T, 1, 1)). So MobileNet v3's hidden classifier and ConvNeXt's norm belong to the head.
    """

    def __init__(self, model: nn.Module) -> None:
        """Take a torchvision model; it is kept whole, so that its weights keep their names."""
        super().__init__()
        self.model = model
        children = dict(model.named_children())
        head = children.get("classifier", children.get("fc"))
        if head is None or ("features" not in children and "avgpool" not in children):
            raise NetworkError(f"The network {type(model).__name__} has no global pool to cut at.", "Choose another.")
        self._body = _names_before_pool(children)
        self._head_name = "classifier" if "classifier" in children else "fc"
        self._head_flattens = any(isinstance(layer, nn.Flatten) for layer in head.modules())

    def features(self, images: Tensor) -> Tensor:
        """(N, 3, S, S) normalized -> (N, T, L, L)."""
        for name in self._body:
            images = getattr(self.model, name)(images)
        return images

    def classify(self, maps: Tensor) -> Tensor:
        """(N, T, L, L) for any L -> (N, K)."""
        pooled = functional.adaptive_avg_pool2d(maps, 1)
        head: nn.Module = getattr(self.model, self._head_name)
        logits: Tensor = head(pooled if self._head_flattens else pooled.flatten(1))
        return logits


def _names_before_pool(children: dict[str, nn.Module]) -> tuple[str, ...]:
    if "features" in children:
        return ("features",)
    names = list(children)
    return tuple(names[: names.index("avgpool")])


class FullyConnectedSplit(nn.Module):
    """AlexNet (M5, 256 x 6 x 6) and VGG (M13, 512 x 7 x 7): convolutions with their last pool | fully connected layers.

    torchvision's adaptive pool between the two is the identity at the native size, and is left out: the head takes
    exactly L x L, so that no other grid is averaged unseen.

    Source: Bency et al. 2016, section 3.2; differs: the paper's Fa and Fb are a matter of training, F8 stays here.
    """

    def __init__(self, model: nn.Module) -> None:
        """Take torchvision's AlexNet or VGG."""
        super().__init__()
        self.model = model
        size = model.avgpool.output_size  # type: ignore[union-attr]
        self.grid = int(size[0])  # type: ignore[index]

    def features(self, images: Tensor) -> Tensor:
        """(N, 3, S, S) normalized -> (N, T, L, L)."""
        maps: Tensor = self.model.features(images)  # type: ignore[operator]
        return maps

    def classify(self, maps: Tensor) -> Tensor:
        """(N, T, L, L) with the native L -> (N, K).

        Raises:
            ValueError: another L.
        """
        if tuple(maps.shape[2:]) != (self.grid, self.grid):
            raise ValueError(f"the fully connected layers take {self.grid} x {self.grid} cells, not {maps.shape[2:]}")
        logits: Tensor = self.model.classifier(maps.flatten(1))  # type: ignore[operator]
        return logits


def split_model(model: nn.Module) -> nn.Module:
    """Return a torchvision classifier as a module with `features` and `classify`.

    Raises:
        NetworkError: its structure is none that we know.
    """
    pool = getattr(model, "avgpool", None)
    if isinstance(pool, nn.AdaptiveAvgPool2d) and math.prod(_pair(pool.output_size)) > 1:
        return FullyConnectedSplit(model)
    return GlobalPoolSplit(model)


def _pair(size: int | tuple[int | None, ...] | None) -> tuple[int, ...]:
    return (size, size) if isinstance(size, int) else tuple(side or 1 for side in size or (1, 1))


def weights_path(name: str) -> Path:
    """Return where the pretrained weights of a torchvision network lie once they are downloaded."""
    return weights_folder() / BY_NAME[name].file


def pull(name: str, *, progress: ProgressCallback = ignore_progress, cancel: CancelToken | None = None) -> Path:
    """Return the pretrained weight file of a network, downloaded if it is not there yet.

    Raises:
        NetworkError: the name is unknown, or the file cannot be had.
        Cancelled: the token was set.
    """
    if name not in BY_NAME:
        raise NetworkError(f"The network {name!r} is not known.", "The command `wsl-annotator networks` lists them.")
    url = torchvision.models.get_model_weights(name)[WEIGHTS_NAME].url
    path = weights_path(name)
    if not path.is_file():
        download(url, path, progress=progress, cancel=cancel)
    return path


def open_torchvision(
    spec: NetworkSpec, *, progress: ProgressCallback = ignore_progress, cancel: CancelToken | None = None
) -> SplitNetwork:
    """Return a torchvision network with its pretrained weights, or with those of `spec.weights`.

    Input size, mean, std and class names come from torchvision's enumeration unless the spec gives them; the
    activation is softmax unless the spec says otherwise.

    Raises:
        NetworkError: the name is unknown, the weights cannot be had or do not fit, or a value is impossible.
        Cancelled: the token was set during the download.
    """
    name = spec.network
    if name not in BY_NAME:
        raise NetworkError(
            f"The network {name!r} is not known.",
            "Give bundled, FILE.py:callable, or a name that `wsl-annotator networks` lists.",
        )
    pretrained = torchvision.models.get_model_weights(name)[WEIGHTS_NAME]
    preset = pretrained.transforms()
    names = read_names(spec.names) if spec.names is not None else tuple(pretrained.meta["categories"])
    path = spec.weights if spec.weights is not None else pull(name, progress=progress, cancel=cancel)
    # on the meta device nothing is initialized: seconds saved for VGG-16, and no random number drawn
    with torch.device("meta"):
        model = torchvision.models.get_model(name, weights=None, num_classes=len(names))
    put_weights(model, read_weights(path), path=path, network=name)
    return SplitNetwork(
        split_model(model),
        name=name,
        input_size=spec.input_size or int(preset.crop_size[0]),
        mean=spec.mean or tuple(preset.mean),
        std=spec.std or tuple(preset.std),
        activation=spec.activation or "softmax",
        class_names=names,
        architecture=f"torchvision:{name}",
    )
