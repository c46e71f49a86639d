"""The file card.json of a network card, read without torch."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from wsl_annotator.core.errors import NetworkError

CARD = "card.json"
WEIGHTS = "weights.safetensors"
FORMAT = 1
AGAIN = "Train it again, or give another folder."


def is_card(network: str) -> bool:
    """Return whether the name is a folder with a card."""
    return (Path(network) / CARD).is_file()


def card_values(folder: Path) -> dict[str, Any]:
    """Return what the file says, as JSON types, of which nothing but the format was looked at.

    Raises:
        NetworkError: it is missing, no JSON object, or of a newer program.
    """
    path = folder / CARD
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise NetworkError(f"The folder {folder} holds no {CARD}, so it is no network card.", AGAIN) from error
    except OSError as error:
        raise NetworkError(
            f"The card {path} cannot be read: {error.strerror}.", "Check the network (--network)."
        ) from error
    except ValueError as error:
        raise damaged(path) from error
    if not isinstance(values, dict) or not isinstance(values.get("format"), int):
        raise damaged(path)
    if values["format"] > FORMAT:
        raise NetworkError(f"The card {path} was made by a newer WSL Annotator.", "Update the program.")
    return values


def card_text(values: dict[str, Any]) -> str:
    """Return the text of card.json."""
    return json.dumps(values, indent=1, allow_nan=False) + "\n"


def damaged(path: Path) -> NetworkError:
    """Return the error for a card that does not say what a card says."""
    return NetworkError(f"The card {path} is damaged.", AGAIN)
