"""A user's own network: `FILE.py:callable`. It runs that file, so it is opened only on a person's explicit word."""

from __future__ import annotations

import hashlib
import importlib.util
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from torch import nn

from wsl_annotator.core.errors import NetworkError
from wsl_annotator.networks.spec import NetworkSpec, check_activation, read_names
from wsl_annotator.networks.split import SplitNetwork
from wsl_annotator.networks.weights import put_weights, read_weights

USER_CODE_ERRORS = (
    OSError,
    ImportError,
    AttributeError,
    TypeError,
    ValueError,
    RuntimeError,
    LookupError,
    NameError,
    ArithmeticError,
    AssertionError,
    SyntaxError,
)
"""What a user's file may raise and is told as one sentence; anything else is a fault that the doors report."""


def open_custom(spec: NetworkSpec) -> SplitNetwork:
    """Return the network that a user's Python file builds.

    The callable takes no arguments and returns a `torch.nn.Module` with `features` and `classify`. Values that the
    spec gives win over the module's attributes `input_size`, `mean`, `std`, `activation` and `class_names`; what
    neither gives is an error, nothing is guessed.

    Args:
        spec: its `network` is `FILE.py:callable`.

    Raises:
        NetworkError: the file or the callable is missing or raises, something is not given, or the shapes are not
            those of `SplitNetwork`.
    """
    path, name = code_parts(spec.network)
    source = read_code(path)
    build = load_callable(path, source, name)
    try:
        module = build()
    except USER_CODE_ERRORS as error:
        raise NetworkError(f"{name}() in {path} fails: {_said(error)}.", "Correct the file, then try again.") from error
    if not isinstance(module, nn.Module):
        raise NetworkError(
            f"{name}() in {path} returns a {type(module).__name__}, not a torch.nn.Module.",
            "Return the module itself.",
        )
    for method in ("features", "classify"):
        if not callable(getattr(module, method, None)):
            raise NetworkError(
                f"The network of {path}:{name} has no {method}.",
                "It needs features: (N, 3, S, S) -> (N, T, L, L) and classify: (N, T, L, L) -> (N, K).",
            )
    if spec.weights is not None:
        put_weights(module, read_weights(spec.weights), path=spec.weights, network=f"{path.name}:{name}")
    label = f"{path.name}:{name}"
    activation = _given(spec.activation, module, "activation", "--activation", label)
    names = read_names(spec.names) if spec.names is not None else _names(module, label)
    return SplitNetwork(
        module,
        name=label,
        input_size=int(_given(spec.input_size, module, "input_size", "--input-size", label)),
        mean=_triple(_given(spec.mean, module, "mean", "--mean", label), label, "--mean"),
        std=_triple(_given(spec.std, module, "std", "--std", label), label, "--std"),
        activation=check_activation(activation, source=label),
        class_names=names,
        # the code decides scores as much as the weights do
        architecture=f"{name}:{hashlib.sha256(source).hexdigest()}",
    )


def code_parts(network: str) -> tuple[Path, str]:
    """Return the file and the callable's name of `FILE.py:callable`.

    Raises:
        NetworkError: the text is not of that form.
    """
    file, colon, name = network.rpartition(":")
    if not colon or not file.endswith(".py") or not name.isidentifier():
        raise NetworkError(
            f"The network {network!r} does not name a callable.", "Give it as FILE.py:callable, such as net.py:build."
        )
    return Path(file), name


def read_code(path: Path) -> bytes:
    """Return the bytes of a network file.

    Raises:
        NetworkError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise NetworkError(f"The network file {path} does not exist.", "Check the network (--network).") from error
    except OSError as error:
        raise NetworkError(
            f"The network file {path} cannot be read: {error.strerror}.", "Check the network (--network)."
        ) from error


def load_callable(path: Path, source: bytes, name: str) -> Callable[[], Any]:
    """Run a network file and return its callable.

    Args:
        path: of the file, for its imports of neighbours and for messages.
        source: the bytes that run.
        name: of the callable.

    Raises:
        NetworkError: the file fails, or has no such callable.
    """
    module_name = f"_wsl_annotator_network_{hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:16]}"
    module_spec = importlib.util.spec_from_file_location(module_name, path.resolve())
    if module_spec is None:
        raise NetworkError(f"The network file {path} is no Python file.", "Check the network (--network).")
    module = importlib.util.module_from_spec(module_spec)
    # dataclasses and typing look their module up by name while the file runs
    sys.modules[module_name] = module
    try:
        # not by the loader: so the bytes that run are those that are hashed, and no __pycache__ is written beside them
        exec(compile(source, str(path), "exec"), module.__dict__)
    except USER_CODE_ERRORS as error:
        del sys.modules[module_name]
        raise NetworkError(f"The network file {path} fails: {_said(error)}.", "Correct it, then try again.") from error
    build = getattr(module, name, None)
    if not callable(build):
        raise NetworkError(f"The network file {path} has no callable {name!r}.", "Check the name after the colon.")
    return build  # type: ignore[no-any-return]


def _given(option: Any, module: nn.Module, attribute: str, flag: str, label: str) -> Any:
    value = option if option is not None else getattr(module, attribute, None)
    if value is None:
        raise NetworkError(
            f"The network {label} does not say its {attribute}.", f"Give the network this attribute, or give {flag}."
        )
    return value


def _names(module: nn.Module, label: str) -> tuple[str, ...]:
    names = getattr(module, "class_names", None)
    if not names:
        raise NetworkError(
            f"The network {label} does not say its class_names.",
            "Give the network this attribute, or a file with one name an output (--names).",
        )
    return tuple(str(name) for name in names)


def _triple(values: Any, label: str, flag: str) -> Sequence[float]:
    try:
        return [float(value) for value in values]
    except (TypeError, ValueError) as error:
        raise NetworkError(
            f"The network {label} needs 3 numbers for {flag[2:]}.", f"Give the network this attribute, or give {flag}."
        ) from error


def _said(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    text = f"{type(error).__name__}: {lines[0]}" if lines else type(error).__name__
    return text.rstrip(".")
