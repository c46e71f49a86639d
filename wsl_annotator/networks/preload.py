"""Loads torch's shared libraries without the interpreter, so that a window goes on meanwhile.

`import torch` opens some 500 MB of libraries in one call that keeps the interpreter for 0.4 s and more: no other thread
runs Python until it returns. The same libraries opened beforehand through a foreign function, for which ctypes gives
the interpreter back, cost the other threads nothing; the import then finds them in the process.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import sys
from pathlib import Path

_SUFFIX = {"linux": "so", "darwin": "dylib"}
_LIBRARIES = (("libtorch_global_deps", True), ("libtorch_cpu", False))
"""Name, and whether its symbols are for all, as torch itself opens it. Neither runs any Python."""


def preload_torch_libraries() -> list[str]:
    """Open the libraries that hold no Python of their own.

    Where there are none of these names (another build, another system), the import loads them as ever.

    Returns:
        The names of the libraries that were opened.
    """
    suffix = _SUFFIX.get(sys.platform)
    spec = importlib.util.find_spec("torch")
    if suffix is None or spec is None or spec.origin is None or "torch" in sys.modules:
        return []
    folder = Path(spec.origin).parent / "lib"
    dlopen = ctypes.CDLL(None).dlopen
    dlopen.restype, dlopen.argtypes = ctypes.c_void_p, [ctypes.c_char_p, ctypes.c_int]
    opened = []
    for name, for_all in _LIBRARIES:
        file = folder / f"{name}.{suffix}"
        mode = os.RTLD_NOW | (os.RTLD_GLOBAL if for_all else os.RTLD_LOCAL)
        if file.is_file() and dlopen(os.fsencode(file), mode):
            opened.append(name)
    return opened
