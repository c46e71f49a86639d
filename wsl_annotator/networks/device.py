"""Where the convolutions run."""

from __future__ import annotations

import os
import re

import torch

from wsl_annotator.core.errors import NetworkError
from wsl_annotator.core.words import phrase

_NO_MEMORY = re.compile(r"out of memory|can't allocate memory|not enough memory|CUBLAS_STATUS_ALLOC_FAILED", re.I)


def choose_device(name: str = "auto") -> torch.device:
    """Return the device that a name asks for.

    Args:
        name: `auto` (the first CUDA device if there is one, else the CPU), `cpu`, `cuda` or `cuda:N`.

    Raises:
        NetworkError: the name is unknown, or this machine has no such device.
    """
    if name == "auto":
        return torch.device("cuda", 0) if torch.cuda.is_available() else torch.device("cpu")
    if name == "cpu":
        return torch.device("cpu")
    match = re.fullmatch(r"cuda(?::(\d+))?", name)
    if match is None:
        raise NetworkError(f"The device {name!r} is not known.", "Choose auto, cpu or cuda:N as the device (--device).")
    index = int(match.group(1) or 0)
    count = torch.cuda.device_count() if torch.cuda.is_available() else 0
    if index >= count:
        there = phrase("no CUDA device") if count == 0 else phrase("only cuda:0")
        if count > 1:
            there = phrase(f"only cuda:0 to cuda:{count - 1}")
        raise NetworkError(
            f"The device {name} is not there: this machine has {there}.", "Choose auto or cpu as the device (--device)."
        )
    return torch.device("cuda", index)


def describe_device(device: torch.device) -> str:
    """Return the device's name for people and for the record: `cpu`, or `cuda:0 (NVIDIA ...)`."""
    if device.type == "cuda":
        return f"cuda:{device.index or 0} ({torch.cuda.get_device_name(device)})"
    return str(device)


def is_out_of_memory(error: BaseException) -> bool:
    """Return whether the error says that memory ran out, on the GPU or the CPU, so that a smaller batch may help.

    The CPU allocator and some CUDA libraries raise a bare RuntimeError: those are told by their text.
    """
    if isinstance(error, (torch.OutOfMemoryError, MemoryError)):
        return True
    return isinstance(error, RuntimeError) and _NO_MEMORY.search(str(error)) is not None


def set_threads(wanted: int | None) -> int:
    """Set and return the number of threads torch computes with on the CPU.

    Args:
        wanted: a number, or None for half of the processors, at least one. Convolutions gain nothing from the second
            thread of a core, and where other work wants the processors, threads that wait for each other take many
            times as long as one alone. A number in OMP_NUM_THREADS goes first.
    """
    if wanted is not None:
        torch.set_num_threads(wanted)
    elif "OMP_NUM_THREADS" not in os.environ:
        torch.set_num_threads(max(1, (os.cpu_count() or 1) // 2))
    return torch.get_num_threads()
