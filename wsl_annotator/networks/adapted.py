"""New last layers on a split network: Fa and Fb in the place of F8, or F8 alone replaced."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import torch
from torch import Tensor, nn

from wsl_annotator.core.errors import NetworkError
from wsl_annotator.networks.spec import Activation
from wsl_annotator.networks.split import FORWARD_ERRORS, SplitNetwork

HeadKind = Literal["adaptation", "single"]

ADAPTATION_WIDTH = 2048
"""Outputs of Fa; the paper does not say. As in Oquab et al. 2015, whose adaptation layers it takes over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadSpec:
    """A layer that was replaced, and by what; enough to do it again on the same architecture.

    Attributes:
        layer: dotted path of the replaced layer inside the split module.
        kind: `adaptation`: Fa, ReLU, dropout, Fb; `single`: one layer.
        classes: K, outputs of the new head.
        width: outputs of Fa.
        dropout: between Fa and Fb, in [0, 1).
    """

    layer: str
    kind: HeadKind
    classes: int
    width: int = ADAPTATION_WIDTH
    dropout: float = 0.5

    def to_dict(self) -> dict[str, Any]:
        """Return the head as JSON types."""
        return {
            "layer": self.layer,
            "kind": self.kind,
            "classes": self.classes,
            "width": self.width,
            "dropout": self.dropout,
        }

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> HeadSpec:
        """Return the head that `to_dict` wrote.

        Raises:
            KeyError: a value is missing.
            ValueError: a value is impossible.
        """
        kind = values["kind"]
        if kind not in ("adaptation", "single"):
            raise ValueError(f"unknown head {kind!r}")
        return cls(
            layer=str(values["layer"]),
            kind=kind,
            classes=int(values["classes"]),
            width=int(values["width"]),
            dropout=float(values["dropout"]),
        )


def adapt(
    network: SplitNetwork,
    *,
    class_names: Sequence[str],
    kind: HeadKind = "adaptation",
    activation: Activation = "sigmoid",
    width: int = ADAPTATION_WIDTH,
    dropout: float = 0.5,
    seed: int = 0,
) -> tuple[SplitNetwork, HeadSpec]:
    """Return the network with a new, untrained head for other classes.

    Source: Bency et al. 2016, section 3.2: F8 is removed, Ma = ReLU(Wa M7 + Ba), Mb = gamma(Wb Ma + Bb); differs:
    section 4.1 speaks of the last layer alone, which is `single`; and the head goes on any split network, in the
    place of the layer whose outputs are its logits.

    Args:
        network: it is used up: its module is changed and becomes the result's.
        class_names: one an output, at least one.
        kind: `adaptation` or `single`.
        activation: of the new head; a softmax needs two classes.
        width: outputs of Fa.
        dropout: between Fa and Fb.
        seed: of the first weights; the global generator is left alone.

    Raises:
        NetworkError: the network does not end in a layer that can be replaced, or one class is given to a softmax.
    """
    if activation == "softmax" and len(class_names) < 2:
        raise NetworkError(
            f"A softmax head needs two classes or more, and there is only {', '.join(class_names)}.",
            "Use a sigmoid head (the default).",
        )
    layer = find_last_layer(network)
    head = HeadSpec(layer=layer, kind=kind, classes=len(class_names), width=width, dropout=dropout)
    device, dtype = network.device, network.dtype
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        put_head(network.module, head)
    network.module.to(device=device, dtype=dtype)
    adapted = SplitNetwork(
        network.module,
        name=network.name,
        input_size=network.input_size,
        mean=network.mean,
        std=network.std,
        activation=activation,
        class_names=class_names,
    )
    return adapted, head


def find_last_layer(network: SplitNetwork) -> str:
    """Return the dotted path of the linear layer or 1 x 1 convolution whose outputs are the logits.

    It is found by running `classify` once and looking which layer made the result, so that it does not matter what
    the layer is called or in what order layers are listed.

    Raises:
        NetworkError: the last step is another kind of layer, or a function outside any layer.
    """
    calls: list[tuple[nn.Module, Tensor]] = []

    def remember(layer: nn.Module, _inputs: Any, output: Any) -> None:
        if isinstance(output, Tensor):
            calls.append((layer, output))

    hooks = [layer.register_forward_hook(remember) for layer in network.module.modules() if _is_replaceable(layer)]
    try:
        with torch.inference_mode():
            maps = torch.zeros(
                (1, network.channels, network.grid, network.grid), device=network.device, dtype=network.dtype
            )
            logits = network.classify(maps)
    except FORWARD_ERRORS as error:
        raise NetworkError(
            f"The network {network.name} fails while its last layer is looked for: {error}.", "Choose another network."
        ) from error
    finally:
        for hook in hooks:
            hook.remove()
    # a view (flatten, squeeze) of a layer's output has its address and size
    made = [
        layer for layer, output in calls if output.data_ptr() == logits.data_ptr() and output.numel() == logits.numel()
    ]
    if not made or sum(layer is made[-1] for layer, _ in calls) != 1:
        raise NetworkError(
            f"The network {network.name} does not end in a linear layer that could be replaced.",
            "Its classify must end in an nn.Linear (or 1 x 1 nn.Conv2d) of its own, used once.",
        )
    paths: list[str] = [path for path, layer in network.module.named_modules() if layer is made[-1]]
    return paths[0]


