"""The state of a training after an epoch, in one file that is either the old one or the whole new one."""

from __future__ import annotations

import io
import pickle
import zipfile
from pathlib import Path
from typing import Any

import torch

from wsl_annotator.core.words import phrase
from wsl_annotator.formats.atomic import atomic_write_bytes
from wsl_annotator.training.errors import TrainingError

FORMAT = 1


def save_checkpoint(path: Path, state: dict[str, Any]) -> None:
    """Write the state atomically.

    Args:
        path: the file.
        state: tensors, numbers, text, and lists and dicts of these.

    Raises:
        FormatError: the disk is full or refuses; the checkpoint before stays.
    """
    stream = io.BytesIO()
    torch.save({"format": FORMAT, **state}, stream)
    with atomic_write_bytes(path) as file:
        file.write(stream.getbuffer())


def load_checkpoint(path: Path, *, expected: dict[str, str]) -> dict[str, Any]:
    """Return the state that `save_checkpoint` wrote; no code of the file runs.

    Args:
        path: the file.
        expected: what the checkpoint must say of `data`, `network` and `settings`.

    Raises:
        TrainingError: it is damaged, newer, or belongs to another training. It is left as it is.
    """
    try:
        state = torch.load(path, map_location="cpu", weights_only=True)
    except (OSError, RuntimeError, EOFError, ValueError, KeyError, pickle.UnpicklingError, zipfile.BadZipFile) as error:
        raise TrainingError(
            f"The checkpoint {path} is damaged and cannot be read.", "Start over (--restart)."
        ) from error
    if not isinstance(state, dict) or state.get("format") != FORMAT:
        raise TrainingError(f"The checkpoint {path} is of another version of the program.", "Start over (--restart).")
    of_what = {
        "data": phrase("another data set: images, classes or labels have changed"),
        "network": phrase("another network or other weights"),
        "settings": phrase("other settings"),
    }
    for key, text in of_what.items():
        if state.get(key) != expected[key]:
            raise TrainingError(
                f"The checkpoint {path} belongs to {text}.",
                "Go on with what it was made with, choose another folder (--out), or start over (--restart).",
            )
    return dict(state)
