"""Weight files: read without running code, and put into a module."""

from __future__ import annotations

import pickle
import warnings
from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn

from wsl_annotator.core.errors import NetworkError
from wsl_annotator.core.words import phrase

SUFFIXES = (".safetensors", ".pt", ".pth")
# keys under which training programs put the weights inside a checkpoint
_NESTED = ("state_dict", "model_state_dict", "model")
_CONVERT = "Save the weights alone as .safetensors, or by torch.save(model.state_dict(), ...)."


def read_weights(path: Path) -> dict[str, Tensor]:
    """Return the tensors of a weight file on the CPU, floating ones as float32.

    Args:
        path: .safetensors, or .pt / .pth, which is read with `weights_only`, so that no code of the file runs.

    Raises:
        NetworkError: the file is missing, of another kind, damaged, or would run code.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise NetworkError(f"The weights {path} are no .safetensors, .pt or .pth file.", _CONVERT)
    if not path.is_file():
        raise NetworkError(f"The weights {path} do not exist.", "Check the path of the weights (--weights).")
    try:
        loaded = load_file(path) if path.suffix.lower() == ".safetensors" else _read_pickle(path)
    except pickle.UnpicklingError as error:
        raise NetworkError(
            f"The weights {path} hold more than tensors and could run code, so they are refused.", _CONVERT
        ) from error
    except SafetensorError as error:
        raise NetworkError(f"The weights {path} are damaged or no safetensors file.", "Get the file again.") from error
    except OSError as error:
        raise NetworkError(
            f"The weights {path} cannot be read: {error.strerror or error}.",
            "Check the path of the weights (--weights).",
        ) from error
    except (RuntimeError, EOFError, ValueError, KeyError, AttributeError, ImportError, TypeError) as error:
        raise NetworkError(
            f"The weights {path} are damaged, or of a kind that cannot be read safely.", _CONVERT
        ) from error
    return {name: _as_float32(tensor) for name, tensor in _only_tensors(loaded, path).items()}


def _read_pickle(path: Path) -> object:
    with warnings.catch_warnings():
        # advice for torch's developers; what matters to the user is an error below
        warnings.simplefilter("ignore")
        return torch.load(path, map_location="cpu", weights_only=True)


def _only_tensors(loaded: object, path: Path) -> dict[str, Tensor]:
    if isinstance(loaded, Mapping):
        for key in _NESTED:
            if isinstance(loaded.get(key), Mapping):
                return _only_tensors(loaded[key], path)
        if loaded and all(isinstance(name, str) and isinstance(value, Tensor) for name, value in loaded.items()):
            return dict(loaded)
    raise NetworkError(f"The weights {path} are not a table of named tensors.", _CONVERT)


def _as_float32(tensor: Tensor) -> Tensor:
    plain = tensor.detach()
    return plain.float() if plain.is_floating_point() else plain


def put_weights(module: nn.Module, state: Mapping[str, Tensor], *, path: Path, network: str) -> None:
    """Give the tensors to the module in place of its own, which may lie on the meta device.

    Args:
        module: any; every parameter and buffer must have a tensor of the same name and shape.
        state: from `read_weights`.
        path: where they came from, for the error.
        network: the module's name, for the error.

    Raises:
        NetworkError: a tensor is missing, unexpected or of another shape: these are weights of another network.
    """
    wanted = module.state_dict()
    given = dict(state)
    for name, tensor in wanted.items():
        # a mere counter of training steps, absent from files of before batch norm counted
        if name.endswith("num_batches_tracked") and name not in given:
            given[name] = torch.zeros(tensor.shape, dtype=tensor.dtype)
    missing = [name for name in wanted if name not in given]
    unexpected = [name for name in given if name not in wanted]
    shapes = [name for name, tensor in wanted.items() if name in given and given[name].shape != tensor.shape]
    if not (missing or unexpected or shapes):
        module.load_state_dict(given, strict=True, assign=True)
        return
    if shapes:
        name = shapes[0]
        detail = phrase(f"{name!r} is {tuple(given[name].shape)}, not {tuple(wanted[name].shape)}")
    elif missing:
        detail = phrase(f"{len(missing)} tensors are missing, the first {missing[0]!r}")
    else:
        detail = phrase(f"{len(unexpected)} tensors are not of it, the first {unexpected[0]!r}")
    raise NetworkError(
        f"The weights {path} do not fit the network {network}: {detail}.",
        "They are of another network or another number of classes (--names says how many).",
    )
