"""The network that comes with the program, read by its card."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from wsl_annotator.core.errors import NetworkError
from wsl_annotator.core.paths import resource
from wsl_annotator.core.words import phrase
from wsl_annotator.networks.compact_alexnet import CompactAlexNet
from wsl_annotator.networks.spec import NetworkSpec, check_activation
from wsl_annotator.networks.split import SplitNetwork
from wsl_annotator.networks.weights import put_weights, read_weights

CARD = "bundled.json"
WEIGHTS = "bundled.safetensors"


def bundled_folder() -> Path:
    """Return the folder of the card and the weights."""
    return resource("networks")


def read_card(folder: Path) -> dict[str, Any]:
    """Return the card: architecture arguments, input size, mean, std, activation, class names and figures.

    Raises:
        NetworkError: it is missing or damaged.
    """
    path = folder / CARD
    try:
        card = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise NetworkError(f"The card of the bundled network, {path}, cannot be read.", _REINSTALL) from error
    missing = [key for key in _KEYS if not isinstance(card, dict) or key not in card]
    if missing:
        raise NetworkError(f"The card of the bundled network, {path}, lacks {missing[0]!r}.", _REINSTALL)
    return dict(card)


def open_bundled(spec: NetworkSpec | None = None, *, folder: Path | None = None) -> SplitNetwork:
    """Return the bundled network in float32 (its weights are stored in half precision).

    Args:
        spec: must leave everything to the network: its card is the truth.
        folder: where card and weights lie; the package's own by default.

    Raises:
        NetworkError: the spec asks for other values, or the files are missing or damaged.
    """
    if spec is not None and spec != NetworkSpec():
        raise NetworkError(
            "The bundled network takes no --weights, --input-size, --mean, --std, --activation or --names.",
            "Leave them out, or give --network.",
        )
    place = folder if folder is not None else bundled_folder()
    card = read_card(place)
    names = tuple(card["class_names"])
    try:
        module = CompactAlexNet(**{"input_size": card["input_size"], **card["architecture"], "num_classes": len(names)})
    except (TypeError, ValueError) as error:
        raise NetworkError(f"The card of the bundled network, {place / CARD}, is damaged.", _REINSTALL) from error
    path = place / WEIGHTS
    put_weights(module, read_weights(path), path=path, network="bundled")
    return SplitNetwork(
        module,
        name="bundled",
        input_size=int(card["input_size"]),
        mean=card["mean"],
        std=card["std"],
        activation=check_activation(card["activation"], source=phrase("the bundled network")),
        class_names=names,
        architecture=f"bundled:{json.dumps(card['architecture'], sort_keys=True)}",
    )


_KEYS = ("architecture", "input_size", "mean", "std", "activation", "class_names")
_REINSTALL = "Install WSL Annotator again."
