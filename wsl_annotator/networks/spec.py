"""Which network is asked for, as plain values that need no torch."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from pathlib import Path
from typing import Literal

from wsl_annotator.core.errors import NetworkError

Activation = Literal["softmax", "sigmoid"]
BUNDLED = "bundled"


@dataclass(frozen=True, slots=True)
class NetworkSpec:
    """A network as a person names it; None leaves a value to the network itself.

    Attributes:
        network: `bundled`, a name of `catalog.list_networks`, the folder of a network card that `train` wrote, or
            `FILE.py:callable`, which runs that file.
        weights: a local .safetensors, .pt or .pth file; None takes the network's own.
        input_size: side of the square input in pixels.
        mean: per channel, of RGB in [0, 1].
        std: per channel, of RGB in [0, 1].
        activation: what turns logits into probabilities.
        names: a text file with one class name a line, in the order of the logits.
        code: `FILE.py:callable` of a card that was made on a person's own network; runs that file.
    """

    network: str = BUNDLED
    _: KW_ONLY
    weights: Path | None = None
    input_size: int | None = None
    mean: tuple[float, float, float] | None = None
    std: tuple[float, float, float] | None = None
    activation: Activation | None = None
    names: Path | None = None
    code: str | None = None

    @property
    def runs_code(self) -> bool:
        """Whether opening it runs a Python file: only ever on a person's explicit word, never from a project file."""
        return is_code(self.network) or self.code is not None


def is_code(network: str) -> bool:
    """Return whether the name means `FILE.py:callable` (or a .py file whose callable was forgotten)."""
    return ".py:" in network or network.endswith(".py")


def read_names(path: Path) -> tuple[str, ...]:
    """Return the class names of a UTF-8 text file, one a line; blank lines at the end are dropped.

    Raises:
        NetworkError: the file is missing, is not text, or holds no names or an empty line between names.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise NetworkError(f"The class names {path} cannot be read: {error.strerror}.", "Check --names.") from error
    except UnicodeDecodeError as error:
        raise NetworkError(f"The class names {path} are not UTF-8 text.", "Save the file as UTF-8.") from error
    names = [line.strip() for line in lines]
    while names and not names[-1]:
        names.pop()
    if not names or not all(names):
        raise NetworkError(f"The class names {path} must hold one name a line, without gaps.", "Check --names.")
    return tuple(names)


def check_activation(value: object, *, source: str) -> Activation:
    """Return `value` if it is a known activation.

    Raises:
        NetworkError: it is neither softmax nor sigmoid.
    """
    if value not in ("softmax", "sigmoid"):
        raise NetworkError(
            f"The activation of {source} must be softmax or sigmoid, not {value!r}.", "Give it with --activation."
        )
    return value