def put_head(module: nn.Module, head: HeadSpec) -> None:
    """Put new layers in the place of one layer of a split module, on that layer's device.

    Raises:
        NetworkError: the module has no such layer.
    """
    try:
        last = module.get_submodule(head.layer)
    except AttributeError as error:
        raise NetworkError(
            f"The network has no layer {head.layer!r} to replace.", "The card was made on another network."
        ) from error
    new = _new_layers(last, head)
    if not head.layer:
        raise NetworkError("The network is one single layer, so nothing would be left of it.", "Choose another.")
    parent, _, name = head.layer.rpartition(".")
    setattr(module.get_submodule(parent), name, new)


def _new_layers(last: nn.Module, head: HeadSpec) -> nn.Module:
    if isinstance(last, nn.Linear):
        device = last.weight.device
        if head.kind == "single":
            return nn.Linear(last.in_features, head.classes, device=device)
        return nn.Sequential(
            nn.Linear(last.in_features, head.width, device=device),
            nn.ReLU(),
            nn.Dropout(head.dropout),
            nn.Linear(head.width, head.classes, device=device),
        )
    if isinstance(last, nn.Conv2d):
        device = last.weight.device
        if head.kind == "single":
            return nn.Conv2d(last.in_channels, head.classes, 1, device=device)
        return nn.Sequential(
            nn.Conv2d(last.in_channels, head.width, 1, device=device),
            nn.ReLU(),
            nn.Dropout(head.dropout),
            nn.Conv2d(head.width, head.classes, 1, device=device),
        )
    raise NetworkError(
        f"The layer {head.layer!r} is no linear layer, so it cannot be replaced.",
        "The card was made on another network.",
    )


def _is_replaceable(layer: nn.Module) -> bool:
    if isinstance(layer, nn.Conv2d):
        return layer.kernel_size == (1, 1) and layer.stride == (1, 1) and layer.groups == 1
    return isinstance(layer, nn.Linear)


def new_parameters(network: SplitNetwork, head: HeadSpec) -> list[str]:
    """Return the names of the parameters of the new layers, which learn faster than the old ones."""
    return [name for name, _ in network.module.named_parameters() if name.startswith(f"{head.layer}.")]


def head_parameters(network: SplitNetwork) -> list[str]:
    """Return the names of the parameters that `classify` uses: all that is trained while the features are frozen."""
    named = dict(network.module.named_parameters())
    before = {name: parameter.requires_grad for name, parameter in named.items()}
    network.module.requires_grad_(requires_grad=True)
    try:
        size = (1, network.channels, network.grid, network.grid)
        with torch.enable_grad():
            logits = network.classify(torch.zeros(size, device=network.device, dtype=network.dtype))
            used = torch.autograd.grad(logits.sum(), list(named.values()), allow_unused=True)
    finally:
        for name, parameter in named.items():
            parameter.requires_grad = before[name]
    return [name for name, gradient in zip(named, used, strict=True) if gradient is not None]


def pools_globally(network: SplitNetwork) -> bool:
    """Return whether `classify` sees nothing of a map but its mean over the cells, tried once on random maps.

    Where it does, T numbers an image are all that a head needs for its training, instead of T x L x L.
    """
    if not network.classifies_any_grid:
        return False
    with torch.inference_mode():
        generator = torch.Generator().manual_seed(0)
        maps = torch.rand((2, network.channels, network.grid, network.grid), generator=generator)
        maps = maps.to(device=network.device, dtype=network.dtype)
        whole, pooled = network.classify(maps), network.classify(maps.mean((2, 3), keepdim=True))
    return bool(torch.allclose(whole, pooled, rtol=1e-4, atol=1e-5 * float(whole.abs().max())))
