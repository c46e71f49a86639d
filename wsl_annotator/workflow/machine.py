"""The machine that a time was taken on."""

from __future__ import annotations

import os
import platform
from pathlib import Path
from typing import Any


def machine_facts(device: str = "") -> dict[str, Any]:
    """Return what a time depends on, as JSON types: processor, device, threads, versions, load."""
    import torch

    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    return {
        "processor": processor_name(),
        "cores": os.cpu_count(),
        "device": device or "cpu",
        "threads": torch.get_num_threads(),
        "load_1_min": None if load is None else round(load, 2),
        "torch": torch.__version__,
        "python": platform.python_version(),
        "system": platform.platform(),
    }


def processor_name() -> str:
    """Return the processor's model for people; the architecture where the system does not tell."""
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()
