"""Network cards: a folder with card.json and weights.safetensors, which opens as a network again."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import safetensors.torch
import torch
from torch import nn

from wsl_annotator.core.errors import NetworkError
from wsl_annotator.core.words import phrase
from wsl_annotator.networks.adapted import HeadSpec, put_head
from wsl_annotator.networks.bundled import bundled_folder
from wsl_annotator.networks.bundled import read_card as read_bundled_card
from wsl_annotator.networks.calibrations import KEY, Calibration, calibrations_of
from wsl_annotator.networks.card_file import AGAIN, CARD, FORMAT, WEIGHTS, card_text, card_values, damaged, is_card
from wsl_annotator.networks.compact_alexnet import CompactAlexNet
from wsl_annotator.networks.custom import USER_CODE_ERRORS, code_parts, load_callable, read_code
from wsl_annotator.networks.families import BY_NAME
from wsl_annotator.networks.spec import BUNDLED, Activation, NetworkSpec, check_activation, is_code
from wsl_annotator.networks.split import SplitNetwork
from wsl_annotator.networks.weights import put_weights, read_weights

__all__ = ["CARD", "WEIGHTS", "Card", "Recipe", "card_weights", "is_card", "open_card", "read_card", "recipe_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How the architecture below a card's heads is built.

    Attributes:
        kind: `torchvision`, `bundled` or `code`.
        name: torchvision's name; for code `FILE.py:callable` without folders.
        arguments: of the bundled network's constructor; else empty.
        code_sha256: of the user's file, which the card does not contain; else empty.
        heads: layers replaced one after the other, the last one being the card's own.
    """

    kind: str
    name: str
    arguments: Mapping[str, Any]
    code_sha256: str
    heads: tuple[HeadSpec, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the recipe as JSON types."""
        return {
            "kind": self.kind,
            "name": self.name,
            "arguments": dict(self.arguments),
            "code_sha256": self.code_sha256,
            "heads": [head.to_dict() for head in self.heads],
        }

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Recipe:
        """Return the recipe that `to_dict` wrote; KeyError, TypeError or ValueError where it is damaged."""
        return cls(
            kind=str(values["kind"]),
            name=str(values["name"]),
            arguments=dict(values["arguments"]),
            code_sha256=str(values["code_sha256"]),
            heads=tuple(HeadSpec.from_dict(head) for head in values["heads"]),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a card says.

    Attributes:
        recipe: how to build the network.
        input_size: S in pixels.
        mean: per channel, of RGB in [0, 1].
        std: per channel, of RGB in [0, 1].
        activation: of the head.
        class_names: one an output.
        thresholds: class -> tau, in [0, 1), where no calibration of the search is known.
        alpha: weight of the co-occurrence (eq. 2), 0 without.
        cooccurrence: P[i][j] = share of the training images with class j that have class i too (eq. 4), or empty.
        record: base network, data, settings and figures, for people and for the record.
        calibrations: `LocalizerConfig.digest` -> thresholds that were fitted on boxes for that search.
    """

    recipe: Recipe
    input_size: int
    mean: tuple[float, float, float]
    std: tuple[float, float, float]
    activation: Activation
    class_names: tuple[str, ...]
    thresholds: Mapping[str, float]
    alpha: float
    cooccurrence: tuple[tuple[float, ...], ...]
    record: Mapping[str, Any]
    calibrations: Mapping[str, Calibration] = field(default_factory=dict)

    def to_json(self, *, weights_sha256: str) -> str:
        """Return the text of card.json."""
        values: dict[str, Any] = {
            "format": FORMAT,
            "network": self.recipe.to_dict(),
            "input_size": self.input_size,
            "mean": list(self.mean),
            "std": list(self.std),
            "activation": self.activation,
            "class_names": list(self.class_names),
            "thresholds": dict(self.thresholds),
            "alpha": self.alpha,
            "cooccurrence": [list(row) for row in self.cooccurrence],
            "weights_sha256": weights_sha256,
            "record": dict(self.record),
        }
        if self.calibrations:
            values[KEY] = {digest: entry.to_dict() for digest, entry in self.calibrations.items()}
        return card_text(values)


def read_card(folder: Path) -> Card:
    """Return what a card says, without its weights.

    Raises:
        NetworkError: it is missing, damaged, or of a newer program.
    """
    return _parse(card_values(folder), folder / CARD)


def _parse(values: Mapping[str, Any], path: Path) -> Card:
    try:
        names = tuple(str(name) for name in values["class_names"])
        mean, std = (tuple(float(value) for value in values[key]) for key in ("mean", "std"))
        matrix = tuple(tuple(float(value) for value in row) for row in values["cooccurrence"])
        thresholds = {str(name): float(value) for name, value in values["thresholds"].items()}
        recipe = Recipe.from_dict(values["network"])
        alpha = float(values["alpha"])
        numbers = [*mean, *std, alpha, *thresholds.values(), *(value for row in matrix for value in row)]
        square = not matrix or (len(matrix) == len(names) and all(len(row) == len(names) for row in matrix))
        if len(mean) != 3 or len(std) != 3 or not recipe.heads or not square or not all(map(math.isfinite, numbers)):
            raise ValueError("impossible values")
        return Card(
            recipe=recipe,
            input_size=int(values["input_size"]),
            mean=(mean[0], mean[1], mean[2]),
            std=(std[0], std[1], std[2]),
            activation=check_activation(values["activation"], source=phrase(f"the card {path}")),
            class_names=names,
            thresholds=thresholds,
            alpha=alpha,
            cooccurrence=matrix,
            record=dict(values["record"]),
            calibrations=calibrations_of(values),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise damaged(path) from error


def recipe_of(spec: NetworkSpec, *, code: str | None = None) -> Recipe:
    """Return how to build the network that a spec names, without its weights.

    Args:
        spec: its `network` may be a card's folder, whose heads then stay below the new one.
        code: `FILE.py:callable` of a card that was made on code.

    Raises:
        NetworkError: the name is unknown, or a file cannot be read.
    """
    if is_card(spec.network):
        return read_card(Path(spec.network)).recipe
    if spec.network == BUNDLED:
        card = read_bundled_card(bundled_folder())
        arguments = {"input_size": card["input_size"], **card["architecture"]}
        return Recipe(kind="bundled", name=BUNDLED, arguments=arguments, code_sha256="")
    if is_code(code or spec.network):
        path, name = code_parts(code or spec.network)
        digest = hashlib.sha256(read_code(path)).hexdigest()
        return Recipe(kind="code", name=f"{path.name}:{name}", arguments={}, code_sha256=digest)
    if spec.network not in BY_NAME:
        raise NetworkError(
            f"The network {spec.network!r} is not known.",
            "Give bundled, FILE.py:callable, a card's folder, or a name that `wsl-annotator networks` lists.",
        )
    return Recipe(kind="torchvision", name=spec.network, arguments={}, code_sha256="")


def card_weights(module: nn.Module) -> bytes:
    """Return the bytes of weights.safetensors: every parameter and buffer, on the CPU."""
    # copies, as safetensors refuses tensors that share memory
    return safetensors.torch.save(
        {name: tensor.detach().cpu().clone().contiguous() for name, tensor in module.state_dict().items()}
    )


def open_card(folder: Path, *, code: str | None = None) -> SplitNetwork:
    """Return the network of a card, in float32 on the CPU.

    Args:
        folder: of card.json and weights.safetensors.
        code: `FILE.py:callable`, for a card that was made on a user's own network. It RUNS THAT FILE, but only if its
            hash is the one that the card remembers.

    Raises:
        NetworkError: a file is missing or damaged, the code is missing or another than at training time.
    """
    values = card_values(folder)
    card = _parse(values, folder / CARD)
    path = folder / WEIGHTS
    state = read_weights(path)
    if hashlib.sha256(path.read_bytes()).hexdigest() != values.get("weights_sha256"):
        raise NetworkError(f"The weights {path} are not those that the card was written with.", AGAIN)
    module = _build(card.recipe, folder=folder, code=code)
    put_weights(module, state, path=path, network=folder.name)
    return SplitNetwork(
        module,
        name=folder.resolve().name,
        input_size=card.input_size,
        mean=card.mean,
        std=card.std,
        activation=card.activation,
        class_names=card.class_names,
        architecture=json.dumps(card.recipe.to_dict(), sort_keys=True),
    )


def _build(recipe: Recipe, *, folder: Path, code: str | None) -> nn.Module:
    if code is not None and recipe.kind != "code":
        raise NetworkError(f"The card {folder} needs no code (--code): it was made on {recipe.name}.", "Leave it out.")
    if recipe.kind == "code":
        return _with_heads(_run_code(recipe, folder=folder, code=code), recipe.heads)
    # on the meta device nothing is initialized, and no random number drawn
    with torch.device("meta"):
        if recipe.kind == "torchvision" and recipe.name in BY_NAME:
            import torchvision

            from wsl_annotator.networks.torchvision import split_model

            return _with_heads(split_model(torchvision.models.get_model(recipe.name, weights=None)), recipe.heads)
        if recipe.kind == "bundled":
            try:
                return _with_heads(CompactAlexNet(num_classes=1, **recipe.arguments), recipe.heads)
            except (TypeError, ValueError) as error:
                raise damaged(folder / CARD) from error
    raise NetworkError(
        f"The card {folder} was made on the network {recipe.name!r}, which this program does not know.", AGAIN
    )


def _with_heads(module: nn.Module, heads: Sequence[HeadSpec]) -> nn.Module:
    for head in heads:
        put_head(module, head)
    return module


def _run_code(recipe: Recipe, *, folder: Path, code: str | None) -> nn.Module:
    if code is None:
        raise NetworkError(
            f"The card {folder} was made on your own network {recipe.name}, whose code it does not contain.",
            "Give it again as FILE.py:callable (--code).",
        )
    path, name = code_parts(code)
    source = read_code(path)
    if hashlib.sha256(source).hexdigest() != recipe.code_sha256 or name != recipe.name.rpartition(":")[2]:
        raise NetworkError(
            f"The code {code} is not what the card {folder} was trained with ({recipe.name}, "
            f"SHA-256 {recipe.code_sha256[:12]}), so it was not run.",
            "Give the file as it was then, or train again.",
        )
    try:
        module = load_callable(path, source, name)()
    except USER_CODE_ERRORS as error:
        raise NetworkError(f"{name}() in {path} fails: {error}.", "Correct the file, then train again.") from error
    if not isinstance(module, nn.Module):
        raise NetworkError(f"{name}() in {path} returns no torch.nn.Module.", "Give the file that it was trained with.")
    return module
